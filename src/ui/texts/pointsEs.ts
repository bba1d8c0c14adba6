/** "1 punto", "1,3 puntos": by the number as it is written, since that is what a reader sees. */
export function pointsEs(written: string): string {
  return written === '1,0' ? '1\u00a0punto' : `${written}\u00a0puntos`
}

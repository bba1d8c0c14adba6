/** "1 point", "1.3 points": by the number as it is written, since that is what a reader sees. */
export function pointsEn(written: string): string {
  return written === '1.0' ? '1\u00a0point' : `${written}\u00a0points`
}

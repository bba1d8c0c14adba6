/** Absorbs the noise of IEEE doubles, so that a share of exactly 10 % is never read as 9.999…; scoring rules, section 4. */
const tolerance = 1e-9

/** Whether a value reaches a threshold of the scoring rules: the one comparison used for bands, minima and stages. */
export function reaches(value: number, threshold: number): boolean {
  return value + tolerance >= threshold
}

/** Far above the rounding of any order of summing, far below anything that a person could see. */
const tolerance = 1e-9

/** Whether two results say the same: the same keys, equal values, numbers within 1e-9 of each other. */
export function resultsAgree(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= tolerance
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [keys, otherKeys] = [Object.keys(one), Object.keys(other)]
  if (keys.length !== otherKeys.length) return false
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return keys.every((key) => Object.hasOwn(right, key) && resultsAgree(left[key], right[key]))
}

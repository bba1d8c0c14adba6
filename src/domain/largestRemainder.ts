/**
 * Whole shares of a whole, in the proportion of the weights: each gets the whole part of its share, and what is left
 * goes one by one to the largest remainders, the first of equals first. The shares add up to the whole exactly.
 *
 * @param weights 0 or more, finite; their sum above 0
 * @param whole integer, 0 or more
 */
export function largestRemainder(weights: readonly number[], whole: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (weight * whole) / sum)
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((total, share) => total + share, 0)
  const byRemainder = exact
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.place - other.place)
  for (const { place } of byRemainder.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1
  return shares
}

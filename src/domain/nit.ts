// From the rightmost digit on; DIAN's check digit (Orden Administrativa 4 de 1989).
const nitWeights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71]

/** Whether `typed` is a Colombian tax number: 6–15 digits, dots allowed, a hyphen and its right check digit. */
export function isNit(typed: string): boolean {
  const match = /^(\d[\d.]{5,18})-(\d)$/.exec(typed.trim())
  if (match === null) return false
  const digits = (match[1] ?? '').replaceAll('.', '')
  if (digits.length < 6 || digits.length > nitWeights.length) return false
  const sum = [...digits].reverse().reduce((total, digit, place) => total + Number(digit) * (nitWeights[place] ?? 0), 0)
  const rest = sum % 11
  return Number(match[2]) === (rest < 2 ? rest : 11 - rest)
}

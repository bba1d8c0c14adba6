/** A short name for what went wrong, to be told on the telephone: the same fault has the same code on every device. */
export function faultCode(fault: unknown): string {
  let code = 0
  for (const letter of String(fault)) code = (code * 31 + letter.charCodeAt(0)) % 900
  return `E-${code + 100}`
}

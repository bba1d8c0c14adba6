// A local part, one @, a domain with a dot: enough to catch slips; only the mail server knows the rest.
const mailPattern = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/

export function isMail(text: string): boolean {
  return mailPattern.test(text)
}

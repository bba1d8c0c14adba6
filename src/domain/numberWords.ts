import type { Language } from './text.ts'

const largest = 10 ** 12

/**
 * A whole number in words, as the read-back under a money question: `mil doscientos cincuenta millones`.
 *
 * Spanish counts in the long scale (a *billón* is 10¹²), English in the short one. The words stand before no noun, so
 * they end in *uno*, not *un*.
 *
 * @returns null for anything but an integer between -10¹² and 10¹²: then there is nothing to read back
 */
export function numberInWords(value: number, language: Language = 'es'): string | null {
  if (!Number.isInteger(value) || Math.abs(value) > largest) return null
  const words = language === 'es' ? inSpanish(Math.abs(value)) : inEnglish(Math.abs(value))
  if (value >= 0) return words
  return `${language === 'es' ? 'menos' : 'minus'} ${words}`
}

const spanishSmall = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis ' +
  'diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco ' +
  'veintiséis veintisiete veintiocho veintinueve'
).split(' ')
const spanishTens = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']
const spanishHundreds = (
  ' ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos ' + 'novecientos'
).split(' ')

function inSpanish(value: number): string {
  if (value === 0) return 'cero'
  if (value === largest) return 'un billón'
  const millions = Math.floor(value / 1_000_000)
  const rest = value % 1_000_000
  const parts: string[] = []
  if (millions === 1) parts.push('un millón')
  else if (millions > 1) parts.push(beforeNoun(spanishBelowMillion(millions)), 'millones')
  if (rest > 0) parts.push(spanishBelowMillion(rest))
  return parts.join(' ')
}

function spanishBelowMillion(value: number): string {
  const thousands = Math.floor(value / 1000)
  const parts: string[] = []
  if (thousands === 1) parts.push('mil')
  else if (thousands > 1) parts.push(beforeNoun(spanishBelowThousand(thousands)), 'mil')
  if (value % 1000 > 0) parts.push(spanishBelowThousand(value % 1000))
  return parts.join(' ')
}

function spanishBelowThousand(value: number): string {
  if (value === 100) return 'cien'
  const hundreds = spanishHundreds[Math.floor(value / 100)] ?? ''
  const rest = value % 100
  const small = rest < 30 ? spanishSmall[rest] : spanishTens[Math.floor(rest / 10)]
  const unit = rest >= 30 && rest % 10 > 0 ? ` y ${spanishSmall[rest % 10]}` : ''
  return [hundreds, rest === 0 ? '' : `${small}${unit}`].filter((word) => word !== '').join(' ')
}

/** *uno* loses its ending before *mil* and *millones*: veintiún mil, treinta y un millones. */
function beforeNoun(words: string): string {
  return words.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un')
}

const englishSmall = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ')
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const englishScales = ['', 'thousand', 'million', 'billion', 'trillion']

function inEnglish(value: number): string {
  if (value === 0) return 'zero'
  const parts: string[] = []
  for (let scale = englishScales.length - 1; scale >= 0; scale -= 1) {
    const group = Math.floor(value / 1000 ** scale) % 1000
    if (group === 0) continue
    const noun = englishScales[scale] ?? ''
    parts.push(noun === '' ? englishBelowThousand(group) : `${englishBelowThousand(group)} ${noun}`)
  }
  return parts.join(' ')
}

function englishBelowThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const ten = englishTens[Math.floor(rest / 10)] ?? ''
  const small = rest < 20 ? englishSmall[rest] : rest % 10 === 0 ? ten : `${ten}-${englishSmall[rest % 10]}`
  return [hundreds === 0 ? '' : `${englishSmall[hundreds]} hundred`, rest === 0 ? '' : small]
    .filter((word) => word !== '')
    .join(' ')
}

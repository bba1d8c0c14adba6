import type { Language } from './text.ts'

const longestSentence = 20

/** Words that stand for another one of the glossary, and what to write instead. */
const bannedSpanish: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /\b(?:subir|sub[ai]|suban|subió)\b/i, instead: 'enviar' },
  { pattern: /\bsincroni[zc]\w*/i, instead: 'enviar' },
  { pattern: /encuesta rechazada/i, instead: 'devuelta' },
  { pattern: /\bnotas?\b(?! (?:sobre|de) (?:la|esta) pregunta)/i, instead: 'puntaje' },
  { pattern: /\bcalificaci(?:ón|ones)\b/i, instead: 'puntaje' },
  { pattern: /\binv[áa]lid[oa]s?\b/i, instead: 'qué ocurrió y qué hacer' },
  { pattern: /error fatal/i, instead: 'qué ocurrió y qué hacer' },
  { pattern: /\busuari[oa]s?\b/i, instead: 'usted' },
  { pattern: /\b(?:por|haga el) favor\b/i, instead: 'solo lo que hay que hacer' },
  { pattern: /\bse deber(?:án?|ía)(?!\p{L})/iu, instead: 'el verbo en imperativo' },
  // With a noun after it the word says that two things are one, which is plain; alone it stands for a noun.
  { pattern: /\b(?:el|la|los|las|del|al) mism[oa]s?\b(?! \p{L})/iu, instead: 'el nombre de la cosa' },
]

/**
 * Where a banned word does not stand for the other concept: what the result is not has to be said with the word itself, a
 * note on a question is one, and points go up.
 */
const allowedSpanish = [
  /no es una certificación ni una calificación/gi,
  /\b(?:con|sin|agregar|agregue|escriba) (?:una )?notas?\b/gi,
  /\bsubir \S+\spuntos?\b/gi,
]

/**
 * What a text for respondents does against the rules of plain language: sentences of more than 20 words, banned words,
 * exclamation marks.
 */
export function copyProblems(text: string, language: Language): string[] {
  const problems = sentencesOf(text)
    .map((sentence) => ({ sentence, words: wordsIn(sentence) }))
    .filter(({ words }) => words > longestSentence)
    .map(({ sentence, words }) => `a sentence of ${words} words: "${sentence}"`)
  if (/[¡!]/.test(text)) problems.push('an exclamation mark')
  if (language !== 'es') return problems
  const judged = allowedSpanish.reduce((left, allowed) => left.replace(allowed, ''), text)
  for (const { pattern, instead } of bannedSpanish) {
    const found = pattern.exec(judged)?.[0]
    if (found !== undefined) problems.push(`the word "${found}" (write: ${instead})`)
  }
  return problems
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!…])["”»)]*\s+/).filter((sentence) => sentence.trim() !== '')
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length
}

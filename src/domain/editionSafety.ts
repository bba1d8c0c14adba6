import { catastrophicRegex } from './catastrophicRegex.ts'
import type { Edition } from './edition.ts'
import { crossCheckProblems } from './editionExpressions.ts'
import { type Place, type Problem, placesIn, placeText } from './editionPlaces.ts'

const namePattern = /^[A-Za-z][A-Za-z0-9_]{0,63}$/
const forbiddenNames = ['constructor', 'tostring', 'hasownproperty', '__proto__']
const forbiddenTypes = ['html', 'file', 'signaturepad']

/** The lists of SurveyJS whose members carry a name of ours, and those whose members hold a variable. */
const namedLists = /(?:^|\.)(?:pages|elements|templateElements|detailElements|items|columns|calculatedValues)\[\d+\]$/
const elementLists = /(?:^|\.)(?:elements|calculatedValues)\[\d+\]$/

const urlPattern =
  /(?:\b(?:https?|ftps?|wss?|file|blob|filesystem):|javascript:|vbscript:|\bdata:[^\s]|(?:^|[\s"'(=,])[\\/]{2})/i
const markupPattern = /<[a-z!/][^>]*>/i

/**
 * What keeps an edition from being used at all, whatever else is right with it: it is not safe, or it has cross-checks
 * that would stop device and server at every answer.
 */
export function hindrances(edition: Edition): Problem[] {
  return [...safetyProblems(edition), ...crossCheckProblems(edition)]
}

/**
 * What any edition must hold before a form engine may see it, scored or not: names that are safe as object keys and in
 * expressions, nothing that runs or loads foreign content, no regular expression that can hang the device.
 */
function safetyProblems(edition: Edition): Problem[] {
  const problems: Problem[] = []
  for (const place of placesIn(edition)) {
    for (const problem of faultsAt(place)) problems.push({ place: placeText(place), problem })
  }
  return [...problems, ...duplicateNames(edition)]
}

function faultsAt(place: Place): string[] {
  const { value, key } = place
  if (key === '__proto__') return ['has the key "__proto__"']
  if (typeof value === 'string') return faultsOfString(value, key)
  if (typeof value !== 'object' || value === null) return []
  if (key === 'choicesByUrl') return ['loads choices from elsewhere (choicesByUrl)']
  return namedLists.test(place.path) && place.path.startsWith('form.') ? faultsOfName(value) : []
}

function faultsOfName(value: object): string[] {
  if (!('name' in value) || typeof value.name !== 'string') return ['has no name']
  const faults = [nameFault(value.name)]
  if ('valueName' in value) faults.push(nameFault(String(value.valueName)))
  return faults.filter((fault) => fault !== undefined)
}

function nameFault(name: string): string | undefined {
  if (forbiddenNames.includes(name.toLowerCase())) return `the name "${name}" is reserved`
  if (!namePattern.test(name)) {
    return `the name "${name}" may have only letters, digits and _, must begin with a letter and have at most 64 characters`
  }
  return undefined
}

function faultsOfString(text: string, key: string): string[] {
  const faults: string[] = []
  const typed = key === 'type' || key === 'cellType' || key === 'inputType'
  if (typed && forbiddenTypes.includes(text.toLowerCase())) faults.push(`questions of type "${text}" are not allowed`)
  if (/html/i.test(key)) faults.push(`"${key}" is not allowed: texts are plain`)
  else if (/^navigateToUrl/.test(key)) faults.push(`"${key}" is not allowed: a form leads nowhere else`)
  if (key === 'regex') {
    const fault = catastrophicRegex(text)
    if (fault !== undefined) faults.push(`the regular expression ${text} ${fault}`)
    return faults
  }
  // Browsers drop tabs and line breaks inside a URL, so "java\nscript:" is one.
  if (urlPattern.test(text.replace(/[\t\r\n\0]/g, ''))) faults.push('holds a URL')
  if (markupPattern.test(text)) faults.push('holds markup: texts are plain')
  return faults
}

/** SurveyJS compares names without case, so two names may not differ in case only. */
function duplicateNames(edition: Edition): Problem[] {
  const firstAt = new Map<string, string>()
  const problems: Problem[] = []
  for (const place of placesIn(edition.form, 'form')) {
    const isPage = /^form\.pages\[\d+\]$/.test(place.path)
    if ((!isPage && !elementLists.test(place.path)) || place.name === undefined) continue
    const key = `${isPage ? 'page' : 'element'} ${place.name.toLowerCase()}`
    const first = firstAt.get(key)
    if (first === undefined) firstAt.set(key, place.path)
    else problems.push({ place: placeText(place), problem: `the name is already used at ${first}` })
  }
  return problems
}

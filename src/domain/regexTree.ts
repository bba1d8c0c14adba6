/** A set of characters by code: 0–127 one by one, and 128 standing for all others. Case is ignored. */
type Characters = readonly boolean[]

export type RegexNode =
  | { kind: 'set'; characters: Characters }
  | { kind: 'sequence'; parts: RegexNode[] }
  | { kind: 'alternatives'; branches: RegexNode[] }
  | { kind: 'repeat'; body: RegexNode; min: number; max: number }
  | { kind: 'look'; body: RegexNode } // matches no characters itself: lookahead, lookbehind, ^, $, \b

const others = 128

/** @returns the tree of a valid regular expression; undefined when it has a back reference */
export function parseRegex(source: string): RegexNode | undefined {
  const reader = new Reader(source)
  try {
    return reader.alternatives()
  } catch (error) {
    if (error instanceof NotJudged) return undefined
    throw error
  }
}

class NotJudged extends Error {}

class Reader {
  private at = 0
  /** Of the character read last, as it is written; undefined after a class such as \d. */
  private lastCode: number | undefined
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  alternatives(): RegexNode {
    const branches = [this.sequence()]
    while (this.taken('|')) branches.push(this.sequence())
    const [only] = branches
    return branches.length === 1 && only !== undefined ? only : { kind: 'alternatives', branches }
  }

  private sequence(): RegexNode {
    const parts: RegexNode[] = []
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) parts.push(this.repeated())
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { kind: 'sequence', parts }
  }

  private repeated(): RegexNode {
    const body = this.atom()
    const count = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.source.slice(this.at))
    if (count === null) return body
    this.at += count[0].length
    this.taken('?')
    const [min, max] = limitsOf(count)
    return { kind: 'repeat', body, min, max }
  }

  private atom(): RegexNode {
    if (this.taken('(')) return this.group()
    if (this.taken('[')) return { kind: 'set', characters: this.characterClass() }
    if (this.taken('^') || this.taken('$')) return nothing()
    if (this.taken('.')) return { kind: 'set', characters: charactersWhere(() => true) }
    if (this.source.startsWith('\\b', this.at) || this.source.startsWith('\\B', this.at)) {
      this.at += 2
      return nothing()
    }
    return { kind: 'set', characters: this.character(false) }
  }

  private group(): RegexNode {
    const opening = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(this.source.slice(this.at))?.[0] ?? ''
    this.at += opening.length
    const body = this.alternatives()
    if (!this.taken(')')) throw new NotJudged('group without an end')
    return /^\?<?[=!]/.test(opening) ? { kind: 'look', body } : body
  }

  private characterClass(): Characters {
    const negated = this.taken('^')
    const members: Characters[] = []
    while (!this.taken(']')) {
      if (this.at >= this.source.length) throw new NotJudged('class without an end')
      const from = this.character(true)
      const fromCode = this.lastCode
      const isRange = this.source.charAt(this.at) === '-' && this.source.charAt(this.at + 1) !== ']'
      if (!isRange) members.push(from)
      else {
        this.at++
        const to = this.character(true)
        members.push(rangeOf(fromCode, this.lastCode), from, to)
      }
    }
    const has = (code: number) => members.some((member) => member[code] === true)
    // What lies beyond ASCII is one lump: a negated class may still hold some of it.
    return charactersWhere((code) => (negated ? code === others || !has(code) : has(code)))
  }

  private character(inClass: boolean): Characters {
    const char = this.source.charAt(this.at++)
    return char === '\\' ? this.escaped(inClass) : this.single(char)
  }

  private escaped(inClass: boolean): Characters {
    const letter = this.source.charAt(this.at++)
    if (/[1-9k]/.test(letter) && !inClass) throw new NotJudged('back reference')
    this.lastCode = undefined
    if (/[pP]/.test(letter)) {
      const property = /^\{[^}]*\}/.exec(this.source.slice(this.at))?.[0] ?? ''
      this.at += property.length
      return charactersWhere(() => true)
    }
    const named = classOf(letter)
    if (named !== undefined) return named
    const digits = /^(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})/.exec(this.source.slice(this.at - 1))?.[0]
    if (digits === undefined)
      return this.single({ n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', '0': '\0' }[letter] ?? letter)
    this.at += digits.length - 1
    return this.single(String.fromCodePoint(Number.parseInt(digits.replace(/[ux{}]/g, ''), 16)))
  }

  private single(char: string): Characters {
    this.lastCode = Math.min(char.codePointAt(0) ?? others, others)
    const cases = [char.toLowerCase(), char.toUpperCase()].map((one) => Math.min(one.codePointAt(0) ?? others, others))
    return charactersWhere((code) => cases.includes(code))
  }

  private taken(expected: string): boolean {
    if (this.source.charAt(this.at) !== expected) return false
    this.at++
    return true
  }
}

function limitsOf(count: RegExpExecArray): [number, number] {
  if (count[0] === '*') return [0, Number.POSITIVE_INFINITY]
  if (count[0] === '+') return [1, Number.POSITIVE_INFINITY]
  if (count[0] === '?') return [0, 1]
  const min = Number(count[1])
  if (count[2] === '') return [min, min]
  return [min, count[3] === '' ? Number.POSITIVE_INFINITY : Number(count[3])]
}

function nothing(): RegexNode {
  return { kind: 'look', body: { kind: 'sequence', parts: [] } }
}

function charactersWhere(has: (code: number) => boolean): Characters {
  return Array.from({ length: others + 1 }, (_, code) => has(code))
}

function rangeOf(first: number | undefined, last: number | undefined): Characters {
  // In [\d-x] the hyphen stands for itself.
  if (first === undefined || last === undefined) return charactersWhere((code) => code === '-'.charCodeAt(0))
  const inRange = (char: string) => char.charCodeAt(0) >= first && char.charCodeAt(0) <= last
  return charactersWhere((code) => {
    const char = String.fromCharCode(code)
    return inRange(char) || inRange(char.toLowerCase()) || inRange(char.toUpperCase())
  })
}

function classOf(letter: string): Characters | undefined {
  const pattern = { d: /\d/, w: /\w/, s: /\s/ }[letter.toLowerCase()]
  if (pattern === undefined) return undefined
  const inside = (code: number) =>
    code === others ? letter.toLowerCase() === 's' : pattern.test(String.fromCharCode(code))
  if (letter === letter.toLowerCase()) return charactersWhere(inside)
  return charactersWhere((code) => code === others || !inside(code))
}

import { isBlank, type Json } from './answers.ts'
import { ExpressionError, type Token, tokensOf } from './expressionTokens.ts'

type Read = (variable: string) => Json | undefined
type Node = (read: Read) => Json | undefined

/**
 * The value of a SurveyJS expression.
 *
 * The part of the language that decides what is asked and what is a fault: comparisons, `and`, `or`, `not`, `empty`,
 * `notempty`, `contains`, `notcontains`, `anyof`, `allof`, arithmetic, lists, `iif` and `sum`. It exists beside SurveyJS
 * because device, server and export must agree on what was hidden, and a test holds the two against each other.
 * As there: a comparison with a blank is false, except `<>`.
 *
 * @throws ExpressionError for anything outside that part
 */
export function evaluate(expression: string, read: Read): Json | undefined {
  return compile(expression)(read)
}

/** Whether a condition holds; as in SurveyJS only `false`, 0, '' and blank do not. */
export function holds(expression: string, read: Read): boolean {
  return isTrue(evaluate(expression, read))
}

/** The variables an expression reads, each once. */
export function variablesOf(expression: string): string[] {
  const names = tokensOf(expression).flatMap((token) => (token.kind === 'variable' ? [token.name] : []))
  return [...new Set(names)]
}

// An edition has some hundred expressions, evaluated at every answer: each is parsed once.
const compiled = new Map<string, Node>()
const mostCompiled = 5000

function compile(expression: string): Node {
  const known = compiled.get(expression)
  if (known !== undefined) return known
  const parser = new Parser(tokensOf(expression))
  const node = parser.whole()
  if (compiled.size >= mostCompiled) compiled.clear()
  compiled.set(expression, node)
  return node
}

class Parser {
  private place = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): Node {
    const node = this.either()
    const rest = this.tokens[this.place]
    if (rest !== undefined) throw new ExpressionError(`character ${rest.at + 1}: did not expect more`)
    return node
  }

  private either(): Node {
    let left = this.both()
    while (this.take('or', '||')) {
      const [one, other] = [left, this.both()]
      left = (read) => isTrue(one(read)) || isTrue(other(read))
    }
    return left
  }

  private both(): Node {
    let left = this.comparison()
    while (this.take('and', '&&')) {
      const [one, other] = [left, this.comparison()]
      left = (read) => isTrue(one(read)) && isTrue(other(read))
    }
    return left
  }

  private comparison(): Node {
    const left = this.sum()
    if (this.take('empty')) return (read) => isBlank(left(read))
    if (this.take('notempty')) return (read) => !isBlank(left(read))
    for (const [name, compare] of comparisons) {
      if (!this.take(name)) continue
      const right = this.sum()
      return (read) => compare(left(read), right(read))
    }
    return left
  }

  private sum(): Node {
    let left = this.product()
    for (;;) {
      const sign = this.take('+') ? 1 : this.take('-') ? -1 : 0
      if (sign === 0) return left
      const [one, other] = [left, this.product()]
      left = (read) => arithmetic(one(read), other(read), (a, b) => a + sign * b)
    }
  }

  private product(): Node {
    let left = this.unary()
    for (;;) {
      const times = this.take('*')
      if (!times && !this.take('/')) return left
      const [one, other] = [left, this.unary()]
      left = (read) => arithmetic(one(read), other(read), (a, b) => (times ? a * b : a / b))
    }
  }

  private unary(): Node {
    if (this.take('not', '!')) {
      const inner = this.unary()
      return (read) => !isTrue(inner(read))
    }
    if (this.take('-')) {
      const inner = this.unary()
      return (read) => arithmetic(0, inner(read), (a, b) => a - b)
    }
    return this.operand()
  }

  private operand(): Node {
    const token = this.tokens[this.place]
    if (token === undefined) throw new ExpressionError('the expression ends too early')
    this.place += 1
    if (token.kind === 'variable') return (read) => read(token.name)
    if (token.kind === 'number' || token.kind === 'string') return () => token.value
    if (token.kind === 'word') return this.word(token.value, token.at)
    if (token.value === '(') {
      const inner = this.either()
      this.expect(')')
      return inner
    }
    if (token.value === '[') {
      const items = this.list(']')
      return (read) => items.map((item) => item(read) ?? null)
    }
    throw new ExpressionError(`character ${token.at + 1}: did not expect "${token.value}"`)
  }

  private word(word: string, at: number): Node {
    const lower = word.toLowerCase()
    if (lower === 'true' || lower === 'false') return () => lower === 'true'
    if (!this.take('(')) return () => word
    const parts = this.list(')')
    const [condition, yes, no] = parts
    if (lower === 'iif' && condition !== undefined && yes !== undefined && no !== undefined) {
      return (read) => (isTrue(condition(read)) ? yes(read) : no(read))
    }
    if (lower === 'sum') {
      return (read) => parts.map((part) => part(read)).reduce<number>((sum, value) => sum + (toNumber(value) ?? 0), 0)
    }
    throw new ExpressionError(`character ${at + 1}: the function "${word}" is not known`)
  }

  private list(end: string): Node[] {
    const items: Node[] = []
    if (this.take(end)) return items
    do items.push(this.either())
    while (this.take(','))
    this.expect(end)
    return items
  }

  private take(...values: string[]): boolean {
    const token = this.tokens[this.place]
    if (token === undefined || (token.kind !== 'mark' && token.kind !== 'word')) return false
    if (!values.includes(token.value.toLowerCase())) return false
    this.place += 1
    return true
  }

  private expect(mark: string): void {
    if (!this.take(mark)) throw new ExpressionError(`"${mark}" is missing`)
  }
}

type Compare = (left: Json | undefined, right: Json | undefined) => boolean

const comparisons: readonly [string, Compare][] = [
  ['=', isEqual],
  ['==', isEqual],
  ['equal', isEqual],
  ['<>', (left, right) => !isEqual(left, right)],
  ['!=', (left, right) => !isEqual(left, right)],
  ['notequal', (left, right) => !isEqual(left, right)],
  ['<=', (left, right) => order(left, right, (a) => a <= 0)],
  ['>=', (left, right) => order(left, right, (a) => a >= 0)],
  ['<', (left, right) => order(left, right, (a) => a < 0)],
  ['>', (left, right) => order(left, right, (a) => a > 0)],
  ['contains', contains],
  ['contain', contains],
  ['notcontains', (left, right) => !contains(left, right)],
  ['notcontain', (left, right) => !contains(left, right)],
  ['anyof', (left, right) => asList(right).some((item) => asList(left).some((own) => isEqual(own, item)))],
  ['allof', (left, right) => asList(right).every((item) => asList(left).some((own) => isEqual(own, item)))],
]

function isTrue(value: Json | undefined): boolean {
  return !isBlank(value) && value !== false && value !== 0
}

function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right)
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item) => right.some((other) => isEqual(item, other)))
  }
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right)
  if (typeof left === 'boolean' || typeof right === 'boolean') return String(left) === String(right)
  if (typeof left === 'string' && typeof right === 'string') return left === right
  return JSON.stringify(left) === JSON.stringify(right)
}

function contains(left: Json | undefined, right: Json | undefined): boolean {
  if (typeof left === 'string') return typeof right === 'string' && left.includes(right)
  return asList(right).length > 0 && asList(right).every((item) => asList(left).some((own) => isEqual(own, item)))
}

function order(left: Json | undefined, right: Json | undefined, test: (difference: number) => boolean): boolean {
  if (isBlank(left) || isBlank(right)) return false
  const [one, other] = [toNumber(left), toNumber(right)]
  if (one !== undefined && other !== undefined) return test(one - other)
  return typeof left === 'string' && typeof right === 'string' && test(left < right ? -1 : left > right ? 1 : 0)
}

function toNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isNaN(number) ? undefined : number
}

function arithmetic(
  left: Json | undefined,
  right: Json | undefined,
  apply: (one: number, other: number) => number,
): number | undefined {
  // A blank counts as nothing, as in SurveyJS: a sum over a half-filled table is the sum of what is there.
  const [one, other] = [isBlank(left) ? 0 : toNumber(left), isBlank(right) ? 0 : toNumber(right)]
  return one === undefined || other === undefined ? undefined : apply(one, other)
}

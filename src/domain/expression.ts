import { answerOf, type Json, partsOf } from './answers.ts'
import {
  and,
  comparisons,
  dividedBy,
  isEmpty,
  isTrue,
  memberships,
  minus,
  or,
  plus,
  readAnswer,
  sumOf,
  times,
  type Value,
} from './expressionOperators.ts'
import { ExpressionError, type Token, tokensOf } from './expressionTokens.ts'

type Read = (variable: string) => Json | undefined
type Node = (read: Read) => Value

/**
 * The value of a SurveyJS expression.
 *
 * The part of the language that decides what is asked and what is a fault: comparisons, `and`, `or`, `!`, `empty`,
 * `notempty`, `contains`, `notcontains`, `anyof`, `allof`, arithmetic, lists, `iif`, `sum`, and the parts of an answer. It exists beside SurveyJS
 * because device, server and export must agree on what was hidden, and a test holds the two against each other.
 * As there: capitals and outer spaces do not count, and nothing is less or greater than a blank.
 *
 * @throws ExpressionError for anything outside that part
 */
export function evaluate(expression: string, read: Read): Value {
  return compile(expression)(read)
}

/** Whether a condition holds; as in SurveyJS only `true` and 1 do, not any answer. */
export function holds(expression: string, read: Read): boolean {
  return isTrue(evaluate(expression, read))
}

/** Whether {@link evaluate} can read an expression. SurveyJS's language is larger: `age(…)`, `{list[0].part}` and more. */
export function isReadable(expression: string): boolean {
  try {
    compile(expression)
    return true
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
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

function answerNode(variable: string, part: string | undefined): Node {
  if (part === undefined) return (read) => readAnswer(read(variable))
  return (read) => readAnswer(answerOf(partsOf(read(variable)), part))
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
      left = (read) => {
        const value = one(read)
        // As in `or`, only sooner: the other side cannot change it.
        return value && !isEmpty(value) ? value : or(value, other(read))
      }
    }
    return left
  }

  private both(): Node {
    let left = this.comparison()
    while (this.take('and', '&&')) {
      const [one, other] = [left, this.comparison()]
      left = (read) => {
        const value = one(read)
        return value || isEmpty(value) ? and(value, other(read)) : value
      }
    }
    return left
  }

  private comparison(): Node {
    const left = this.sum()
    return this.compared(left, comparisons, () => this.sum())
  }

  private sum(): Node {
    let left = this.product()
    for (;;) {
      const apply = this.take('+') ? plus : this.take('-') ? minus : undefined
      if (apply === undefined) return left
      const [one, other] = [left, this.product()]
      left = (read) => apply(one(read), other(read))
    }
  }

  private product(): Node {
    let left = this.membership()
    for (;;) {
      const apply = this.take('*') ? times : this.take('/') ? dividedBy : undefined
      if (apply === undefined) return left
      const [one, other] = [left, this.membership()]
      left = (read) => apply(one(read), other(read))
    }
  }

  /** `contains` and its like bind more tightly than `*`, as in SurveyJS. */
  private membership(): Node {
    const left = this.factor()
    return this.compared(left, memberships, () => this.factor())
  }

  private compared(left: Node, operators: typeof comparisons, next: () => Node): Node {
    for (const [name, apply] of operators) {
      if (!this.take(name)) continue
      const right = next()
      return (read) => apply(left(read), right(read))
    }
    return left
  }

  private factor(): Node {
    if (this.take('!')) {
      const inner = this.factor()
      return (read) => !inner(read)
    }
    const first = this.tokens[this.place]
    const operand = this.operand()
    // SurveyJS knows `empty` behind a variable or a constant only.
    if (first === undefined || first.kind === 'mark') return operand
    if (this.take('empty')) return (read) => isEmpty(operand(read))
    if (this.take('notempty')) return (read) => !isEmpty(operand(read))
    return operand
  }

  private operand(): Node {
    const token = this.tokens[this.place]
    if (token === undefined) throw new ExpressionError('the expression ends too early')
    this.place += 1
    if (token.kind === 'variable') return answerNode(token.name, token.part)
    if (token.kind === 'number' || token.kind === 'string') return () => token.value
    if (token.kind === 'word') return this.word(token.value, token.at)
    if (token.value === '-') return this.negative(token.at)
    if (token.value === '(') {
      const inner = this.either()
      this.expect(')')
      return inner
    }
    if (token.value === '[') {
      const items = this.list(']')
      return (read) => items.map((item) => item(read))
    }
    throw new ExpressionError(`character ${token.at + 1}: did not expect "${token.value}"`)
  }

  /** A minus sign belongs to the number right behind it; SurveyJS has none for anything else. */
  private negative(at: number): Node {
    const token = this.tokens[this.place]
    if (token?.kind !== 'number' || token.at !== at + 1) {
      throw new ExpressionError(`character ${at + 1}: a minus sign stands before a number or between two values`)
    }
    this.place += 1
    return () => -token.value
  }

  private word(word: string, at: number): Node {
    const lower = word.toLowerCase()
    if (lower === 'true' || lower === 'false') return () => lower === 'true'
    const next = this.tokens[this.place]
    const isFunction = next?.kind === 'mark' && next.value === '(' && next.at === at + word.length
    if (!isFunction) return () => word
    this.expect('(')
    const parts = this.list(')')
    const [condition, yes, no] = parts
    if (word === 'iif' && condition !== undefined && yes !== undefined && no !== undefined) {
      return (read) => (condition(read) ? yes(read) : no(read))
    }
    if (word === 'sum') return (read) => sumOf(parts.map((part) => part(read)))
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

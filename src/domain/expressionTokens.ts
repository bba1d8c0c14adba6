/** What an expression is made of. `at` is the place in the text, from 0, for messages. */
export type Token =
  | { kind: 'variable'; name: string; part: string | undefined; at: number }
  | { kind: 'number'; value: number; at: number }
  | { kind: 'string'; value: string; at: number }
  | { kind: 'word'; value: string; at: number }
  | { kind: 'mark'; value: string; at: number }

/** An expression that this product does not understand; the message names the place. */
export class ExpressionError extends Error {
  override name = 'ExpressionError'
}

const patterns: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /[ \t\r\n]+/y],
  // Not `{list.length}`, nor the words by which SurveyJS speaks of where an expression stands.
  [
    'variable',
    /\{(?!(?:panel|parentpanel|prevpanel|nextpanel|row|totalrow|item|self|survey|question)\.)([a-z]\w*)(?:\.(?!length\})([a-z]\w*))?\}/iy,
  ],
  ['number', /(?:0|[1-9]\d*)(?:\.\d+)?(?![\w.])/y],
  ['string', /'((?:[^'"\\]|\\['"]|\\(?!['"]))*)'|"((?:[^'"\\]|\\['"]|\\(?!['"]))*)"/y],
  ['mark', /<=|>=|<>|!=|==|&&|\|\||[=<>()[\],+\-*/!]/y],
  ['word', /(?!(?:true|false|null|undefined|negate)\w|(?:null|undefined|negate|not)\b)[a-z_]\w*/iy],
]

// SurveyJS replaces these wherever they stand, in a text or a name too, before it reads an expression.
const rewritten = /=>|=<|equals|<>/

export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < expression.length) {
    const found = matchAt(expression, at)
    if (found === undefined)
      throw new ExpressionError(`character ${at + 1}: cannot read "${expression.slice(at, at + 12)}"`)
    if (found.token !== undefined) tokens.push(found.token)
    at += found.length
  }
  return tokens
}

function matchAt(expression: string, at: number): { token: Token | undefined; length: number } | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(expression)
    if (match === null) continue
    if (kind !== 'mark' && rewritten.test(match[0])) return undefined
    return { token: tokenOf(kind, match, at), length: match[0].length }
  }
  return undefined
}

function tokenOf(kind: Token['kind'] | 'space', match: RegExpExecArray, at: number): Token | undefined {
  switch (kind) {
    case 'space':
      return undefined
    case 'variable':
      return { kind, name: match[1] ?? '', part: match[2], at }
    case 'number':
      return { kind, value: Number(match[0]), at }
    case 'string':
      return { kind, value: (match[1] ?? match[2] ?? '').replace(/\\(['"])/g, '$1'), at }
    default:
      return { kind, value: match[0], at }
  }
}

import { parseRegex, type RegexNode } from './regexTree.ts'

/**
 * Why a regular expression may take exponential time on some answer, or undefined when it cannot.
 *
 * Conservative: it refuses some harmless expressions and must never pass a harmful one. What is repeated must read in one
 * way only. So inside a repetition there may be neither a variable repetition that can swallow the beginning of the next
 * round, nor two neighbours that can share the same characters, nor alternatives with a common beginning. A part that ends
 * in a character which occurs nowhere else in it, such as `(\d{1,3}\.){3}`, is clear by that character.
 * Back references are refused altogether, and so is any expression that is not a valid one.
 */
export function catastrophicRegex(source: string): string | undefined {
  try {
    new RegExp(source)
  } catch {
    return 'is no valid regular expression'
  }
  const tree = parseRegex(source)
  if (tree === undefined) return 'has a back reference or a construct that cannot be judged'
  return faultIn(tree, false)
}

function faultIn(node: RegexNode, repeated: boolean): string | undefined {
  switch (node.kind) {
    case 'set':
      return undefined
    case 'look':
      return faultIn(node.body, false)
    case 'alternatives':
      return (repeated ? faultOfAlternatives(node.branches) : undefined) ?? firstFault(node.branches, repeated)
    case 'sequence':
      return faultOfNeighbours(node.parts, repeated) ?? firstFault(node.parts, repeated)
    case 'repeat': {
      const isLoop = node.max > 1
      return (isLoop ? faultOfLoop(node.body) : undefined) ?? faultIn(node.body, repeated || isLoop)
    }
  }
}

function firstFault(nodes: readonly RegexNode[], repeated: boolean): string | undefined {
  for (const node of nodes) {
    const fault = faultIn(node, repeated)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOfLoop(body: RegexNode): string | undefined {
  const branches = body.kind === 'alternatives' ? body.branches : [body]
  const start = beginning(body)
  for (const branch of branches) {
    const inner = variableParts(branch)
    if (inner.length === 0) continue
    if (isNullable(branch)) return 'repeats something that may be empty'
    if (endsClearly(branch)) continue
    if (inner.some((part) => overlap(characters(part), start))) return 'repeats a repetition of the same characters'
  }
  return branches.length > 1 && branches.some(isNullable) ? 'repeats something that may be empty' : undefined
}

function faultOfAlternatives(branches: readonly RegexNode[]): string | undefined {
  const starts = branches.map(beginning)
  const clash = starts.some((start, i) => starts.slice(i + 1).some((other) => overlap(start, other)))
  return clash ? 'repeats alternatives that begin alike' : undefined
}

/** Outside of loops two or three such neighbours cost a polynomial only, which texts of 2,000 characters can bear. */
function faultOfNeighbours(parts: readonly RegexNode[], repeated: boolean): string | undefined {
  const tolerated = repeated ? 1 : 3
  for (let first = 0; first < parts.length; first++) {
    const start = parts[first]
    if (start === undefined || !isVariable(start)) continue
    let chain = 1
    for (const part of parts.slice(first + 1)) {
      const shared = overlap(characters(start), characters(part))
      if (isVariable(part) && shared) chain++
      else if (!isNullable(part) && !shared) break
    }
    if (chain > tolerated) return 'has neighbouring repetitions of the same characters'
  }
  return undefined
}

function endsClearly(branch: RegexNode): boolean {
  const parts = branch.kind === 'sequence' ? branch.parts : [branch]
  const last = parts.at(-1)
  if (last === undefined || parts.length < 2 || isNullable(last) || isVariable(last)) return false
  return parts.slice(0, -1).every((part) => !overlap(characters(part), characters(last)))
}

function isVariable(node: RegexNode): boolean {
  return variableParts(node).length > 0
}

/** Everything inside that can match a differing number of characters by repetition. */
function variableParts(node: RegexNode): RegexNode[] {
  switch (node.kind) {
    case 'set':
    case 'look':
      return []
    case 'alternatives':
      return node.branches.flatMap(variableParts)
    case 'sequence':
      return node.parts.flatMap(variableParts)
    case 'repeat':
      return node.min === node.max ? variableParts(node.body) : [node]
  }
}

function isNullable(node: RegexNode): boolean {
  switch (node.kind) {
    case 'set':
      return false
    case 'look':
      return true
    case 'alternatives':
      return node.branches.some(isNullable)
    case 'sequence':
      return node.parts.every(isNullable)
    case 'repeat':
      return node.min === 0 || isNullable(node.body)
  }
}

function characters(node: RegexNode): readonly boolean[] {
  switch (node.kind) {
    case 'set':
      return node.characters
    case 'look':
      return []
    case 'alternatives':
      return union(node.branches.map(characters))
    case 'sequence':
      return union(node.parts.map(characters))
    case 'repeat':
      return characters(node.body)
  }
}

/** The characters with which a match can begin. */
function beginning(node: RegexNode): readonly boolean[] {
  switch (node.kind) {
    case 'set':
    case 'look':
      return characters(node)
    case 'alternatives':
      return union(node.branches.map(beginning))
    case 'repeat':
      return beginning(node.body)
    case 'sequence': {
      const firstFixed = node.parts.findIndex((part) => !isNullable(part))
      return union((firstFixed < 0 ? node.parts : node.parts.slice(0, firstFixed + 1)).map(beginning))
    }
  }
}

function union(sets: readonly (readonly boolean[])[]): readonly boolean[] {
  const length = Math.max(0, ...sets.map((set) => set.length))
  return Array.from({ length }, (_, code) => sets.some((set) => set[code] === true))
}

function overlap(one: readonly boolean[], other: readonly boolean[]): boolean {
  return one.some((has, code) => has && other[code] === true)
}

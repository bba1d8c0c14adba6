import { readFileSync } from 'node:fs'
import ts from 'typescript'
import type { Language } from '#domain/text.ts'

/** What stands in place of a value that a message names: a word, as a reader will see one. */
const gap = 'Café'

/**
 * The texts that a source file holds outside of the catalogues: what is given to `es` or `en`, as a property or as a
 * variable, also by a function and in the arms of a choice.
 */
export function messagesIn(file: string, language: Language): { key: string; text: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { key: string; text: string }[] = []
  const collect = (node: ts.Node): void => {
    const text = textOf(node)
    if (text === undefined) {
      ts.forEachChild(node, collect)
    } else {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push({ key: `${file}:${line + 1}`, text })
    }
  }
  const visit = (node: ts.Node): void => {
    const isGiven = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
    const given = isGiven && node.name.getText() === language ? node.initializer : undefined
    if (given === undefined) ts.forEachChild(node, visit)
    else collect(given)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.flatMap(({ literal }) => [gap, literal.text])].join('')
}

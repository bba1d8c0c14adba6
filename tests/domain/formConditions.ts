import type { Edition, FormElement } from '#domain/edition.ts'

/** Every condition of a form, its checks included, each once. */
export function conditionsIn(edition: Edition): string[] {
  const ofPages = edition.form.pages.flatMap((page) => [page.visibleIf, ...page.elements.flatMap(conditionsOf)])
  const ofChecks = (edition.checks ?? []).map((check) => check.when)
  return [...new Set([...ofPages, ...ofChecks].filter((condition) => condition !== undefined))]
}

function conditionsOf(element: FormElement): (string | undefined)[] {
  const required = 'requiredIf' in element ? String(element.requiredIf) : undefined
  return [element.visibleIf, required, ...(element.elements ?? []).flatMap(conditionsOf)]
}

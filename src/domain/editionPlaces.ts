import type { Edition, FormElement } from './edition.ts'

/** Something wrong in an edition: `place` is a path such as `form.pages[3].elements[1] (team_fte)`. */
export type Problem = { place: string; problem: string }

/** One value somewhere in a JSON document; `name` is that of the nearest element, page or entry around it. */
export type Place = { value: unknown; key: string; path: string; name: string | undefined }

/** Every value of the document, parents first, in document order. */
export function* placesIn(value: unknown, path = '', key = '', around?: string): Generator<Place> {
  const name = nameOf(value) ?? around
  yield { value, key, path, name }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesIn(item, `${path}[${index}]`, key, name)
  } else if (typeof value === 'object' && value !== null) {
    for (const [inner, item] of Object.entries(value)) {
      yield* placesIn(item, path === '' ? inner : `${path}.${inner}`, inner, name)
    }
  }
}

/** The place as it is printed: the path, and the name of what it is about. */
export function placeText(place: Pick<Place, 'path' | 'name'>): string {
  return place.name === undefined ? place.path : `${place.path} (${place.name})`
}

export type PlacedElement = { element: FormElement; place: string }

/** All panels and questions of the form, in document order. */
export function elementsOf(edition: Edition): PlacedElement[] {
  return edition.form.pages.flatMap((page, index) => inside(page.elements, `form.pages[${index}]`))
}

/** Questions only: what holds a variable. */
export function questionsOf(edition: Edition): PlacedElement[] {
  return elementsOf(edition).filter(({ element }) => element.type !== 'panel')
}

function inside(elements: readonly FormElement[], path: string): PlacedElement[] {
  return elements.flatMap((element, index) => {
    const place = `${path}.elements[${index}]`
    return [{ element, place: `${place} (${element.name})` }, ...inside(element.elements ?? [], place)]
  })
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined
  return typeof value.name === 'string' ? value.name : undefined
}

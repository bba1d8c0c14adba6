import type { Edition, FormElement } from '#domain/edition.ts'

type Kind = 'single' | 'multiple' | 'number' | 'percents' | 'text' | 'date' | 'comment'

/** 70 questions: what a long questionnaire of a census office looks like. */
const counts: Record<Kind, number> = {
  single: 20,
  multiple: 12,
  number: 12,
  percents: 8,
  text: 10,
  date: 4,
  comment: 4,
}
const pagesInBlock = 8
const skipRulesInBlock = 15

/**
 * A plain questionnaire without scoring, always the same: per block 70 questions in 8 sections, 15 skip rules,
 * 3 calculated values, 3 validators besides the percentages that must add up to 100.
 */
export function unscoredEdition(blocks = 1): Edition {
  const numbers = Array.from({ length: blocks }, (_, index) => index + 1)
  return {
    id: 'site-visit',
    edition: 1,
    title: { es: 'Visita a una iniciativa clúster', en: 'Visit to a cluster initiative' },
    form: {
      pages: numbers.flatMap(pagesOfBlock),
      calculatedValues: numbers.flatMap(calculatedValuesOfBlock),
    },
  }
}

function pagesOfBlock(block: number): Edition['form']['pages'] {
  const questions = withRules(block, questionsOfBlock(block))
  return Array.from({ length: pagesInBlock }, (_, page) => ({
    name: `b${block}_page_${page + 1}`,
    title: `Sección ${(block - 1) * pagesInBlock + page + 1}`,
    elements: questions.slice(startOf(page, questions.length), startOf(page + 1, questions.length)),
  }))
}

function startOf(page: number, questions: number): number {
  return Math.ceil((page * questions) / pagesInBlock)
}

/** Kinds take turns until each is used up, so that every section has some of everything. */
function questionsOfBlock(block: number): FormElement[] {
  const kinds = Object.keys(counts) as Kind[]
  const rounds = Math.max(...Object.values(counts))
  return Array.from({ length: rounds }, (_, round) => round + 1).flatMap((turn) =>
    kinds.filter((kind) => turn <= counts[kind]).map((kind) => question(kind, nameOf(block, kind, turn), turn)),
  )
}

function nameOf(block: number, kind: Kind, turn: number): string {
  return `b${block}_${kind}_${String(turn).padStart(2, '0')}`
}

function question(kind: Kind, name: string, turn: number): FormElement {
  switch (kind) {
    case 'single':
      return {
        type: 'radiogroup',
        name,
        title: `¿Cuál describe mejor el punto ${turn}?`,
        isRequired: true,
        choices: codes(4),
      }
    case 'multiple':
      return { type: 'checkbox', name, title: `¿Cuáles aplican al punto ${turn}?`, choices: codes(6) }
    case 'number':
      return {
        type: 'text',
        name,
        title: `¿Cuántas empresas hay en el punto ${turn}?`,
        inputType: 'number',
        min: 0,
        max: 9999,
      }
    case 'percents':
      return percents(name, turn)
    case 'text':
      return { type: 'text', name, title: `Nombre de lo que vio en el punto ${turn}`, maxLength: 120 }
    case 'date':
      return { type: 'text', name, title: `Fecha del hecho ${turn}`, inputType: 'date' }
    case 'comment':
      return { type: 'comment', name, title: `Observaciones ${turn}`, maxLength: 600 }
  }
}

function codes(count: number) {
  return Array.from({ length: count }, (_, index) => ({ value: `c${index + 1}`, text: `Opción ${index + 1}` }))
}

function percents(name: string, turn: number): FormElement {
  const parts = ['firms', 'academia', 'public', 'other']
  return {
    type: 'multipletext',
    name,
    title: `¿Cómo se reparte el punto ${turn}, en porcentaje?`,
    items: parts.map((part) => ({ name: part, inputType: 'number', title: part })),
    validators: [
      {
        type: 'expression',
        text: 'Los cuatro porcentajes deben sumar 100.',
        expression: `${parts.map((part) => `{${name}.${part}}`).join(' + ')} = 100`,
      },
    ],
  }
}

/** Every rule looks at a choice that stands before it. */
function withRules(block: number, questions: FormElement[]): FormElement[] {
  const rules = new Map<string, Partial<FormElement>>()
  const skippable = questions.filter((one) => one.type !== 'radiogroup').slice(0, skipRulesInBlock)
  for (const [index, skipped] of skippable.entries()) {
    const asked = nameOf(block, 'single', Math.floor(index / 6) + 1)
    rules.set(skipped.name, { visibleIf: `{${asked}} <> 'c4'` })
  }
  const add = (kind: Kind, turn: number, rule: Partial<FormElement>) => {
    const name = nameOf(block, kind, turn)
    rules.set(name, { ...rules.get(name), ...rule })
  }
  add('number', 12, { validators: [{ type: 'numeric', minValue: 0, maxValue: 5000 }] })
  add('text', 10, {
    validators: [{ type: 'regex', regex: '^[0-9]{3}-[0-9]{4}$', text: 'Escriba el código como 123-4567.' }],
  })
  add('multiple', 12, { validators: [{ type: 'answercount', maxCount: 3 }] })
  return questions.map((one) => ({ ...one, ...rules.get(one.name) }))
}

function calculatedValuesOfBlock(block: number) {
  const sum = (name: string, turns: readonly number[]) => ({
    name: `b${block}_${name}`,
    expression: turns.map((turn) => `{${nameOf(block, 'number', turn)}}`).join(' + '),
  })
  return [sum('early_firms', [1, 2, 3]), sum('late_firms', [10, 11, 12]), sum('all_firms', [1, 4, 7, 10])]
}

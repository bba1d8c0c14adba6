import { explain } from '#domain/explanation.ts'
import { simulate } from '#domain/simulation.ts'
import { inLanguage } from '#domain/text.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { dimensionLabel, indicatorName, oneDecimal, stageLabel, valueText } from '../resultWords.ts'
import { type Block, body, caption, heading, paragraph, sectionGap } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Pdf } from './pdf.ts'

const outcome = { ...body, lines: 2 } as const
const detail = { ...caption, ink: 'text', lines: 3 } as const
const padding = 5

/** What the simulator showed, where the team chose to print it; set apart, so that nobody takes it for the result. */
export function simulated(pdf: Pdf, facts: ReportFacts): Block[] {
  const texts = simulatedTexts(facts)
  if (texts === undefined) return []
  const t = reportTexts(facts.language).simulated
  const inner = { x: pdf.left + 10, width: pdf.width - 20 }
  const parts = [
    { tag: 'H2', text: t.title, style: heading } as const,
    { tag: 'P', text: texts.outcome, style: outcome } as const,
    { tag: 'P', text: texts.dimensions, style: detail } as const,
    { tag: 'P', text: texts.supposed, style: detail } as const,
  ]
  const height = parts.reduce((sum, { text, style }) => sum + pdf.heightOf(text, style, inner.width), 2 * padding)
  const draw = (top: number) => {
    pdf.artifact(() => drawDashes(pdf, top, height))
    let y = top + padding - 1
    for (const { tag, text, style } of parts) {
      if (text !== '') y = paragraph(pdf, tag, text, style, { ...inner, y })
    }
  }
  return [{ height, gap: sectionGap, draw }]
}

function drawDashes({ left, width, line }: Pdf, top: number, height: number): void {
  const [right, bottom] = [left + width, top + height]
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ] as const
  line(corners, 'line', 0.8, 3)
}

function simulatedTexts({ language, edition, rules, result, told, plan }: ReportFacts) {
  const simulation = plan?.simulation
  if (simulation === undefined || result.stage === null) return undefined
  const t = reportTexts(language).simulated
  const names = [
    ...Object.keys(simulation.levels).map((indicator) => indicatorName(edition, indicator, language)),
    ...simulation.conditions.map((id) => inLanguage(edition.texts?.conditions[id]?.short ?? id, language)),
  ]
  if (names.length === 0) return undefined
  const then = simulate(rules, result, simulation)
  const stage = stageLabel(edition, then.stage ?? result.stage, language)
  const profile = explain(rules, then).profile
  const moved = told.profile.flatMap((row, at) => {
    const [now, after] = [valueText(row, language), profile[at] === undefined ? '' : valueText(profile[at], language)]
    return now === after ? [] : [t.dimension(dimensionLabel(edition, row.dimension, language), now, after)]
  })
  return {
    outcome: [
      then.stage === result.stage ? t.same(stage) : t.reached(stage),
      t.score(oneDecimal(result.index, language), oneDecimal(then.index, language)),
    ].join(' '),
    dimensions: moved.length === 0 ? '' : `${moved.join('; ')}.`,
    supposed: t.supposed(names.length, names.join('; ')),
  }
}

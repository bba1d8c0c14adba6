import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { dimensionLabel, stageLabel, valueText } from '../resultWords.ts'
import { type Block, sizes } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Pdf } from './pdf.ts'
import { threshold } from './words.ts'

const rowHeight = 19
const axisHeight = 15
const labelWidth = 158
const valueWidth = 76

/** One row for each dimension on a common scale from 0 to 100, with its number, and the minimum of the next stage. */
export function profileChart(pdf: Pdf, facts: ReportFacts, space: number): Block {
  const { told } = facts
  const height = rowHeight * told.profile.length + axisHeight
  return {
    height,
    gap: space,
    draw: (y) => {
      const bbox = [pdf.left, y, pdf.left + pdf.width, y + height]
      pdf.tagged('Figure', () => drawChart(pdf, facts, y), { alt: inWords(facts), bbox })
    },
  }
}

/** What the chart shows, as a title: a finding, not a name. */
export function profileFinding({ told, edition, language }: ReportFacts): string {
  const t = reportTexts(language).result
  const known = told.profile.filter(({ isRange }) => !isRange)
  const [first] = known
  if (first === undefined || known.length < 2) return t.profileRange
  const highest = known.reduce((best, each) => (each.value > best.value + 1e-9 ? each : best), first)
  const lowest = known.reduce((worst, each) => (each.value < worst.value - 1e-9 ? each : worst), first)
  if (highest === lowest) return t.profileEven
  return t.profileFinding(
    dimensionLabel(edition, highest.dimension, language),
    dimensionLabel(edition, lowest.dimension, language),
  )
}

/** The unit, how many indicators are behind it, and what the strokes mean. */
export function profileUnit({ told, edition, rules, language }: ReportFacts): string {
  const t = reportTexts(language).result
  const next = rules.stages.find(({ id }) => id === told.distance?.stage)
  const hasMinima = next !== undefined && Object.keys(next.minima).length > 0
  return [
    t.profileUnit(told.count.answered, told.count.counting),
    ...(told.profile.some(({ isRange }) => isRange) ? [t.rangeMark] : []),
    ...(hasMinima ? [t.minimumMark(stageLabel(edition, next.id, language))] : []),
  ].join(' ')
}

function inWords({ told, edition, language }: ReportFacts): string {
  const t = resultTexts(language).result
  return told.profile
    .map((row) => t.dimensionValue(dimensionLabel(edition, row.dimension, language), valueText(row, language)))
    .join('; ')
}

function drawChart(pdf: Pdf, facts: ReportFacts, top: number): void {
  const { told, edition, rules, language } = facts
  const next = rules.stages.find(({ id }) => id === told.distance?.stage)
  const left = pdf.left + labelWidth
  const width = pdf.width - labelWidth - valueWidth
  const xOf = (value: number) => left + (width * value) / 100
  const bottom = top + rowHeight * told.profile.length
  for (const tick of [0, 25, 50, 75, 100]) {
    pdf.line(
      [
        [xOf(tick), top],
        [xOf(tick), bottom],
      ],
      'line',
      0.35,
      tick === 0 ? undefined : 1.5,
    )
    const style = { size: sizes.caption, ink: 'quiet', align: 'center', lines: 1 } as const
    pdf.write(threshold(tick, language), style, { x: xOf(tick) - 20, y: bottom + 2, width: 40 })
  }
  for (const [at, row] of told.profile.entries()) {
    const middle = top + rowHeight * (at + 0.5)
    const name = dimensionLabel(edition, row.dimension, language)
    pdf.write(name, { size: sizes.table, lines: 1 }, { x: pdf.left, y: middle - 6.5, width: labelWidth - 8 })
    const [from, to] = row.isRange ? [row.min, row.max] : [0, row.value]
    pdf.line(
      [
        [xOf(from), middle],
        [xOf(to), middle],
      ],
      'brand',
      3,
      row.isRange ? 6 : undefined,
    )
    const minimum = next?.minima[row.dimension]
    if (minimum !== undefined)
      pdf.line(
        [
          [xOf(minimum), middle - 8],
          [xOf(minimum), middle + 8],
        ],
        'text',
        2,
      )
    if (!row.isRange) pdf.dot({ x: xOf(row.value), y: middle }, 4.5, 'brand')
    const value = { size: sizes.body, bold: true, align: 'right', lines: 1 } as const
    const box = { x: left + width + 6, y: middle - 7, width: valueWidth - 6 }
    pdf.write(valueText(row, language), value, box)
  }
}

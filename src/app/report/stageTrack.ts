import { inLanguage } from '#domain/text.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { stageLabel } from '../resultWords.ts'
import { type Block, sizes } from './blocks.ts'
import type { ReportFacts } from './facts.ts'
import type { Fill, Ink } from './inks.ts'
import type { Pdf, Rectangle } from './pdf.ts'

const grounds: readonly { fill: Fill; ink: Ink }[] = [
  { fill: 'stage1', ink: 'text' },
  { fill: 'stage2', ink: 'text' },
  { fill: 'stage3', ink: 'light' },
  { fill: 'stage4', ink: 'light' },
]

const gap = 8
const head = 26

/** The stages side by side, each with number, glyph, name and what is observable; the one reached stands out. */
export function stageTrack(pdf: Pdf, facts: ReportFacts, space: number): Block {
  const { language, edition, rules, result } = facts
  const t = reportTexts(language).result
  const width = (pdf.width - gap * (rules.stages.length - 1)) / rules.stages.length
  const names = rules.stages.map(({ id }) => stageLabel(edition, id, language))
  const lines = rules.stages.map(({ id }) => inLanguage(edition.texts?.stages[id]?.observable, language))
  const lineHeights = lines.map((line) => pdf.heightOf(line, observable, width - 14))
  const height = head + 24 + Math.max(...lineHeights) + 11
  const current = result.stage === null ? t.noStageAlt : stageLabel(edition, result.stage, language)
  return {
    height,
    gap: space,
    draw: (y) => {
      const bbox = [pdf.left, y, pdf.left + pdf.width, y + height]
      const draw = () => {
        for (const [at, { id }] of rules.stages.entries()) {
          const box = { x: pdf.left + at * (width + gap), y, width, height }
          drawStage(pdf, box, { at, name: names[at] ?? '', line: lines[at] ?? '', isCurrent: id === result.stage })
          if (id === result.stage) drawHere(pdf, box, resultTexts(language).result.youAreHere)
        }
      }
      pdf.tagged('Figure', draw, { alt: t.stagesAlt(current, names.join(', ')), bbox })
    },
  }
}

const observable = { size: sizes.caption, ink: 'text', lines: 6 } as const

type Stage = { at: number; name: string; line: string; isCurrent: boolean }

function drawStage(pdf: Pdf, box: Rectangle, { at, name, line, isCurrent }: Stage): void {
  const { fill, ink } = grounds[Math.min(at, grounds.length - 1)] ?? { fill: 'stage4', ink: 'light' }
  pdf.fill(box, 'paper', { ink: isCurrent ? 'text' : 'line', width: isCurrent ? 2.2 : 0.8 }, 5)
  pdf.fill(
    { x: box.x + 5, y: box.y + 5, width: box.width - 10, height: head - 5 },
    fill,
    { ink: 'text', width: 0.8 },
    3,
  )
  pdf.write(String(at + 1), { size: sizes.h2, bold: true, ink }, { x: box.x + 12, y: box.y + 7, width: 30 })
  drawNodes(pdf, { x: box.x + box.width - 27, y: box.y + 9 }, at, ink, fill)
  const text = { x: box.x + 7, width: box.width - 14 }
  pdf.write(name, { size: sizes.body, bold: true, lines: 1 }, { ...text, y: box.y + head + 5 })
  pdf.write(line, observable, { ...text, y: box.y + head + 22 })
}

function drawHere(pdf: Pdf, box: Rectangle, words: string): void {
  // Across the frame's lower edge: a flag that needs no room inside.
  const label = { x: box.x + 14, y: box.y + box.height - 7.5, width: box.width - 28, height: 15 }
  pdf.fill(label, 'brand', undefined, 3)
  const style = { size: sizes.caption, bold: true, ink: 'light', align: 'center', lines: 1 } as const
  pdf.write(words, style, { ...label, y: label.y + 1.5 })
}

const nodes = [
  [0, 0],
  [13, 0],
  [13, 13],
  [0, 13],
] as const

const strokes = [
  [0, 1],
  [3, 2],
  [0, 3],
  [1, 2],
  [0, 2],
  [1, 3],
] as const

const strokesOfStage = [0, 2, 4, 6]

/** Four dots that are joined more closely with each stage: the mark of the product and the glyph of a stage. */
export function drawNodes(pdf: Pdf, origin: { x: number; y: number }, stage: number, ink: Ink, ground: Fill): void {
  const at = (node: number) => {
    const [x, y] = nodes[node] ?? [0, 0]
    return [origin.x + x, origin.y + y] as const
  }
  for (const [from, to] of strokes.slice(0, strokesOfStage[stage] ?? strokes.length)) {
    pdf.line([at(from), at(to)], ink, 1.3)
  }
  for (const node of nodes.keys()) {
    const [x, y] = at(node)
    pdf.dot({ x, y }, 2, ink, stage === 0 ? ground : undefined)
  }
}

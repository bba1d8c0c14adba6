// The colours of the printed pages: those of the screen's light theme, which a style sheet cannot lend to a PDF.

/** Grounds. None of them says anything by itself: what lies on them, or the outline around them, does. */
export const fills = {
  paper: '#ffffff',
  tint: '#eef6f6',
  brand: '#0b5563',
  stage1: '#cfe6de',
  stage2: '#7dbbb4',
  stage3: '#2b8089',
  stage4: '#0a3f4d',
} as const
export type Fill = keyof typeof fills

/** Everything that is read: text, lines, marks; each with the grounds it may be drawn on. */
export const inks = {
  text: { colour: '#14202b', on: ['paper', 'tint', 'stage1', 'stage2'] },
  quiet: { colour: '#42505c', on: ['paper', 'tint'] },
  brand: { colour: '#0b5563', on: ['paper', 'tint'] },
  line: { colour: '#5a6875', on: ['paper', 'tint'] },
  light: { colour: '#ffffff', on: ['brand', 'stage3', 'stage4'] },
} as const satisfies Record<string, { colour: string; on: readonly Fill[] }>
export type Ink = keyof typeof inks

const longestShort = 32

/**
 * Names that differ whatever the case, in the order of `wanted`.
 *
 * A questionnaire may call a variable `mode` or `index`, like a column of every export: the lower rank keeps the name,
 * the other becomes `mode_answer`. `short` also keeps to 32 letters, digits and underscores (Stata, SPSS).
 */
export function columnNames(wanted: readonly { wanted: string; rank: number }[]): { column: string; short: string }[] {
  const columns = new Set<string>()
  const shorts = new Set<string>()
  const names = wanted.map(({ wanted: name }) => ({ column: name, short: name }))
  const places = wanted.map((_, place) => place)
  const byRank = places.sort((one, other) => (wanted[one]?.rank ?? 0) - (wanted[other]?.rank ?? 0) || one - other)
  for (const place of byRank) {
    const column = firstFree(wanted[place]?.wanted ?? '', columns, (name) => `${name}_answer`)
    const plain = column.replace(/[^A-Za-z0-9_]/g, '_').slice(0, longestShort)
    let suffix = 1
    const short = firstFree(plain, shorts, () => {
      suffix += 1
      return `${plain.slice(0, longestShort - 1 - String(suffix).length)}_${suffix}`
    })
    names[place] = { column, short }
  }
  return names
}

/** The name itself, or the first variation of it that nobody has taken; takes it. */
function firstFree(name: string, taken: Set<string>, vary: (name: string) => string): string {
  let free = name
  while (taken.has(free.toLowerCase())) free = vary(free)
  taken.add(free.toLowerCase())
  return free
}

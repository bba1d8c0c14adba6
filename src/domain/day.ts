/** The calendar day in Colombia, which is what a round opens and closes by. */
export function dayInColombia(at: Date): string {
  // The whole country is five hours behind UTC all year round.
  return new Date(at.getTime() - 5 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** A calendar day as it is typed into three boxes. */
export type TypedDay = { day: string; month: string; year: string }

/** The day as ISO 8601, or undefined where the boxes make no day that there is: blank, half-filled, 31 of February. */
export function isoDay({ day, month, year }: TypedDay): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso
}

export function typedDay(iso: string | null): TypedDay {
  const [year = '', month = '', day = ''] = iso?.split('-') ?? []
  return { day, month, year }
}

import type { DeviceFacts } from './database.ts'

/** Up to here a wrong clock does no harm: every submission carries the offset with it. */
const toleratedMs = 10 * 60_000

/** Whether the tablet's clock was far from the census's when the two last talked. */
export function isClockOff(census: DeviceFacts['census'] | undefined): boolean {
  return census !== undefined && Math.abs(census.clockOffsetMs) > toleratedMs
}

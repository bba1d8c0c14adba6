import { describe, expect, it } from 'vitest'
import { readBenchmark } from '#domain/benchmark.ts'

const quartiles = { p25: 30, p50: 45.5, p75: 60 }
const group = {
  ...{ id: 'all', es: 'Todos', en: 'All', n: 96 },
  ...{ dimensions: { gov: quartiles }, stages: { s1_exploracion: 40, s2_intermedio: 56 } },
}
const file = { format: 1, kind: 'benchmark', roundId: '2026', asOf: '2026-10-12', groups: [group] }
const read = (change: object) => readBenchmark(JSON.stringify({ ...file, ...change }))

describe('a benchmark file', () => {
  it('is read with its groups', () => {
    expect(read({})).toEqual(file)
  })

  it('is refused with a group of fewer than five, quartiles out of order or range, or anything unknown', () => {
    expect(read({ groups: [{ ...group, n: 4 }] })).toBeUndefined()
    expect(read({ groups: [{ ...group, dimensions: { gov: { ...quartiles, p75: 40 } } }] })).toBeUndefined()
    expect(read({ groups: [{ ...group, dimensions: { gov: { ...quartiles, p75: 101 } } }] })).toBeUndefined()
    expect(read({ groups: [{ ...group, cluster: 'CL-05-001' }] })).toBeUndefined()
    expect(read({ groups: [] })).toBeUndefined()
    expect(read({ groups: Array.from({ length: 201 }, () => group) })).toBeUndefined()
    expect(read({ asOf: '12 de octubre' })).toBeUndefined()
    expect(read({ format: 2 })).toBeUndefined()
    expect(readBenchmark('{')).toBeUndefined()
    expect(readBenchmark('')).toBeUndefined()
  })
})

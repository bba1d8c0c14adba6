import { expect, test } from 'vitest'
import type { RegisterCluster } from '#domain/register.ts'
import { matchingClusters } from '../../src/app/registerSearch.ts'
import { registerRow } from '../support/builders.ts'

const register: RegisterCluster[] = [
  registerRow({ clusterId: 'CL-05-001', name: 'Clúster de Café de Antioquia', deptCode: '05', chamberCode: '21' }),
  registerRow({ clusterId: 'CL-52-001', name: 'Lácteos del Sur', deptCode: '52', chamberCode: '34' }),
  registerRow({ clusterId: 'CL-76-001', name: 'Bioenergía', deptCode: '76', chamberCode: '13' }),
]

test.each([
  ['cafe', ['CL-05-001']],
  ['CAFÉ', ['CL-05-001']],
  ['narino', ['CL-52-001']],
  ['cl-76', ['CL-76-001']],
  ['34', ['CL-52-001']],
  ['medellin para antioquia', ['CL-05-001']],
  ['sur lac', ['CL-52-001']],
  ['  de   antioquia ', ['CL-05-001']],
  ['café nariño', []],
  ['xyz', []],
])('%j finds %j', (query, expected) => {
  expect(matchingClusters(register, query).map(({ clusterId }) => clusterId)).toEqual(expected)
})

test.each(['', '   '])('%j finds the whole register, in its order', (query) => {
  expect(matchingClusters(register, query)).toEqual(register)
})

test.each(['(', '[a-z', '\\', '.*'])('%j is text and no pattern', (query) => {
  expect(matchingClusters(register, query)).toEqual([])
})

test('letters count as the same, however they were composed', () => {
  expect(matchingClusters(register, 'Café'.normalize('NFD'))).toHaveLength(1)
})

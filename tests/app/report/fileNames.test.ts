import { expect, test } from 'vitest'
import { blankFormFileName, recordFileName } from '../../../src/app/report/fileNames.ts'
import { submissionOf, workedExamples } from './reports.ts'

const submission = submissionOf(workedExamples[0]!.input)

test('a file is named by round, content, cluster and day', () => {
  expect(recordFileName('result', submission, 'es')).toBe('ECC-2026_resultado_CL-05-012_2026-11-23.pdf')
  expect(recordFileName('annex', submission, 'es')).toBe('ECC-2026_respuestas_CL-05-012_2026-11-23.pdf')
  expect(recordFileName('result', submission, 'en')).toBe('ECC-2026_result_CL-05-012_2026-11-23.pdf')
  expect(blankFormFileName({ id: 'cluster-maturity', edition: 1 }, 'es')).toBe(
    'ECC_cuestionario_cluster-maturity-1.pdf',
  )
})

test('a cluster without an id and a submission without a round still give a safe name', () => {
  const named = (clusterName: string) =>
    recordFileName('result', { ...submission, clusterId: null, roundId: null, clusterName }, 'es')
  expect(named('Clúster de Café, Ñame & Cía.')).toBe('ECC-2026_resultado_Cluster-de-Cafe-Name-Cia_2026-11-23.pdf')
  expect(named('../../..\\')).toBe('ECC-2026_resultado_cluster_2026-11-23.pdf')
  expect(named('漢字')).toBe('ECC-2026_resultado_cluster_2026-11-23.pdf')
  expect(named('x'.repeat(300)).length).toBeLessThan(110)
})

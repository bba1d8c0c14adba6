import { type ReactNode, useState } from 'react'
import { type Benchmark, groupOf } from '#domain/benchmark.ts'
import type { Edition } from '#domain/edition.ts'
import { type Explanation, explain, stepsOfGaps } from '#domain/explanation.ts'
import type { Form } from '#domain/form.ts'
import { type Assessment, earlierResults } from '#domain/history.ts'
import type { Plan } from '#domain/plan.ts'
import type { Result } from '#domain/result.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import { inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { reportTexts } from '#ui/reportTexts.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import type { Database, OutboxEntry, StoredReceipt, StoredSubmission } from '../database.ts'
import { type MissingQuestions, missingQuestions, questionsOfIndicator } from '../indicatorQuestions.ts'
import { borderText, dimensionLabel, distanceText, insufficientText, oneDecimal, stageLabel } from '../resultWords.ts'
import { roundLabels } from '../roundLabels.ts'
import { useTitle } from '../useTitle.ts'
import { Completeness } from './Completeness.tsx'
import { DimensionProfile } from './DimensionProfile.tsx'
import { NextSteps } from './NextSteps.tsx'
import { ReceiptStatus } from './ReceiptStatus.tsx'
import { ReportActions } from './ReportActions.tsx'
import styles from './ResultScreen.module.css'
import { RevisionNotice } from './RevisionNotice.tsx'
import { AnswerList, FoldedAnswers, type QuestionsOf } from './result/AnswerList.tsx'
import { CorrectAnswers } from './result/CorrectAnswers.tsx'
import { OverTime } from './result/OverTime.tsx'
import { SimulateInvite } from './result/SimulateInvite.tsx'
import { StillMissing } from './result/StillMissing.tsx'
import { Why } from './result/Why.tsx'
import { StageTrack } from './StageTrack.tsx'

export type ResultScreenProps = {
  db: Database
  language: Language
  stored: StoredSubmission
  edition: Edition
  form: Form
  receipt: StoredReceipt | undefined
  outboxEntry: OutboxEntry | undefined
  /** earlier assessments of the same cluster */
  earlier: readonly Assessment[]
  benchmark: Benchmark | undefined
  plan: Plan | undefined
}

/** S09: what the answers say, why, and what comes next. Without scoring: the state of sending and the answers. */
export function ResultScreen(props: ResultScreenProps) {
  const { db, language, stored, edition, form, receipt, outboxEntry } = props
  const t = resultTexts(language).result
  const { result } = stored.submission
  const [groupId, setGroupId] = useState<string>()
  useTitle(edition.scoring === undefined || result === null ? t.titleUnscored : t.title, language)
  const status = (
    <>
      <ReportActions db={db} language={language} stored={stored} groupId={groupId} />
      <ReceiptStatus {...{ db, language, stored, receipt, outboxEntry }} />
    </>
  )
  const revision = <RevisionNotice db={db} language={language} stored={stored} to="result" />
  const correct = <CorrectAnswers {...{ db, language, edition, form }} submissionId={stored.submissionId} />
  if (edition.scoring === undefined || result === null) {
    return (
      <article className={styles.screen}>
        <h1>{t.titleUnscored}</h1>
        <p className={styles.cluster}>{stored.submission.clusterName}</p>
        {revision}
        {status}
        <section aria-labelledby="answers-title">
          <h2 id="answers-title">{t.answersTitle}</h2>
          <AnswerList language={language} stored={stored} form={form} />
        </section>
        {correct}
      </article>
    )
  }
  return (
    <article className={styles.screen}>
      <h1>{t.title}</h1>
      <p className={styles.cluster}>{stored.submission.clusterName}</p>
      {revision}
      <Scored {...props} {...{ result, status, groupId }} rules={edition.scoring} onGroup={setGroupId} />
      <FoldedAnswers language={language} stored={stored} form={form} />
      {correct}
    </article>
  )
}

type ScoredProps = ResultScreenProps & {
  rules: ScoringRules
  result: Result
  /** what can be done with the result, and where it is; it follows what to do about it */
  status: ReactNode
  groupId: string | undefined
  onGroup: (id: string) => void
}

function Scored(props: ScoredProps) {
  const { db, language, stored, edition, form, rules, result, earlier, benchmark, plan, status } = props
  const t = resultTexts(language).result
  const told = explain(rules, result)
  const border = borderText(edition, told, language)
  const next = rules.stages.find(({ id }) => id === told.distance?.stage)
  const history = earlierResults(edition, earlier)
  const labels = roundLabels(
    [...history, stored].map(({ completedAt }) => completedAt),
    language,
  )
  const lastAt = history.findLastIndex(({ comparable }) => comparable !== null)
  const dimensions = history[lastAt]?.comparable?.dimensions
  const asked = visibleQuestions(form, stored.submission.answers)
  const missing = missingQuestions(rules, form, stored.submission, language)
  const isInsufficient = result.status === 'insufficient'
  const completeness = <Completeness language={language} count={told.count} bounds={told.bounds} />
  const questionsOf: QuestionsOf = (indicator) => questionsOfIndicator(rules, form, asked, indicator, language)
  return (
    <>
      <Sentence language={language} edition={edition} result={result} told={told} missing={missing} />
      {isInsufficient && (
        <>
          <StillMissing {...{ db, language, edition, form, missing }} submissionId={stored.submissionId} />
          {completeness}
        </>
      )}
      <section aria-labelledby="stages-title">
        <h2 id="stages-title">{t.stagesTitle}</h2>
        <StageTrack language={language} stages={rules.stages} words={edition.texts?.stages} current={result.stage} />
        {result.stage !== null && <p className={styles.distance}>{distanceText(edition, told.distance, language)}</p>}
        {border !== undefined && <p>{border}</p>}
      </section>
      <DimensionProfile
        language={language}
        edition={edition}
        rules={rules}
        profile={told.profile}
        next={next}
        previous={dimensions === undefined ? undefined : { date: labels[lastAt] ?? '', dimensions }}
        benchmark={benchmark}
        group={groupOf(benchmark, props.groupId)}
        onGroup={props.onGroup}
        questionsOf={questionsOf}
      />
      <Why language={language} edition={edition} told={told} questionsOf={questionsOf} />
      {result.stage !== null && (
        <>
          <NextSteps
            db={db}
            language={language}
            edition={edition}
            submissionId={stored.submissionId}
            distance={told.distance}
            steps={told.distance === null ? stepsOfGaps(rules, told.lacking) : (result.path ?? [])}
            plan={plan}
          />
          <SimulateInvite language={language} submissionId={stored.submissionId} plan={plan} />
        </>
      )}
      {status}
      {history.length > 0 && (
        <OverTime
          language={language}
          edition={edition}
          rules={rules}
          result={result}
          earlier={history}
          labels={labels}
        />
      )}
      {!isInsufficient && completeness}
      <section aria-labelledby="use-title">
        <h2 id="use-title">{t.useTitle}</h2>
        <p className={styles.notice}>{inLanguage(edition.texts?.useNotice, language)}</p>
        <p className={styles.small}>{inLanguage(edition.texts?.labelsNote, language)}</p>
      </section>
    </>
  )
}

type SentenceProps = {
  language: Language
  edition: Edition
  result: Result
  told: Explanation
  missing: readonly MissingQuestions[]
}

function Sentence({ language, edition, result, told, missing }: SentenceProps) {
  const t = resultTexts(language).result
  if (result.status === 'not_active') return <p className={styles.sentence}>{t.notActive}</p>
  if (result.stage === null) {
    return <p className={styles.sentence}>{insufficientText(edition, missing, language)}</p>
  }
  const [before = '', , after = ''] = t.stage('')
  return (
    <>
      <p className={styles.sentence}>
        {before}
        <strong>{stageLabel(edition, result.stage, language)}</strong>
        {after} {told.strongest !== null && t.strongest(dimensionLabel(edition, told.strongest, language))}{' '}
        {told.nearest !== null && t.nearest(dimensionLabel(edition, told.nearest, language))}
      </p>
      <p>
        <strong>{t.stageInGeneral}</strong> {inLanguage(edition.texts?.stages[result.stage]?.meaning, language)}
      </p>
      {result.status === 'provisional' && <p className={styles.provisional}>{t.provisional}</p>}
      <p className={styles.score}>{t.score(oneDecimal(result.index, language))}</p>
      <p className={styles.ways}>
        <a className={styles.primary} href="#next-steps">
          {t.seeNext}
        </a>
        <a href="#report-title">{reportTexts(language).actions.title}</a>
      </p>
    </>
  )
}

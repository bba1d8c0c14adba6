import type { Edition } from '#domain/edition.ts'
import {
  type Distance,
  type Explanation,
  explain,
  type IndicatorPoints,
  missingByDimension,
} from '#domain/explanation.ts'
import type { Form } from '#domain/form.ts'
import type { Result } from '#domain/result.ts'
import type { ScoringRules } from '#domain/scoringRules.ts'
import { fillPlaceholders, inLanguage, type Language } from '#domain/text.ts'
import { visibleQuestions } from '#domain/visible.ts'
import { resultTexts } from '#ui/resultTexts.ts'
import { answerText } from '../answerText.ts'
import type { Database, OutboxEntry, StoredReceipt, StoredSubmission } from '../database.ts'
import { useTitle } from '../useTitle.ts'
import { Completeness } from './Completeness.tsx'
import { DimensionProfile, dimensionLabel, levelText, oneDecimal } from './DimensionProfile.tsx'
import { NextSteps, pointsLacking } from './NextSteps.tsx'
import { ReceiptStatus } from './ReceiptStatus.tsx'
import styles from './ResultScreen.module.css'
import { StageTrack } from './StageTrack.tsx'

export type ResultScreenProps = {
  db: Database
  language: Language
  stored: StoredSubmission
  edition: Edition
  form: Form
  receipt: StoredReceipt | undefined
  outboxEntry: OutboxEntry | undefined
}

/** S09: what the answers say, why, and what comes next. Without scoring: the state of sending and the answers. */
export function ResultScreen({ language, stored, edition, form, receipt, outboxEntry }: ResultScreenProps) {
  const t = resultTexts(language).result
  const { result } = stored.submission
  useTitle(edition.scoring === undefined || result === null ? t.titleUnscored : t.title, language)
  const status = <ReceiptStatus language={language} stored={stored} receipt={receipt} outboxEntry={outboxEntry} />
  if (edition.scoring === undefined || result === null) {
    return (
      <article className={styles.screen}>
        <h1>{t.titleUnscored}</h1>
        <p className={styles.cluster}>{stored.submission.clusterName}</p>
        {status}
        <AnswerList language={language} stored={stored} form={form} />
      </article>
    )
  }
  return (
    <article className={styles.screen}>
      <h1>{t.title}</h1>
      <p className={styles.cluster}>{stored.submission.clusterName}</p>
      <Scored language={language} edition={edition} rules={edition.scoring} result={result} />
      {status}
    </article>
  )
}

type ScoredProps = { language: Language; edition: Edition; rules: ScoringRules; result: Result }

function Scored({ language, edition, rules, result }: ScoredProps) {
  const t = resultTexts(language).result
  const told = explain(rules, result)
  const next = rules.stages.find(({ id }) => id === told.distance?.stage)
  return (
    <>
      <Sentence language={language} edition={edition} result={result} told={told} />
      <section aria-labelledby="stages-title">
        <h2 id="stages-title">{t.stagesTitle}</h2>
        <StageTrack language={language} stages={rules.stages} words={edition.texts?.stages} current={result.stage} />
        {result.stage !== null && <p className={styles.distance}>{distanceText(edition, told, language)}</p>}
        {told.border !== null && (
          <p>
            {t.border(
              stageLabel(edition, told.border.lower, language),
              stageLabel(edition, told.border.upper, language),
            )}
          </p>
        )}
      </section>
      <DimensionProfile language={language} edition={edition} profile={told.profile} next={next} />
      <Why language={language} edition={edition} told={told} />
      {told.distance !== null && (
        <NextSteps language={language} edition={edition} distance={told.distance} path={result.path ?? []} />
      )}
      <Completeness language={language} count={told.count} bounds={told.bounds} />
      <section aria-labelledby="use-title">
        <h2 id="use-title">{t.useTitle}</h2>
        <p className={styles.notice}>{inLanguage(edition.texts?.useNotice, language)}</p>
        <p className={styles.small}>{inLanguage(edition.texts?.labelsNote, language)}</p>
      </section>
    </>
  )
}

type SentenceProps = { language: Language; edition: Edition; result: Result; told: Explanation }

function Sentence({ language, edition, result, told }: SentenceProps) {
  const t = resultTexts(language).result
  if (result.status === 'not_active') return <p className={styles.sentence}>{t.notActive}</p>
  if (result.stage === null) {
    const missing = missingByDimension(told.profile)
    const parts = missing.map((each) => t.missingIn(each.missing, dimensionLabel(edition, each.dimension, language)))
    return (
      <p className={styles.sentence}>
        {t.insufficient} {parts.length > 0 && t.stillMissing(resultTexts(language).and(parts))}
      </p>
    )
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
      <p>{inLanguage(edition.texts?.stages[result.stage]?.meaning, language)}</p>
      {result.status === 'provisional' && <p className={styles.provisional}>{t.provisional}</p>}
      <p className={styles.score}>{t.score(oneDecimal(result.index, language))}</p>
      {told.distance !== null && (
        <a className={styles.primary} href="#next-steps">
          {t.seeNext}
        </a>
      )}
    </>
  )
}

function stageLabel(edition: Edition, id: string, language: Language): string {
  return inLanguage(edition.texts?.stages[id]?.label ?? id, language)
}

function distanceText(edition: Edition, { distance }: Explanation, language: Language): string {
  const t = resultTexts(language).result
  if (distance === null) return t.lastStage
  const parts = distanceParts(edition, distance, language)
  return t.toReach(stageLabel(edition, distance.stage, language), resultTexts(language).and(parts))
}

function distanceParts(edition: Edition, distance: Distance, language: Language): string[] {
  const t = resultTexts(language).result
  const unmet = distance.conditions.filter(({ isMet }) => !isMet).length
  return [
    ...(distance.points > 0 ? [t.pointsMissing(pointsLacking(distance.points, language))] : []),
    ...(unmet > 0 ? [t.conditionsMissing(unmet, distance.conditions.length)] : []),
    ...distance.minima.map(({ dimension, missing }) =>
      t.minimumMissing(dimensionLabel(edition, dimension, language), pointsLacking(missing, language)),
    ),
  ]
}

type WhyProps = { language: Language; edition: Edition; told: Explanation }

function Why({ language, edition, told }: WhyProps) {
  const t = resultTexts(language).result
  const row = (each: IndicatorPoints, points: string) => (
    <li key={each.indicator}>
      <strong>{inLanguage(edition.steps?.[each.indicator]?.name ?? each.indicator, language)}</strong> · {points}
      <span className={styles.level}>{levelText(edition, each, language)}</span>
    </li>
  )
  return (
    <section aria-labelledby="why-title">
      <h2 id="why-title">{t.whyTitle}</h2>
      <div className={styles.reasons}>
        <div>
          <h3>{t.added}</h3>
          {told.added.length === 0 && <p>{t.nothingAdded}</p>}
          <ul>{told.added.map((each) => row(each, t.plusPoints(oneDecimal(each.points, language))))}</ul>
        </div>
        <div>
          <h3>{t.lacking}</h3>
          {told.lacking.length === 0 && <p>{t.nothingLacking}</p>}
          <ul>
            {told.lacking.map((each) => row(each, t.lostPoints(oneDecimal(each.available - each.points, language))))}
          </ul>
        </div>
      </div>
    </section>
  )
}

type AnswerListProps = { language: Language; stored: StoredSubmission; form: Form }

function AnswerList({ language, stored, form }: AnswerListProps) {
  const t = resultTexts(language)
  const { answers } = stored.submission
  const visible = visibleQuestions(form, answers)
  const asked = form.questions.filter(({ name }) => visible.has(name))
  const said = (name: string) => {
    const question = form.question(name)
    return question === undefined ? undefined : answerText(question, stored.submission, language)
  }
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t.result.answersTitle}</h2>
      <dl className={styles.answers}>
        {asked.map((question) => (
          <div key={question.name}>
            <dt>{fillPlaceholders(inLanguage(question.short ?? question.title ?? question.name, language), said)}</dt>
            <dd>{answerText(question, stored.submission, language) ?? t.review.blank}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

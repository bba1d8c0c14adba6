import { useLiveQuery } from 'dexie-react-hooks'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'wouter'
import { trialRoundId } from '#domain/round.ts'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { timeText } from '#ui/dates.ts'
import { draftTexts } from '#ui/draftTexts.ts'
import { Icon } from '#ui/Icon.tsx'
import { texts } from '#ui/texts.ts'
import { useConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { downloadDraft } from '../draftCopy.ts'
import type { DraftSession, SaveState } from '../draftSession.ts'
import { roundTitle } from '../rounds.ts'
import { readStorage } from '../storage.ts'
import { BarDetail } from './BarDetail.tsx'
import { draftPlaceId } from './draftPlace.ts'
import styles from './SaveLine.module.css'
import { SpacedStatus } from './SpacedStatus.tsx'

type Props = { db: Database; session: DraftSession; language: Language }

/** In the top bar: whose the draft is, and where its newest answer is, as the database confirmed it. */
export const SaveLine = memo(function SaveLine(props: Props) {
  const bar = document.getElementById(draftPlaceId)
  return bar === null ? null : createPortal(<Line {...props} />, bar)
})

function Line({ db, session, language }: Props) {
  const t = texts(language).topBar
  const place = useRef<HTMLSpanElement>(null)
  const saveState = useShownState(session, place)
  const isTemporary = useIsTemporary()
  const { draft } = session.read()
  const round = useLiveQuery(() => roundTitle(db, draft.roundId, language), [db, draft.roundId, language])
  if (saveState.kind === 'failed') return <Failed session={session} language={language} />
  if (saveState.kind === 'gone') return <Gone session={session} language={language} />
  return (
    <section aria-label={t.draftState} className={styles.line}>
      <p className={styles.name}>
        <strong>{draft.clusterName}</strong>
        {/* Of a trial a banner speaks, on every screen. */}
        {round !== undefined && draft.roundId !== trialRoundId && <span className={styles.round}> · {round}</span>}
      </p>
      <SpacedStatus text={saveState.kind === 'saved' ? t.savedShort : t.saving} />
      <BarDetail
        summary={
          <span ref={place} className={isTemporary ? styles.temporary : styles.saved}>
            <SaveWords saveState={saveState} isTemporary={isTemporary} language={language} />
          </span>
        }
      >
        <p>
          <strong>{draft.clusterName}</strong>
          <br />
          {[round, t.modes[draft.mode], draft.enumerator].filter(Boolean).join(' · ')}
        </p>
        <p>{t.savedDetail}</p>
        <NetworkWords db={db} language={language} />
        {isTemporary && (
          <>
            <p>{t.temporaryDetail}</p>
            <Button kind="secondary" onClick={() => downloadDraft(session.read().draft)}>
              {t.downloadCopy}
            </Button>
            <Link href="/settings">{texts(language).banner.seeSettings}</Link>
          </>
        )}
      </BarDetail>
    </section>
  )
}

type AlertProps = { session: DraftSession; language: Language }

/** The disk refuses the newest answers: they are in memory, and a copy of them is the safe way out. */
function Failed({ session, language }: AlertProps) {
  const t = texts(language).topBar
  return (
    <>
      <p className={`${styles.name} ${styles.whole}`}>
        <strong>{session.read().draft.clusterName}</strong>
      </p>
      <div role="alert" className={styles.failed}>
        <p>
          <strong>
            <Icon name="fault" /> {t.notSaved}.
          </strong>{' '}
          {t.notSavedDetail}
        </p>
        <Button kind="secondary" onClick={() => session.retry()}>
          {t.retry}
        </Button>
        <Button kind="secondary" onClick={() => downloadDraft(session.read().draft)}>
          {t.downloadCopy}
        </Button>
      </div>
    </>
  )
}

/** Submitted or deleted meanwhile: what is answered here from now on goes nowhere. */
function Gone({ session, language }: AlertProps) {
  const t = texts(language)
  return (
    <div role="alert" className={styles.failed}>
      <p>
        <strong>
          <Icon name="fault" /> {t.fault.draftGone}
        </strong>{' '}
        {draftTexts(language).line.goneDetail}
      </p>
      <Link href="/">{t.fault.home}</Link>
      <Button kind="secondary" onClick={() => downloadDraft(session.read().draft)}>
        {t.topBar.downloadCopy}
      </Button>
    </div>
  )
}

type SaveWordsProps = { saveState: SaveState; isTemporary: boolean; language: Language }

function SaveWords({ saveState, isTemporary, language }: SaveWordsProps) {
  const t = texts(language).topBar
  if (saveState.kind !== 'saved') return t.saving
  return (
    <>
      <Icon name={isTemporary ? 'warning' : 'saved'} />
      <span>
        {isTemporary ? t.temporary : t.savedShort}{' '}
        <time className={styles.time} dateTime={saveState.at}>
          {timeText(saveState.at, language)}
        </time>
      </span>
    </>
  )
}

/** "En línea" only while the last attempt reached the census; before the first nothing is known. */
function NetworkWords({ db, language }: { db: Database; language: Language }) {
  const t = texts(language).topBar
  const connection = useConnection(db)
  if (connection?.isOffline === true) return <p>{`${t.offline}. ${t.offlineDetail}`}</p>
  return connection?.heardAt == null ? null : <p>{t.online}</p>
}

function useIsTemporary(): boolean {
  const [isTemporary, setTemporary] = useState(false)
  useEffect(() => {
    let isOver = false
    void readStorage().then(({ isPersistent }) => {
      if (!isOver) setTemporary(isPersistent === false)
    })
    return () => {
      isOver = true
    }
  }, [])
  return isTemporary
}

/** A write takes a few milliseconds: a line that said so at every key would only unsettle. */
const slowMs = 300

/** What the line says. It draws when its words change, not at every key; `place` always tells the state as it is. */
function useShownState(session: DraftSession, place: RefObject<HTMLElement | null>): SaveState {
  const [shown, setShown] = useState(session.read().saveState)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const { saveState } = session.read()
      if (place.current !== null) place.current.dataset.saveState = saveState.kind
      if (saveState.kind === 'saving') {
        timer ??= setTimeout(() => setShown(saveState), slowMs)
        return
      }
      clearTimeout(timer)
      timer = undefined
      setShown((before) => (isSameMinute(before, saveState) ? before : saveState))
    }
    look()
    const unsubscribe = session.subscribe(look)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [session, place])
  return shown
}

function isSameMinute(one: SaveState, other: SaveState): boolean {
  if (one.kind !== 'saved' || other.kind !== 'saved') return false
  return one.at.slice(0, 16) === other.at.slice(0, 16)
}

import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Language } from '#domain/text.ts'
import { Button } from '#ui/Button.tsx'
import { peopleTexts } from '#ui/peopleTexts.ts'
import unfold from '#ui/Unfold.module.css'
import { build } from '../build.ts'
import { type Database, type Profile, readFact } from '../database.ts'
import { chooseProfile, leaveProfile, listProfiles, removeProfile } from '../profiles.ts'
import { useTitle } from '../useTitle.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import home from './HomeScreen.module.css'
import { ProfileForm } from './ProfileForm.tsx'
import styles from './ProfilesScreen.module.css'

type Props = { db: Database; language: Language }

/** S01: whose name the interviews carry. Reached from home when somebody wants it; never in the way of the first use. */
export function ProfilesScreen({ db, language }: Props) {
  const t = peopleTexts(language).profiles
  const [, go] = useLocation()
  useTitle(t.title, language)
  const found = useLiveQuery(async () => {
    const [profiles, active] = await Promise.all([listProfiles(db), readFact(db, 'activeProfile')])
    return { profiles, activeId: active?.profileId }
  }, [db])
  if (found === undefined) return null
  const { profiles, activeId } = found
  const isGuest = !profiles.some(({ profileId }) => profileId === activeId)
  const leave = async () => {
    await leaveProfile(db)
    go('/')
  }
  return (
    <main id="main">
      <h1>{t.title}</h1>
      <p>{profiles.length === 0 ? `${t.what} ${t.empty}` : t.what}</p>
      <ul className={styles.cards}>
        {profiles.map((profile) => (
          <ProfileCard
            key={profile.profileId}
            db={db}
            profile={profile}
            isActive={profile.profileId === activeId}
            language={language}
          />
        ))}
        <li className={styles.card}>
          <div className={styles.facts}>
            <strong>{t.guest}</strong>
            <p>{isGuest ? `${t.isActive}. ${t.guestDetail}` : t.guestDetail}</p>
          </div>
          <Button kind={isGuest ? 'primary' : 'secondary'} onClick={() => void leave()}>
            {isGuest ? t.useGuest : t.enterAsGuest}
          </Button>
        </li>
      </ul>
      <section className={styles.create} aria-labelledby="create-title">
        <h2 id="create-title">{t.create}</h2>
        <ProfileForm db={db} language={language} submit={t.create} onSaved={() => undefined} />
      </section>
      <p className={styles.foot}>
        <Link href="/settings">{t.settings}</Link>
        <span>{t.build(build)}</span>
      </p>
    </main>
  )
}

type CardProps = Props & { profile: Profile & { drafts: number }; isActive: boolean }

function ProfileCard({ db, profile, isActive, language }: CardProps) {
  const t = peopleTexts(language).profiles
  const [, go] = useLocation()
  const [asks, setAsks] = useState<'rename' | 'remove'>()
  const { profileId, name, role, drafts } = profile
  const enter = async () => {
    await chooseProfile(db, profileId)
    go('/')
  }
  const close = () => setAsks(undefined)
  return (
    <li className={styles.card}>
      <div className={styles.facts}>
        <strong>{name}</strong>
        <p>{[role, t.drafts(drafts), isActive ? t.isActive : ''].filter(Boolean).join(' · ')}</p>
      </div>
      <Button
        kind={isActive ? 'primary' : 'secondary'}
        label={(isActive ? t.goOnAs : t.enterAs)(name)}
        onClick={() => void enter()}
      >
        {isActive ? t.goOn : t.enter}
      </Button>
      <details className={`${unfold.unfold} ${home.more}`}>
        <summary aria-label={t.moreOf(name)}>{t.more}</summary>
        {asks === 'rename' ? (
          <ProfileForm db={db} language={language} profile={profile} submit={t.save} onSaved={close} onCancel={close} />
        ) : (
          <div className={styles.options}>
            <Button kind="plain" label={`${t.rename}: ${name}`} onClick={() => setAsks('rename')}>
              {t.rename}
            </Button>
            <Button kind="plain" label={t.removeOf(name)} onClick={() => setAsks('remove')}>
              {t.remove}
            </Button>
          </div>
        )}
      </details>
      {asks === 'remove' && (
        <ConfirmDialog
          title={t.removeTitle}
          detail={t.removeDetail(name)}
          confirm={t.removeConfirm}
          cancel={t.removeCancel}
          onConfirm={() => void removeProfile(db, profileId)}
          onClose={close}
        />
      )}
    </li>
  )
}

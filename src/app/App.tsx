import { editions } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { Route, Switch } from 'wouter'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import type { Database } from './database.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { editionNamed } from './editions.ts'
import type { InstallOffer } from './installation.ts'
import type { Observable } from './observable.ts'
import { type Preferences, readPreferences, rememberedPreferences } from './preferences.ts'
import { remember } from './remembered.ts'
import { startRetention } from './retentionStart.ts'
import { HomeScreen } from './screens/HomeScreen.tsx'
import { Notice } from './screens/Notice.tsx'
import { RefusedWrite } from './screens/RefusedWrite.tsx'
import { TopBar } from './screens/TopBar.tsx'
import {
  ChooseClusterScreen,
  DraftScreen,
  EnrolScreen,
  HelpScreen,
  NewDraft,
  PrivacyScreen,
  ProfilesScreen,
  ResultRoute,
  SentScreen,
  SettingsScreen,
} from './screens.ts'
import type { Updates } from './serviceWorker.ts'
import { startSync } from './syncTriggers.ts'
import { useArrival } from './useArrival.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { useSecondTaps } from './useSecondTaps.ts'

const atStart: Preferences = rememberedPreferences()

type Props = { db: Database; installation: Observable<InstallOffer>; updates: Updates }

export function App({ db, installation, updates }: Props) {
  const preferences = useLiveQuery(() => readPreferences(db), [db], atStart)
  const [cannotSave, setCannotSave] = useState(false)
  useEffect(() => startSync(db), [db])
  useEffect(() => startRetention(db), [db])
  useEffect(() => {
    db.open().catch(() => setCannotSave(true))
  }, [db])
  useEffect(() => {
    const { dataset } = document.documentElement
    document.documentElement.lang = preferences.language === 'es' ? 'es-CO' : 'en'
    dataset.theme = preferences.theme
    dataset.size = preferences.textSize
    remember('preferences', preferences)
  }, [preferences])
  const { language } = preferences
  return (
    <ErrorBoundary db={db} language={language}>
      <Arrival />
      <TopBar db={db} preferences={preferences} />
      {cannotSave && <p role="alert">{texts(language).fault.noDatabase}</p>}
      <RefusedWrite language={language} />
      <Screens db={db} language={language} installation={installation} updates={updates} />
    </ErrorBoundary>
  )
}

/** A component of its own, so that to go somewhere does not draw everything again. */
function Arrival() {
  useArrival()
  useKeptFocus()
  useSecondTaps()
  return null
}

function Screens({ db, language, installation, updates }: Props & { language: Language }) {
  const shared = { db, language }
  const unknownEdition = <Notice title={texts(language).choose.unknownEdition} language={language} />
  return (
    <Switch>
      <Route path="/">
        <HomeScreen {...shared} editions={editions} installation={installation} updates={updates} />
      </Route>
      <Route path="/new/:name">
        {({ name }) => {
          const edition = editionNamed(name)
          return edition === undefined ? unknownEdition : <NewDraft {...shared} edition={edition} />
        }}
      </Route>
      <Route path="/start">
        {() => {
          const edition = editionNamed(new URLSearchParams(window.location.search).get('edition') ?? '')
          return edition === undefined ? unknownEdition : <ChooseClusterScreen {...shared} edition={edition} />
        }}
      </Route>
      <Route path="/draft/:key/page/:page">
        {({ key, page }) => <DraftScreen {...shared} key={key} draftKey={key} place={{ page }} />}
      </Route>
      <Route path="/draft/:key/section/:section">
        {({ key, section }) => <DraftScreen {...shared} key={key} draftKey={key} place={{ section }} />}
      </Route>
      <Route path="/draft/:key/:place">
        {({ key, place }) => (
          <DraftScreen
            {...shared}
            key={key}
            draftKey={key}
            place={place === 'review' || place === 'consent' || place === 'find' ? place : 'hub'}
          />
        )}
      </Route>
      <Route path="/result/:id/:place?">
        {({ id, place }) => <ResultRoute {...shared} submissionId={id} {...(place && { place })} />}
      </Route>
      <Route path="/sent/:id">{({ id }) => <SentScreen {...shared} submissionId={id} />}</Route>
      <Route path="/profiles">
        <ProfilesScreen {...shared} />
      </Route>
      <Route path="/help">
        <HelpScreen {...shared} />
      </Route>
      <Route path="/privacy">
        <PrivacyScreen {...shared} />
      </Route>
      <Route path="/enrol">
        <EnrolScreen {...shared} />
      </Route>
      <Route path="/settings">
        <SettingsScreen {...shared} editions={editions} installation={installation} updates={updates} />
      </Route>
      <Route>
        <Notice title={texts(language).fault.notFound} language={language} />
      </Route>
    </Switch>
  )
}

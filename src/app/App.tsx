import { editions } from 'virtual:editions'
import { useLiveQuery } from 'dexie-react-hooks'
import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import type { Language } from '#domain/text.ts'
import { texts } from '#ui/texts.ts'
import { type Database, type DeviceFacts, readFact } from './database.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { editionNamed } from './editions.ts'
import { HomeScreen } from './screens/HomeScreen.tsx'
import { Notice } from './screens/Notice.tsx'
import { TopBar } from './screens/TopBar.tsx'
import { startSync } from './syncTriggers.ts'

const DraftScreen = lazy(async () => ({ default: (await import('./screens/DraftScreen.tsx')).DraftScreen }))
const ChooseClusterScreen = lazy(async () => ({
  default: (await import('./screens/ChooseClusterScreen.tsx')).ChooseClusterScreen,
}))
const ResultRoute = lazy(async () => ({ default: (await import('./screens/ResultRoute.tsx')).ResultRoute }))
const NewDraft = lazy(async () => ({ default: (await import('./screens/NewDraft.tsx')).NewDraft }))
const EnrolScreen = lazy(async () => ({ default: (await import('./screens/EnrolScreen.tsx')).EnrolScreen }))

export const defaultPreferences: DeviceFacts['preferences'] = { language: 'es', theme: 'light', textSize: 'A' }

export function App({ db }: { db: Database }) {
  const preferences = useLiveQuery(async () => (await readFact(db, 'preferences')) ?? defaultPreferences, [db])
  useEffect(() => startSync(db), [db])
  useEffect(() => {
    if (preferences === undefined) return
    const { dataset } = document.documentElement
    document.documentElement.lang = preferences.language === 'es' ? 'es-CO' : 'en'
    dataset.theme = preferences.theme
    dataset.size = preferences.textSize
  }, [preferences])
  if (preferences === undefined) return null
  const { language } = preferences
  return (
    <ErrorBoundary language={language}>
      <TopBar db={db} preferences={preferences} />
      <Suspense fallback={null}>
        <Screens db={db} language={language} />
      </Suspense>
    </ErrorBoundary>
  )
}

function Screens({ db, language }: { db: Database; language: Language }) {
  const shared = { db, language }
  const unknownEdition = <Notice title={texts(language).choose.unknownEdition} language={language} />
  return (
    <Switch>
      <Route path="/">
        <HomeScreen {...shared} editions={editions} />
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
      <Route path="/draft/:key/:place">
        {({ key, place }) => (
          <DraftScreen
            {...shared}
            key={key}
            draftKey={key}
            place={place === 'review' || place === 'consent' ? place : 'hub'}
          />
        )}
      </Route>
      <Route path="/result/:id">{({ id }) => <ResultRoute {...shared} submissionId={id} />}</Route>
      <Route path="/enrol">
        <EnrolScreen {...shared} />
      </Route>
      <Route>
        <Notice title={texts(language).fault.notFound} language={language} />
      </Route>
    </Switch>
  )
}

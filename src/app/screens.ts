import { editionNamed, loadEdition } from './editions.ts'
import { lazyScreen } from './lazyScreen.ts'

// Everything but the home screen, each in a chunk of its own.
export const ChooseClusterScreen = lazyScreen(
  async () => (await import('./screens/ChooseClusterScreen.tsx')).ChooseClusterScreen,
)
export const DraftScreen = lazyScreen(async () => (await import('./screens/DraftScreen.tsx')).DraftScreen)
export const EnrolScreen = lazyScreen(async () => (await import('./screens/EnrolScreen.tsx')).EnrolScreen)
export const HelpScreen = lazyScreen(async () => (await import('./screens/HelpScreen.tsx')).HelpScreen)
export const NewDraft = lazyScreen(async () => (await import('./screens/NewDraft.tsx')).NewDraft)
export const PrivacyScreen = lazyScreen(async () => (await import('./screens/PrivacyScreen.tsx')).PrivacyScreen)
export const ProfilesScreen = lazyScreen(async () => (await import('./screens/ProfilesScreen.tsx')).ProfilesScreen)
export const ResultRoute = lazyScreen(async () => (await import('./screens/ResultRoute.tsx')).ResultRoute)
export const SentScreen = lazyScreen(async () => (await import('./screens/SentScreen.tsx')).SentScreen)
export const SettingsScreen = lazyScreen(async () => (await import('./screens/SettingsScreen.tsx')).SettingsScreen)

/** What stands behind the state of the connection in the bar. */
export const ConnectionDetail = lazyScreen(
  async () => (await import('./screens/ConnectionDetail.tsx')).ConnectionDetail,
)

/** The lower part of the home screen, which a new device does not have. */
export const Trays = lazyScreen(async () => (await import('./screens/Trays.tsx')).Trays)

/** An address that leads to questions: their code is asked for at once, beside the database and before React draws. */
export function fetchAhead(path: string): void {
  const [, place, name = ''] = path.split('/')
  if (place !== 'new' && place !== 'draft') return
  // What fails here is asked for again, and said, by the screen that needs it.
  const ignore = () => undefined
  DraftScreen.fetchAhead().catch(ignore)
  if (place !== 'new') return
  NewDraft.fetchAhead().catch(ignore)
  const edition = editionNamed(name)
  if (edition !== undefined) loadEdition({ id: edition.id, edition: edition.edition }).catch(ignore)
}

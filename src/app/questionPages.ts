import { lazyScreen } from './lazyScreen.ts'

/** The pages of questions, with the form engine: by far the heaviest code, and needed by an open draft alone. */
export const PageRoute = lazyScreen(async () => (await import('./screens/PageRoute.tsx')).PageRoute)

import { lazyScreen } from './lazyScreen.ts'

// What is opened from a result, each in a chunk of its own.
export const SimulateScreen = lazyScreen(async () => (await import('./screens/plan/SimulateScreen.tsx')).SimulateScreen)
export const PlanScreen = lazyScreen(async () => (await import('./screens/plan/PlanScreen.tsx')).PlanScreen)

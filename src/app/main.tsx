import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/fonts.css'
import '#ui/tokens.css'
import '#ui/base.css'
import { App } from './App.tsx'
import { openDatabase } from './database.ts'
import { watchInstallation } from './installation.ts'
import { fetchAhead } from './screens.ts'
import { registerServiceWorker } from './serviceWorker.ts'

fetchAhead(window.location.pathname)
const db = openDatabase()
// Opened beside everything else, since the disk is slow; what fails is said by the app.
db.open().catch(() => undefined)
const installation = watchInstallation()
const updates = registerServiceWorker()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App db={db} installation={installation} updates={updates} />
    </StrictMode>,
  )
}

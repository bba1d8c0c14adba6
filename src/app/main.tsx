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
const installation = watchInstallation()
const updates = registerServiceWorker()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App db={openDatabase()} installation={installation} updates={updates} />
    </StrictMode>,
  )
}

import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.fontless.css'
import { unscoredEdition } from '../../support/unscoredEdition.ts'

// The same questionnaire as survey-react-ui shows it when nothing is done about it: nothing is stored, nothing works
// offline. Machines differ and so do their days; the ratio to this page, measured in the same run, does not.
const root = document.getElementById('root')
const model = new Model(unscoredEdition().form)
model.focusFirstQuestionAutomatic = false
if (root !== null) createRoot(root).render(<Survey model={model} />)

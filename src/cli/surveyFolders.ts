import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

// Tests and the bench build the app with questionnaires of their own: CUMULO_SURVEYS_DIR names a second folder of
// editions, beside surveys/. Nothing that is delivered sets it.
const extraFolder = process.env.CUMULO_SURVEYS_DIR

/** The folders whose editions the app is built with, as absolute paths. */
export const surveyFolders = [resolve(root, 'surveys'), ...(extraFolder ? [resolve(root, extraFolder)] : [])]

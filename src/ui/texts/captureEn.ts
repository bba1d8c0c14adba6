import type { CaptureTexts } from './captureEs.ts'

/** The words around a question in English. Numbers arrive already written. */
export const captureEn: CaptureTexts = {
  readAloud: 'Read aloud:',
  doNotRead: 'Do not read',
  readAloudHint:
    'Read aloud what has this sign. “Do not read” is for you. Mark the options that are not read only if the person says them.',
  readOptions: 'Read the options.',
  doNotReadOptions: 'Look for the option that the person says.',

  note: {
    add: 'Add a note',
    label: 'Note',
    hint: 'The note goes with the answer and is sent with it.',
    remove: 'Remove the note',
  },

  previous: {
    use: (when, answer) => `Use the answer of ${when}: ${answer}`,
    same: (when) => `Same as in ${when}`,
  },

  composition: {
    enteredAs: 'How do you have the data?',
    amounts: 'I have amounts',
    percentages: 'I have percentages',
    sum: (sum) => `Sum: ${sum}`,
    done: 'complete',
    lacks: (amount) => `${amount} missing`,
    lacksOne: (amount) => `${amount} missing`,
    spare: (amount) => `${amount} too many`,
    spareOne: (amount) => `${amount} too many`,
    fillHere: 'Put what is missing here',
    fillNamed: (row) => `Put what is missing here: ${row}`,
    filled: (amount, row) => `${amount} was put into ${row}.`,
    zeros: 'Put 0 into the empty rows',
    zeroed: (count) => (count === 1 ? '0 was put into 1 row.' : `0 was put into ${count} rows.`),
    takeSum: (sum) => `Use ${sum} as the total`,
    tookSum: (sum) => `The total is now ${sum}.`,
    undo: 'Undo',
    needsTotal: 'Write the total first.',
    equals: (amount) => `= ${amount}`,
    enteredPercentages: 'Written as percentages',
    enteredAmounts: 'Written as amounts',
    picture: (parts) => `Split: ${parts}`,
    pictureHint: (rows, lacks) =>
      `From left to right: ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}.${lacks ? ' The empty space is what is missing.' : ''}`,
  },

  matches: (count) => (count === 1 ? '1 option matches' : `${count} options match`),
  wholeList: (count) => `${count} options. Scroll the list to see them all.`,

  text: {
    left: (count) => (count === 1 ? '1 letter left' : `${count} letters left`),
    full: 'No letters left',
  },

  warnings: {
    title: (count) => (count === 1 ? '1 answer to confirm' : `${count} answers to confirm`),
    hint: 'Correct or confirm. You can go on in any case.',
    goOn: 'Go on',
  },

  pending: (count) =>
    count === 0
      ? 'no required questions missing'
      : `${count} required ${count === 1 ? 'question' : 'questions'} missing`,
  done: 'Done',
}

import type { RetentionTexts } from './retentionEs.ts'

/** The words of what stays on the tablet, how it is deleted and what waits too long, in English. */
export const retentionEn: RetentionTexts = {
  delete: 'Delete from this tablet',
  deleteNamed: (cluster) => `Delete from this tablet: ${cluster}`,
  titles: {
    received: 'Delete this copy?',
    unsent: 'Delete this survey without sending it?',
    kept: 'Delete this self-assessment?',
  },
  details: {
    received: 'The census has it. The answers, the result and the plan are deleted from this tablet.',
    unsent:
      'The census will not receive these answers and they cannot be recovered. It is only told that the folio is no longer used.',
    kept: 'It is only on this tablet and there is no other copy. It cannot be recovered.',
  },
  tried: 'These answers cannot be recovered. Sending them was tried: if the census did receive them, it keeps them.',
  typeFolio: 'To confirm, type the last 4 characters of the folio.',
  folioFault: 'It does not match. Type the last 4 characters of the folio above.',
  confirm: 'Delete',
  cancel: 'Keep it',
  outcomes: {
    sending: 'It is being sent right now. Wait until that ends and try again.',
    received: 'The census has just received it. Read again before you delete.',
    between: 'A later correction starts from this one. Delete that correction first.',
    failed: 'It could not be deleted. Try again.',
  },
  copies: {
    title: 'Received copies',
    hint: 'The census has these surveys. You can delete the old copies from this tablet.',
    blanked: "The respondent's name and email are deleted automatically 90 days after reception.",
    days: 'Delete the copies received…',
    olderThan: { 30: 'Over 30 days ago', 90: 'Over 90 days ago', 180: 'Over 180 days ago', 365: 'Over a year ago' },
    none: 'There are no received copies that old.',
    delete: (count) => (count === 1 ? 'Delete 1 received copy' : `Delete ${count} received copies`),
    confirmTitle: (count) => (count === 1 ? 'Delete 1 copy?' : `Delete ${count} copies?`),
    confirmDetail:
      'The census has them. The answers, results and plans are deleted from this tablet. They cannot be recovered here.',
    typeCount: (count) => `To confirm, type how many copies are deleted: ${count}`,
    countFault: 'It does not match. Type the number of copies.',
    cancel: 'Keep them',
    done: 'Copies deleted.',
  },
  tooLate: 'The census had it already when you deleted it. To delete it there, write to who answers for the data.',
  reminder: {
    label: 'Reminder of today',
    finished: (count) =>
      count === 1
        ? 'The census still lacks 1 survey that is over 3 days old.'
        : `The census still lacks ${count} surveys that are over 3 days old.`,
    drafts: (count) =>
      count === 1
        ? 'There is 1 draft that is over 3 days old. Finish it or download a copy.'
        : `There are ${count} drafts that are over 3 days old. Finish them or download a copy.`,
    send: 'Send or hand over a file',
  },
  understood: 'Understood',
  whoAnswers: 'See who answers for the data',
}

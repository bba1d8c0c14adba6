import type { CorrectionTexts } from './correctionEs.ts'

/** The words of correcting what was finished in English. */
export const correctionEn: CorrectionTexts = {
  title: 'Is there anything to correct?',
  detail: 'You can change your answers. The earlier version is kept.',
  open: 'Correct answers',
  goOn: 'Go on with the correction',
  answerMissing: 'Answer what is missing',
  hasDraft: 'A correction is already in progress on this tablet.',
  ofUnknown: 'Correction of an earlier version',
  parentFinished: (day) => `The earlier version was finished on ${day}.`,
  seeParent: 'See the earlier version',
  draftDetail: 'Change only what has to change. Before finishing you see what changed and say why.',

  changedTitle: (folio) => `What changed since ${folio}`,
  earlierVersion: 'the earlier version',
  parentGone: 'The earlier version is no longer on this tablet. We cannot show what changed.',
  lostContact: {
    title: 'Contact data deleted',
    detail:
      'This tablet deleted them 90 days after the survey was received. The correction is without them. If the census should have them, write them again:',
  },
  changedCount: (count) => (count === 1 ? '1 answer changed.' : `${count} answers changed.`),
  changed: 'Changed',
  before: 'Before',
  now: 'Now',
  notAsked: 'Not asked',
  unchanged: 'You have not changed any answer. Change one or discard this correction.',
  onlyNotes: 'No answer changed; only remarks or the way of answering.',
  discard: 'Discard the correction',
  why: 'Why did you correct it after seeing the result?',
  whyUnscored: 'Why did you correct it after finishing?',
  reasons: {
    mistake: 'It was written down wrongly',
    misread: 'We understood the question differently',
    record: 'We found a record or document',
    other: 'Another reason',
  },
  explain: 'Explain the change',
  lacksReason: 'Choose the reason and explain the change.',
  lacksCode: 'Choose the reason.',
  lacksText: 'Explain the change.',
  changedBecause: (reason) => `Why it changed: ${reason}`,

  replaces: 'If the census accepts this correction, it takes the place of the earlier version.',
  bothGoOut: 'The earlier version has not gone out yet. Both are sent, in order.',
  parentParked: 'The census could not receive the earlier version.',
  parentStays: 'The census has the earlier version and keeps it. To withdraw it, talk to the census team.',
  parentMayBeThere: 'The census may already have the earlier version. To withdraw it, talk to the census team.',
  neitherGoesOut: 'The earlier version will not be sent either.',
}

import type { DraftTexts } from './draftEs.ts'

/** The words of the path around the questions in English. */
export const draftEn: DraftTexts = {
  choose: {
    startedBy: (who) => `${who} began it.`,
    department: { label: 'Department', all: 'All' },
    chamber: { label: 'Chamber of commerce', all: 'All' },
    noneFiltered: 'No cluster is like what you chose. Change the search, the department or the chamber.',
  },

  gone: 'It was finished or deleted. If you finished it, it is on the home screen.',

  line: {
    goneDetail: 'It was finished or deleted in another tab. What you answer here is not saved.',
  },

  before: {
    why: 'What it is for',
    whyDetail: "At the end you will see your cluster's stage of maturity, the reasons and the next steps.",
    atHand: 'What to have at hand',
    atHandList: [
      'The list of firms and the attendance records.',
      'The minutes of the committee and the agreements.',
      'The budget spent in the year.',
    ],
    who: 'Who sees your answers',
    asksConsent: 'We ask what you authorise as soon as you start.',
    use: 'How the results are used',
    useYes: 'They help to decide what to do in your cluster and, grouped, serve the national census.',
    useNo: 'This result is not a certification, nor a rating for allocating resources.',
    mode: 'How will you answer?',
    modes: { self: 'We answer ourselves', interview: 'Conduct the interview' },
    modeHints: {
      self: 'Those who know the cluster read and answer.',
      interview: 'One person reads the questions and writes down the answers.',
    },
    enumerator: 'Name of the interviewer',
    enumeratorFault: 'Write the name of the interviewer.',
  },

  controller: {
    title: 'Who answers for the data',
    unknown: 'This tablet has not been in contact with the census yet. So it does not know who answers for the data.',
    none: 'Nobody answers for the data yet. That is why these answers are a trial.',
    nit: 'NIT',
    address: 'Address',
    mail: 'Email',
    phone: 'Phone',
    processor: 'Processor of the data',
    hosting: 'Country where they are kept',
    noticeVersion: (version) => `Version of the notice: ${version}`,
    readNotice: 'Read the whole privacy notice',
  },

  rail: {
    label: 'Sections of the questionnaire',
    button: 'Sections',
    hub: 'All sections',
    pending: (count) => `${count} missing`,
    reviewErrors: 'Check the errors',
  },

  find: {
    title: 'Go to a question',
    link: 'Go to question',
    box: 'Number or word',
    hint: (number) => `For example: ${number === '' ? 'committee or budget' : `committee, budget or ${number}`}.`,
    found: (count) => (count === 1 ? '1 question' : `${count} questions`),
    none: (query) => `No question has “${query}”. Check the spelling or search another word.`,
    notAsked: 'Does not apply, given what you answered.',
  },

  totals: {
    title: 'Sums to confirm',
    hint: 'We calculated these sums from your answers.',
    sum: (amount) => `We add up ${amount}. Is that right?`,
    plain: (amount) => `${amount} in all`,
    confirm: 'The sum is right',
    correct: 'Correct the figures',
    correctNamed: (title) => `Correct the figures: ${title}`,
  },

  review: {
    noted: (count) => `With notes\u00a0(${count})`,
    note: 'Note on the question',
    unreached: (section, count) => `${section}: ${count}`,
    unreachedCount: (count) =>
      count === 1 ? '1 required question is missing' : `${count} required questions are missing`,
    reason: 'Reason (optional)',
    reasons: {
      record: 'A record or document says so',
      estimate: 'It is an approximate figure',
      unusual: 'It was an unusual year',
      definition: 'We count in another way',
      other: 'Another reason',
    },
    explain: 'Explain, if you wish',
    declaration: 'Declaration',
    declares: 'By finishing, you declare that these answers say what the initiative knows.',
    answeredBy: 'Answered by',
    role: 'Role',
    interviewedBy: 'Interviewed by',
    nameless: 'No name',
    namelessByChoice: 'No name, as you authorised',
    print: 'Print my answers',
    printed: (edition, when) => `${edition} · ${when}`,
  },
}

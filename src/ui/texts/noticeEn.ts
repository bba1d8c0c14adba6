import type { NoticeTexts } from './noticeEs.ts'

/** The privacy notice in English, but for who answers for the data: that comes from the census. */
export const noticeEn: NoticeTexts = {
  title: 'Privacy notice',
  model: 'This notice is a model text. Who answers for the data has yet to confirm it.',
  purposes: 'What the data are used for',
  purposesIntro: 'You authorise each use separately. None is marked in advance, and you may say no to all.',
  purposeList: [
    {
      name: 'Your self-assessment',
      detail:
        'It shows the stage of your cluster and what comes next, is calculated on this tablet and needs no authorisation.',
    },
    {
      name: 'National statistics',
      detail:
        'If you authorise sending, the answers go to the census. They are published grouped with those of others.',
    },
    {
      name: 'Follow-up',
      detail:
        'If you authorise the use of your contact data, the census knows who answered. It writes to you only if you accept that too.',
    },
    {
      name: 'Directory',
      detail: 'If you authorise it, name, department, sector and stage of the initiative are published.',
    },
    {
      name: 'Open data',
      detail: 'If you authorise it, anybody may use the answers of the initiative, without its name and code.',
    },
  ],
  optional: 'What is voluntary',
  optionalList: [
    'Answering is voluntary and you can stop at any time.',
    'Even if you authorise the use of your contact data, you may leave your name and your email blank.',
    'Your role in the cluster is always asked.',
    'If you do not authorise sending, the answers stay on this tablet. You see your result all the same.',
    'We ask for no sensitive data and no data on minors. Do not write them in any answer.',
  ],
  rights: 'Your rights',
  rightsIntro: 'Article 8 of Law 1581 of 2012 gives them to you.',
  rightsList: [
    'To know, update and correct your data.',
    'To ask for proof of the authorisation that you gave.',
    'To know what your data have been used for.',
    'To complain to the Superintendence of Industry and Commerce.',
    'To withdraw the authorisation or ask for your data to be deleted.',
    'To consult your data free of charge.',
  ],
  channel: 'How to use your rights',
  channelDetail: 'Write to, call or visit who answers for the data. Ask them for the data policy too.',
  channelUnknown: 'While it is not known who answers for the data, ask your chamber of commerce.',
  deadlines: 'By law a query is to be answered in 10 working days and a claim in 15.',
  retention: 'How long they are kept',
  retentionList: [
    'On this tablet, your name and your email are deleted 90 days after the census has received the survey.',
    'If the survey is not sent, your name and your email stay on this tablet with it.',
    'Answers and drafts stay on this tablet until a person deletes them.',
    'In the census, your name and your email must be deleted 12 months after the round closes. Who answers for the data does it. You may authorise more time.',
    'After that the census keeps the answers without your name and email.',
  ],
  version: 'Version and date',
  writtenOn: (date) => `Text of ${date}.`,
  heardOn: (when) => `Last news from the census on who answers for the data: ${when}`,
  back: 'Back',
}

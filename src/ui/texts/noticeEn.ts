import type { NoticeTexts } from './noticeEs.ts'

/** The privacy notice in English, but for who answers for the data: that comes from the census. */
export const noticeEn: NoticeTexts = {
  title: 'Privacy notice',
  model: 'This text is a model. Who answers for the data must confirm it.',
  purposes: 'What the data are used for',
  purposesIntro: 'Each purpose is authorised separately and nothing is marked in advance.',
  purposeList: [
    {
      name: 'Your self-assessment',
      detail: 'The result is calculated on this tablet and needs no authorisation.',
    },
    { name: 'National statistics', detail: 'Grouped results of all initiatives, if you authorise sending.' },
    {
      name: 'Follow-up',
      detail: 'To know who answered and write to you to clarify answers, if you authorise it.',
    },
    { name: 'Directory', detail: 'Name, department, sector and stage of the initiative, if you authorise it.' },
    { name: 'Open data', detail: 'The answers without names or identifiers, if you authorise it.' },
  ],
  optional: 'What is voluntary',
  optionalList: [
    'Answering is voluntary and you can stop at any time.',
    'Your name and your email are optional, even if you authorise their use.',
    'If you do not authorise sending, the answers stay on this tablet. You see your result all the same.',
    'We ask for no sensitive data and no data on minors. Do not write them in the texts.',
  ],
  rights: 'Your rights',
  rightsIntro: 'They are those of article 8 of Law 1581 of 2012.',
  rightsList: [
    'To know, update and correct your data.',
    'To ask for proof of the authorisation that you gave.',
    'To know what your data have been used for.',
    'To complain to the Superintendence of Industry and Commerce.',
    'To withdraw the authorisation or ask for your data to be deleted.',
    'To consult your data free of charge.',
  ],
  channel: 'How to use them',
  channelDetail: 'Write to, call or visit who answers for the data. Ask them for the data policy too.',
  channelUnknown: 'While it is not known who answers for the data, ask your chamber of commerce.',
  deadlines: 'The law gives 10 working days to answer queries and 15 for claims.',
  retention: 'How long they are kept',
  retentionList: [
    'On this tablet, your name and your email are deleted 90 days after the survey was received.',
    'The copy of the answers stays on this tablet until a person deletes it.',
    'In the census, contact data are deleted 12 months after the round closes, unless authorised again.',
    'The census keeps the answers without name or email.',
  ],
  version: 'Version and date',
  writtenOn: (date) => `Text of ${date}.`,
  heardOn: (when) => `Last contact with the census: ${when}`,
  back: 'Back',
}

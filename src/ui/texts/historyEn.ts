import type { HistoryTexts } from './historyEs.ts'
import { pointsEn } from './pointsEn.ts'

function dimensionsEn(count: number, all: number): string {
  if (count === 1) return '1\u00a0dimension'
  return `${count === all ? 'all ' : ''}${count}\u00a0dimensions`
}

/** The words of earlier results and of the comparison with other clusters in English. */
export const historyEn: HistoryTexts = {
  title: 'How it has changed',
  rose: (count, all, since) => `Higher in ${dimensionsEn(count, all)} since ${since}`,
  fell: (count, all, since) => `Lower in ${dimensionsEn(count, all)} since ${since}`,
  roseAndFell: (rose, fell, since) =>
    `Higher in ${rose} ${rose === 1 ? 'dimension' : 'dimensions'} and lower in ${fell} since ${since}`,
  unchanged: (since) => `No change since ${since}`,
  notComparable: 'The earlier results were calculated with other rules',
  unit: (results) => `Score from 0 to 100 by dimension. ${results}\u00a0results of this initiative.`,
  up: (points) => `▲ up ${pointsEn(points)}`,
  down: (points) => `▼ down ${pointsEn(points)}`,
  same: 'no change',
  noValue: 'no data',
  now: 'Now',
  total: 'Total score',
  otherEdition: (date, edition) =>
    `The result of ${date} used edition ${edition} of the questionnaire, with the same rules.`,
  rescored: (date, told, again) =>
    `The score of ${date} was ${told} by the rules of that time. By the present ones it would be ${again}.`,
  rescoredWhy: 'That difference comes from the rules. The rest of the change comes from practice.',
  other: (date) => `The result of ${date} used other rules and other questions. It cannot be compared point by point.`,
  otherRules: 'other rules',
  toldThen: 'as it was told at the time',

  peers: {
    group: 'Compare with',
    band: 'The middle half of the initiatives',
    label: (date, n) => `Comparison with data of ${date}, ${n} initiatives.`,
    none: 'To compare with other initiatives, ask the census team for the comparison file.',
    where: 'Open it in Settings and sending.',
    middle: (low, high) => `The middle half lies between ${low} and ${high}`,
    column: 'Middle half',
    meaning: 'The grey band shows where half of the initiatives are. A quarter lies below it and a quarter above.',
    filter: 'Filter the groups',
  },

  files: {
    title: 'Earlier results and comparison',
    earlier: 'Results of earlier rounds',
    earlierHint: 'Open a .cumulo file to see how a cluster has changed. Nothing in it is sent to the census.',
    earlierOpen: 'Open a file of results',
    earlierCount: (count) =>
      count === 1 ? 'There is 1 earlier result on this tablet.' : `There are ${count} earlier results on this tablet.`,
    earlierNone: 'There are no results from files yet.',
    earlierRemove: 'Take out the results that came from files',
    earlierRemoved: 'The results that came from files were taken out.',
    added: (count) => (count === 1 ? '1 result was added.' : `${count} results were added.`),
    known: (count) => (count === 1 ? '1 was here already.' : `${count} were here already.`),
    present: (count) =>
      count === 1 ? '1 is of the open round and was not added.' : `${count} are of the open round and were not added.`,
    nothing: 'The file carries no results.',
    copy: 'Save my results',
    copyHint:
      'To see your results on another tablet, save them in a file. It holds the full answers: keep it in a safe place.',
    copied: (count) =>
      count === 1 ? 'The file is ready, with 1 result.' : `The file is ready, with ${count} results.`,
    refused: {
      'not-handover': 'This file carries no results of Cúmulo. Look for one that ends in .cumulo.',
      damaged: 'The file is incomplete or damaged. Ask for a new copy.',
      'too-large': 'The file is larger than this tablet can open. Ask for one with fewer results.',
      'too-many-lines': 'The file carries too many results. Ask for one with fewer.',
      draft: 'This file carries a draft and no result. It has to be finished first.',
    },
    badLine: (line) => `Line ${line} of the file is no result. Nothing was added.`,
    benchmark: 'Comparison with other initiatives',
    benchmarkHint: 'Open the file that the census team hands out. It only has groups of five or more initiatives.',
    benchmarkOpen: 'Open a comparison file',
    benchmarkNone: 'There are no comparison data on this tablet yet.',
    benchmarkKept: (date, groups) =>
      groups === 1 ? `There are data of ${date}, with 1 group.` : `There are data of ${date}, with ${groups} groups.`,
    benchmarkRead: 'The comparison data were kept.',
    benchmarkRefused: 'This file carries no comparison data that can be read. Ask the census team for another.',
    notKept: 'It could not be kept. There may be no space left on the tablet.',
  },
}

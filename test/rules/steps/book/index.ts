/** The chapters of the book, in the order of the tables. */
import { activity, livelihoodProject, majorMatter, voterMatter } from './affairs'
import { fromOf, isRefused, type Chapter } from './book'
import { byElection, mandate, recall } from './deputies'
import { bill, inquiry, presidiumMeeting, session } from './meetings'
import { countyOrder, document, expense, planItem, task } from './office'
import { suggestion } from './suggestion'
import { debrief, finding, followUp, supervision } from './supervision'

export const chapters: readonly Chapter[] = [
  mandate, session, presidiumMeeting, suggestion, bill, inquiry, recall, byElection, supervision, finding, followUp, majorMatter, livelihoodProject, activity,
  voterMatter, debrief, planItem, document, task, countyOrder, expense,
]

const chapterOf = (type: string): Chapter => {
  const chapter = chapters.find((one) => one.type === type)
  if (!chapter) throw new Error(`no chapter on ${type}`)
  return chapter
}

/** Every way of a record through its statuses that the book has: `step: from > to`. */
export const waysOf = (type: string): ReadonlySet<string> =>
  new Set(chapterOf(type).rows.flatMap((row) => (isRefused(row) ? [] : fromOf(row).map((from) => `${row.step}: ${from} > ${row.then === 'same' ? from : row.then}`))))

/** Every warning of a type: `step: code`. */
export const warningsOf = (type: string): ReadonlySet<string> => new Set(chapterOf(type).rows.flatMap((row) => (isRefused(row) ? [] : (row.warns ?? []).map((code) => `${row.step}: ${code}`))))

/** Every refusal of a type beyond a wrong status and a needed field: `step: code because field`. */
export const refusalsOf = (type: string): ReadonlySet<string> =>
  new Set(chapterOf(type).rows.flatMap((row) => (isRefused(row) ? [[`${row.step}:`, row.code, row.because, row.field].filter((part) => part !== undefined).join(' ')] : [])))

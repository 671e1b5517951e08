/** What a figure of contacts does not count because nobody filled it in, with where to fill it in: a nought says nothing by itself. Pure. */
import { intOf, textOf } from '../facts'
import type { Data } from '../fields'
import { activitiesIn, ofKinds } from '../measures/events-of'
import type { Question } from '../measures/indicator'
import { dated } from '../measures/periods'
import type { Rec } from '../record'

/** A form to open: a record at an empty field, or a new one with what is known already. */
export interface ToFill {
  readonly type: string
  readonly id?: string
  readonly preset?: Data
  readonly focus: string
}

export interface Missing {
  /** 2 场接待没有填接触选民人数，按 0 算. */
  readonly say: string
  readonly rows: readonly { readonly rec: Rec; readonly fill: ToFill }[]
}

const empty = (key: string) => (rec: Rec): boolean => intOf(rec.fields, key) === null

const atField = (rec: Rec, focus: string): Missing['rows'][number] => ({ rec, fill: { type: rec.type, id: rec.id, focus } })

/** A visit that says the same as the activity: day, who went, whom they met, about what. */
function asVisit({ facts }: Question, rec: Rec): Data {
  const mandates = facts.where('participation', 'event', rec.id).filter((row) => textOf(row.fields, 'state') === '1').map((row) => textOf(row.fields, 'mandate'))
  const met = intOf(rec.fields, 'voters_met')
  return { kind: '1', date: textOf(rec.fields, 'start_on'), ...(mandates.length === 0 ? {} : { mandates }), ...(met === null ? {} : { persons: met }), topic: textOf(rec.fields, 'title') }
}

function visits(question: Question): readonly Missing[] {
  const { facts, period } = question
  const own = facts.all('visit').filter((rec) => dated(rec, 'date', period) && !['2', '3'].includes(textOf(rec.fields, 'kind')))
  const days = new Set(own.map((rec) => textOf(rec.fields, 'date')))
  const uncounted = own.filter(empty('persons'))
  const only = ofKinds(activitiesIn(facts, period), '08').filter((rec) => !days.has(textOf(rec.fields, 'start_on')))
  return [
    ...(uncounted.length === 0 ? [] : [{ say: `${String(uncounted.length)} 次走访没有填人数，每次按 1 人次算`, rows: uncounted.map((rec) => atField(rec, 'persons')) }]),
    ...(only.length === 0 ? [] : [{
      say: `${String(only.length)} 次“联系走访选民”只记在活动里。这个数按“走访联系”的登记数，请照着补一条`, rows: only.map((rec) => ({ rec, fill: { type: 'visit', preset: asVisit(question, rec), focus: 'persons' } })),
    }]),
  ]
}

function receptions({ facts, period }: Question): readonly Missing[] {
  const all = ofKinds(activitiesIn(facts, period), '09').filter(empty('voters_met'))
  return all.length === 0 ? [] : [{ say: `${String(all.length)} 场接待没有填接触选民人数，按 0 算`, rows: all.map((rec) => atField(rec, 'voters_met')) }]
}

const byFigure: Readonly<Record<string, (question: Question) => readonly Missing[]>> = { 'B8.07': visits, 'B8.09': receptions }

/** What is missing behind an indicator or a part of it (`B8.09/人次`); [] where nothing is or nobody can say. */
export const missingBehind = (path: string, question: Question): readonly Missing[] => byFigure[path.split('/')[0] ?? '']?.(question) ?? []

/** A made-up town's year with as many records of each kind as asked, their dates and outcomes spread by their number. */
import { figures } from '../../../shared/indicators'
import type { DocumentInput } from '../../../shared/report/documents'
import { town, type Town } from '../../support/build'

export interface Amounts {
  readonly deputies: number
  readonly sessions: number
  readonly meetings: number
  readonly supervisions: number
  readonly suggestions: number
  readonly activities: number
  readonly debriefs: number
  readonly visits: number
  readonly deeds: number
  readonly plans: number
}

export const quiet: Amounts = { deputies: 3, sessions: 0, meetings: 0, supervisions: 0, suggestions: 0, activities: 0, debriefs: 0, visits: 0, deeds: 0, plans: 0 }
export const ordinary: Amounts = { deputies: 12, sessions: 2, meetings: 4, supervisions: 7, suggestions: 14, activities: 9, debriefs: 5, visits: 6, deeds: 3, plans: 4 }

const day = (year: number, at: number): string => `${String(year)}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`
const later = (on: string, days: number): string => new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

function supervisionsOf(t: Town, count: number, year: number, deputies: readonly string[], unit: string): void {
  for (const at of times(count)) {
    const on = day(year, at)
    const supervision = t.add('supervision', {
      form: ['03', '04', '02', '01', '08', '10', '11'][at % 7], topic: ['河道治理情况', '关于养老服务工作情况的报告', '食品安全情况'][at % 3], targets: [unit], linkage: at % 3 === 0 ? '2' : '1', start_on: on,
      laws: at % 7 === 2 ? [{ name: '食品安全法' }] : [], ...(at % 2 === 0 ? { forward_on: later(on, 10), forward_to: [unit] } : {}),
    }, ['计划', on], ['实施', on])
    for (const [index, mandate] of deputies.entries()) if (index % (at + 2) === 0) t.add('participation', { event: supervision, mandate, state: index % 5 === 4 ? '2' : '1' })
    for (const no of times(at % 4)) t.add('finding', { supervision, no: no + 1, problem: '台账不全。' }, ['发现', on], ['交办', on], ...(no === 0 ? [['已整改', later(on, 20)] as const] : []))
  }
}

function suggestionsOf(t: Town, count: number, year: number, deputies: readonly string[], unit: string): void {
  for (const at of times(count)) {
    const on = day(year, at)
    const fields = { no: `19-闭-${String(at + 1).padStart(3, '0')}`, title: `关于第${String(at + 1)}条路的建议`, lead: deputies[at % deputies.length], host: unit, field: '02', period: at % 3 === 0 ? '1' : '2', public_ok: ['1', '2', '3'][at % 3], ...(at % 4 === 0 ? { key_level: '1' } : {}), ...(at % 6 === 5 ? {} : { accept: '1', assigned_on: later(on, 3), due_on: later(on, 93) }) }
    if (at % 6 === 5) {
      t.suggestion(on, { ...fields, accept: '6' }, ['不立案', later(on, 2)])
      continue
    }
    const suggestion = t.suggestion(on, fields, ['待交办', later(on, 2)], ['已交办', later(on, 3)], ...(at % 5 === 4 ? [] : [['待反馈', later(on, 30)] as const]))
    if (at % 5 !== 4) t.add('reply', { suggestion, round: 1, unit, reply_on: later(on, 30), result_class: ['A', 'B', 'C', 'D'][at % 4], ...(at % 2 === 0 ? { feedback_on: later(on, 40), rate_result: String((at % 3) + 1) } : {}) })
  }
}

/** The town with its records. */
export function busyTown(amounts: Amounts, year = 2026): Town {
  const t = town({ term: { no: 19, first_meeting_on: `${String(year - 2)}-12-20`, quota: 60 } })
  t.add('office', { code: t.org, name: '青禾镇', chair: '主席甲', clerk: '干事乙', phone: '0817-5550000' })
  const unit = t.add('organisation', { name: '镇村镇建设办', kind: '1' })
  const deputies = times(amounts.deputies).map((at) => t.deputy({ sex: String((at % 2) + 1), party: '01', ethnic: '01' }))
  for (const at of times(amounts.sessions)) {
    const session = t.add('session', { term: t.term, no: at + 3, kind: '2', start_on: day(year, at * 6), end_on: day(year, at * 6), total_deputies: deputies.length }, ['筹备', day(year, 0)], ['进行中', day(year, at * 6)], ['已闭会', day(year, at * 6)])
    for (const [index, mandate] of deputies.entries()) t.add('attendance', { session, mandate, state: index % 7 === 6 ? '2' : '1', approved: true })
    t.add('document', { kind: '01', title: '关于工作报告的决议', session, issued_on: day(year, at * 6) }, ['拟稿', day(year, 0)], ['已印发', day(year, at * 6)])
  }
  for (const at of times(amounts.meetings)) {
    const meeting = t.add('presidium_meeting', { term: t.term, no: at + 1, held_on: day(year, at * 3), members_total: 5 }, ['筹备', day(year, 0)], ['进行中', day(year, at * 3)])
    t.add('decision', { meeting, no: 1, title: '研究监督计划', text: at % 2 === 0 ? '同意。' : '' })
  }
  supervisionsOf(t, amounts.supervisions, year, deputies, unit)
  suggestionsOf(t, amounts.suggestions, year, deputies, unit)
  for (const at of times(amounts.activities)) {
    const activity = t.add('activity', { kind: ['07', '08', '09'][at % 3], title: '小组学习', start_on: day(year, at), voters_met: at }, ['计划', day(year, at)], ['已开展', day(year, at)])
    for (const [index, mandate] of deputies.entries()) if (index % 2 === at % 2) t.add('participation', { event: activity, mandate, state: '1', half_days: 1 })
  }
  for (const at of times(Math.min(amounts.debriefs, deputies.length))) t.add('debrief', { mandate: deputies[at], date: day(year, at), place: '村部' }, ['计划', day(year, at)], ['已述职', day(year, at)])
  for (const at of times(amounts.visits)) t.add('visit', { kind: '1', date: day(year, at), mandates: deputies.slice(at % deputies.length, (at % deputies.length) + 1), persons: at, households: 1 })
  for (const at of times(amounts.deeds)) t.add('deed', { mandate: deputies[at % deputies.length], kind: '1', date: day(year, at), title: '修水渠', amount_fen: 123_456, beneficiaries: 30 })
  for (const at of times(amounts.plans)) t.add('plan_item', { year: year + 1, kind: String((at % 2) + 1), item: `第${String(at + 1)}项工作。`, plan_month: `${String(year + 1)}-${String((at % 12) + 1).padStart(2, '0')}` }, ['草拟', day(year, 0)])
  return t
}

/** Everything a document of the town's year is made from; the report day is 15 January unless given. */
export function inputOf(t: Town, year = 2026, asAt = `${String(year + 1)}-01-15`): DocumentInput {
  const question = t.question(String(year), { asAt })
  const before = t.question(String(year - 1), { asAt: `${String(year)}-01-15` })
  return {
    question, year, office: '青禾镇', figures: figures(question), before: figures(before), term: question.facts.all('term')[0] ?? null,
    head: { office: '青禾镇', ...question.period, madeOn: asAt, clerk: '干事乙', chair: '主席甲', phone: '0817-5550000' },
  }
}

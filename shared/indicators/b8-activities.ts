/** B.8 代表活动与履职, first half: events, who took part, contact with voters (B8.01–B8.09). */
import { codeTables } from '../codes'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { groupsAt } from '../measures/office-at'
import { activeDeputies } from '../measures/duties-of'
import { amount, average, count, halfDays, idsOfAll, indicator, part, share, sumOf, type Compute } from '../measures/define-indicator'
import { deputiesAt, personId } from '../measures/deputies-at'
import { activitiesIn, eventsIn, halfDaysOf, ofKinds, townDebriefsIn, townPresence } from '../measures/events-of'
import type { Indicator, Question } from '../measures/indicator'
import { dated } from '../measures/periods'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('flow', id, name, unit, words, compute)

const deputies = ({ facts, period }: Question): readonly Rec[] => deputiesAt(facts, period.to)

const mandateOf = (rec: Rec): string => textOf(rec.fields, 'mandate')

const held: Compute = (question) => {
  const events = eventsIn(question)
  const ofKind = (code: string): readonly Rec[] => events.filter(({ kind }) => kind === code).map(({ rec }) => rec)
  return {
    ...count(events.map(({ rec }) => rec)),
    parts: codeTables.activity_kind.entries.map(({ code, label }) => part(code, label, count(ofKind(code)))),
  }
}

/** Deputies in office at the end of the period without one event in it. */
const inactive = (question: Question): readonly Rec[] => {
  const people = new Set(activeDeputies(question).map((rec) => personId(question.facts, rec)))
  return deputies(question).filter((rec) => !people.has(personId(question.facts, rec)))
}

const groupActivities: Compute = (question) => {
  const { facts, period } = question
  const all = activitiesIn(facts, period).filter((rec) => textOf(rec.fields, 'kind') === '07' || textOf(rec.fields, 'group') !== '')
  const groupOf = (rec: Rec): string => facts.resolve(textOf(rec.fields, 'group'))
  const groups = new Set([...idsOfAll(groupsAt(facts, period.to)), ...all.map(groupOf)].filter((id) => id !== ''))
  return {
    ...count(all),
    parts: [...groups].map((id) => part(id, textOf(facts.get(id)?.fields ?? {}, 'name') || id, count(all.filter((rec) => groupOf(rec) === id)))),
  }
}

const dutyDays: Compute = (question) => {
  const { facts, rules } = question
  const byPerson = new Map<string, number>()
  let halves = 0
  for (const rec of townPresence(question)) {
    const half = halfDaysOf(facts, rec)
    halves += half
    const mandate = facts.get(mandateOf(rec))
    if (mandate) byPerson.set(personId(facts, mandate), (byPerson.get(personId(facts, mandate)) ?? 0) + half)
  }
  const needed = rules.entry('deputy.days').n
  const short = needed === null ? null : deputies(question).filter((rec) => (byPerson.get(personId(facts, rec)) ?? 0) < needed * 2)
  return {
    ...halfDays(halves, townPresence(question)),
    parts: [
      part('人均', '人均', average(halves, 2 * deputies(question).length)),
      part('不足', '履职天数不足的代表', short === null ? amount(null) : count(short)),
    ],
  }
}

const visits: Compute = ({ facts, period }) => {
  const all = facts.all('visit').filter((rec) => dated(rec, 'date', period) && !['2', '3'].includes(textOf(rec.fields, 'kind')))
  return {
    ...amount(sumOf(all, (rec) => intOf(rec.fields, 'persons') ?? 1), all),
    parts: [part('户', '户数', amount(sumOf(all, (rec) => intOf(rec.fields, 'households')), all)), part('次', '走访次数', count(all))],
  }
}

const receptions: Compute = ({ facts, period }) => {
  const all = ofKinds(activitiesIn(facts, period), '09')
  return { ...count(all), parts: [part('人次', '接待人次', amount(sumOf(all, (rec) => intOf(rec.fields, 'voters_met')), all))] }
}

export const activityIndicators: readonly Indicator[] = [
  row('B8.01', '组织代表活动次数', '次', '已开展的活动＋有代表参加的监督＋培训＋述职日(同日同地一次)', held),
  row('B8.02', '代表参加活动人次', '人次', '这些活动中出席的乡级代表，含述职', (question) => {
    const rows = [...townPresence(question), ...townDebriefsIn(question.facts, question.period)]
    return { ...count(rows), parts: [part('人均', '人均', average(rows.length, deputies(question).length))] }
  }),
  row('B8.03', '参加活动代表数', '人', '至少参加一次的乡级代表，年内离任的也算；率：/期末实有代表数，所以可能超过100%', (question) => share(activeDeputies(question), deputies(question).length)),
  row('B8.04', '未参加任何活动代表', '人', '期末实有代表中一次也没有参加的(内部掌握，不上报)', (question) => count(inactive(question))),
  row('B8.05', '小组活动次数', '次', '小组活动，或注明小组的活动；每小组一行', groupActivities),
  row('B8.06', '代表履职天数', '天', '出席的半天数之和÷2', dutyDays),
  row('B8.07', '走访联系选民', '人次', '走访、座谈的人数之和，未填的每次计1', visits),
  indicator('point', 'B8.08', '固定联系选民数', '人', '期末实有代表的固定联系选民之和', (question) =>
    amount(sumOf(deputies(question), (rec) => intOf(rec.fields, 'voter_contact_count')), deputies(question))),
  row('B8.09', '接待选民场次', '次', '联络站接待活动', receptions),
]

/** B.8, reports to voters, appraisal, leaving, leave, training, honours and duty files (B8.17–B8.24). */
import { codeTables } from '../codes'
import { emptyCompleteFields } from '../records/data-quality'
import { mandate as mandateType } from '../records/mandate'
import { person as personType } from '../records/person'
import { scoreGrade } from '../records/score'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { debriefedInTerm, systematicallyTrained } from '../measures/duties-of'
import { changeIndicators } from './b3'
import { amount, count, distinctBy, idsOfAll, indicator, part, share, sumOf, type Compute } from '../measures/define-indicator'
import { deputiesAt, isTownMandate, townPeople } from '../measures/deputies-at'
import { townDebriefsIn, townParticipation, trainingIn } from '../measures/events-of'
import type { Indicator, Measure, Question } from '../measures/indicator'
import { absentUnapproved, attendanceOf, onLeave, presidiumMeetingsIn, sessionsIn, wasPresent } from '../measures/meetings-of'
import { dated, ofYears, wholeYears } from '../measures/periods'
import { deedsIn } from './b8-contacts'
import { allVotes, participationOf, ratingsOf, satisfiedVotes } from '../measures/supervision-of'
import { reached } from '../measures/status-moves'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('flow', id, name, unit, words, compute)

const deputies = ({ facts, period }: Question): readonly Rec[] => deputiesAt(facts, period.to)

const mandateOf = (rec: Rec): string => textOf(rec.fields, 'mandate')

const inState = (...states: readonly string[]) => (rec: Rec): boolean => states.includes(textOf(rec.fields, 'state'))

const debriefed: Compute = (question) => {
  const { facts, period } = question
  const debriefs = townDebriefsIn(facts, period)
  const people = townPeople(facts, debriefs.map(mandateOf))
  const disapproved = debriefs.filter((rec) => {
    const ratings = ratingsOf(facts, [rec])
    return 2 * sumOf(ratings, (one) => intOf(one.fields, 'dissatisfied')) > allVotes(ratings)
  })
  const ratings = ratingsOf(facts, debriefs)
  return {
    ...share(people, deputies(question).length),
    parts: [
      part('测评满意', '满意＋基本满意票', amount(satisfiedVotes(ratings), ratings)), part('测评票', '测评票', amount(allVotes(ratings), ratings)),
      part('不满意过半', '不满意过半的代表', count(townPeople(facts, disapproved.map(mandateOf)))),
    ],
  }
}

const appraised: Compute = ({ facts, period, settings }) => {
  const all = settings.points_on ? facts.all('score').filter((rec) => ofYears(rec, period)) : []
  return {
    ...count(all),
    parts: codeTables.grade.entries.map(({ code, label }) => part(label, label, count(all.filter((rec) => scoreGrade(rec.fields) === code)))),
  }
}

/** Figures of B.3 that make up 退出, by id. */
const leavers = (question: Question, ...ids: readonly string[]): readonly string[] =>
  changeIndicators.filter(({ id }) => ids.includes(id)).flatMap(({ compute }) => idsOfAll(compute(question).ids ?? []))

const left: Compute = (question) => {
  const { facts, period } = question
  const resigned = leavers(question, 'B3.04', 'B3.05')
  const others = leavers(question, 'B3.03', 'B3.06', 'B3.07', 'B3.08', 'B3.09', 'B3.10')
  return {
    ...count([...resigned, ...others]),
    parts: [
      part('劝辞', '劝辞', count(facts.all('score').filter((rec) => dated(rec, 'exit_advised_on', period)))),
      part('辞职', '辞职', count(resigned)), part('终止', '其他终止', count(others)),
    ],
  }
}

const absences: Compute = (question) => {
  const { facts, period } = question
  const own = (rec: Rec): boolean => isTownMandate(facts, mandateOf(rec))
  const rows = [...townParticipation(question), ...participationOf(facts, presidiumMeetingsIn(facts, period)).filter(own)]
  const sessions = attendanceOf(facts, sessionsIn(facts, period))
  return {
    ...count([...rows.filter(inState('2')), ...sessions.filter(onLeave)]),
    parts: [part('缺席', '缺席或未获批准', count([...rows.filter(inState('3')), ...sessions.filter(absentUnapproved)]))],
  }
}

const training: Compute = (question) => {
  const { facts } = question
  const events = trainingIn(question)
  const present = participationOf(facts, events).filter((rec) => wasPresent(rec) && isTownMandate(facts, mandateOf(rec)))
  const trained = systematicallyTrained(question)
  const all = deputies(question).length
  return {
    ...count(events), rate: { num: trained.length, den: all },
    parts: [
      part('人次', '出席人次', count(present)), part('系统', '届内受过系统培训的代表', share(trained, all)),
      part('补选', '其中补选代表', count(trained.filter((rec) => textOf(rec.fields, 'elect_kind') === '2'))),
    ],
  }
}

const honours: Compute = (question) => {
  const { facts } = question
  const deeds = deedsIn(facts, question, '6')
  const people = (recs: readonly Rec[]): Measure => count(distinctBy(recs, (rec) => facts.resolve(mandateOf(rec))).map((rec) => facts.resolve(mandateOf(rec))))
  return {
    ...people(deeds),
    parts: codeTables['honour.level'].entries.map(({ code, label }) => part(code, label, people(deeds.filter((rec) => textOf(rec.fields, 'level') === code)))),
  }
}

const files: Compute = (question) => {
  const { facts, period } = question
  const complete = deputies(question).filter((rec) => emptyCompleteFields(mandateType, rec.fields, facts).length === 0 &&
    emptyCompleteFields(personType, facts.get(textOf(rec.fields, 'person'))?.fields ?? {}, facts).length === 0)
  const published = facts.where('document', 'kind', '12')
    .filter((rec) => dated(rec, 'issued_on', wholeYears(period)) && reached(rec, ['已印发', '已备案', '已归档']))
    .map((rec) => textOf(rec.fields, 'issued_on')).sort().at(-1)
  return {
    ...share(complete, deputies(question).length),
    parts: [part('公示', '已公示履职信息的代表', published === undefined ? count([]) : count(deputiesAt(facts, published)))],
  }
}

export const dutyIndicators: readonly Indicator[] = [
  row('B8.17', '述职代表', '人', '期内述职的乡级代表；率：/实有代表数', debriefed),
  row('B8.18', '届内述职覆盖', '人', '期末在任、本届以来述过职的代表；率：/实有代表数', (question) => share(debriefedInTerm(question), deputies(question).length)),
  row('B8.19', '履职考核', '人', '年度考核的代表(未启用积分的为0)', appraised),
  row('B8.20', '退出', '人', '期内终止代表资格的(不含去世、届满)', left),
  row('B8.21', '请假人次', '人次', '活动、主席团会议和人代会的请假', absences),
  row('B8.22', '培训期次', '期', '期内开始的培训；届内系统培训覆盖率：受过系统培训/实有代表数', training),
  row('B8.23', '表彰人数', '人', '期内受表彰的代表；每级别一行', honours),
  row('B8.24', '履职档案建档', '人', '期末实有代表中人员和任职的应填项已填全的；率：/实有代表数', files),
]

/** What the presidium does between sessions every year (组织法第18、19条, 代表法第28、44条). */
import { presidiumMeetingsIn } from '../../measures/meetings-of'
import { dated } from '../../measures/periods'
import { supervisionIn } from '../../measures/supervision-of'
import { activitiesIn, ofKinds } from '../../measures/events-of'
import { contactedIn } from '../../measures/duties-of'
import { intOf, textOf } from '../../facts'
import { yearEnd } from '../../rules/calendar'
import { newAction } from '../make-todo'
import { makeDuty, type DutyContext, type YearDuty } from './make-duty'

export function presidiumDuties(context: DutyContext): readonly YearDuty[] {
  const { facts, rules, settings, year, period, today } = context
  const due_on = yearEnd(year)
  const part = 'presidium'
  const interval = rules.entry('presidium.interval')
  const supervision = supervisionIn(facts, period)
  const form = (...codes: readonly string[]) => supervision.filter((rec) => codes.includes(textOf(rec.fields, 'form')))
  const visits = facts.all('visit').filter((rec) => dated(rec, 'date', period))
  const chairs = visits.filter((rec) => ['2', '3'].includes(textOf(rec.fields, 'kind')))
  const contacted = contactedIn({ facts, rules, settings, period, asAt: today })
  const receptions = [...ofKinds(activitiesIn(facts, period), '08', '09'), ...visits.filter((rec) => !chairs.includes(rec))]
  const plan = facts.all('plan_item').filter((rec) => intOf(rec.fields, 'year') === year)
  return [
    ...(interval.n === null || interval.unit !== 'month' ? [] : [makeDuty(context, {
      key: 'presidium', part, who: interval.who, title: `召开主席团会议（每${interval.n}个月至少一次）`, source: interval.source, note: interval.note, need: Math.ceil(12 / interval.n),
      found: presidiumMeetingsIn(facts, period), due_on, action: newAction('记会议', 'presidium_meeting'),
    })]),
    makeDuty(context, { key: 'plan', part, who: '镇里', title: '订年度工作计划', source: '工作惯例', found: plan, unit: '项', due_on, action: newAction('订计划', 'plan_item') }),
    makeDuty(context, {
      key: 'special-report', part, title: '安排代表听取和讨论政府专项工作报告', source: '地方组织法第19条', found: form('01'), due_on, action: newAction('记监督', 'supervision'),
    }),
    makeDuty(context, {
      key: 'law-check', part, title: '检查法律法规实施情况，开展视察、调研', source: '地方组织法第19条', found: [...form('02', '03', '04'), ...ofKinds(activitiesIn(facts, period), '03', '04', '05')],
      due_on, action: newAction('记监督', 'supervision'),
    }),
    makeDuty(context, {
      key: 'contact-voters', part, title: '组织代表联系群众', source: '代表法第28条', found: receptions, due_on, action: newAction('记活动', 'activity'),
    }),
    makeDuty(context, {
      key: 'contact-deputies', part, title: '主席、副主席联系代表', source: '地方组织法第18条', note: `已联系${contacted.length}名代表`, found: chairs, due_on, action: newAction('记走访', 'visit'),
    }),
  ]
}

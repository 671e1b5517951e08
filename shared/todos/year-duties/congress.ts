/** What the congress itself does every year: sessions, reports, budget, final accounts (组织法第12、14条, 预算法第14、21条). */
import { sessionsIn } from '../../measures/meetings-of'
import { dated } from '../../measures/periods'
import { textOf } from '../../facts'
import type { Rec } from '../../record'
import { yearEnd, yearStart } from '../../rules/calendar'
import { byId, latestBy, listAction, newAction, openAction } from '../make-todo'
import { makeDuty, type DutyContext, type YearDuty } from './make-duty'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

/** Items of the agenda of the year's sessions. */
function itemsOf({ facts, period }: DutyContext, kind: string): readonly Rec[] {
  return sessionsIn(facts, period).flatMap((session) => facts.where('agenda_item', 'session', session.id)).filter((rec) => day(rec, 'kind') === kind)
}

/** Sessions of the year that approved the budget, by the day of the decision. */
const budgets = ({ facts, period }: DutyContext): readonly Rec[] => facts.all('session').filter((rec) => dated(rec, 'budget_approved_on', period))

export function congressDuties(context: DutyContext): readonly YearDuty[] {
  const { facts, rules, year, period, today } = context
  const due_on = yearEnd(year)
  const sessions = sessionsIn(facts, period)
  const latest = latestBy(sessions, 'start_on')
  const agenda = latest ? openAction('补议程', latest.id) : newAction('记会议', 'session')
  const min = rules.entry('congress.min')
  // the law itself wants one; what wants more is named with its own text
  const own = (min.n ?? 1) > 1
  const approved = budgets(context)
  const published = approved.filter((rec) => day(rec, 'budget_published_on') !== '')
  const publishDue = approved.map((rec) => rules.due('budget.publish', day(rec, 'budget_approved_on'))?.due_on ?? due_on).sort().at(-1) ?? due_on
  const [unpublished] = byId(approved.filter((rec) => day(rec, 'budget_published_on') === ''))
  const filing = rules.entry('resolution.file')
  const resolutions = facts.all('document').filter((rec) => ['01', '02'].includes(day(rec, 'kind')) && day(rec, 'session') !== '' && dated(rec, 'issued_on', { from: yearStart(year), to: today }))
  const filed = resolutions.filter((rec) => day(rec, 'filed_on') !== '')
  const part = 'congress'
  return [
    makeDuty(context, {
      key: 'congress', part, title: '召开人民代表大会会议', who: own ? min.who : '法律', source: own ? min.source : '地方组织法第14条', need: Math.max(min.n ?? 1, 1), found: sessions, due_on, action: newAction('记会议', 'session'),
      note: own ? min.note : '一般每年举行两次',
    }),
    makeDuty(context, { key: 'government-report', part, title: '听取和审议政府工作报告', source: '地方组织法第12条', found: itemsOf(context, '01'), due_on, action: agenda }),
    makeDuty(context, { key: 'presidium-report', part, title: '听取和审议主席团工作报告', source: '地方组织法第12、19条', found: itemsOf(context, '02'), due_on, action: agenda }),
    makeDuty(context, { key: 'budget', part, title: '审查和批准本级预算', source: '预算法第21条', found: approved, due_on, action: latest ? openAction('登记批准日期', latest.id) : newAction('记会议', 'session') }),
    makeDuty(context, {
      key: 'budget-published', part, title: '批准后20日内公开预算', source: '预算法第14条', need: approved.length, found: published, due_on: publishDue,
      action: unpublished ? openAction('登记公开日期', unpublished.id) : listAction('看会议', 'session'),
    }),
    makeDuty(context, { key: 'final-accounts', part, title: '审查和批准本级决算', source: '预算法第21条', found: itemsOf(context, '05'), due_on, action: agenda }),
    ...(filing.n === null ? [] : [makeDuty(context, {
      key: 'filed', part, who: filing.who, title: '决议决定报县人大常委会备案', source: filing.source, note: filing.note, need: resolutions.length, found: filed, unit: '件',
      due_on: resolutions.map((rec) => rules.due('resolution.file', day(rec, 'issued_on'))?.due_on ?? due_on).sort().at(-1) ?? due_on, action: listAction('看文件', 'document'),
    })]),
  ]
}

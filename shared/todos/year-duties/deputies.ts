/** What is done for and with the deputies every year, and what becomes of their suggestions (代表法第42、51、58条). */
import { answerOf } from '../../measures/suggestion-answers'
import { townDebriefsIn, townParticipation } from '../../measures/events-of'
import { dated } from '../../measures/periods'
import { reached } from '../../measures/status-moves'
import { intOf, textOf } from '../../facts'
import type { Rec } from '../../record'
import { yearEnd, yearStart } from '../../rules/calendar'
import { listAction, newAction, screenAction } from '../make-todo'
import { makeDuty, type DutyContext, type YearDuty } from './make-duty'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)
const issued = ['已印发', '已备案', '已归档']
const publication = '12'

/** Documents issued in the year. */
const documents = ({ facts, period }: DutyContext, ...kinds: readonly string[]): readonly Rec[] =>
  kinds.flatMap((kind) => facts.where('document', 'kind', kind)).filter((rec) => dated(rec, 'issued_on', period) && reached(rec, issued))

const dropped = ['已撤回', '已并案', '已转出', '不立案']

/** Suggestions whose first answer was due in the year and is due by now. */
function dueSuggestions({ facts, year, today }: DutyContext): readonly Rec[] {
  const period = { from: yearStart(year), to: today < yearEnd(year) ? today : yearEnd(year) }
  return facts.all('suggestion').filter((rec) => rec.fields['as_history'] !== true && dated(rec, 'due_on', period) && !dropped.includes(rec.status ?? ''))
}

export function deputyDuties(context: DutyContext): readonly YearDuty[] {
  const { facts, rules, settings, year, period, today } = context
  const due_on = yearEnd(year)
  const part = 'deputies'
  const events = townParticipation({ facts, rules, settings, period, asAt: today })
  const recorded = [...new Map(events.map((row) => [day(row, 'event'), facts.get(day(row, 'event'))])).values()].filter((rec): rec is Rec => rec !== null)
  const published = documents(context, publication)
  const hear = rules.entry('party.hear')
  const training = rules.entry('training.min')
  return [
    makeDuty(context, { key: 'record-duty', part, title: '记录代表履职情况', source: '代表法第58条', found: recorded, due_on, action: newAction('记活动', 'activity') }),
    makeDuty(context, {
      key: 'report-to-voters', part, title: '组织代表向原选区选民报告履职情况', source: '代表法第58条', note: '法律要求定期，未定次数', found: townDebriefsIn(facts, period), unit: '人次',
      due_on, action: newAction('记述职', 'debrief'),
    }),
    makeDuty(context, { key: 'publish-duty', part, title: '公示代表基本信息和履职信息', source: '代表法第58条', found: published, due_on, action: newAction('记公示', 'document') }),
    makeDuty(context, {
      key: 'activity-money', part, title: '代表活动经费列入本级财政预算', source: '代表法第42条', unit: '笔', due_on, action: newAction('记预算', 'budget'),
      found: facts.where('budget', 'kind', '1').filter((rec) => intOf(rec.fields, 'year') === year && (intOf(rec.fields, 'budget_fen') ?? 0) > 0),
    }),
    ...(training.n === null ? [] : [makeDuty(context, {
      key: 'training', part, who: training.who, title: '组织代表培训', source: training.source, found: facts.all('training').filter((rec) => dated(rec, 'start_on', period)), due_on,
      action: newAction('记培训', 'training'),
    })]),
    ...(hear.n === null ? [] : [makeDuty(context, {
      key: 'party', part: 'office', who: hear.who, title: '党委听取人大工作汇报', source: hear.source, need: hear.n, due_on, action: newAction('记一次', 'party_log'),
      found: facts.where('party_log', 'kind', '1').filter((rec) => dated(rec, 'date', period)),
    })]),
    makeDuty(context, {
      key: 'year-report', part: 'office', who: '镇里', title: '写年度工作报告', source: '工作惯例', due_on, action: screenAction('出报告', 'annual-report'),
      found: facts.where('document', 'kind', '07').filter((rec) => day(rec, 'title').includes(String(year)) && /工作(报告|总结)/u.test(day(rec, 'title'))),
    }),
  ]
}

export function suggestionDuties(context: DutyContext): readonly YearDuty[] {
  const { facts, year, today } = context
  const due_on = yearEnd(year)
  const part = 'suggestions'
  const due = dueSuggestions(context)
  const answered = due.filter((rec) => answerOf(facts, rec, today).first !== '')
  const about = (rec: Rec): boolean => /建议/u.test(day(rec, 'title')) && /办理/u.test(day(rec, 'title'))
  const reported = facts.all('agenda_item').filter((rec) => {
    const session = facts.get(day(rec, 'session'))
    return session !== null && dated(session, 'start_on', context.period) && about(rec)
  })
  const raised = facts.all('suggestion').filter((rec) => rec.fields['as_history'] !== true && dated(rec, 'raised_on', context.period))
  const occasion = raised.length > 0 || due.length > 0 ? 1 : 0
  return [
    makeDuty(context, {
      key: 'answers', part, title: '建议在期限内答复代表', source: '代表法第51条', need: due.length, found: answered, unit: '件', due_on, action: listAction('看建议', 'suggestion'),
    }),
    makeDuty(context, {
      key: 'suggestions-reported', part, title: '向人民代表大会报告建议办理情况', source: '代表法第51条', need: occasion, found: [...reported, ...documents(context, '07').filter(about)], due_on,
      action: screenAction('出报告', 'annual-report'),
    }),
    makeDuty(context, {
      key: 'suggestions-published', part, title: '公开建议办理情况', source: '代表法第51条', need: occasion, found: documents(context, publication, '03', '07').filter((rec) => about(rec) && day(rec, 'openness') === '1'), due_on,
      action: newAction('记公示', 'document'),
    }),
  ]
}

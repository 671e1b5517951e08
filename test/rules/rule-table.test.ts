import { describe, expect, test } from 'vitest'
import { addDays, isDay, monthLength, weekday } from '../../shared/rules/calendar'
import { presetProvinces, ruleBook } from '../../shared/rules/presets'
import { lawsReadOn, nationalRules } from '../../shared/rules/presets/national'
import type { RuleEntry } from '../../shared/rules/rule-book'
import { officialHolidays } from '../../shared/rules/workdays'

/** Value, unit and the event it counts from, in the writing of the table of time limits: `3 month suggestion.assigned_on`. */
const shape = ({ n, of, max, unit, from, before }: RuleEntry): string =>
  `${n === null ? 'off' : n}${of === undefined ? '' : `/${of}`}${max === undefined ? '' : `–${max}`}${before ? ' before' : ''} ${unit} ${from}`

const national: Readonly<Record<string, readonly [shape: string, source: string, verified: boolean]>> = {
  'suggest.reply.normal': ['3 month suggestion.assigned_on', '代表法第51条', true], 'suggest.reply.complex': ['6 month suggestion.assigned_on', '代表法第51条', true],
  'suggest.assign': ['7 day suggestion.review_on', '工作惯例', false], 'suggest.return': ['10 day suggestion.assigned_on', '工作惯例', false], 'suggest.coOpinion': ['1 month suggestion.assigned_on', '工作惯例', false],
  'suggest.feedback': ['20 workday reply.feedback_sent', '工作惯例', false], 'suggest.redo': ['1 month reply.feedback_on', '工作惯例', false], 'suggest.close': ['10 day reply.feedback_on', '工作惯例', false],
  'congress.min': ['1 count year', '地方组织法第14条', true], 'congress.usual': ['2 count year', '地方组织法第14条', true], 'presidium.min': ['4 count year', '工作惯例', false], 'congress.length': ['off day session.start_on', '全国无统一规定', false], 'congress.first': ['2 month term.elected_on', '地方组织法第20条', true],
  'congress.firstBy': ['off month year', '全国无统一规定', false], 'congress.secondBy': ['9 month year', '地方组织法第14条（一般每年举行两次）', false], 'congress.notice': ['7 before day session.start_on', '工作惯例', false],
  'congress.quorum': ['2/3 share session.start_on', '地方组织法第14条', true], 'congress.majority': ['1/2 share vote', '地方组织法第25条', true], 'congress.special': ['1/5 share session.decide_on', '地方组织法第14条', true],
  'presidium.interval': ['3 month presidium_meeting.held_on', '工作惯例', false], 'presidium.quorum': ['1/2 share presidium_meeting', '工作惯例', false], 'presidium.size': ['7–13 count day', '工作惯例', false],
  'inquiry.min': ['10 count inquiry.raised_on', '地方组织法第24条', true], 'inquiry.redoAnswer': ['off month session.end_on', '全国无统一规定', false], 'bill.min': ['5 count bill.received_on', '地方组织法第22条', true],
  'candidate.min': ['10 count vote', '地方组织法第26条', true], 'recall.leader': ['1/5 share recall.proposed_on', '地方组织法第31条', true], 'recall.voters': ['30 count recall.proposed_on', '选举法第50条', true],
  'budget.publish': ['20 day session.budget_approved_on', '预算法第14条', true], 'resolution.file': ['off day document.issued_on', '全国无统一规定', false], 'report.feedback': ['3 month supervision.forward_on', '代表法第31条（及时反馈）', false],
  'followup.extend': ['6 month follow_up.sent_on', '工作惯例', false], 'group.min': ['off count year', '全国无统一规定', false], 'deputy.days': ['off day year', '全国无统一规定', false], 'reception.min': ['off count year', '全国无统一规定', false],
  report2voters: ['1 count term', '代表法第58条（定期报告履职情况）', false], 'training.min': ['1 count term', '县里工作要求', false], 'training.byElected': ['3 month mandate.confirm_on', '县里工作要求', false],
  'party.hear': ['2 count year', '县里工作要求', false], 'party.meeting': ['1 count term', '县里工作要求', false], 'petition.notify': ['15 day letter.received_on', '信访工作条例', false], 'petition.close': ['60 day letter.received_on', '信访工作条例', false],
  'election.roll': ['20 before day by_election.vote_on', '选举法第28条', true], 'election.appeal': ['5 day by_election.roll_on', '选举法第29条', true], 'election.appealAnswer': ['3 day by_election.appeal_on', '选举法第29条', true],
  'election.candidates': ['15 before day by_election.vote_on', '选举法第32条', true], 'election.formal': ['7 before day by_election.vote_on', '选举法第32条', true],
}

/** Where a province says otherwise; the year of its text stands in the source. */
const provincial: Readonly<Record<string, Readonly<Record<string, readonly [shape: string, year: number]>>>> = {
  浙江: {
    'suggest.assign': ['7 day suggestion.review_on', 2016], 'suggest.return': ['10 day suggestion.assigned_on', 2016], 'suggest.coOpinion': ['2 month suggestion.assigned_on', 2016], 'suggest.redo': ['1 month reply.feedback_on', 2016],
    'congress.min': ['2 count year', 2016], 'congress.length': ['1 day session.start_on', 2016], 'congress.notice': ['7 before day session.start_on', 2016], 'presidium.interval': ['3 month presidium_meeting.held_on', 2016],
    'presidium.quorum': ['1/2 share presidium_meeting', 2016], 'presidium.size': ['7–13 count day', 2016], 'budget.publish': ['20 day session.budget_approved_on', 2016], 'report.feedback': ['3 month supervision.forward_on', 2016],
    'group.min': ['3 count year', 2016], 'deputy.days': ['7 day year', 2016], 'election.roll': ['12 before day by_election.vote_on', 2021],
  },
  重庆: {
    'suggest.reply.normal': ['2 month suggestion.assigned_on', 2016], 'suggest.reply.complex': ['4 month suggestion.assigned_on', 2016], 'suggest.assign': ['10 workday suggestion.review_on', 2017], 'suggest.return': ['10 workday suggestion.assigned_on', 2017],
    'suggest.coOpinion': ['30 workday suggestion.assigned_on', 2017], 'suggest.feedback': ['20 workday reply.feedback_sent', 2017], 'suggest.redo': ['2 month reply.feedback_on', 2017], 'congress.min': ['2 count year', 2016],
    'congress.length': ['1 day session.start_on', 2016], 'congress.notice': ['10 before day session.start_on', 2016], 'presidium.interval': ['3 month presidium_meeting.held_on', 2016], 'presidium.quorum': ['1/2 share presidium_meeting', 2016],
    'presidium.size': ['7–11 count day', 2016], 'inquiry.redoAnswer': ['2 month session.end_on', 2016], 'group.min': ['4 count year', 2016],
  },
  山东: {
    'suggest.reply.normal': ['2 month session.end_on', 2015], 'suggest.reply.complex': ['4 month session.end_on', 2015], 'suggest.assign': ['5 day suggestion.review_on', 2017], 'suggest.return': ['5 day suggestion.assigned_on', 2017],
    'suggest.coOpinion': ['1 month suggestion.assigned_on', 2017], 'suggest.redo': ['1 month reply.feedback_on', 2017], 'congress.min': ['1 count year', 2015], 'presidium.size': ['7–11 count day', 2015],
    'resolution.file': ['30 day document.issued_on', 2017], 'report.feedback': ['3 month supervision.forward_on', 2015], 'group.min': ['4 count year', 2015],
  },
  河南: {
    'suggest.return': ['10 workday suggestion.assigned_on', 2017], 'suggest.coOpinion': ['2 month suggestion.assigned_on', 2017], 'suggest.feedback': ['10 workday reply.feedback_sent', 2017], 'suggest.redo': ['1 month reply.feedback_on', 2017],
    'congress.min': ['2 count year', 2016], 'congress.length': ['1 day session.start_on', 2016], 'presidium.interval': ['3 month presidium_meeting.held_on', 2016], 'presidium.quorum': ['1/2 share presidium_meeting', 2016], 'presidium.size': ['7–13 count day', 2016],
  },
  北京: {
    'suggest.feedback': ['15 workday reply.feedback_sent', 2014], 'suggest.redo': ['2 month reply.feedback_on', 2014], 'congress.min': ['2 count year', 2016], 'congress.firstBy': ['3 month year', 2016], 'congress.special': ['1/5 share session.decide_on', 2016],
    'presidium.size': ['5–9 count day', 2016], 'inquiry.min': ['10 count inquiry.raised_on', 2016], 'inquiry.redoAnswer': ['3 month session.end_on', 2016], 'resolution.file': ['30 day document.issued_on', 2024],
    'group.min': ['2 count year', 2014], 'reception.min': ['2 count year', 2014],
  },
}

describe('the table of time limits', () => {
  test('national: every entry with its value, its event, its source and whether the text was read', () => {
    expect(Object.fromEntries(nationalRules.map((entry) => [entry.key, [shape(entry), entry.source, entry.verified]]))).toEqual(national)
    expect(nationalRules.filter((entry) => entry.checked_on !== lawsReadOn)).toEqual([])
  })
  test.each(presetProvinces)('%s: exactly these entries differ, each with the year of its text and marked as older than the Deputies Law of 2025', (province) => {
    const own = ruleBook(province).all().filter((entry) => entry.who === '省里')
    expect(Object.fromEntries(own.map((entry) => [entry.key, [shape(entry), Number(/（(20\d\d)）/u.exec(entry.source)?.[1])]]))).toEqual(provincial[province])
    expect(own.filter((entry) => !entry.note?.includes('未按2025年代表法核对') || entry.verified)).toEqual([])
  })
})

/** Counted in another way than the program does: by the clock of the language, step by step. */
function counted(entry: RuleEntry, from: string): string {
  const n = (entry.n ?? 0) * (entry.before ? -1 : 1)
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  if (entry.unit === 'day') return new Date(Date.UTC(year, month - 1, day + n)).toISOString().slice(0, 10)
  if (entry.unit === 'month') {
    const last = new Date(Date.UTC(year, month - 1 + n + 1, 0))
    return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10)
  }
  const tables = new Map(officialHolidays.map((table) => [table.year, table]))
  let at = from
  for (let left = Math.abs(n); left > 0;) {
    at = addDays(at, Math.sign(n))
    const table = tables.get(Number(at.slice(0, 4)))
    const works = table?.off.includes(at) ? false : table?.worked.includes(at) === true || ![0, 6].includes(weekday(at))
    if (works) left -= 1
  }
  return at
}

/** A month's end, the days about it, a leap day, the turn of the year, a holiday. */
const events = ['2024-02-28', '2024-02-29', '2024-03-01', '2025-01-31', '2025-02-28', '2025-08-31', '2025-09-30', '2024-11-30', '2025-12-31', '2026-01-01', '2026-02-14', '2026-10-07']

describe.each([null, ...presetProvinces])('due days of %s', (province) => {
  const book = ruleBook(province)
  const periods = book.all().filter((entry) => entry.n !== null && ['day', 'workday', 'month'].includes(entry.unit) && entry.from !== 'year')
  test.each(periods.map((entry) => [entry.key, entry] as const))('%s falls on the right day from every awkward one', (key, entry) => {
    expect(events.map((from) => book.due(key, from)?.due_on)).toEqual(events.map((from) => counted(entry, from)))
  })
  test('months clip to a day that exists, both ways, and never run into the next month', () => {
    for (const entry of periods.filter((one) => one.unit === 'month')) {
      for (const from of events) {
        const due = book.due(entry.key, from)?.due_on ?? ''
        expect(isDay(due)).toBe(true)
        const [year = 0, month = 0, day = 0] = due.split('-').map(Number)
        expect(day).toBe(Math.min(Number(from.slice(8)), monthLength(year, month)))
      }
    }
  })
})

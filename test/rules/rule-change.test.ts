import { describe, expect, test } from 'vitest'
import { movedDues } from '../../shared/todos/moved-dues'
import { editedRule, sameRule } from '../../shared/rules/own-rule'
import { ruleBook } from '../../shared/rules/presets'
import { nationalRules } from '../../shared/rules/presets/national'
import { readRuleFile, ruleDifferences, writeRuleFile } from '../../shared/rules/rule-file'
import { defaultSettings, type RuleEntry } from '../../shared/rules/rule-book'
import { officialHolidays } from '../../shared/rules/workdays'
import { say } from '../../shared/text'
import { town } from '../support/build'

const today = '2025-05-01'
const national = ruleBook(null)

describe('a rule that the office sets itself', () => {
  test('takes number, unit, source and note; the day of the change is the day it was checked', () => {
    expect(editedRule(national.entry('suggest.assign'), { key: 'suggest.assign', n: 5, unit: 'workday', source: ' 镇人大办理办法（2025）第3条 ', note: '' }, today)).toEqual({
      ok: true, value: { key: 'suggest.assign', n: 5, unit: 'workday', from: 'suggestion.review_on', source: '镇人大办理办法（2025）第3条', who: '镇里', checked_on: today, verified: false },
    })
  })
  test('can be switched off, and a share stays a share', () => {
    expect(editedRule(national.entry('presidium.interval'), { key: 'presidium.interval', n: null, source: '不适用' }, today)).toMatchObject({ ok: true, value: { n: null, unit: 'month' } })
    expect(editedRule(national.entry('congress.quorum'), { key: 'congress.quorum', n: 3, source: '本省条例' }, today)).toMatchObject({ ok: true, value: { n: 3, of: 3, unit: 'share' } })
    expect(editedRule(national.entry('congress.quorum'), { key: 'congress.quorum', n: 3, unit: 'day', source: '本省条例' }, today)).toMatchObject({ ok: false, code: 'unknown-code', field: 'unit' })
  })
  test('refuses what can be no rule, naming the field', () => {
    const refused = (n: number | null, more: object = {}) => {
      const made = editedRule(national.entry('suggest.assign'), { key: 'suggest.assign', n, source: '办法', ...more }, today)
      return made.ok ? 'set' : [made.code, made.field]
    }
    expect([refused(0), refused(-3), refused(1.5), refused(2000), refused(3, { source: ' ' }), refused(3, { max: 2 })]).toEqual([
      ['out-of-range', 'n'], ['out-of-range', 'n'], ['out-of-range', 'n'], ['out-of-range', 'n'], ['required', 'source'], ['out-of-range', 'max'],
    ])
    expect(editedRule(ruleBook('北京').entry('congress.firstBy'), { key: 'congress.firstBy', n: 13, source: '办法' }, today)).toMatchObject({ ok: false, field: 'n' })
  })
})

describe('open matters when a rule changes', () => {
  const change = (after: readonly RuleEntry[], province: string | null = null) => {
    const t = town()
    const open = t.suggestion('2025-03-01', { no: '19-1-001', assigned_on: '2025-03-10', due_on: '2025-06-10', due_rule: JSON.stringify(national.entry('suggest.reply.normal')) }, ['待交办', '2025-03-05'], ['已交办', '2025-03-10'])
    const waiting = t.suggestion('2025-04-01', { no: '19-1-002', review_on: '2025-04-20' }, ['待交办', '2025-04-20'])
    t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-06-10', as_history: true }, ['已交办', '2025-03-10'])
    const moved = movedDues({ facts: t.facts(), today, settings: defaultSettings, before: ruleBook(province), after: ruleBook(province, after) })
    return { moved, open, waiting }
  }
  const own = (key: string, n: number): RuleEntry => ({ ...national.entry(key), n, who: '县里', source: '县办法' })
  test('the kept day of an answer would move and is only shown; nothing else is named', () => {
    const { moved, open } = change([own('suggest.reply.normal', 2)])
    expect(moved.map(({ set: _set, ...one }) => one)).toEqual([
      { kind: 'stored', id: open, rule: 'suggest.reply.normal', title: '19-1-001 关于修路的建议', before: '2025-06-10', after: '2025-05-10' },
    ])
    expect(JSON.parse(String(moved[0]?.set?.['due_rule']))).toMatchObject({ n: 2, source: '县办法' })
  })
  test('a reminder that is counted every day follows the rule, and is shown before', () => {
    const { moved, waiting } = change([own('suggest.assign', 15)])
    expect(moved).toEqual([{ kind: 'reminder', id: `suggest.assign:${waiting}`, rule: 'suggest.assign', title: '19-1-002 关于修路的建议：待交办', before: '2025-04-27', after: '2025-05-05' }])
  })
  test('a rule that does not touch anything open moves nothing', () => {
    expect(change([own('budget.publish', 10)]).moved).toEqual([])
    expect(change([own('suggest.reply.complex', 5)]).moved).toEqual([])
  })
  test('a rule switched off takes its reminder away, and says so', () => {
    const { moved } = change([{ ...national.entry('suggest.assign'), n: null }])
    expect(moved.map(({ before, after }) => [before, after])).toEqual([['2025-04-27', null]])
  })
})

describe('a rule update', () => {
  const update = { title: '望川县2026年办理规定', from: '望川县人大常委会', issued_on: '2026-01-05', entries: [{ ...national.entry('suggest.assign'), n: 3, who: '县里' as const, source: '望川县办理规定第2条' }], holidays: officialHolidays.filter((table) => table.year === 2026) }
  const fault = (text: string) => {
    const read = readRuleFile(text, today)
    return read.ok ? 'read' : [read.code, read.detail?.['fault'], say(read.code, read.detail).say]
  }
  test('is read as it was written', () => {
    expect(readRuleFile(writeRuleFile(update), today)).toEqual({ ok: true, value: { ...update, entries: [{ key: 'suggest.assign', n: 3, unit: 'day', from: 'suggestion.review_on', who: '县里', source: '望川县办理规定第2条', checked_on: '2025-04-19', verified: false, note: '全国无统一规定，请按本地规定核对' }] } })
  })
  test('names only the entries that ask for something else', () => {
    expect(ruleDifferences(national, update).map(({ key, before, after }) => [key, before.n, after.n])).toEqual([['suggest.assign', 7, 3]])
    expect(ruleDifferences(ruleBook(null, update.entries), update)).toEqual([])
    expect(sameRule(national.entry('bill.min'), { ...national.entry('bill.min'), source: '别的依据' })).toBe(true)
  })
  test('one bad entry refuses the whole file with a sentence', () => {
    const file = (entries: readonly unknown[], more: object = {}) => JSON.stringify({ kind: 'zhen-rules', v: 1, entries, ...more })
    expect([
      fault('放假了'), fault('{"kind":"other"}'), fault(file([], { v: 2 })), fault(file([])), fault(file([{ key: 'no.such', n: 1, source: '办法' }])), fault(file([{ key: 'suggest.assign', n: 'drei', source: '办法' }])),
      fault(file([{ key: 'suggest.assign', n: 9999, source: '办法' }])), fault(file([], { holidays: [{ year: 2030, off: ['2030-02-30'], worked: [] }] })),
    ]).toEqual([
      ['not-rules', 'no-json', '这个文件不是规则更新。'], ['not-rules', 'other-kind', '这个文件不是规则更新。'], ['not-rules', 'newer', '这份规则更新是新版软件做的。'],
      ['not-rules', 'empty', '这份规则更新里什么也没有。'], ['not-rules', 'unknown-key', '第 1 条规则“no.such”本软件没有。'], ['not-rules', 'bad-entry', '规则更新里“建议审查后交办”填得不对，整份没有采用。'],
      ['not-rules', 'bad-value', '规则更新里“建议审查后交办”填得不对，整份没有采用。'], ['not-rules', 'bad-holidays', '规则更新里第 1 份放假安排不完整，整份没有采用。'],
    ])
  })
  test('Beijing’s number for a small congress is written and read with its rule', () => {
    const beijing = ruleBook('北京')
    const read = readRuleFile(writeRuleFile({ ...update, entries: [beijing.entry('inquiry.min')] }), today)
    expect(read.ok && [read.value.entries[0]?.few, ruleDifferences(beijing, read.value)]).toEqual([{ upTo: 40, n: 1, of: 5 }, []])
    expect(read.ok && ruleDifferences(national, read.value).map(({ key }) => key)).toEqual(['inquiry.min'])
  })
  test('every entry of the table can be written and read', () => {
    const all = { ...update, entries: nationalRules.filter((entry) => entry.n !== null) }
    const read = readRuleFile(writeRuleFile(all), today)
    expect(read.ok && read.value.entries.map((entry) => [entry.key, entry.n, entry.unit, entry.from, entry.of, entry.max, entry.before])).toEqual(all.entries.map((entry) => [entry.key, entry.n, entry.unit, entry.from, entry.of, entry.max, entry.before]))
  })
})

import { describe, expect, test } from 'vitest'
import { nationalRules } from '../../shared/rules/presets/national'
import { ruleBook } from '../../shared/rules/presets'
import { sourceWords } from '../../shared/rules/rule-words'

const dues = (province: string | null, ...asked: readonly (readonly [key: string, from: string])[]) => {
  const book = ruleBook(province)
  return asked.map(([key, from]) => book.due(key, from)?.due_on ?? null)
}

describe('due dates', () => {
  test('an answer is due three months after it was assigned, a complex one six (代表法第51条)', () => {
    expect(dues(null, ['suggest.reply.normal', '2024-11-30'], ['suggest.reply.complex', '2025-08-31'])).toEqual(['2025-02-28', '2026-02-28'])
  })
  test('Chongqing gives two and four months', () => {
    expect(dues('重庆', ['suggest.reply.normal', '2024-12-31'], ['suggest.reply.complex', '2025-01-31'])).toEqual(['2025-02-28', '2025-05-31'])
  })
  test('the day of the event is day 0', () => {
    expect(dues(null, ['budget.publish', '2025-01-10'], ['suggest.assign', '2025-02-25'])).toEqual(['2025-01-30', '2025-03-04'])
  })
  test('working days step over holidays and say where the year is only guessed', () => {
    expect(ruleBook('河南').due('suggest.feedback', '2025-09-26')).toMatchObject({ due_on: '2025-10-16' })
    expect(ruleBook(null).due('suggest.feedback', '2030-01-01')).toMatchObject({ due_on: '2030-01-29', note: '按周末推算' })
  })
  test('notice of a session counts backwards from its first day', () => {
    expect(dues(null, ['congress.notice', '2025-01-05'], ['election.roll', '2025-03-10'])).toEqual(['2024-12-29', '2025-02-18'])
    expect(dues('浙江', ['election.roll', '2025-03-10'])).toEqual(['2025-02-26'])
  })
  test('a rule that is off, a number or a share has no due date', () => {
    expect(dues(null, ['resolution.file', '2025-01-01'], ['bill.min', '2025-01-01'], ['congress.quorum', '2025-01-01'], ['suggest.assign', '']))
      .toEqual([null, null, null, null])
  })
  test('Shandong files resolutions within 30 days and counts answers from the end of the session', () => {
    expect(dues('山东', ['resolution.file', '2025-01-10'])).toEqual(['2025-02-09'])
    expect(ruleBook('山东').entry('suggest.reply.normal').from).toBe('session.end_on')
  })
  test('Beijing wants the first session by the end of March', () => {
    expect(dues('北京', ['congress.firstBy', '2024-12-31'])).toEqual(['2025-03-31'])
  })
})

describe('the rule book', () => {
  test('has every key of the table of time limits once, whatever the province', () => {
    const keys = [
      'suggest.reply.normal', 'suggest.reply.complex', 'suggest.assign', 'suggest.return', 'suggest.coOpinion', 'suggest.feedback', 'suggest.redo',
      'congress.min', 'congress.length', 'congress.first', 'congress.notice', 'congress.quorum', 'congress.majority', 'congress.special',
      'presidium.interval', 'presidium.quorum', 'presidium.size', 'inquiry.min', 'inquiry.redoAnswer', 'bill.min', 'candidate.min', 'recall.leader',
      'recall.voters', 'budget.publish', 'resolution.file', 'report.feedback', 'followup.extend', 'group.min', 'deputy.days', 'reception.min',
      'report2voters', 'training.min', 'training.byElected', 'petition.notify', 'petition.close', 'election.roll', 'election.appeal',
      'election.appealAnswer', 'election.candidates', 'election.formal',
    ]
    for (const province of [null, '浙江', '重庆', '山东', '河南', '北京']) {
      const own = ruleBook(province).all().map((entry) => entry.key)
      expect(keys.filter((key) => !own.includes(key))).toEqual([])
      expect(new Set(own).size).toBe(nationalRules.length)
    }
  })
  test('a province without a preset takes the national default and says so', () => {
    const book = ruleBook('四川省')
    expect({ province: book.province, note: book.note, rules: book.all() })
      .toEqual({ province: null, note: '本省未内置规则，采用全国默认值，请核对', rules: nationalRules })
    expect([ruleBook('浙江省').province, ruleBook('北京市').province, ruleBook('浙江').note, ruleBook(null).note]).toEqual(['浙江', '北京', undefined, undefined])
  })
  test('provincial values are marked as not checked against the law of 2025 and are not called verified', () => {
    for (const province of ['浙江', '重庆', '山东', '河南', '北京']) {
      const own = ruleBook(province).all().filter((entry) => entry.who === '省里')
      expect(own.length).toBeGreaterThan(5)
      expect(own.filter((entry) => entry.verified || !entry.note?.endsWith('未按2025年代表法核对') || !/（20\d\d）/u.test(entry.source))).toEqual([])
    }
  })
  test('the office may set its own values over both', () => {
    const own = { ...ruleBook('浙江').entry('suggest.assign'), n: 3, who: '镇里' as const, source: '镇人大办理办法' }
    expect(ruleBook('浙江', [own]).due('suggest.assign', '2025-03-01')).toEqual({ due_on: '2025-03-04', rule: own })
  })
  test('thresholds of the law', () => {
    const book = ruleBook(null)
    expect(['congress.quorum', 'congress.majority', 'congress.special', 'recall.leader'].map((key) => [book.entry(key).n, book.entry(key).of])).toEqual([[2, 3], [1, 2], [1, 5], [1, 5]])
    expect(['inquiry.min', 'bill.min', 'candidate.min', 'recall.voters', 'presidium.size'].map((key) => book.entry(key).n)).toEqual([10, 5, 10, 30, 7])
  })
  test('a rule is said with its source', () => {
    expect(['suggest.reply.normal', 'congress.notice', 'suggest.feedback', 'report2voters', 'presidium.size'].map((key) => sourceWords(ruleBook(null).entry(key)))).toEqual([
      '代表法第51条 · 交办后3个月', '工作惯例 · 会议前7日', '工作惯例 · 征询意见表发出后20个工作日', '代表法第58条（定期报告履职情况） · 每届至少1次', '工作惯例 · 7至13',
    ])
  })
  test('a key that no rule has is a programming error', () => {
    expect(() => ruleBook(null).entry('no.such')).toThrow('no rule no.such')
  })
})

/** What a line of fields may hold, kind by kind; one file because each case is a line and they are read against each other. */
import { describe, expect, it } from 'vitest'
import { declarations, type RecordTypeName } from '../../shared/records'
import { canonicalData, checkData, parseData, type ParsedData, type ParseOptions } from '../../shared/records/parse-data'
import { facts, record } from './record-of'

const today = '2025-06-30'
const parse = (type: RecordTypeName, raw: unknown, options: Partial<ParseOptions> = {}): ParsedData =>
  parseData(declarations[type], raw, { today, partial: false, ...options })

const errors = (parsed: ParsedData) => (parsed.ok ? [] : parsed.errors.map(({ field, code }) => [field, code]))
const data = (parsed: ParsedData) => (parsed.ok ? parsed.data : errors(parsed))

/** What one field of a change becomes. */
const one = (type: RecordTypeName, key: string, value: unknown) => {
  const parsed = parse(type, { [key]: value }, { partial: true })
  return parsed.ok ? parsed.data[key] : parsed.errors[0]?.code
}

describe('a new record', () => {
  it('is saved with its identity alone', () => {
    expect(data(parse('suggestion', { title: '关于修路的建议' }))).toEqual({ title: '关于修路的建议' })
  })

  it('is refused without it, and every mistake is told at once', () => {
    expect(errors(parse('voter_matter', { content: ' ', channel: '托梦', headcount: '三', colour: 1 }))).toEqual([
      ['channel', 'unknown-code'], ['headcount', 'bad-number'], ['colour', 'unknown-field'], ['received_on', 'required'], ['content', 'required'],
    ])
  })

  it('says the label of the field that is wrong', () => {
    expect(parse('suggestion', {})).toEqual({ ok: false, errors: [{ field: 'title', code: 'required', detail: { label: '标题' } }] })
  })

  it('is no text, list or nothing', () => {
    for (const raw of ['text', ['a'], null, 3]) expect(errors(parse('suggestion', raw))).toEqual([['', 'bad-input']])
  })

  it('takes keys, not labels', () => {
    expect(errors(parse('suggestion', { 标题: '修路' }))).toEqual([['标题', 'unknown-field'], ['title', 'required']])
  })

  it('never takes a status, a computed or an app-set field', () => {
    expect(errors(parse('suggestion', { title: '修路', status: '已办结', round: 2, no: '19-3-001', due_on: '2025-07-01' }))).toEqual([
      ['status', 'status-not-settable'], ['round', 'derived-field'], ['no', 'derived-field'], ['due_on', 'derived-field'],
    ])
  })

  it('of the past brings the fields that the application would have set', () => {
    expect(data(parse('suggestion', { title: '修路', no: '18-2-007', due_on: '2020-07-01' }, { history: true }))).toEqual({ title: '修路', no: '18-2-007', due_on: '2020-07-01' })
  })

  it('does not inherit fields from the prototype', () => {
    expect(errors(parse('suggestion', JSON.parse('{"title":"修路","__proto__":{"x":1},"constructor":1}')))).toEqual([['__proto__', 'unknown-field'], ['constructor', 'unknown-field']])
  })
})

describe('a change', () => {
  it('holds only the keys given, null where a field is emptied', () => {
    expect(data(parse('suggestion', { body: '新的内容', source: null, cosign: [], voters_served: '' }, { partial: true }))).toEqual({
      body: '新的内容', source: null, cosign: null, voters_served: null,
    })
  })

  it('cannot empty what names the record', () => {
    expect(errors(parse('suggestion', { title: '' }, { partial: true }))).toEqual([['title', 'required']])
  })

  it('clears a doubt, which the application set', () => {
    expect(one('person', 'doubts', [])).toBe(null)
  })
})

describe('text', () => {
  it('is trimmed, NFC and on one line; long text keeps its lines', () => {
    expect(one('suggestion', 'title', '\u3000关于\r\n修路的建议\u00a0')).toBe('关于 修路的建议')
    expect(one('suggestion', 'body', ' 一\r\n二\n')).toBe('一\n二')
    expect(one('person', 'native_place', 'e\u0301')).toBe('\u00e9')
  })

  it('refuses control characters and halves of characters', () => {
    for (const text of ['a\u0000b', 'a\u001bb', 'a\u0085b', '\ud840']) expect(one('suggestion', 'title', text)).toBe('bad-text')
  })

  it('counts rare characters once', () => {
    expect(one('person', 'name', '𠮷'.repeat(50))).toBe('𠮷'.repeat(50))
    expect(one('person', 'name', '𠮷'.repeat(51))).toBe('too-long')
  })

  it('takes a number that stands for a text', () => {
    expect(one('constituency', 'no', 3)).toBe('3')
    expect(one('constituency', 'no', { no: 3 })).toBe('bad-text')
  })

  it('of a person’s name, ID number and phone is tidied', () => {
    expect(one('person', 'name', '张　三')).toBe('张三')
    expect(one('person', 'name', '阿依古丽•买买提')).toBe('阿依古丽·买买提')
    expect(one('person_private', 'id_no', ' １１０１０５１９４９１２３１００２ｘ')).toBe('11010519491231002X')
    expect(one('person_private', 'phone', '138 0000 0000')).toBe('13800000000')
  })

  it('is no name without a letter', () => {
    expect(errors(parse('person', { name: '123' }))).toEqual([['name', 'bad-text']])
  })

  it('keeps a doubtful ID number as written', () => {
    expect(one('person_private', 'id_no', '110105194912310021')).toBe('110105194912310021')
  })
})

describe('dates', () => {
  it.each([
    ['2025-03-08', '2025-03-08'], ['2025/3/8', '2025-03-08'], ['2025年3月8日', '2025-03-08'], ['2025.3.8', '2025-03-08'], ['20250308', '2025-03-08'],
    ['２０２５－０３－０８', '2025-03-08'], ['2024-02-29', '2024-02-29'], ['2025-02-29', 'bad-date'], ['2025-13-01', 'bad-date'], ['2025-03', 'bad-date'],
    ['25.3.8', 'bad-date'], ['45000', 'bad-date'], ['昨天', 'bad-date'], ['1899-12-31', 'bad-date'], [20250308, 'bad-date'],
  ])('%s is %s', (given, stored) => {
    expect(one('suggestion', 'raised_on', given)).toBe(stored)
  })

  it('a fact of tomorrow is refused, a deadline is not', () => {
    expect(one('suggestion', 'raised_on', '2025-06-30')).toBe('2025-06-30')
    expect(one('suggestion', 'raised_on', '2025-07-01')).toBe('date-future')
    expect(one('decision', 'due_on', '2025-07-01')).toBe('2025-07-01')
  })

  it('a month stays a month and never gets a day', () => {
    expect(one('person', 'birth', '1978.3')).toBe('1978-03')
    expect(one('person', 'birth', '1978-03-15')).toBe('1978-03')
    expect(one('person', 'birth', '2025-07')).toBe('date-future')
    expect(one('promise', 'due', '2026年12月')).toBe('2026-12')
    expect(one('promise', 'due', '2026-12-05')).toBe('2026-12-05')
  })

  it('an end before its beginning is refused, naming both dates', () => {
    expect(parse('training', { title: '培训', start_on: '2025-03-08', end_on: '2025-03-07' })).toEqual({
      ok: false,
      errors: [{ field: 'end_on', code: 'date-order', detail: { label: '结束日期', first: '2025-03-08', firstLabel: '开始日期', second: '2025-03-07', secondLabel: '结束日期' } }],
    })
  })

  it('an old file is taken with its dates as they are', () => {
    const raw = { title: '培训', start_on: '2015-03-08', end_on: '2015-03-07' }
    expect(data(parse('training', raw, { history: true }))).toEqual(raw)
    expect(checkData(declarations.training, { ...raw, as_history: true })).toEqual([])
    expect(checkData(declarations.training, raw).map((error) => error.code)).toEqual(['date-order'])
  })
})

describe('figures', () => {
  it.each([[12, 12], ['12', 12], [' １２ ', 12], ['1,200', 1200], [0, 0], [-0, 0], ['十二', 'bad-number'], [1.5, 'bad-number'], ['1.5', 'bad-number'], [-1, 'negative'], ['-3', 'negative'], [true, 'bad-number']])(
    'the whole number %s is %s', (given, stored) => {
      expect(one('voter_matter', 'headcount', given)).toBe(stored)
    })

  it('stays within the range of its field', () => {
    expect([0, 1, 4, 5].map((quarter) => one('plan_item', 'plan_quarter', quarter))).toEqual(['out-of-range', 1, 4, 'out-of-range'])
  })

  it('points may be taken off', () => {
    expect(one('score', 'items', [{ item: '请假', manual_tenths: -10 }])).toEqual([{ item: '请假', manual_tenths: -10 }])
  })

  it.each([[120050, 120050], ['1,200.50', 120050], ['12万元', 12000000], ['417.8万', 417800000], ['¥300', 30000], ['0.1', 10], ['0.105', 'bad-number'], [1.5, 'bad-number'], ['-3', 'negative'], [-300, 'negative']])(
    'the amount %s is %s 分', (given, stored) => {
      expect(one('budget', 'budget_fen', given)).toBe(stored)
    })

  it.each([[true, true], ['是', true], ['有', true], ['√', true], [1, true], [false, false], ['否', false], ['无', false], ['不知道', 'bad-input'], [2, 'bad-input']])('the flag %s is %s', (given, stored) => {
    expect(one('person', 'fixed_income', given)).toBe(stored)
  })
})

describe('codes', () => {
  it('are taken as code, label or alias', () => {
    expect(['1', '立案', '受理'].map((word) => one('suggestion', 'accept', word))).toEqual(['1', '1', '1'])
    expect(['06', '苗', '苗族'].map((word) => one('person', 'ethnic', word))).toEqual(['06', '06', '06'])
  })

  it('that are unknown are told with the word and the label', () => {
    expect(parse('suggestion', { title: '修路', accept: '随便' })).toEqual({
      ok: false, errors: [{ field: 'accept', code: 'unknown-code', detail: { label: '立案审查', value: '随便', table: 'accept' } }],
    })
  })

  it('of a reason to refuse may be words of one’s own', () => {
    expect(one('suggestion', 'accept_reason', '招投标')).toBe('4')
    expect(one('suggestion', 'accept_reason', '与去年重复')).toBe('与去年重复')
  })

  it('say so where a word does not say everything', () => {
    const parsed = parse('attendance', { session: 's', mandate: 'm', state: '请假' })
    expect(parsed).toEqual({
      ok: true, data: { session: 's', mandate: 'm', state: '3' },
      warnings: [{ code: 'loose-word', field: 'state', detail: { label: '出席情况', value: '请假', code: '3' } }],
    })
  })

  it('of secrecy are refused with words', () => {
    for (const word of ['秘密', '机密', '涉密']) expect(one('document', 'openness', word)).toBe('secret-document')
    expect(one('document', 'openness', '内部')).toBe('3')
  })
})

describe('references and rows', () => {
  it('a reference is an id, several are a list without doubles, one may stand alone', () => {
    expect(one('suggestion', 'lead', ' abc ')).toBe('abc')
    expect(one('suggestion', 'cosign', ['a', 'b', 'a'])).toEqual(['a', 'b'])
    expect(one('suggestion', 'cosign', 'a')).toEqual(['a'])
    expect(one('suggestion', 'lead', { find: { name: '张三' } })).toBe('bad-ref')
    expect(one('suggestion', 'lead', 'not an id')).toBe('bad-ref')
  })

  it('the target of an inquiry may be words', () => {
    expect(one('inquiry', 'target', '镇长 李四')).toBe('镇长 李四')
  })

  it('rows are parsed item by item, empty ones fall away, computed items are dropped', () => {
    expect(one('vote', 'candidates', [{ name: '张三', for_count: '40', nominated_by: '主席团', elected: true }, {}, { name: '' }])).toEqual([{ name: '张三', for_count: 40, nominated_by: '1' }])
    expect(one('vote', 'candidates', [{}])).toBe(null)
  })

  it('a mistake in a row is told with its place', () => {
    const parsed = parse('group', { members: [{ mandate: 'a' }, { mandate: 'b', from_on: '2030-01-01', colour: 1 }] }, { partial: true })
    expect(errors(parsed)).toEqual([['members.1.from_on', 'date-future'], ['members.1.colour', 'unknown-field']])
    expect(errors(parse('group', { members: ['a'] }, { partial: true }))).toEqual([['members.0', 'bad-input']])
  })

  it('more rows than a list holds are refused', () => {
    expect(one('group', 'members', Array.from({ length: 501 }, () => ({ mandate: 'a' })))).toBe('too-long')
    expect(one('suggestion', 'cosign', Array.from({ length: 501 }, (_, index) => `m${index}`))).toBe('too-long')
  })
})

describe('a record refuses', () => {
  it('a recall of nobody', () => {
    expect(errors(parse('recall', { kind: '罢免领导' }))).toEqual([['target', 'required']])
    expect(data(parse('recall', { kind: '罢免领导', target_name: '李四' }))).toEqual({ kind: '1', target_name: '李四' })
  })

  it('an office code that is none', () => {
    expect(['511321101', '511321', '5113211', '991321101', 'abc'].map((code) => errors(parse('office', { code, name: '青山镇' })))).toEqual([
      [], [], [['code', 'bad-text']], [['code', 'bad-text']], [['code', 'bad-text']],
    ])
  })
})

describe('a record warns', () => {
  const warnings = (type: RecordTypeName, raw: unknown) => {
    const parsed = parse(type, raw)
    return parsed.ok ? parsed.warnings.map(({ code, field }) => [code, field]) : errors(parsed)
  }

  it('of a title longer than 60 characters', () => {
    expect(warnings('suggestion', { title: '路'.repeat(60) })).toEqual([])
    expect(warnings('suggestion', { title: '路'.repeat(61) })).toEqual([['long-title', 'title']])
  })

  it('of a phone or an ID number in a matter that travels to the county', () => {
    const matter = (content: string) => warnings('voter_matter', { received_on: '2025-03-01', content })
    expect(matter('电话13800000000')).toEqual([['looks-private', 'content']])
    expect(matter('身份证 １１０１０５１９４９１２３１００２Ｘ')).toEqual([['looks-private', 'content']])
    expect(matter('138 0000 0000')).toEqual([['looks-private', 'content']])
    expect(matter('2025年12月修路12345米，投资417.8万元')).toEqual([])
  })
})

describe('defaults are filled in before what is missing is told', () => {
  const office = record('office', 'o', { code: '511321101', name: '青山镇' })
  const lookup = facts(
    office,
    record('term', 't18', { no: 18, first_meeting_on: '2016-12-20', end_on: '2021-12-20' }),
    record('term', 't19', { no: 19, name: '第十九届', first_meeting_on: '2021-12-20', quota: 60 }),
    record('session', 's1', { term: 't19', no: 1 }), record('session', 's2', { term: 't19', no: 2, start_on: '2023-01-10' }), record('session', 'old', { term: 't18', no: 9 }),
    record('mandate', 'm', { person: 'p', level: '5', term: 't19', nth: 1, constituency: 'c' }),
    record('person', 'p', { name: '张三' }),
    record('suggestion', 'x', { title: '修路', host: 'u' }),
    record('activity', 'a', { kind: '07', title: '小组活动', half_days: 2 }),
    record('budget', 'b5', { year: 2025, kind: '5' }), record('budget', 'b1', { year: 2025, kind: '1' }),
  )
  const added = (type: RecordTypeName, raw: unknown) => data(parse(type, raw, { lookup }))

  it('a term by its number', () => {
    expect(added('term', { no: 20 })).toEqual({ no: 20, name: '第二十届' })
  })

  it('a session: the current term, the next number, the name as papers have it', () => {
    expect(added('session', {})).toEqual({ term: 't19', no: 3, kind: '2', title: '青山镇第十九届人民代表大会第三次会议' })
    expect(added('session', { no: 7, kind: '临时会议', title: '临时会议' })).toEqual({ term: 't19', no: 7, kind: '4', title: '临时会议' })
  })

  it('a deputy: the current term, elected for the first time in it', () => {
    expect(added('mandate', { person: 'p', level: '乡' })).toEqual({ person: 'p', level: '5', term: 't19', nth: 1 })
  })

  it('a presidium member: from the session that elected, else from the start of the term', () => {
    expect(added('presidium_member', { mandate: 'm', elected_session: 's2' })).toEqual({ mandate: 'm', elected_session: 's2', from_on: '2023-01-10' })
    expect(added('presidium_member', { mandate: 'm' })).toEqual({ mandate: 'm', from_on: '2021-12-20' })
  })

  it('a suggestion: one kind, handled alone, in the normal term', () => {
    expect(added('suggestion', { title: '修路' })).toEqual({ title: '修路', kind: '1', mode: '1', term_class: '1' })
  })

  it('an answer comes from the host, and its form went out with it', () => {
    expect(added('reply', { suggestion: 'x', round: 1, reply_on: '2025-05-01' })).toEqual({ suggestion: 'x', round: 1, reply_on: '2025-05-01', unit: 'u', feedback_sent: '2025-05-01' })
  })

  it('half days: of the event, else one for an activity and two for a training', () => {
    expect(added('participation', { event: 'a', mandate: 'm', state: '参加' })).toEqual({ event: 'a', mandate: 'm', state: '1', half_days: 2 })
    expect(added('training', { title: '培训', start_on: '2025-03-01' })).toEqual({ title: '培训', start_on: '2025-03-01', half_days: 2 })
  })

  it('a debrief happens in the deputy’s constituency', () => {
    expect(added('debrief', { mandate: 'm' })).toEqual({ mandate: 'm', constituency: 'c' })
  })

  it('an allowance for lost work is half days times the rate, half up, paid to the deputy', () => {
    const allowance = { budget: 'b5', date: '2025-03-01', mandate: 'm', half_days: 3, rate_fen: 6001 }
    expect(added('expense', allowance)).toEqual({ ...allowance, amount_fen: 9002, payee: '张三' })
    expect(added('expense', { budget: 'b1', date: '2025-03-01', half_days: 3, rate_fen: 6001 })).toEqual([['amount_fen', 'required']])
  })

  it('an office calls its presidium by the town', () => {
    expect(added('office', { code: '511321101', name: '青山镇' })).toEqual({ code: '511321101', name: '青山镇', presidium_name: '青山镇人民代表大会主席团' })
  })
})

describe('content is compared without empty values, keys in order', () => {
  it('drops null, blank and empty lists, keeps 0 and false', () => {
    const canonical = canonicalData({ z: '', b: 0, a: false, c: null, d: [], e: undefined, f: ['x'] })
    expect(JSON.stringify(canonical)).toBe('{"a":false,"b":0,"f":["x"]}')
  })
})

import { describe, expect, test } from 'vitest'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings } from '../../shared/rules/rule-book'
import type { Todo } from '../../shared/todos/todo'
import { todos } from '../../shared/todos/todos'
import { addDays } from '../../shared/rules/calendar'
import { town, type Town } from '../support/build'

/** To-dos of one rule (data quality apart), as they stand on `today`. */
const list = (t: Town, today: string, rule?: string, province: string | null = null): readonly Todo[] =>
  todos(t.facts(), { today, rules: ruleBook(province), settings: defaultSettings }).filter((todo) => (rule === undefined ? todo.rule !== 'quality' : todo.rule === rule))

/** [id, due day, state, days, button] on the day before, the day and the day after a due day. */
const around = (t: Town, due: string, rule: string, province: string | null = null) => [-1, 0, 1].map((shift) =>
  list(t, addDays(due, shift), rule, province).map(({ id, due_on, state, days, action }) => [id, due_on, state, days, action.step ?? action.type ?? action.id]))

const bare = () => town({ term: null })

const open = [['待交办', '2025-03-05'], ['已交办', '2025-03-10']] as const

describe('reminders of suggestions', () => {
  test('assign within seven days of the review', () => {
    const t = bare()
    const id = t.suggestion('2025-03-01', { no: '19-闭-001', review_on: '2025-03-05' }, ['待交办', '2025-03-05'])
    expect(around(t, '2025-03-12', 'suggest.assign')).toEqual([
      [[`suggest.assign:${id}`, '2025-03-12', 'soon', 1, 'assign']], [[`suggest.assign:${id}`, '2025-03-12', 'soon', 0, 'assign']],
      [[`suggest.assign:${id}`, '2025-03-12', 'late', -1, 'assign']],
    ])
    expect(list(t, '2025-03-10')[0]).toMatchObject({ title: '19-闭-001 关于修路的建议：待交办', who: '镇里', source: '工作惯例 · 审查后7日', about: { type: 'suggestion', id }, started_on: '2025-03-05' })
  })

  test('one that a unit sent back is assigned again', () => {
    const t = bare()
    t.suggestion('2025-03-01', { returns: [{ date: '2025-03-14', reason: '不属职责' }] as never }, ...open, ['待改交', '2025-03-14'])
    expect(list(t, '2025-03-20').map(({ due_on, action }) => [due_on, action.step])).toEqual([['2025-03-21', 'reassign']])
  })

  test('the first answer: register it while there is time, urge once it is late', () => {
    const t = bare()
    t.add('organisation', { name: '镇综合执法队' })
    const id = t.suggestion('2025-03-01', { no: '19-5-003', assigned_on: '2025-03-10', due_on: '2025-06-10', host: 'organisation-1' }, ...open)
    expect(around(t, '2025-06-10', 'suggest.reply.normal').flat().map((row) => row.slice(1))).toEqual([
      ['2025-06-10', 'soon', 1, 'reply'], ['2025-06-10', 'soon', 0, 'reply'], ['2025-06-10', 'late', -1, 'urge'],
    ])
    expect(list(t, '2025-06-22')).toEqual([{
      id: `suggest.reply.normal:${id}`, rule: 'suggest.reply.normal', who: '法律', title: '19-5-003 关于修路的建议：未答复', about: { type: 'suggestion', id },
      due_on: '2025-06-10', started_on: '2025-03-10', owner: '镇综合执法队', source: '代表法第51条 · 交办后3个月', state: 'late', days: -12,
      action: { label: '催办', kind: 'step', step: 'urge', id },
    }])
    expect(list(t, '2025-04-01').map(({ state, days }) => [state, days])).toEqual([['later', 70]])
  })

  test('a due day keeps the rule that it was made with', () => {
    const t = bare()
    const entry = { ...ruleBook('重庆').entry('suggest.reply.normal') }
    t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-05-10', due_rule: JSON.stringify(entry) }, ...open)
    t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-05-10', due_rule: '{broken' }, ...open)
    expect(list(t, '2025-05-01').map(({ who, source, note }) => [who, source, note])).toEqual([
      ['省里', '重庆市乡镇人民代表大会工作条例（2016）第16条 · 交办后2个月', '未按2025年代表法核对'], ['法律', '代表法第51条 · 交办后3个月', undefined],
    ])
  })

  test('a form that did not come back: ask for it, then close without a rating', () => {
    const t = bare()
    const id = t.suggestion('2025-03-01', { accept: '1' }, ...open, ['待反馈', '2025-06-03'])
    t.add('reply', { suggestion: id, round: 1, reply_on: '2025-06-03', feedback_sent: '2025-06-03', result_class: 'A' })
    expect(around(t, '2025-07-01', 'suggest.feedback').flat().map((row) => row.slice(1))).toEqual([
      ['2025-07-01', 'soon', 1, 'feedback'], ['2025-07-01', 'soon', 0, 'feedback'], ['2025-07-01', 'late', -1, 'close'],
    ])
  })

  test('不满意 opens another round with its own deadline, a rated one is closed', () => {
    const t = bare()
    const again = t.suggestion('2025-03-01', {}, ...open, ['待反馈', '2025-05-01'], ['重新办理', '2025-05-31'])
    t.add('reply', { suggestion: again, round: 1, reply_on: '2025-05-01', feedback_on: '2025-05-31', rate_result: '3', redo_due: '2025-06-30' })
    const done = t.suggestion('2025-03-01', {}, ...open, ['待反馈', '2025-05-01'], ['已评价', '2025-05-31'])
    t.add('reply', { suggestion: done, round: 1, reply_on: '2025-05-01', feedback_on: '2025-05-31', rate_result: '1' })
    expect(list(t, '2025-06-15').map(({ id, due_on, action }) => [id, due_on, action.step])).toEqual([
      [`suggest.close:${done}`, '2025-06-10', 'close'], [`suggest.redo:${again}`, '2025-06-30', 'reply'],
    ])
  })

  test('a promise is due on the last day of its month; kept and dropped ones are not', () => {
    const t = bare()
    const id = t.suggestion('2025-03-01', {}, ...open, ['待反馈', '2025-05-01'], ['已办结', '2025-05-31'])
    const promise = t.add('promise', { suggestion: id, content: '修好路灯', due: '2025-09' })
    t.add('promise', { suggestion: id, content: '已做', due: '2025-09', done_on: '2025-08-01' })
    t.add('promise', { suggestion: id, content: '取消', due: '2025-09', dropped_on: '2025-08-01' })
    expect(around(t, '2025-09-30', 'promise.due').flat().map((row) => row.slice(0, 4))).toEqual([
      [`promise.due:${promise}`, '2025-09-30', 'soon', 1], [`promise.due:${promise}`, '2025-09-30', 'soon', 0], [`promise.due:${promise}`, '2025-09-30', 'late', -1],
    ])
  })

  test('records typed in later and ended ones ask for nothing', () => {
    const t = bare()
    t.suggestion('2020-03-01', { as_history: true, assigned_on: '2020-03-10', due_on: '2020-06-10' }, ...open)
    t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-06-10' }, ...open, ['已撤回', '2025-04-01'])
    expect(list(t, '2025-12-31')).toEqual([])
  })
})

describe('reminders of meetings', () => {
  const held = (t: Town, on: string) => t.add('presidium_meeting', { term: t.term, no: 1, held_on: on }, ['筹备', on], ['进行中', on], ['已结束', on])

  test('the presidium meets every three months', () => {
    const t = town()
    held(t, '2025-05-15'); held(t, '2025-08-15')
    const id = 'presidium.interval:presidium_meeting-2'
    expect(around(t, '2025-11-15', 'presidium.interval')).toEqual([
      [[id, '2025-11-15', 'soon', 1, 'presidium_meeting']], [[id, '2025-11-15', 'soon', 0, 'presidium_meeting']], [[id, '2025-11-15', 'late', -1, 'presidium_meeting']],
    ])
    expect(list(t, '2025-11-24', 'presidium.interval', '浙江')[0]).toMatchObject({ title: '召开主席团会议：上次为8月15日', who: '省里', days: -9, action: { label: '记会议', kind: 'new', type: 'presidium_meeting' } })
    t.add('presidium_meeting', { term: t.term, no: 3, held_on: '2025-11-28' }, ['筹备', '2025-11-01'])
    expect(list(t, '2025-11-24', 'presidium.interval')[0]?.action).toEqual({ label: '去筹备', kind: 'open', id: 'presidium_meeting-3' })
  })

  test('the first session by 31 December, or by the end of March where a province says so; the second by the end of September', () => {
    const t = town()
    expect(around(t, '2025-12-31', 'congress.min')[2]).toEqual([['congress.min:2026', '2026-12-31', 'later', 364, 'session']])
    expect(around(t, '2025-12-31', 'congress.min')[1]).toEqual([['congress.min:2025', '2025-12-31', 'soon', 0, 'session']])
    expect(list(t, '2025-04-01', 'congress.firstBy', '北京').map(({ due_on, state }) => [due_on, state])).toEqual([['2025-03-31', 'late']])
    t.add('session', { term: t.term, no: 1, start_on: '2025-01-08', end_on: '2025-01-09' }, ['筹备', '2025-01-01'], ['进行中', '2025-01-08'], ['已闭会', '2025-01-09'])
    expect(around(t, '2025-09-30', 'congress.secondBy').flat().map((row) => row.slice(2, 4))).toEqual([['soon', 1], ['soon', 0], ['late', -1]])
    t.add('session', { term: t.term, no: 2, start_on: '2025-07-08', end_on: '2025-07-08' }, ['筹备', '2025-07-01'], ['进行中', '2025-07-08'])
    expect(list(t, '2025-10-01').filter(({ rule }) => rule.startsWith('congress'))).toEqual([])
  })

  test('deputies are told seven days before, ten in Chongqing', () => {
    const t = bare()
    const id = t.add('session', { no: 6, title: '第六次会议', start_on: '2025-12-29' }, ['筹备', '2025-11-20'])
    expect(around(t, '2025-12-22', 'congress.notice').flat().map((row) => row.slice(0, 5))).toEqual([
      [`congress.notice:${id}`, '2025-12-22', 'soon', 1, 'call'], [`congress.notice:${id}`, '2025-12-22', 'soon', 0, 'call'], [`congress.notice:${id}`, '2025-12-22', 'late', -1, 'call'],
    ])
    expect(list(t, '2025-12-01', 'congress.notice', '重庆')[0]?.due_on).toBe('2025-12-19')
    expect(list(t, '2025-12-30', 'congress.notice')).toEqual([])
  })

  test('a new term meets within two months of the election', () => {
    const t = town({ term: { no: 20, elected_on: '2026-10-31' } })
    expect(around(t, '2026-12-31', 'congress.first').flat().map((row) => row.slice(2, 4))).toEqual([['soon', 1], ['soon', 0], ['late', -1]])
  })

  test('the budget is published within 20 days, resolutions are filed where the province wants it', () => {
    const t = bare()
    t.add('session', { no: 1, title: '第一次会议', start_on: '2025-01-08', budget_approved_on: '2025-01-09' }, ['筹备', '2025-01-01'], ['已闭会', '2025-01-09'])
    t.add('document', { kind: '01', title: '决议', session: 'session-1', issued_on: '2025-01-10' }, ['拟稿', '2025-01-09'], ['已印发', '2025-01-10'])
    expect(around(t, '2025-01-29', 'budget.publish').flat().map((row) => row.slice(2, 4))).toEqual([['soon', 1], ['soon', 0], ['late', -1]])
    expect([list(t, '2025-01-20', 'resolution.file'), around(t, '2025-02-09', 'resolution.file', '山东').flat().map((row) => row.slice(2))])
      .toEqual([[], [['soon', 1, 'file'], ['soon', 0, 'file'], ['late', -1, 'file']]])
  })

  test('what the presidium decided is done by its day', () => {
    const t = bare()
    t.add('decision', { meeting: 'presidium_meeting-1', no: 1, title: '检查河道', text: '同意', due_on: '2025-05-31', owner: '办公室' })
    t.add('decision', { meeting: 'presidium_meeting-1', no: 2, title: '已完成', due_on: '2025-05-31', done_on: '2025-05-01' })
    expect(around(t, '2025-05-31', 'decision.due').flat().map((row) => row.slice(2, 4))).toEqual([['soon', 1], ['soon', 0], ['late', -1]])
  })
})

describe('reminders of supervision, voters and the county', () => {
  const states = [['soon', 1], ['soon', 0], ['late', -1]]
  test('feedback on a report, an opinion, a finding, a matter, a letter, an order: the day before, the day, the day after', () => {
    const t = bare()
    t.add('supervision', { form: '03', topic: '食品安全视察', start_on: '2025-05-01', forward_on: '2025-06-18' }, ['计划', '2025-05-01'], ['实施', '2025-05-01'], ['整改中', '2025-06-18'])
    t.add('follow_up', { title: '审议意见', sent_on: '2025-06-01', due_on: '2025-08-01', extended_due_on: '2025-09-18' }, ['待交办', '2025-06-01'], ['已交办', '2025-06-01'])
    t.add('finding', { supervision: 'supervision-1', no: 1, problem: '台账不全', due_on: '2025-09-18' }, ['发现', '2025-06-01'], ['整改中', '2025-06-01'])
    t.add('voter_matter', { content: '路灯不亮', received_on: '2025-09-01', due_on: '2025-09-18' }, ['登记', '2025-09-01'], ['已转办', '2025-09-02'])
    t.add('letter', { subject: '信', received_on: '2025-09-01', due_on: '2025-09-18' })
    t.add('county_order', { order_no: '〔2025〕17号', title: '报送进度', issued_on: '2025-09-01', due_on: '2025-09-18' }, ['待签收', '2025-09-01'], ['办理中', '2025-09-02'])
    for (const rule of ['report.feedback', 'follow_up.due', 'finding.due', 'voter_matter.due', 'letter.due', 'county_order.due']) {
      expect([rule, around(t, '2025-09-18', rule).flat().map((row) => row.slice(2, 4))]).toEqual([rule, states])
    }
    expect(list(t, '2025-09-20').map(({ action }) => action.step ?? action.kind).sort()).toEqual(['answer', 'answer', 'open', 'rectify', 'reply', 'urge'])
    t.add('organisation', { name: '市场监管所' })
    t.add('supervision', { form: '03', topic: '农贸市场视察', start_on: '2025-05-01', forward_on: '2025-06-20', forward_to: ['organisation-1'] }, ['计划', '2025-05-01'], ['整改中', '2025-06-20'])
    expect(list(t, '2025-09-20', 'report.feedback').map(({ owner }) => owner)).toEqual(['', '市场监管所'])
    expect(list(t, '2025-09-20', 'county_order.due')[0]).toMatchObject({ title: '县人大交办：报送进度', who: '县里', source: '〔2025〕17号' })
  })

  test('the full stop of what a voter said does not stand in the middle of the line', () => {
    const t = bare()
    t.add('voter_matter', { content: '路灯不亮，希望尽快解决。', received_on: '2025-09-01', due_on: '2025-09-18' }, ['登记', '2025-09-01'], ['已转办', '2025-09-02'])
    expect(list(t, '2025-09-20', 'voter_matter.due').map(({ title }) => title)).toEqual(['路灯不亮，希望尽快解决：转办后未回复群众'])
  })

  test('an order that nobody signed for is to be signed for first', () => {
    const t = bare()
    t.add('county_order', { order_no: '1', title: '交办', issued_on: '2025-09-01' }, ['待签收', '2025-09-01'])
    expect(list(t, '2025-09-02').map(({ due_on, state, action }) => [due_on, state, action.step])).toEqual([['2025-09-01', 'late', 'accept']])
  })
})

describe('reminders about deputies', () => {
  const seated = [['当选待确认', '2021-12-20'], ['在任', '2021-12-20', 'confirm']] as const

  test('reports to voters and training are announced in the last year of the term', () => {
    const t = town()
    const [a] = t.deputies(3)
    t.add('debrief', { mandate: a as string, date: '2023-05-01' }, ['计划', '2023-05-01'], ['已述职', '2023-05-01'])
    const rows = (today: string) => list(t, today).filter(({ rule }) => ['report2voters', 'training.min', 'term.end'].includes(rule)).map(({ rule, title, due_on, state }) => [rule, title, due_on, state])
    expect(rows('2025-12-19')).toEqual([])
    expect(rows('2026-12-01')).toEqual([
      ['report2voters', '2名代表本届还没有向选民述职（代表2、代表3）', '2026-12-20', 'soon'], ['term.end', '本届任期将满：准备换届', '2026-12-20', 'soon'],
      ['training.min', '3名代表本届还没有接受系统培训（代表1、代表2、代表3）', '2026-12-20', 'soon'],
    ])
    expect(rows('2026-12-21').map((row) => [row[0], row[3]])).toEqual([['report2voters', 'late'], ['training.min', 'late']])
  })

  test('a by-elected deputy is trained within three months', () => {
    const t = town()
    const id = t.deputy({ name: '新代表', elect_kind: '2', confirm_on: '2025-03-31' }, ['当选待确认', '2025-03-20'], ['在任', '2025-03-31', 'confirm'])
    expect(around(t, '2025-06-30', 'training.byElected').flat().map((row) => row.slice(0, 4))).toEqual([
      [`training.byElected:${id}`, '2025-06-30', 'soon', 1], [`training.byElected:${id}`, '2025-06-30', 'soon', 0], [`training.byElected:${id}`, '2025-06-30', 'late', -1],
    ])
    t.add('training', { title: '培训', start_on: '2025-05-01', systematic: true })
    t.add('participation', { event: 'training-1', mandate: id, state: '1' })
    expect(list(t, '2025-07-01', 'training.byElected')).toEqual([])
  })

  test('a planned report to voters', () => {
    const t = town()
    t.deputy({ name: '张三' })
    t.add('debrief', { mandate: 'mandate-1', planned_on: '2025-06' }, ['计划', '2025-01-01'])
    expect(around(t, '2025-06-30', 'debrief.planned').flat().map((row) => row.slice(2))).toEqual([['soon', 1, 'report'], ['soon', 0, 'report'], ['late', -1, 'report']])
  })

  test('from July on: deputies and groups without enough activity', () => {
    const t = town()
    const [a] = t.deputies(2)
    t.add('group', { term: t.term, kind: '1', name: '第一小组', members: [] })
    t.add('activity', { kind: '07', title: '活动', start_on: '2025-05-10', group: 'group-1' }, ['计划', '2025-05-01'], ['已开展', '2025-05-10'])
    t.add('participation', { event: 'activity-1', mandate: a as string, state: '1' })
    const rows = (today: string) => list(t, today, undefined, '浙江').filter(({ rule }) => ['deputy.active', 'group.min'].includes(rule)).map(({ rule, title, due_on, days }) => [rule, title, due_on, days])
    expect(rows('2025-06-30')).toEqual([])
    expect(rows('2025-12-30')).toEqual([
      ['deputy.active', '1名代表今年没有参加活动（代表2）', '2025-12-31', 1], ['group.min', '第一小组：今年活动1次，应不少于3次', '2025-12-31', 1],
    ])
  })

  test('one absence without approval warns, two propose a report, and all counts are shown', () => {
    const t = town()
    const id = t.deputy({ name: '李四' })
    const session = (no: number, on: string, kind: string, state: string, approved?: boolean) => {
      const at = t.add('session', { term: t.term, no, kind, start_on: on }, ['筹备', on], ['已闭会', on])
      t.add('attendance', { session: at, mandate: id, state, ...(approved === undefined ? {} : { approved }) })
    }
    session(1, '2022-01-08', '2', '1'); session(2, '2023-01-08', '2', '3', true); session(3, '2024-01-08', '2', '5')
    expect(list(t, '2024-01-07', 'absence')).toEqual([])
    expect(list(t, '2024-02-01', 'absence')).toMatchObject([{ id: `absence:${id}`, title: '李四：已1次未经批准不出席人代会', state: 'late', action: { kind: 'open' } }])
    session(4, '2024-07-08', '2', '1')
    // who came since is no longer late with anything: a word before the next session
    expect(list(t, '2024-08-01', 'absence').map(({ due_on, state }) => [due_on, state])).toEqual([['2024-12-31', 'later']])
    t.add('session', { term: t.term, no: 9, start_on: '2024-12-20' }, ['筹备', '2024-07-20'])
    expect(list(t, '2024-08-01', 'absence').map(({ due_on }) => due_on)).toEqual(['2024-12-20'])
    session(5, '2025-01-08', '4', '3', false)
    expect(list(t, '2025-02-01', 'absence')).toMatchObject([{
      title: '李四：2次未经批准不出席人代会，报资格审查委员会', action: { step: 'report_end', id }, who: '法律',
      note: '本届共2次，其中不计临时会议1次，连续1次；是否须连续、临时会议是否计入，法律未作规定',
    }])
  })

  test('deputies of a term that is over are to leave office', () => {
    const t = town({ term: { no: 19, name: '第十九届', first_meeting_on: '2021-12-20', end_on: '2026-12-20' } })
    t.add('term', { no: 20, name: '第二十届', first_meeting_on: '2026-12-20' })
    t.deputy({}, ...seated)
    t.deputy({}, ...seated, ['卸任', '2026-12-20'])
    expect(list(t, '2026-12-19', 'term.expire')).toEqual([])
    expect(list(t, '2026-12-21', 'term.expire').map(({ title, state }) => [title, state])).toEqual([['第十九届已届满：1名代表未办理卸任', 'late']])
  })
})

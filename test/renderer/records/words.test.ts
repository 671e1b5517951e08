import { describe, expect, it } from 'vitest'
import type { AuditRow } from '../../../shared/contract/audit'
import type { Version } from '../../../shared/contract/records'
import { declarations } from '../../../shared/records'
import { filtersOf } from '../../../renderer/records/list-filters'
import { sayValue } from '../../../renderer/records/format-value'
import { historyWords } from '../../../renderer/records/history-words'
import { childKinds, hubOf, tabsOf } from '../../../renderer/records/menus'
import { nextSteps } from '../../../renderer/records/next-steps'
import { ruleText } from '../../../renderer/records/rule-text'
import { statusesOf, toneOfStatus } from '../../../renderer/records/status-words'
import { detailWords } from '../../../renderer/screens/audit/audit-words'
import { stepsAt } from './sample'

const { suggestion, activity, expense, group, office, person_private } = declarations
const names: Readonly<Record<string, string>> = { m1: '何秀兰', m2: '陈国梁', m3: '邵长明', m4: '吴月琴', m5: '丁永福', o1: '镇村镇建设办' }
const titleOf = (id: string): string | null => names[id] ?? null
const say = (declaration: typeof suggestion, key: string, value: unknown): string => sayValue(declaration.fields[key]!, value, titleOf)

describe('A value in a list or on a page', () => {
  it('reads as people write it', () => {
    expect(say(suggestion, 'raised_on', '2025-07-05')).toBe('2025年7月5日')
    expect(say(suggestion, 'period', '2')).toBe('闭会期间')
    expect(say(suggestion, 'voters_served', 1260)).toBe('1,260 人')
    expect(say(expense, 'amount_fen', 120_050)).toBe('1,200.50 元')
    expect(say(suggestion, 'host', 'o1')).toBe('镇村镇建设办')
    expect(say(declarations.person, 'is_gui_qiao', false)).toBe('否')
    expect(say(suggestion, 'body', null)).toBe('')
  })

  it('names four people of many and says how many there are', () => {
    expect(say(suggestion, 'cosign', ['m1', 'm2'])).toBe('何秀兰、陈国梁')
    expect(say(suggestion, 'cosign', ['m1', 'm2', 'm3', 'm4', 'm5'])).toBe('何秀兰、陈国梁、邵长明、吴月琴等 5 人')
  })

  it('tells the rows of a small table', () => {
    expect(say(group, 'members', [{ mandate: 'm1', from_on: '2021-12-20' }, { mandate: 'm2' }])).toBe('何秀兰 2021年12月20日；陈国梁')
  })

  it('shows a code that this version does not know, and words in place of a code', () => {
    expect(say(activity, 'kind', '77')).toBe('77')
    expect(say(suggestion, 'accept_reason', '属于村民自治的事')).toBe('属于村民自治的事')
  })

  it('says a rule in words and never as the store keeps it', () => {
    const kept = JSON.stringify({ key: 'suggest.reply.normal', who: '法律', source: '代表法第51条', n: 3, unit: 'month', from: 'suggestion.assigned_on', level: 'due' })
    expect(say(suggestion, 'due_rule', kept)).toBe('法律 · 代表法第51条 · 交办后3个月')
    expect(ruleText('{不是规则')).toBeNull()
  })
})

describe('A status', () => {
  it('has a shape that says how it stands, whatever the type calls it', () => {
    expect(['草稿', '已交办', '重新办理', '已办结', '已撤回'].map((status) => toneOfStatus('suggestion', status))).toEqual(['idle', 'doing', 'soon', 'done', 'idle'])
    expect(['在任', '暂停执行职务', '已终止'].map((status) => toneOfStatus('mandate', status))).toEqual(['done', 'soon', 'idle'])
  })

  it('is offered by the filter once each, and not for taking back', () => {
    expect(statusesOf('county_order')).toEqual(['待签收', '办理中', '退回', '已回告', '已办结'])
    expect(statusesOf('village')).toEqual([])
  })
})

describe('The filters of a list', () => {
  it('are its status, up to two choices and the year', () => {
    expect(filtersOf(activity, '2025-11-24').map((filter) => [filter.key, filter.label])).toEqual([['status', '状态'], ['kind', '活动类型'], ['start_on.year', '年份']])
    expect(filtersOf(declarations.budget, '2025-11-24').map((filter) => filter.key)).toEqual(['kind', 'year'])
    expect(filtersOf(activity, '2025-11-24').at(-1)?.options.slice(0, 2)).toEqual([{ value: '2025', label: '2025年' }, { value: '2024', label: '2024年' }])
  })
})

describe('The tabs', () => {
  it('hold every type of the register once, so that nothing is out of reach', () => {
    expect(tabsOf('deputies').map((tab) => tab.word).slice(0, 3)).toEqual(['代表名册', '小组、代表团', '主席团成员'])
    expect(tabsOf('activities', 'participation').at(-1)?.word).toBe('参加情况')
    for (const declaration of Object.values(declarations)) expect(hubOf(declaration.type)).not.toBeNull()
  })

  it('know what stands under a record', () => {
    expect(childKinds('session').map((kind) => kind.type)).toEqual(expect.arrayContaining(['attendance', 'agenda_item', 'vote']))
  })
})

describe('The next step', () => {
  const labels = (type: Parameters<typeof stepsAt>[0], status: string, wanted?: string) => {
    const { next, beside, rest } = nextSteps(type, stepsAt(type, status), wanted)
    return { next: next?.label ?? null, beside: beside.map((step) => step.label), rest: rest.map((step) => step.label) }
  }

  it('is the one that moves the matter on, not one that only notes something', () => {
    expect(labels('suggestion', '已交办')).toEqual({ next: '登记答复', beside: ['登记沟通', '催办', '登记承诺'], rest: ['承诺落实', '并案', '承办单位退回', '改交', '代表撤回', '撤销上一步'] })
  })

  it('is what the to-do asks for', () => {
    expect(labels('suggestion', '已交办', 'urge').next).toBe('催办')
    // Also where it ends something: the congress has to vote on a resignation.
    expect(labels('mandate', '辞职待大会表决', 'vote_resignation')).toEqual({ next: '大会表决辞职', beside: [], rest: ['去世', '届满卸任', '撤销上一步'] })
  })

  it('is never an ending of a mandate', () => {
    expect(labels('mandate', '在任').next).toBeNull()
    expect(labels('mandate', '当选待确认').next).toBe('资格确认')
  })

  it('is nothing once the matter is closed', () => {
    expect(labels('county_order', '已办结')).toEqual({ next: null, beside: [], rest: ['撤销上一步'] })
  })
})

describe('The history', () => {
  const version = (id: string, data: Version['data'], more: Partial<Version> = {}): Version =>
    ({ id, op: 'put', by: '周维安', at: '2025-11-24T09:00:00+08:00', data, changed: [], head: false, ...more })
  const log = (...steps: readonly string[]) => steps.map((step) => ({ step, from: '', to: '', event_on: '2025-11-01', entered_at: '', by: '' })) as unknown as string[]

  it('names the step that was taken, what changed from what to what, and who did it', () => {
    const told = historyWords(suggestion, [
      version('3', null, { op: 'del', reason: '重复登记' }),
      version('2', { title: '修路', status: '已交办', host: 'o1', status_log: log('add', 'submit', 'review', 'assign') }, { changed: ['status', 'host', 'status_log'] }),
      version('1', { title: '修路', status: '待交办', status_log: log('add', 'submit', 'review') }),
    ], titleOf)
    expect(told.map(({ what, reason, lines }) => ({ what, reason, lines }))).toEqual([
      { what: '删除', reason: '重复登记', lines: [] },
      { what: '交办', reason: '', lines: [{ label: '状态', before: '待交办', after: '已交办' }, { label: '主办单位', before: '', after: '镇村镇建设办' }] },
      { what: '新建', reason: '', lines: [{ label: '标题', before: '', after: '修路' }, { label: '状态', before: '', after: '待交办' }] },
    ])
  })

  it('tells the day from which an office keeps its records, which no form of it asks for', () => {
    const told = historyWords(office, [version('2', { code: '339901103', name: '青禾镇', began_on: '2026-01-01' }, { changed: ['began_on'] }), version('1', { code: '339901103', name: '青禾镇' })], titleOf)
    expect(told[0]?.lines).toEqual([{ label: '启用日期', before: '', after: '2026年1月1日' }])
    const row = { record: { type: 'office', id: 'o', title: '青禾镇' }, changed: ['began_on'], detail: {} } as unknown as AuditRow
    expect(detailWords(row)).toBe('启用日期')
  })

  it('says that a step was taken back', () => {
    const told = historyWords(suggestion, [
      version('2', { title: '修路', status: '待交办', status_log: log('add') }, { changed: ['status', 'status_log'] }), version('1', { title: '修路', status: '已交办', status_log: log('add', 'assign') }),
    ], titleOf)
    expect(told[0]?.what).toBe('撤销')
  })

  it('never tells a private number', () => {
    const told = historyWords(person_private, [version('2', { person: 'm1', phone: '13800000002' }, { changed: ['phone'] }), version('1', { person: 'm1', phone: '13800000001' })], titleOf)
    expect(JSON.stringify(told)).not.toContain('1380000')
    expect(told[0]?.lines).toEqual([{ label: '手机号码', before: '（不显示）', after: '（不显示）' }])
  })
})

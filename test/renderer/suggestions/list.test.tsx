import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Todo } from '../../../shared/todos/todo'
import { forgetViews } from '../../../renderer/records/list-view'
import { dueByRecord } from '../../../shared/suggestions/list-due'
import SuggestionsHub from '../../../renderer/screens/suggestions/SuggestionsHub'
import { rec } from '../records/sample'
import { todos } from '../support/sample'
import { show } from '../support/show'

const waits = (id: string, rule: string, due_on: string, days: number): Todo => ({ ...todos[0]!, id: `${rule}:${id}`, rule, about: { type: 'suggestion', id }, due_on, days, state: days < 0 ? 'late' : 'soon' })

const rows = [
  rec('suggestion', 'g1', { no: '19-闭-006', title: '关于修路的建议', lead: 'm1', host: 'o1', due_on: '2025-11-12' }, '已交办'),
  rec('suggestion', 'g2', { no: '19-闭-005', title: '关于路灯的建议', lead: 'm1', host: 'o1', due_on: '2025-06-12', rate_result: '1' }, '已办结'),
  rec('suggestion', 'g3', { no: '19-闭-004', title: '关于桥的建议', lead: 'm1', host: 'o1', due_on: '2025-06-12' }, '待反馈'),
]
const answers = {
  'record.list': ({ type }: { readonly type: string }) => {
    const found = type === 'suggestion' ? rows : [rec('organisation', 'o1', { name: '镇村镇建设办' })]
    return { rows: found, titles: { m1: { title: '何秀兰', type: 'mandate' }, o1: { title: '镇村镇建设办', type: 'organisation' } }, next: null, total: found.length }
  },
  'todo.list': { items: [waits('g1', 'suggest.reply.normal', '2025-11-12', -12), waits('g3', 'suggest.feedback', '2025-12-01', 7)] },
}

describe('The list of suggestions', () => {
  it('shows number, title, lead, unit, status, and by when what is waited for', async () => {
    forgetViews()
    show(<SuggestionsHub />, answers)
    await screen.findByText('逾期 12 天')
    const [head, ...lines] = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))
    expect(head).toEqual(['编号', '标题', '领衔', '承办单位', '状态', '期限', '评价'])
    expect(lines).toEqual([
      ['19-闭-006', '关于修路的建议', '何秀兰', '镇村镇建设办', '已交办', '逾期 12 天答复 11月12日前', ''],
      ['19-闭-005', '关于路灯的建议', '何秀兰', '镇村镇建设办', '已办结', '—', '满意'],
      ['19-闭-004', '关于桥的建议', '何秀兰', '镇村镇建设办', '待反馈', '剩 7 天测评 12月1日前', ''],
    ])
  })

  it('remembers its filters, by unit too', async () => {
    forgetViews()
    const { person, api, unmount } = show(<SuggestionsHub />, answers)
    await person.click(await screen.findByLabelText('承办单位'))
    await person.click(await screen.findByText('镇村镇建设办', { selector: '.ant-select-item-option-content' }))
    const asked = () => api.of('record.list').filter(({ type }) => type === 'suggestion').at(-1)
    await screen.findByRole('button', { name: '全部清除' })
    expect(asked()).toEqual({ type: 'suggestion', limit: 50, where: { host: 'o1' } })
    unmount()
    const again = show(<SuggestionsHub />, answers)
    await screen.findByText('逾期 12 天')
    expect(again.api.of('record.list').filter(({ type }) => type === 'suggestion')).toEqual([{ type: 'suggestion', limit: 50, where: { host: 'o1' } }])
  })
})

describe('What a suggestion waits for', () => {
  it('is its own course before a promise, and the nearest day', () => {
    const due = dueByRecord([waits('g1', 'promise.due', '2025-09-30', -55), waits('g1', 'suggest.redo', '2025-12-05', 11), waits('g2', 'promise.due', '2025-12-31', 37), waits('g2', 'other', '2025-11-01', -23)])
    expect([...due]).toEqual([['g1', { due_on: '2025-12-05', days: 11, word: '答复' }], ['g2', { due_on: '2025-12-31', days: 37, word: '承诺' }]])
  })
})

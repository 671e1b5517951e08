import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import AuditScreen from '../../../renderer/screens/audit/AuditScreen'
import { ok } from '../../../shared/result'
import { installApi } from '../support/fake-api'

test('操作记录说清谁、什么时候、看了哪一条的哪一项，并能按种类看', async () => {
  const api = installApi({
    'audit.list': {
      next: null, people: ['周维安'],
      rows: [{ at: '2026-11-20T09:00:00+08:00', by: '周维安', group: 'view', what: 'view', record: { id: 'x', type: 'person_private', title: '何秀兰' }, detail: { key: 'phone' } }],
    },
  })
  render(<AuditScreen />)
  expect(await screen.findByRole('button', { name: '何秀兰' })).toBeDefined()
  expect(screen.getByRole('row', { name: /周维安 查看遮住的内容.*何秀兰.*手机/u })).toBeDefined()
  await userEvent.selectOptions(screen.getByLabelText('做了什么'), '查看遮住的内容')
  expect(api.of('audit.list').at(-1)).toEqual({ limit: 100, group: 'view' })
  await userEvent.type(screen.getByLabelText('哪几天'), '2026.11.18{Enter}')
  await userEvent.type(screen.getByLabelText('到哪天'), '2026.11.20{Enter}')
  await waitFor(() => { expect(api.of('audit.list').at(-1)).toEqual({ limit: 100, group: 'view', from: '2026-11-18', to: '2026-11-20' }) })
})

test('一次修改说清改了哪几项，点开能看到改前改后', async () => {
  installApi({
    'audit.list': {
      next: null, people: ['周维安'],
      rows: [{ at: '2026-11-20T09:00:00+08:00', by: '周维安', group: 'change', what: 'put', record: { id: 'x', type: 'person', title: '何秀兰' }, changed: ['work_unit', 'status_log'], detail: {} }],
    },
    'record.history': {
      versions: [
        { id: 'b', op: 'put', by: '周维安', at: '2026-11-20T09:00:00+08:00', data: { name: '何秀兰', work_unit: '石桥村委会' }, changed: ['work_unit'], head: true },
        { id: 'a', op: 'put', by: '周维安', at: '2026-11-19T09:00:00+08:00', data: { name: '何秀兰', work_unit: '供销社' }, changed: ['name', 'work_unit'], head: false },
      ],
    },
  })
  render(<AuditScreen />)
  expect(await screen.findByRole('row', { name: /修改.*何秀兰.*工作单位/u })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '改前改后' }))
  expect((await screen.findAllByText('供销社')).length).toBe(2)
  expect(screen.getByText(/石桥村委会/u).textContent).toContain('→')
})

test('几千条操作记录打印前说读到了哪里，可以取消，取消了什么都不打', async () => {
  let more: (() => void) | null = null
  const row = { at: '2026-11-20T09:00:00+08:00', by: '周维安', group: 'out' as const, what: 'print', about: '名册', detail: {} }
  const api = installApi({
    'audit.list': async ({ after, limit = 0 }) => {
      if (after !== undefined) await new Promise<void>((resolve) => { more = resolve })
      return ok({ rows: Array.from({ length: limit }, () => row), next: '1-1', people: ['周维安'] })
    },
  })
  render(<AuditScreen />)
  await userEvent.click(await screen.findByRole('button', { name: /打印/u }))
  expect(await screen.findByText('正在整理操作记录：已读 500 条')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => { expect(more).not.toBeNull() })
  ;(more as (() => void) | null)?.()
  await waitFor(() => { expect(screen.queryByText(/正在整理操作记录/u)).toBeNull() })
  expect([document.querySelector('.sheet-place'), api.of('audit.list').filter(({ after }) => after !== undefined).length]).toEqual([null, 1])
})

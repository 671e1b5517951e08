import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import AuditScreen from '../../../renderer/screens/audit/AuditScreen'
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
})

import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import MergeScreen from '../../../renderer/screens/merge/MergeScreen'
import type { MergePreview } from '../../../shared/contract/merge'
import type { Rec } from '../../../shared/record'
import { installApi } from '../support/fake-api'

const person = (id: string, fields: Rec['fields']): Rec => ({ id, type: 'person', org: '511321101', version: `${id}-v1`, fields, deleted: false })
const preview: MergePreview = {
  from: person('twin', { name: '何秀兰', native_place: '青石镇' }), into: person('kept', { name: '何秀兰', work_unit: '石桥村委会' }),
  titles: { twin: { title: '何秀兰', type: 'person' }, kept: { title: '何秀兰', type: 'person' } },
  taken: ['native_place'], differing: [], moved: [{ type: 'mandate', count: 1, some: ['何秀兰（第十九届）'] }], different_person: false,
}

test('两条并成一条以前，先说清留什么、补什么、谁会改指过来，并且要说原因', async () => {
  const api = installApi({ 'merge.preview': preview, 'record.merge': preview.into, 'record.page': { ok: false, code: 'not-found' } as never })
  render(<MergeScreen route={{ screen: 'merge', type: 'person', from: 'twin', into: 'kept' }} />)
  expect(await screen.findByText('青石镇')).toBeDefined()
  expect(screen.getByText('补上右边的')).toBeDefined()
  expect(screen.getByText(/代表任职 1 条/u)).toBeDefined()
  const button = screen.getByRole('button', { name: '合并成一条' })
  expect(button).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByText('同一人登记了两次'))
  await userEvent.click(button)
  expect(api.of('record.merge')).toEqual([{ from: 'twin', into: 'kept', reason: '同一人登记了两次' }])
})

test('身份证号不一样的两个人不能合并，并说下一步', async () => {
  installApi({ 'merge.preview': { ...preview, different_person: true } })
  render(<MergeScreen route={{ screen: 'merge', type: 'person', from: 'twin', into: 'kept' }} />)
  expect(await screen.findByText('两个人的身份证号不一样，不能合并。')).toBeDefined()
  await userEvent.click(screen.getByText('同一人登记了两次'))
  expect(screen.getByRole('button', { name: '合并成一条' })).toHaveProperty('disabled', true)
})

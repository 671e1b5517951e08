import { screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { expect, test } from 'vitest'
import { Notices } from '../../../renderer/ui/Notices'
import { notifyAdded } from '../../../renderer/state/notices'
import { show } from '../support/show'

test('several records that were added together go back with one press, the last one first', async () => {
  const { person, api } = show(<Notices />, { 'record.undo': { records: [] } })
  act(() => { notifyAdded('已保存 3 个小组', ['g1', 'g2', 'g3']) })
  await person.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(screen.getByText('已撤销，3 条都退回了')).toBeTruthy())
  expect(api.of('record.undo')).toEqual([{ id: 'g3' }, { id: 'g2' }, { id: 'g1' }])
})

import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import OldLedgerScreen from '../../../renderer/screens/old-ledger/OldLedgerScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import { fail, type Failure } from '../../../shared/result'
import { useNotices } from '../../../renderer/state/notices'
import { show } from '../support/show'

it('a table taken in from a list leads back to that list, one taken in from the settings to the settings', async () => {
  const { person, unmount } = show(<OldLedgerScreen route={{ screen: 'old-ledger', type: 'suggestion', as: 'new' }} />)
  await person.click(screen.getByRole('button', { name: /代表建议 ›/u }))
  expect(useNavigation.getState().now).toMatchObject({ screen: 'list', type: 'suggestion' })
  unmount()
  const again = show(<OldLedgerScreen route={{ screen: 'old-ledger' }} />)
  await again.person.click(screen.getByRole('button', { name: /设置 ›/u }))
  expect(useNavigation.getState().now).toMatchObject({ screen: 'settings' })
})

const seen = { type: 'suggestion', sheet: '旧台账', platform: null, columns: [], fields: [], rows: 3000, new: 3000, changed: 0, same: 0, errors: [], warnings: [], undo: null }

it('a long table says how far it is and can be called off until it is saved', async () => {
  let end: (answer: Failure) => void = () => undefined
  const { person, api } = show(<OldLedgerScreen route={{ screen: 'old-ledger' }} />, {
    'shell.pick-file': { path: 'D:\\旧台账.xlsx' }, 'job.cancel': () => { end(fail('cancelled')); return { asked: true } },
    'history.import': ({ dry_run: dry }) => (dry === true ? seen : new Promise<Failure>((done) => { end = done })),
  })
  await person.click(screen.getByRole('button', { name: '选择文件' }))
  await person.click(await screen.findByRole('button', { name: '补录 3000 条' }))
  await waitFor(() => expect(api.of('history.import')).toHaveLength(2))
  const job = api.of('history.import')[1]?.job ?? ''
  // Few rows are over before anybody could read it.
  act(() => api.tell({ kind: 'progress', job, phase: '核对', done: 100, total: 200 }))
  expect(screen.queryByRole('progressbar')).toBeNull()
  act(() => api.tell({ kind: 'progress', job, phase: '存', done: 2000, total: 3000 }))
  expect(screen.getByRole('progressbar', { name: '正在补录：存进台账' }).getAttribute('aria-valuenow')).toBe('67')
  expect(screen.queryByRole('button', { name: '取消' })).toBeNull()
  act(() => api.tell({ kind: 'progress', job, phase: '核对', done: 1500, total: 3000 }))
  await person.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  expect([api.of('job.cancel'), useNotices.getState().list.map((one) => one.text)]).toEqual([[{ job }], ['已经取消，一条也没有补录']])
  expect(screen.getByRole('button', { name: '补录 3000 条' })).toBeTruthy()
})

import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { PaperPage } from '../../../shared/contract/paper'
import { fail } from '../../../shared/result'
import { PagePanel } from '../../../renderer/screens/paper/PagePanel'
import { show } from '../support/show'

/** The second page of a sheet of three names, as the store knows them. */
const second = (states: readonly (string | null)[]): PaperPage => ({
  id: 'p2', name: '扫描.pdf', page: 2, at: '2026-03-10', why: null, said: '',
  entries: [{
    record: 'a1', type: 'activity', file: 'f2', title: '视察饮水安全', form: '签到表', why: null, step: null, settled: false,
    roll: ['何秀兰', '陈国梁', '邵长明'].map((name, at) => ({ mandate: `m${String(at + 1)}`, name, state: states[at] ?? null })),
  }],
})

it('the second page of a long sheet says which names stand on it and writes no others', async () => {
  const page = second([null, null, null])
  const { person, api } = show(<PagePanel page={{ ...page, entries: page.entries.map((entry) => ({ ...entry, part: { page: 2, from: 31, to: 33, total: 33 } })) }} onDone={() => undefined} reload={() => undefined} />, { 'record.quick': fail('disk-full') })
  expect(screen.getByText('第 2 页，第 31–33 位')).toBeTruthy()
  expect(screen.getByText('全表 33 位，别的页不受影响')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: '登记出席 3 人，看下一张' }))
  await waitFor(() => { expect(api.of('record.quick')[0]?.side).toHaveLength(3) })
})

it('says that the list changed after the sheet was printed, and what to do with everybody', () => {
  const page = second([null, null, null])
  show(<PagePanel page={{ ...page, entries: page.entries.map((entry) => ({ ...entry, list_changed: true as const })) }} onDone={() => undefined} reload={() => undefined} />)
  expect(screen.getByText('名单在打印以后变过，分不清这一页上是哪几位，下面是全体。')).toBeTruthy()
  expect(screen.getByText('只把这张纸上有名字、没签名的去掉勾；别的页看到时再改。')).toBeTruthy()
})

it('the second page of a signed sheet begins with what the first one said, though that is read after it is shown', async () => {
  const panel = (states: readonly (string | null)[]) => <PagePanel page={second(states)} onDone={() => undefined} reload={() => undefined} />
  const { person, api, rerender } = show(panel([null, null, null]), { 'record.quick': fail('disk-full') })
  expect(screen.getByRole('button', { name: '登记出席 3 人，看下一张' })).toBeTruthy()
  rerender(panel(['1', '2', '1']))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '陈国梁' }).checked).toBe(false)
  await person.click(screen.getByRole('checkbox', { name: '邵长明' }))
  // Read again without anything new: what is ticked meanwhile stays.
  rerender(panel(['1', '2', '1']))
  await person.click(screen.getByRole('button', { name: '登记出席 1 人，看下一张' }))
  await waitFor(() => { expect(api.of('record.quick')).toMatchObject([{ id: 'a1', side: [{ fields: { mandate: 'm3', state: '2' } }] }]) })
})

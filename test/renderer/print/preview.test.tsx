import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Notices } from '../../../renderer/ui/Notices'
import { Sheet } from '../../../renderer/print/Sheet'
import { SheetButtons } from '../../../renderer/print/SheetButtons'
import { show } from '../support/show'

it('a list is looked at as it will come out of the printer, and printed from there', async () => {
  const { person, api } = show(<SheetButtons name="待办事项清单" sheet={<Sheet title="待办事项清单" lines={['青禾镇人大主席团']}><p>共 3 件</p></Sheet>} />, { 'shell.print': { printed: true } })
  await person.click(screen.getByRole('button', { name: '预览' }))
  const dialog = within(screen.getByRole('dialog', { name: '打印预览' }))
  expect(dialog.getByRole('heading', { name: '待办事项清单' })).toBeTruthy()
  expect(dialog.getByText('共 3 件')).toBeTruthy()
  expect(api.of('shell.print')).toEqual([])
  await person.click(dialog.getByRole('button', { name: '打印' }))
  expect(api.of('shell.print')).toEqual([{ dialog: true }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('a printed sheet says which of its characters came out as boxes, so that they are written in by hand', async () => {
  const { person } = show(<><SheetButtons name="代表名册" sheet={<Sheet title="代表名册" lines={[]}><p>𰻞小明</p></Sheet>} /><Notices /></>, { 'shell.print': { printed: true, unshown: ['𰻞'] } })
  await person.click(screen.getByRole('button', { name: '预览' }))
  await person.click(within(screen.getByRole('dialog', { name: '打印预览' })).getByRole('button', { name: '打印' }))
  expect(await screen.findByText('纸上显示不出：𰻞，请在纸上补写')).toBeTruthy()
})

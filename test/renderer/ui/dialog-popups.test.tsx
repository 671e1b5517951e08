import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { date } from '../../../shared/fields'
import { FieldControl } from '../../../renderer/fields/FieldControl'
import AntdScope from '../../../renderer/ui/AntdScope'
import { Dialog } from '../../../renderer/ui/Dialog'
import { ListSelect } from '../../../renderer/ui/ListSelect'
import { show } from '../support/show'

const press = (target: Element): boolean => fireEvent.keyDown(target, { key: 'Escape', code: 'Escape', keyCode: 27, which: 27 })

// The browser's own dialog lies above everything else: what opened beside it would lie below, where nobody can press it.
it('lists and calendars of a dialog open within it, and Esc closes them before the dialog', async () => {
  const onClose = vi.fn()
  const { person } = show(
    <AntdScope>
      <Dialog title="换小组" onClose={onClose} footer={null}>
        <ListSelect aria-label="小组" options={[{ value: 'a', label: '第一代表小组' }]} />
        <FieldControl field={date('日期', 'identity')} id="day" value="2026-08-12" onChange={() => undefined} />
      </Dialog>
    </AntdScope>,
  )
  const dialog = screen.getByRole('dialog', { name: '换小组' })
  await person.click(within(dialog).getByRole('combobox', { name: '小组' }))
  await within(dialog).findByText('第一代表小组', { selector: '.ant-select-item-option-content' })
  press(within(dialog).getByRole('combobox', { name: '小组' }))
  expect(onClose).not.toHaveBeenCalled()
  await waitFor(() => expect(within(dialog).getByRole('combobox', { name: '小组' }).getAttribute('aria-expanded')).toBe('false'))

  await person.click(within(dialog).getByRole('button', { name: /日历/u }))
  await waitFor(() => expect(dialog.querySelector('.ant-picker-dropdown')).not.toBeNull())
  press(document.activeElement ?? dialog)
  expect(onClose).not.toHaveBeenCalled()
  await waitFor(() => expect(dialog.querySelector('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)')).toBeNull())
  press(within(dialog).getByRole('combobox', { name: '小组' }))
  expect(onClose).toHaveBeenCalledTimes(1)
})

import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Drawer } from '../../../renderer/ui/Drawer'
import { show } from '../support/show'

function Sheet({ loses }: { readonly loses: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>改规则</button>
      {open && <Drawer title="评分规则" loses={loses} onClose={() => setOpen(false)}><input aria-label="项目" /></Drawer>}
    </>
  )
}

describe('A side sheet by keyboard', () => {
  const typedAndLeft = async (loses: boolean) => {
    const { person } = show(<Sheet loses={loses} />)
    await person.click(screen.getByRole('button', { name: '改规则' }))
    await person.type(screen.getByLabelText('项目'), '出席会议')
    await person.keyboard('{Escape}')
    return person
  }

  it('begins at the first field of a form, and with itself where there is only something to read', () => {
    const { unmount } = show(<Drawer title="改规则" onClose={() => undefined} footer={<button type="button">保存</button>}><input aria-label="数值" /></Drawer>)
    expect(document.activeElement).toBe(screen.getByLabelText('数值'))
    unmount()
    show(<Drawer title="名单" onClose={() => undefined} footer={<button type="button">打印名单</button>}><ol><li>何秀兰</li></ol></Drawer>)
    expect(document.activeElement).toBe(screen.getByRole('dialog'))
  })

  it('asks before Esc takes words that are kept nowhere', async () => {
    const person = await typedAndLeft(true)
    expect(screen.getByRole('alert').textContent).toContain('再按一次 Esc 就关掉')
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '改规则' }))
  })

  it('closes at once where they are kept as a draft', async () => {
    await typedAndLeft(false)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

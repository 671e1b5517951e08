import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { fail } from '../../../shared/result'
import { notifySaved } from '../../../renderer/state/notices'
import { ConfirmDelete } from '../../../renderer/ui/ConfirmDelete'
import { Dialog } from '../../../renderer/ui/Dialog'
import { ErrorBox } from '../../../renderer/ui/ErrorBox'
import { IdMasked } from '../../../renderer/ui/IdMasked'
import { Notices } from '../../../renderer/ui/Notices'
import { sayTimeLeft } from '../../../renderer/state/time-left'
import { wouldCover } from '../../../renderer/ui/use-out-of-the-way'
import { show } from '../support/show'

function DialogOnce() {
  const [open, setOpen] = useState(true)
  return open && <Dialog title="打印哪一张" footer={null} onClose={() => setOpen(false)}>纸</Dialog>
}

describe('Deleting', () => {
  const dialog = (onDelete: (reason: string) => void) => show(
    <ConfirmDelete question="删除这次活动？" name="走访石桥村选民" consequences={['21 名代表的履职记录各少 1 次。']} onDelete={onDelete} onClose={() => undefined} />,
  )

  it('cannot be done before a reason is given', async () => {
    const reasons: string[] = []
    const { person } = dialog((reason) => reasons.push(reason))
    const button = screen.getByRole<HTMLButtonElement>('button', { name: '删除' })
    expect(button.disabled).toBe(true)
    await person.click(screen.getByRole('radio', { name: '其他' }))
    expect(button.disabled).toBe(true)
    await person.type(screen.getByLabelText('写明原因'), '活动没有办成')
    await person.click(button)
    expect(reasons).toEqual(['活动没有办成'])
  })
})

describe('A masked number', () => {
  const number = () => show(<IdMasked id="p1" field="id_no" label="证件号码" masked="339901********0026" />, { 'record.reveal': { value: '339901197803150026' } })

  it('is in clear only while the button is held, and each look is asked of the store', async () => {
    const { api } = number()
    const button = screen.getByRole('button', { name: '按住显示证件号码' })
    fireEvent.pointerDown(button)
    expect(await screen.findByText('339901197803150026')).toBeTruthy()
    fireEvent.pointerUp(button)
    expect(screen.queryByText('339901197803150026')).toBeNull()
    expect(screen.getByText('339901********0026')).toBeTruthy()
    expect(api.of('record.reveal')).toEqual([{ id: 'p1', key: 'id_no' }])
  })

  it('stays hidden when the answer comes after the button was let go', async () => {
    const { api } = number()
    const button = screen.getByRole('button', { name: '按住显示证件号码' })
    fireEvent.pointerDown(button)
    fireEvent.pointerUp(button)
    await waitFor(() => expect(api.of('record.reveal')).toHaveLength(1))
    await new Promise((done) => setTimeout(done, 20))
    expect(screen.queryByText('339901197803150026')).toBeNull()
  })
})

describe('After a save', () => {
  it('the notice says what was saved and takes it back in one press', async () => {
    const { person, api } = show(<Notices />, { 'record.undo': { records: ['a1'] } })
    notifySaved('已保存，21 名代表各记 1 次', { id: 'a1', version: 'v7' })
    await person.click(await screen.findByRole('button', { name: '撤销' }))
    expect(api.of('record.undo')).toEqual([{ id: 'a1', version: 'v7' }])
    expect(await screen.findByText('已撤销，恢复到保存以前')).toBeTruthy()
    expect(screen.queryByText('已保存，21 名代表各记 1 次')).toBeNull()
  })

  it('is said once about a record: the later save takes the place of the earlier, whose way back is no longer the right one', async () => {
    show(<Notices />)
    notifySaved('已记下建议，现在是“已提出”', { id: 's1', version: 'v1' })
    notifySaved('已记下活动', { id: 'a1', version: 'v2' })
    notifySaved('已保存：立案审查，现在是“待交办”', { id: 's1', version: 'v3' })
    expect(await screen.findByText('已保存：立案审查，现在是“待交办”')).toBeTruthy()
    expect([screen.queryByText('已记下建议，现在是“已提出”'), screen.getAllByRole('button', { name: '撤销' })].flat()).toHaveLength(3)
    expect(screen.getByText('已记下活动')).toBeTruthy()
  })

  it('is said in the dialog that is open, where it can be read and pressed, and at its corner once that is closed', async () => {
    const { person } = show(<><Notices /><DialogOnce /></>)
    notifySaved('已存好：答复函.docx', { id: 's1' })
    expect(await within(screen.getByRole('dialog')).findByText('已存好：答复函.docx')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '关闭' }))
    expect([screen.queryByRole('dialog'), screen.getByText('已存好：答复函.docx').textContent]).toEqual([null, '已存好：答复函.docx'])
  })

  it('says why when it cannot be taken back', async () => {
    const { person } = show(<Notices />, { 'record.undo': fail('changed-elsewhere') })
    notifySaved('已保存', { id: 'a1' })
    await person.click(await screen.findByRole('button', { name: '撤销' }))
    expect(await screen.findByText('您打开以后，这条记录又被改过。')).toBeTruthy()
  })
})

describe('An error', () => {
  it('is one sentence and a next step, its code folded away', () => {
    show(<ErrorBox failure={fail('disk-full', { detail: { free: 0 } })} />)
    expect(screen.getByRole('alert').textContent).toContain('硬盘满了，没有存进去。')
    const details = document.querySelector('details')
    expect([details?.open, details?.textContent.includes('disk-full')]).toEqual([false, true])
  })
})

describe('Notices and the field in hand', () => {
  const notices = { left: 800, right: 1340, top: 560, bottom: 680 }

  it('give way where they would lie over it, and stay where they would not', () => {
    expect(wouldCover(notices, { left: 700, right: 1000, top: 600, bottom: 640 }, 768)).toBe(true)
    expect(wouldCover(notices, { left: 300, right: 700, top: 600, bottom: 640 }, 768)).toBe(false)
    expect(wouldCover(notices, { left: 700, right: 1000, top: 100, bottom: 140 }, 768)).toBe(false)
    // At the upper edge the same is asked of the place below, so that they do not jump to and fro.
    expect(wouldCover({ ...notices, top: 80, bottom: 200 }, { left: 700, right: 1000, top: 600, bottom: 640 }, 768)).toBe(true)
  })
})

describe('Time left', () => {
  it('is told after a second of work, in seconds and then in minutes', () => {
    expect([sayTimeLeft(1, 10, 400), sayTimeLeft(0, 10, 5000), sayTimeLeft(2, 10, 2000), sayTimeLeft(1, 100, 6000), sayTimeLeft(10, 10, 9000)]).toEqual(['', '', '还要约 8 秒', '还要约 10 分钟', ''])
  })
})

describe('A dialog by keyboard', () => {
  function Asking({ onDone }: { readonly onDone: () => void }) {
    const [open, setOpen] = useState(false)
    return (
      <div className="b">
        <button type="button" onClick={() => setOpen(true)}>写事由</button>
        {open && (
          <Dialog title="请假的人" onClose={() => setOpen(false)} footer={<button type="button" className="btn pri" onClick={onDone}>记下</button>}>
            <input aria-label="找" role="searchbox" />
            <input aria-label="事由" />
          </Dialog>
        )}
      </div>
    )
  }
  const opened = async () => {
    let done = 0
    const { person } = show(<Asking onDone={() => { done += 1 }} />)
    const button = screen.getByRole('button', { name: '写事由' })
    await person.click(button)
    return { person, button, done: () => done, field: screen.getByLabelText('事由') }
  }

  it('has the focus at its first field, closes by Esc, and gives the focus back to the button that opened it', async () => {
    const { person, button } = await opened()
    expect(document.activeElement).toBe(screen.getByLabelText('找'))
    await person.keyboard('陈')
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  it('goes to its first field when that comes late, unless somebody has gone on meanwhile', async () => {
    function Late({ read = false }: { readonly read?: boolean }) {
      return (
        <Dialog title="打印哪一张" onClose={() => undefined} footer={<><button type="button">先不打印</button><button type="button">打印这一页</button></>}>
          {read ? <button type="button">打印通知</button> : <span>正在读</span>}
        </Dialog>
      )
    }
    const late = show(<Late />)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '先不打印' }))
    late.rerender(<Late read />)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '打印通知' })))
    late.unmount()
    const again = show(<Late />)
    screen.getByRole('button', { name: '打印这一页' }).focus()
    again.rerender(<Late read />)
    await screen.findByRole('button', { name: '打印通知' })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '打印这一页' }))
  })

  it('asks before Esc takes what was typed with it, and anew when more was typed', async () => {
    const { person, field } = await opened()
    await person.type(field, '到县里开会')
    await person.keyboard('{Escape}')
    expect(screen.getByRole('alert').textContent).toContain('再按一次 Esc 就关掉')
    await person.type(field, '，请假')
    expect(screen.queryByRole('alert')).toBeNull()
    await person.keyboard('{Escape}')
    expect((field as HTMLInputElement).value).toBe('到县里开会，请假')
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is answered by Enter in a line, but not by the Enter of an input method or of a search', async () => {
    const { person, field, done } = await opened()
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true, keyCode: 229 })
    await person.type(screen.getByLabelText('找'), '陈{Enter}')
    expect(done()).toBe(0)
    await person.type(field, '开会{Enter}')
    expect(done()).toBe(1)
  })
})

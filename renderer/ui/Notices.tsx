import { CloseOutlined, UndoOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { dismiss, useNotices, type Notice } from '../state/notices'
import { useTopDialog } from '../state/top-dialog'
import { Button } from './Button'
import { Icon } from './Icon'
import { Status } from './Status'
import { useOutOfTheWay } from './use-out-of-the-way'

const seconds = 12

/** The messages at the corner. A success goes by itself unless the hand or the focus is on it; an error stays until it is closed. While a dialog is open they belong to it: behind it they would be dim and dead. */
export function Notices() {
  const list = useNotices((state) => state.list)
  const box = useRef<HTMLDivElement>(null)
  const above = useOutOfTheWay(box, list.length)
  const dialog = useTopDialog()
  const shown = (
    <div ref={box} className={above ? 'notices above' : 'notices'} role="status" aria-live="polite">
      {list.map((notice) => <Toast key={notice.id} notice={notice} />)}
    </div>
  )
  return dialog !== null && list.length > 0 ? createPortal(shown, dialog) : shown
}

function Toast({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false)
  const { id, tone, text, next, button } = notice
  useEffect(() => {
    if (held || tone === 'late') return undefined
    const timer = setTimeout(() => dismiss(id), seconds * 1000)
    return () => clearTimeout(timer)
  }, [held, id, tone])
  return (
    <div className="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <div className="grow">
        <Status tone={tone} quiet>{text}</Status>
        {next !== undefined && <div className="mut">{next}</div>}
      </div>
      {button !== undefined && (
        <Button {...(button.label === '撤销' ? { icon: <Icon of={UndoOutlined} /> } : {})} onClick={() => { dismiss(id); button.run() }}>{button.label}</Button>
      )}
      <Button look="text" aria-label="关闭提示" icon={<Icon of={CloseOutlined} />} onClick={() => dismiss(id)} />
    </div>
  )
}

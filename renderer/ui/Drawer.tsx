import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useKeys } from '../state/use-keys'
import { useAskOnce } from './ask-once'
import { Button } from './Button'
import { Icon } from './Icon'

interface DrawerProps {
  readonly title: ReactNode
  readonly onClose: () => void
  /** Pixels. */
  readonly width?: number
  readonly footer?: ReactNode
  /** What is typed is no draft: Esc asks before it takes it away. */
  readonly loses?: boolean
  readonly children: ReactNode
}

/** A side sheet without a mask: what is left of the page stays usable. Esc closes it and focus goes back where it was. */
export function Drawer({ title, onClose, width = 417, footer, loses = false, children }: DrawerProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const asks = useRef(footer !== undefined)
  const ask = useAskOnce(box, onClose)
  useKeys({ Escape: loses ? ask.leave : onClose }, 'sheet')
  useEffect(() => {
    const before = document.activeElement
    // A form begins at its first field, what is only read with itself.
    const field = asks.current ? box.current?.querySelector<HTMLElement>(':scope > .b :is(input, textarea, select):not(:disabled)') : null
    if (field) field.focus()
    else box.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div className="drawer" style={{ width }} role="dialog" aria-labelledby={id} tabIndex={-1} ref={box} onInput={ask.onInput}>
      <div className="h">
        <h2 id={id} className="grow">{title}</h2>
        <Button look="text" icon={<Icon of={CloseOutlined} />} onClick={onClose}>关闭</Button>
      </div>
      {/* What is only read scrolls by the keyboard too. */}
      <div className="b" tabIndex={0}>{children}</div>
      {ask.question}
      {footer !== undefined && <div className="e">{footer}</div>}
    </div>
  )
}

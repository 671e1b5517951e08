import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { openedDialog } from '../state/top-dialog'
import { composing } from '../state/use-keys'
import { Button } from './Button'
import { Icon } from './Icon'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly footer: ReactNode
  readonly children: ReactNode
}

/** A dialog that must be answered: the browser's own, so that focus stays in it and Esc closes it. */
export function Dialog({ title, onClose, footer, children }: DialogProps) {
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    // The browser would take the first thing it finds, which is the cross.
    dialog?.querySelector<HTMLElement>('.b input, .b textarea, .b select, .b button, .e button')?.focus()
    const gone = dialog ? openedDialog(dialog) : undefined
    return () => {
      gone?.()
      dialog?.close()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className="modal"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && composing(event.nativeEvent)) event.stopPropagation()
      }}
    >
      <div className="h">
        <h2 id={id} className="grow">{title}</h2>
        <Button look="text" aria-label="关闭" icon={<Icon of={CloseOutlined} />} onClick={onClose} />
      </div>
      <div className="b">{children}</div>
      <div className="e">{footer}</div>
    </dialog>
  )
}

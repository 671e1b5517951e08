import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { openedDialog } from '../state/top-dialog'
import { composing } from '../state/use-keys'
import { lines, useAskOnce } from './ask-once'
import { Button } from './Button'
import { Icon } from './Icon'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly footer: ReactNode
  readonly children: ReactNode
}

/** A line in which Enter means nothing yet: neither a list to choose from nor part of a form of the dialog's own. */
const isLoneLine = (target: EventTarget, dialog: HTMLElement): boolean =>
  target instanceof HTMLInputElement && dialog.contains(target) && (target.form === null || !dialog.contains(target.form)) && target.matches(`${lines}, input[type=password]`) && !target.matches('[role=searchbox], [role=combobox], .ant-picker *')

/** A list or a calendar that is open in the dialog: Esc is its first. */
const hasPopup = (dialog: HTMLElement): boolean => dialog.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)') !== null

/** The first of these in the dialog's own body (`b`) or foot (`e`): it may stand in the `.b` of a card itself. */
const within = (dialog: HTMLElement, part: 'b' | 'e', selector: string): HTMLElement | null =>
  [...dialog.children].find((child) => child.classList.contains(part))?.querySelector<HTMLElement>(selector) ?? null

const firstOf = (dialog: HTMLElement): HTMLElement | null => within(dialog, 'b', 'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled)')

/** The browser would take the first thing it finds, which is the cross. Where the body is still being read, its first field follows when it comes. */
function beginAtFirst(dialog: HTMLElement): (() => void) | undefined {
  const first = firstOf(dialog)
  if (first !== null) {
    first.focus()
    return undefined
  }
  const meanwhile = within(dialog, 'e', 'button:not(:disabled)')
  meanwhile?.focus()
  const watch = new MutationObserver(() => {
    const came = firstOf(dialog)
    if (came === null) return
    watch.disconnect()
    if (document.activeElement === meanwhile || !dialog.contains(document.activeElement)) came.focus()
  })
  watch.observe(dialog, { childList: true, subtree: true })
  return () => watch.disconnect()
}

/**
 * A dialog that must be answered: the browser's own, so that focus stays in it. Esc closes it, asking once where words were typed; Enter in a line presses its
 * first button; then focus goes back where it was.
 */
export function Dialog({ title, onClose, footer, children }: DialogProps) {
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  const ask = useAskOnce(box, onClose)
  useEffect(() => {
    const before = document.activeElement
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    const settled = dialog ? beginAtFirst(dialog) : undefined
    const gone = dialog ? openedDialog(dialog) : undefined
    return () => {
      settled?.()
      gone?.()
      dialog?.close()
      // By now it is off the page, and the browser has put the focus nowhere.
      if (before instanceof HTMLElement && (document.activeElement === null || document.activeElement === document.body)) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className="modal"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        ask.leave()
      }}
      onInput={ask.onInput}
      onKeyDown={(event) => {
        if (composing(event.nativeEvent)) {
          if (event.key === 'Escape') event.stopPropagation()
        } else if (event.defaultPrevented || box.current === null) return
        else if (event.key === 'Escape') {
          // Left to the browser, the second Esc in a row would close it without a question.
          event.preventDefault()
          if (!hasPopup(box.current)) ask.leave()
        } else if (event.key === 'Enter' && isLoneLine(event.target, box.current)) {
          // Nor does it save the page's form in which the dialog stands.
          event.preventDefault()
          within(box.current, 'e', '.btn.pri:not(:disabled)')?.click()
        }
      }}
    >
      <div className="h">
        <h2 id={id} className="grow">{title}</h2>
        <Button look="text" aria-label="关闭" icon={<Icon of={CloseOutlined} />} onClick={onClose} />
      </div>
      <div className="b">{children}</div>
      {ask.question}
      <div className="e">{footer}</div>
    </dialog>
  )
}

import type { KeyboardEvent, ReactNode } from 'react'

interface LeaveListProps {
  readonly open: boolean
  /** What was typed to find an entry. */
  readonly text: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * Tab leaves a list that is open. Left to itself it would first take the entry that happens to be marked, so that whoever chose one deputy with the mouse and
 * went on had chosen another besides; only what was looked for by typing is taken with Tab.
 */
export function LeaveList({ open, text, onClose, children }: LeaveListProps) {
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || !open || text.trim() !== '') return
    event.stopPropagation()
    onClose()
  }
  return <div style={{ display: 'contents' }} onKeyDownCapture={leave}>{children}</div>
}

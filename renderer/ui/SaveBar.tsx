import type { ReactNode } from 'react'
import { useKeys } from '../state/use-keys'
import { Button } from './Button'

interface SaveBarProps {
  readonly onSave: () => void
  /** Leaves without saving; what was typed stays as a draft. */
  readonly onLeave: () => void
  readonly onSaveAndNew?: () => void
  readonly saveWord?: string
  readonly busy?: boolean
  /** At the left: one quiet sentence, or the first thing that is wrong. */
  readonly children?: ReactNode
}

/** The bar that never scrolls away: Ctrl+S saves, Esc leaves and keeps the draft. Put it as the last child beside `.body`. */
export function SaveBar({ onSave, onLeave, onSaveAndNew, saveWord = '保存', busy = false, children }: SaveBarProps) {
  useKeys({ 'Ctrl+s': () => { if (!busy) onSave() }, Escape: onLeave })
  return (
    <div className="bar">
      <div className="grow mut">{children}</div>
      <Button onClick={onLeave}>先不存，返回</Button>
      {onSaveAndNew !== undefined && <Button onClick={onSaveAndNew} disabled={busy}>保存，再记一次</Button>}
      <Button look="primary" onClick={onSave} busy={busy} title="Ctrl 加 S" aria-keyshortcuts="Control+S">{saveWord}</Button>
    </div>
  )
}

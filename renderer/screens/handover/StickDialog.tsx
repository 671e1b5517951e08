import '../exchange/exchange.css'
import type { ReactNode } from 'react'
import type { Failure } from '../../../shared/result'
import { notify } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { StickLine } from '../exchange/StickLine'
import { usePlace } from '../exchange/use-place'

interface StickDialogProps {
  readonly title: string
  /** On the button that writes. */
  readonly word: string
  readonly busy: boolean
  readonly error: Failure | null
  readonly onWrite: (drive: string) => void
  readonly onClose: () => void
  readonly progress: ReactNode
  readonly children: ReactNode
}

/** What was called off left the stick and this computer as they were. */
export function sayStopped(failure: Failure): void {
  if (failure.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，这台照常用，U 盘上没有留下半份' })
}

/** What is written on the stick and why, which stick it will be, the one button, and how far it is; what goes on is called off or waited for. */
export function StickDialog({ title, word, busy, error, onWrite, onClose, progress, children }: StickDialogProps) {
  const state = usePlace()
  const { place } = state
  return (
    <Dialog
      title={title} onClose={() => { if (!busy) onClose() }}
      footer={<><Button disabled={busy} onClick={onClose}>先不做</Button><Button look="primary" busy={busy} disabled={place === null} onClick={() => { if (place !== null) onWrite(place.path) }}>{word}</Button></>}
    >
      {children}
      <StickLine state={state} />
      {progress}
      {error !== null && error.code !== 'cancelled' && <ErrorBox failure={error} />}
    </Dialog>
  )
}

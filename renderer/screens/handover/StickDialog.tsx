import '../exchange/exchange.css'
import type { ReactNode } from 'react'
import type { Failure } from '../../../shared/result'
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
  readonly children: ReactNode
}

/** What is written on the stick and why, which stick it will be, and the one button. */
export function StickDialog({ title, word, busy, error, onWrite, onClose, children }: StickDialogProps) {
  const state = usePlace()
  const { place } = state
  return (
    <Dialog
      title={title} onClose={onClose}
      footer={<><Button disabled={busy} onClick={onClose}>先不做</Button><Button look="primary" busy={busy} disabled={place === null} onClick={() => { if (place !== null) onWrite(place.path) }}>{word}</Button></>}
    >
      {children}
      <StickLine state={state} />
      {error !== null && <ErrorBox failure={error} />}
    </Dialog>
  )
}

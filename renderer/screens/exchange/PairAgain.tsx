import './exchange.css'
import { useState } from 'react'
import { notify } from '../../state/notices'
import { refreshOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Pairing } from './Pairing'

/** A paired computer takes the county's keys from a new slip: where the county doubts them, or has put back an old backup. */
export function PairAgain() {
  const [open, setOpen] = useState(false)
  const done = (): void => {
    setOpen(false)
    void refreshOffice()
    notify({ tone: 'done', text: '已照新纸条重新配对，记录没有动', next: '请再上报一次，把回执带回来读。' })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>用新纸条重新配对</Button>
      {open && <Dialog title="用新纸条重新配对" onClose={() => setOpen(false)} footer={<Button onClick={() => setOpen(false)}>先不配对</Button>}><Pairing again onPaired={done} /></Dialog>}
    </>
  )
}

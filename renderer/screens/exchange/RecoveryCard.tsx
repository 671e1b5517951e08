import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { printSheet } from '../../print/print-sheet'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { Status } from '../../ui/Status'
import { RecoverDialog } from './RecoverDialog'
import { RecoverySheet } from './RecoverySheet'
import { recoveryUses } from './recovery-uses'

/** The key on paper: printed once, then kept nowhere in the computer. */
export function RecoveryCard({ office }: { readonly office: OfficeInfo }) {
  const sheet = useQuery('exchange.sheet', {}, { types: [] })
  const done = useCommand('exchange.sheet')
  const [asking, setAsking] = useState(false)
  const [recovering, setRecovering] = useState(false)
  const key = sheet.data?.key ?? null
  const print = async (): Promise<void> => {
    if (key === null) return
    await printSheet(<RecoverySheet office={office.name} today={office.today} words={key} use={recoveryUses[office.role]} />)
    setAsking(true)
  }
  const forget = async (): Promise<void> => {
    const answer = await done.run({ printed: true })
    if (!answer.ok) return
    setAsking(false)
    sheet.reload()
  }
  return (
    <Card
      title="换电脑用的恢复单"
      beside={sheet.data !== null && (key === null ? <Status tone="done">已经打印过</Status> : <Status tone="soon">还没有打印</Status>)}
      tools={
        <>
          {office.role === 'town' && <Button onClick={() => setRecovering(true)}>用恢复单找回</Button>}
          {key !== null && <Button onClick={() => void print()}>打印恢复单</Button>}
        </>
      }
    >
      <p>{recoveryUses[office.role]}打印一张，装进信封，锁进柜子，不要拍照。</p>
      {asking && (
        <Dialog
          title="印好了吗？"
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>没印好，等会再印</Button>
              <Button look="primary" busy={done.busy} onClick={() => void forget()}>印好了，字都看得清</Button>
            </>
          }
        >
          <p>点“印好了”以后，电脑里不再留这串字，只有纸上有。请先看一眼纸，字都清楚再点。</p>
          {done.error !== null && <ErrorBox failure={done.error} />}
        </Dialog>
      )}
      {recovering && <RecoverDialog onClose={() => setRecovering(false)} />}
    </Card>
  )
}

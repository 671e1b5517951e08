import { useId, useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { printSheet } from '../../print/print-sheet'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { Status } from '../../ui/Status'
import { RecoveryCodeSheet } from './RecoveryCodeSheet'

/** The paper that opens the office when its password is forgotten. */
export function RecoveryCodeCard({ office }: { readonly office: OfficeInfo }) {
  const [asking, setAsking] = useState(false)
  return (
    <Card
      title="密码恢复单"
      beside={office.has_recovery_code === true ? <Status tone="done">已经打印过</Status> : <Status tone="soon">还没有打印</Status>}
      tools={<Button onClick={() => setAsking(true)}>打印密码恢复单</Button>}
    >
      <p>密码忘了，凭这张纸上的恢复码打开、另设密码，记录一条不少。打印一张，装进信封，锁进柜子，不要拍照。</p>
      {asking && <PrintDialog office={office} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function PrintDialog({ office, onClose }: { readonly office: OfficeInfo; readonly onClose: () => void }) {
  const id = useId()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const make = useCommand('office.recovery-code')
  const print = (words: string): Promise<void> => printSheet(<RecoveryCodeSheet office={office.name} today={office.today} code={words} />)
  const run = async (): Promise<void> => {
    const answer = await make.run({ password })
    if (!answer.ok) return
    setPassword('')
    setCode(answer.value.code)
    void refreshOffice()
    await print(answer.value.code)
  }
  if (code !== null) {
    return (
      <Dialog title="印好了吗？" onClose={onClose} footer={<><Button onClick={() => void print(code)}>再印一次</Button><Button look="primary" onClick={onClose}>印好了，字都看得清</Button></>}>
        <p>关掉以后，这串字只有纸上有。以前印过的密码恢复单从现在起作废，请撕掉。</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="打印密码恢复单"
      onClose={onClose}
      footer={<><Button onClick={onClose}>先不打印</Button><Button look="primary" disabled={password === ''} busy={make.busy} onClick={() => void run()}>打印</Button></>}
    >
      <label htmlFor={id}>打开本软件的密码</label>
      <input id={id} className="input" type="password" autoFocus autoComplete="current-password" value={password} maxLength={200} onChange={(event) => setPassword(event.target.value)} />
      <p className="mut">每印一次换一串新码，上一张就作废。</p>
      {make.error !== null && <ErrorBox failure={make.error} />}
    </Dialog>
  )
}

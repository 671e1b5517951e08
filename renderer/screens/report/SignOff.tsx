import { useState } from 'react'
import type { ReportDraft } from '../../../shared/contract/report'
import { date } from '../../../shared/fields'
import { DateControl } from '../../fields/DateControl'
import { notify } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { AntdScope } from '../../ui/antd-ahead'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

const dayField = date('签发日期', 'optional')

interface SignOffProps {
  readonly draft: ReportDraft
  readonly year: number
  readonly onList: (compare: string | null) => void
  readonly onSigned: () => void
}

/** Signing the report off, and once it is signed what that means. */
export function SignOff({ draft, year, onList, onSigned }: SignOffProps) {
  const [asking, setAsking] = useState(false)
  const { frozen } = draft
  return (
    <Card
      className="report-sign"
      title="定稿"
      beside={frozen === null ? <Status tone="idle">还没有定稿</Status> : <Status tone="done">已定稿</Status>}
      tools={<Button look="text" onClick={() => onList(null)}>历次定稿</Button>}
    >
      {frozen === null
        ? (
          <>
            <p className="mut">签发以后，报出去的文字和数字就固定了；以后改记录，只在旁边列出变更。</p>
            <Button onClick={() => setAsking(true)}>签发定稿…</Button>
          </>
        )
        : (
          <>
            <p>{`${frozen.signer}，${sayDate(frozen.signed_on)}`}</p>
            <Button onClick={() => onList(frozen.id)}>看定稿后的变更</Button>
          </>
        )}
      {asking && <SignDialog draft={draft} year={year} onClose={() => setAsking(false)} onSigned={() => { setAsking(false); onSigned() }} />}
    </Card>
  )
}

function SignDialog({ draft, year, onClose, onSigned }: { readonly draft: ReportDraft; readonly year: number; readonly onClose: () => void; readonly onSigned: () => void }) {
  const office = useOffice()
  const [signer, setSigner] = useState(office?.chair ?? '')
  const [day, setDay] = useState(office?.today ?? '')
  const freeze = useCommand('report.freeze')
  const sign = async (): Promise<void> => {
    const done = await freeze.run({ year, signer, signed_on: day })
    if (!done.ok) return
    notify({ tone: 'done', text: `${String(year)}年报告已定稿，存进了“文件”` })
    onSigned()
  }
  return (
    <Dialog
      title={`签发${String(year)}年报告？`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不签</Button>
          <Button look="primary" busy={freeze.busy} disabled={signer.trim() === '' || day === ''} onClick={() => void sign()}>签发</Button>
        </>
      }
    >
      {draft.missing.length > 0 && <p className="note soon"><span><b>{`还有 ${String(draft.missing.length)} 处【待补】。`}</b>可以签发，但定稿里也会留着。</span></p>}
      <label className="report-field">签发人<input className="input" value={signer} maxLength={100} onChange={(event) => setSigner(event.target.value)} /></label>
      <div className="report-field">
        签发日期
        <AntdScope><DateControl id="sign-day" field={dayField} precision="day" value={day} onChange={(value) => { if (typeof value === 'string') setDay(value) }} /></AntdScope>
      </div>
      {freeze.error !== null && <ErrorBox failure={freeze.error} />}
    </Dialog>
  )
}

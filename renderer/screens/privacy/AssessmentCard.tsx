import { useId, useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import type { Assessment, PrivacyPage } from '../../../shared/contract/safety'
import { printSheet } from '../../print/print-sheet'
import { notify } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { assessmentFields, proposed, type AssessmentKey } from './assessment-words'
import { AssessmentSheet } from './PrivacySheets'

interface AssessmentCardProps {
  readonly office: OfficeInfo
  readonly page: PrivacyPage
  readonly onSaved: () => void
}

/** The impact assessment of the law's articles 55 and 56: written once, printed, kept; a new one when something changes. */
export function AssessmentCard({ office, page, onSaved }: AssessmentCardProps) {
  const [writing, setWriting] = useState(false)
  const [newest] = page.assessments
  return (
    <Card
      title="个人信息保护影响评估"
      beside={newest === undefined ? <Status tone="soon">还没有做过</Status> : <Status tone="done">{`上次 ${sayDate(newest.on)}`}</Status>}
      tools={!writing && <Button look={newest === undefined ? 'primary' : 'plain'} onClick={() => setWriting(true)}>做一次评估</Button>}
    >
      <p className="mut">处理身份证号这类敏感信息，事前要评估并留记录，至少保存三年（个人信息保护法第55、56条）。存下以后不能改。</p>
      {writing && <AssessmentForm page={page} onClose={() => setWriting(false)} onSaved={onSaved} />}
      {page.assessments.length > 0 && (
        <table className="tbl" style={{ marginTop: 10 }}>
          <thead><tr><th scope="col">日期</th><th scope="col">评估人</th><th scope="col">结论</th><th scope="col" /></tr></thead>
          <tbody>{page.assessments.map((one, at) => <Row key={`${one.on} ${at}`} one={one} office={office} />)}</tbody>
        </table>
      )}
    </Card>
  )
}

function Row({ one, office }: { readonly one: Assessment; readonly office: OfficeInfo }) {
  return (
    <tr>
      <td className="nw">{sayDate(one.on)}</td><td className="nw">{one.by}</td><td className="wrap">{one.conclusion}</td>
      <td className="nw"><Button look="text" onClick={() => void printSheet(<AssessmentSheet office={office.name} one={one} />)}>打印</Button></td>
    </tr>
  )
}

function AssessmentForm({ page, onClose, onSaved }: { readonly page: PrivacyPage; readonly onClose: () => void; readonly onSaved: () => void }) {
  const id = useId()
  const [form, setForm] = useState<Readonly<Record<AssessmentKey, string>>>(() => proposed(page))
  const save = useCommand('privacy.assess')
  const ready = assessmentFields.every(({ key }) => form[key].trim() !== '')
  const run = async (): Promise<void> => {
    const answer = await save.run(form)
    if (!answer.ok) return
    notify({ tone: 'done', text: '评估记录存好了，请打印一份签字归档' })
    onClose()
    onSaved()
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (ready) void run() }}>
      {assessmentFields.map(({ key, label }) => (
        <div key={key} style={{ marginTop: 10 }}>
          <label htmlFor={`${id}${key}`}>{label}</label>
          <textarea id={`${id}${key}`} className="input" rows={key === 'conclusion' ? 2 : 4} maxLength={4000} value={form[key]} onChange={(event) => setForm({ ...form, [key]: event.target.value })} />
        </div>
      ))}
      {save.error !== null && <ErrorBox failure={save.error} />}
      <div className="row" style={{ justifyContent: 'flex-end', marginTop: 10 }}>
        <Button onClick={onClose}>先不存</Button>
        <Button submit look="primary" busy={save.busy} disabled={!ready}>存下评估记录</Button>
      </div>
    </form>
  )
}

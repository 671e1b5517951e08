import { textOf } from '../../../shared/facts'
import type { RecordPage, StepOnPage } from '../../../shared/contract/records'
import type { Rec } from '../../../shared/record'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { sayDate } from '../../ui/say-date'
import { Status, type Tone } from '../../ui/Status'

const tones: Readonly<Record<string, Tone>> = { 已落实: 'done', 已到期未落实: 'late', 未到期: 'doing', 已取消: 'idle' }

/** The step that says a promise is kept, filled with which one. */
export function fulfilling(page: RecordPage, promise: string): StepOnPage | null {
  const step = page.steps.find((one) => one.name === 'fulfil' && one.open)
  return step === undefined ? null : { ...step, inputs: step.inputs.map((input) => (input.key === 'promise' ? { ...input, value: promise } : input)) }
}

interface PromisesCardProps {
  readonly page: RecordPage
  readonly nameOf: (id: string) => string
  readonly onStep: (step: StepOnPage) => void
}

/** What the unit has promised, by when, and whether it is done. */
export function PromisesCard({ page, nameOf, onStep }: PromisesCardProps) {
  const rows = page.children.find((list) => list.type === 'promise')?.rows ?? []
  const more = page.steps.find((step) => step.name === 'promise' && step.open)
  if (rows.length === 0) return null
  const host = textOf(page.record.fields, 'host')
  return (
    <Card bare title="承诺事项" beside={<span className="mut">{`${rows.length} 项`}</span>} tools={more && <Button look="text" onClick={() => onStep(more)}>登记承诺</Button>}>
      <ul className="rec-due">
        {rows.map((rec) => <PromiseRow key={rec.id} rec={rec} unit={nameOf(textOf(rec.fields, 'unit') || host)} step={fulfilling(page, rec.id)} onStep={onStep} />)}
      </ul>
    </Card>
  )
}

function PromiseRow({ rec, unit, step, onStep }: { readonly rec: Rec; readonly unit: string; readonly step: StepOnPage | null; readonly onStep: (step: StepOnPage) => void }) {
  const state = textOf(rec.fields, 'state')
  const due = textOf(rec.fields, 'due')
  const done = textOf(rec.fields, 'done_on')
  const open = state === '未到期' || state === '已到期未落实'
  return (
    <li>
      <button type="button" className="link" onClick={() => go({ screen: 'record', id: rec.id, type: 'promise' })}>{textOf(rec.fields, 'content')}</button>
      <div className="row">
        <Status tone={tones[state] ?? 'idle'}>{state}</Status>
        <span className="grow sm mut cut">{[unit, done !== '' ? `${sayDate(done)}落实` : due === '' ? '没有说时限' : `${sayDate(due)}前`].filter((word) => word !== '').join('，')}</span>
        {open && step !== null && <Button look="text" aria-label={`登记落实：${textOf(rec.fields, 'content')}`} onClick={() => onStep(step)}>登记落实</Button>}
      </div>
    </li>
  )
}

import { useState } from 'react'
import type { RecordPage, StepOnPage } from '../../shared/contract/records'
import { declarationOf } from '../../shared/records'
import { go } from '../state/navigation'
import { Button } from '../ui/Button'
import { Status } from '../ui/Status'
import { nextSteps } from './next-steps'

/** An empty field that data quality asks for, and the form that it stands in. */
export interface Missing {
  readonly type: string
  readonly id: string
  readonly key: string
  readonly label: string
}

export function missingOf(page: RecordPage): readonly Missing[] {
  const { type, id } = page.record
  const fields = declarationOf(type)?.fields ?? {}
  return page.incomplete.map((key) => ({ type, id, key, label: fields[key]?.label ?? key }))
}

interface NextStepProps {
  readonly page: RecordPage
  readonly missing: readonly Missing[]
  readonly onStep: (step: StepOnPage) => void
  /** A form with a red button of its own is open beside. */
  readonly quiet?: boolean
}

const mostMissing = 4

/** What to do now, and what is still missing. */
export function NextStep({ page, missing, onStep, quiet = false }: NextStepProps) {
  const { record } = page
  const wanted = page.todos.find((todo) => todo.action.kind === 'step')?.action.step
  const { next, beside, rest } = nextSteps(record.type, page.steps, wanted)
  const hasSteps = next !== null || beside.length > 0 || rest.length > 0
  if (!hasSteps && missing.length === 0) return null
  if (next === null && beside.length === 0 && missing.length === 0) {
    return (
      <section className="card rec-quiet" aria-label="下一步">
        <Status tone="done" quiet>没有必须办的事，要填的都填了</Status>
        <RestSteps steps={rest} onStep={onStep} />
      </section>
    )
  }
  return (
    <section className={`card rec-next${hasSteps ? '' : ' lone'}`} aria-label="下一步">
      {hasSteps && (
        <div className="go">
          <span className="mut">下一步</span>
          {next === null ? <span>{beside.length > 0 ? '按情况选一项。' : '没有必须办的事。'}</span> : <Button look={quiet ? 'plain' : 'primary'} large onClick={() => onStep(next)}>{next.label}</Button>}
          {beside.length > 0 && <div className="two">{beside.map((step) => <Button key={step.name} onClick={() => onStep(step)}>{step.label}</Button>)}</div>}
          {rest.length > 0 && <RestSteps steps={rest} onStep={onStep} />}
        </div>
      )}
      <div className="miss">
        {missing.length === 0
          ? <Status tone="done" quiet>要填的都填了</Status>
          : (
            <>
              <b>{`还缺 ${missing.length} 项`}</b>
              <ul>
                {missing.slice(0, mostMissing).map(({ type, id, key, label }) => (
                  <li key={`${id} ${key}`}>
                    <Status tone="soon" quiet>{label}</Status>
                    <Button look="text" aria-label={`去填${label}`} onClick={() => go({ screen: 'edit', type, id, focus: key })}>去填</Button>
                  </li>
                ))}
              </ul>
              {missing.length > mostMissing && <span className="mut">{`还有：${missing.slice(mostMissing).map(({ label }) => label).join('、')}`}</span>}
            </>
          )}
      </div>
    </section>
  )
}

function RestSteps({ steps, onStep }: { readonly steps: readonly StepOnPage[]; readonly onStep: (step: StepOnPage) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="text" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起' : `其他办法 ${steps.length} 项`}</Button>
      {open && <div className="two">{steps.map((step) => <Button key={step.name} onClick={() => onStep(step)}>{step.label}</Button>)}</div>}
    </>
  )
}

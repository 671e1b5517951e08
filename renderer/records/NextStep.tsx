import { useState } from 'react'
import type { RecordPage, StepOnPage } from '../../shared/contract/records'
import type { Declaration } from '../../shared/record'
import { go } from '../state/navigation'
import { Button } from '../ui/Button'
import { Status } from '../ui/Status'
import { nextSteps } from './next-steps'

interface NextStepProps {
  readonly declaration: Declaration
  readonly page: RecordPage
  readonly onStep: (step: StepOnPage) => void
  /** A form with a red button of its own is open beside. */
  readonly quiet?: boolean
}

const mostMissing = 4

/** What to do now, and what is still missing. */
export function NextStep({ declaration, page, onStep, quiet = false }: NextStepProps) {
  const { record, incomplete } = page
  const wanted = page.todos.find((todo) => todo.action.kind === 'step')?.action.step
  const { next, beside, rest } = nextSteps(record.type, page.steps, wanted)
  const hasSteps = next !== null || beside.length > 0 || rest.length > 0
  if (!hasSteps && incomplete.length === 0) return null
  return (
    <section className={`card rec-next${hasSteps ? '' : ' lone'}`} aria-label="下一步">
      {hasSteps && (
        <div className="go">
          <span className="mut">下一步</span>
          {next === null ? <span>{beside.length > 0 ? '按情况选一项。' : '这一件已经办完。'}</span> : <Button look={quiet ? 'plain' : 'primary'} large onClick={() => onStep(next)}>{next.label}</Button>}
          {beside.length > 0 && <div className="two">{beside.map((step) => <Button key={step.name} onClick={() => onStep(step)}>{step.label}</Button>)}</div>}
          {rest.length > 0 && <RestSteps steps={rest} onStep={onStep} />}
        </div>
      )}
      <div className="miss">
        {incomplete.length === 0
          ? <Status tone="done" quiet>要填的都填了</Status>
          : (
            <>
              <b>{`还缺 ${incomplete.length} 项`}</b>
              <ul>
                {incomplete.slice(0, mostMissing).map((key) => (
                  <li key={key}>
                    <Status tone="soon" quiet>{declaration.fields[key]?.label ?? key}</Status>
                    <Button look="text" aria-label={`去填${declaration.fields[key]?.label ?? key}`} onClick={() => go({ screen: 'edit', type: record.type, id: record.id, focus: key })}>去填</Button>
                  </li>
                ))}
              </ul>
              {incomplete.length > mostMissing && <span className="mut">{`还有：${incomplete.slice(mostMissing).map((key) => declaration.fields[key]?.label ?? key).join('、')}`}</span>}
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

import { useState, type ReactNode } from 'react'
import type { RecordPage, StepOnPage } from '../../shared/contract/records'
import { attachPaper } from '../attachments/attach-paper'
import { declarationNow } from '../state/declarations'
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
  const fields = declarationNow(type)?.fields ?? {}
  return page.incomplete.map((key) => ({ type, id, key, label: fields[key]?.label ?? key }))
}

/** Something else that is wanted before the next step, and the button that settles it. */
export interface Wanted {
  readonly key: string
  readonly label: string
  readonly done: boolean
  readonly word: string
  readonly onPress: () => void
}

interface NextStepProps {
  readonly page: RecordPage
  readonly missing: readonly Missing[]
  readonly onStep: (step: StepOnPage) => void
  /** A form with a red button of its own is open beside. */
  readonly quiet?: boolean
  /** Asked for by the course itself: before the empty fields. */
  readonly wanted?: readonly Wanted[]
  /** By when the next step is due, at the right of what is missing. */
  readonly due?: ReactNode
  /** Name of the step that goes first, where the course knows it; default: the one that a to-do asks for. */
  readonly first?: string
  /** How many steps stand beside the next one. */
  readonly most?: number
}

/** A paper is no field to type into: the file is chosen at once. */
const isPaper = (type: string, key: string): boolean => declarationNow(type)?.fields[key]?.kind === 'file'

const mostMissing = 4

/** What to do now, and what is still missing. */
export function NextStep({ page, missing, onStep, quiet = false, wanted: asked = [], due, first, most }: NextStepProps) {
  const { record } = page
  const wanted = first ?? page.todos.find((todo) => todo.action.kind === 'step')?.action.step
  const { next, beside, rest } = nextSteps(record.type, page.steps, wanted, most)
  const hasSteps = next !== null || beside.length > 0 || rest.length > 0
  const open = asked.filter((one) => !one.done)
  const lacking = missing.length + open.length
  const shownMissing = missing.slice(0, Math.max(1, mostMissing - open.length))
  if (!hasSteps && lacking === 0) return null
  if (next === null && beside.length === 0 && lacking === 0) {
    return (
      <section className="card rec-quiet" aria-label="下一步">
        {page.todos.length === 0
          ? <Status tone="done" quiet>没有必须办的事，要填的都填了</Status>
          : <Status tone="doing" quiet>{`要填的都填了，还有 ${page.todos.length} 件要办的事`}</Status>}
        <RestSteps steps={rest} onStep={onStep} />
      </section>
    )
  }
  return (
    <section className={`card rec-next${hasSteps ? '' : ' lone'}`} aria-label="下一步">
      {hasSteps && (
        <div className="go">
          <span className="mut">下一步</span>
          {next === null ? <span>{beside.length > 0 ? '按情况选一项。' : page.todos.length > 0 ? `有 ${page.todos.length} 件要办的事。` : '没有必须办的事。'}</span> : <Button look={quiet ? 'plain' : 'primary'} large onClick={() => onStep(next)}>{next.label}</Button>}
          {beside.length > 0 && <div className="two">{beside.map((step) => <Button key={step.name} onClick={() => onStep(step)}>{step.label}</Button>)}</div>}
          {rest.length > 0 && <RestSteps steps={rest} onStep={onStep} />}
        </div>
      )}
      <div className="miss">
        {lacking === 0 && asked.length === 0 && due === undefined
          ? <Status tone="done" quiet>要填的都填了</Status>
          : (
            <>
              <div className="row">
                <b className="grow">{lacking === 0 ? '要填的都填了' : `还缺 ${lacking} 项`}</b>
                {due}
              </div>
              <ul>
                {open.map(({ key, label, word, onPress }) => (
                  <li key={key}>
                    <Status tone="soon" quiet>{label}</Status>
                    <Button look="text" aria-label={`${word}：${label}`} onClick={onPress}>{word}</Button>
                  </li>
                ))}
                {shownMissing.map(({ type, id, key, label }) => (
                  <li key={`${id} ${key}`}>
                    <Status tone="soon" quiet>{label}</Status>
                    {isPaper(type, key)
                      ? <Button look="text" aria-label={`添加${label}`} onClick={() => void attachPaper({ id, key }, label)}>添加</Button>
                      : <Button look="text" aria-label={`去填${label}`} onClick={() => go({ screen: 'edit', type, id, focus: key })}>去填</Button>}
                  </li>
                ))}
                {lacking < mostMissing && asked.filter((one) => one.done).map(({ key, label }) => <li key={key}><Status tone="done" quiet>{label}</Status></li>)}
              </ul>
              {missing.length > shownMissing.length && <span className="mut">{`还有：${missing.slice(shownMissing.length).map(({ label }) => label).join('、')}`}</span>}
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

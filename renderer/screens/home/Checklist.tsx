import type { Guide } from '../../../shared/contract/guide'
import { call } from '../../api'
import { go } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'
import { stepWords } from '../guide/steps'

const left = (guide: Guide) => guide.lines.filter((line) => line.state === 'open')

/** An office without deputies yet: what to do first, in order. */
export function Checklist({ guide }: { readonly guide: Guide }) {
  const open = left(guide)
  return (
    <Card
      bare
      className="todo-card"
      title="先做这几件"
      beside={<Status tone="idle" quiet>{`还有 ${open.length} 件，随时可以放下`}</Status>}
      tools={<Button look="text" onClick={() => go({ screen: 'help' })}>怎么用</Button>}
    >
      <ol className="todo-box scroll">
        {open.map(({ step }, index) => (
          <li key={step} className="todo idle">
            <span className="step-no">{index + 1}</span>
            <div className="grow">
              <b>{stepWords[step].title}</b>
              <div className="sm mut">{stepWords[step].why}</div>
            </div>
            <Button className="todo-button" look={index === 0 ? 'primary' : 'plain'} onClick={() => go(index === 0 && step === 'roster' ? { screen: 'roster' } : { screen: 'guide', step })}>{stepWords[step].word}</Button>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Once the work has begun: one line with what is left of the first hour, until it is done or sent away. */
export function ChecklistStrip({ guide, reload }: { readonly guide: Guide; readonly reload: () => void }) {
  const open = left(guide)
  if (guide.off || open.length === 0) return null
  const away = async (): Promise<void> => {
    const answer = await call('guide.set', { off: true })
    if (answer.ok) reload()
    else notifyFailure(answer)
  }
  return (
    <div className="card row draft-strip">
      <Status tone="idle">开张</Status>
      <span className="grow cut">{`还剩 ${open.length} 件：${open.map(({ step }) => stepWords[step].title).join('、')}`}</span>
      <Button look="text" onClick={() => void away()}>不再提</Button>
      <Button onClick={() => go({ screen: 'guide' })}>接着做</Button>
    </div>
  )
}

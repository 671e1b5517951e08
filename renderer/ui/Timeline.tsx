import type { ReactNode } from 'react'
import type { Tone } from './Status'

export interface TimelineStep {
  readonly key: string
  readonly tone: Tone
  readonly title: string
  readonly date: string
  readonly note?: ReactNode
  /** Said instead of the word of the shape. */
  readonly spoken?: string
  /** Draws the line to the next one solid; default: done, and the next one begun. */
  readonly passed?: boolean
}

const spoken: Readonly<Record<Tone, string>> = { late: '逾期', soon: '临期', doing: '进行中', done: '已完成', idle: '未开始' }

/** One line of a course of events: solid = done, dotted = to come. */
export function TimelineRow({ steps, label, className = 'times' }: { readonly steps: readonly TimelineStep[]; readonly label: string; readonly className?: string }) {
  return (
    <ol className={className} aria-label={label}>
      {steps.map((step, index) => {
        const passed = step.passed ?? (step.tone === 'done' && steps[index + 1]?.tone !== 'idle')
        return (
          <li key={step.key} className={`${step.tone}${passed ? ' passed' : ''}`}>
            <span className="dot"><span className="unseen">{step.spoken ?? spoken[step.tone]}</span></span>
            <b>{step.title}</b>
            <span className="sm mut">{step.date}</span>
            {step.note !== undefined && <div className="sm mut">{step.note}</div>}
          </li>
        )
      })}
    </ol>
  )
}

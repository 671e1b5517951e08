import type { ReactNode } from 'react'
import type { ErrorCode, Failure } from '../../shared/result'
import { say } from '../../shared/text'

interface ErrorBoxProps {
  readonly failure: Failure
  /** Chinese name of the field, where the failure belongs to one. */
  readonly label?: string
  /** Buttons: the one next step. */
  readonly children?: ReactNode
}

// Nothing for a technician in these.
const selfEvident: readonly ErrorCode[] = ['wrong-password', 'password-needed', 'required', 'reason-needed']

/** What went wrong in one sentence, the next step, and the technical part folded under 详细情况. */
export function ErrorBox({ failure, label, children }: ErrorBoxProps) {
  const words = say(failure.code, { ...failure.detail, ...(failure.field === undefined ? {} : { field: failure.field }), ...(label === undefined ? {} : { label }) })
  return (
    <div className="error-box" role="alert">
      <div className="note late">
        <div>
          <b>{words.say}</b>
          <br />
          {words.next}
        </div>
      </div>
      {children !== undefined && <div className="row">{children}</div>}
      {!selfEvident.includes(failure.code) && <Details failure={failure} />}
    </div>
  )
}

function Details({ failure }: { readonly failure: Failure }) {
  const lines = [`代码：${failure.code}`, ...(failure.field === undefined ? [] : [`栏目：${failure.field}`])]
  if (failure.detail !== undefined) lines.push(JSON.stringify(failure.detail, null, 1))
  return (
    <details>
      <summary>详细情况</summary>
      <pre>{lines.join('\n')}</pre>
    </details>
  )
}

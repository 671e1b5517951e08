import type { ReactNode } from 'react'
import { Status } from '../ui/Status'

interface LabelledRowProps {
  readonly label: string
  /** Id of the control inside. */
  readonly htmlFor: string
  readonly required?: boolean
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly children: ReactNode
}

/** The same row for a control that belongs to no declared field. The control should carry `aria-describedby={htmlFor + '-say'}`. */
export function LabelledRow({ label, htmlFor, required = false, hint, error, children }: LabelledRowProps) {
  return (
    <div className="f">
      <label className={required ? 'lab req' : 'lab'} htmlFor={htmlFor}>{label}</label>
      <div>{children}</div>
      {(error || hint !== undefined) && (
        <div className="say" id={`${htmlFor}-say`}>
          {error ? <Status tone="late" quiet>{error}</Status> : <span className="hint">{hint}</span>}
        </div>
      )}
    </div>
  )
}

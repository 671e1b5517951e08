import type { ReactNode } from 'react'
import { Button } from './Button'
import { Status } from './Status'

interface ProgressProps {
  readonly title: string
  readonly done: number
  readonly total: number
  /** At the right: 11.2 / 18.0 MB，还要约 8 秒. */
  readonly words?: string
  /** Below: what stopping now would mean. */
  readonly hint?: string
  readonly onCancel?: () => void
  readonly stopping?: boolean
  /** Below the bar: all steps. */
  readonly children?: ReactNode
}

/** Long work: how far it is, and the way to stop it. An unknown total shows an empty bar and the words. */
export function Progress({ title, done, total, words, hint, onCancel, stopping = false, children }: ProgressProps) {
  const percent = total > 0 ? Math.min(100, Math.round((done * 100) / total)) : 0
  return (
    <div>
      <div className="row" style={{ minHeight: 'var(--ctl)' }}>
        <Status tone="doing">{title}</Status>
        <span className="grow" />
        <span className="mut">{words ?? (total > 0 ? `${done} / ${total}` : '')}</span>
        {onCancel !== undefined && <Button onClick={onCancel} disabled={stopping}>{stopping ? '正在停下…' : '取消'}</Button>}
      </div>
      <div className="prog" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
        <i style={{ width: `${percent}%` }} />
      </div>
      {children}
      {hint !== undefined && <p className="mut" style={{ marginTop: 10 }}>{hint}</p>}
    </div>
  )
}

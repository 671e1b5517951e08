import { useOffice } from '../../state/session'
import { sayShortDate } from '../../ui/say-date'
import type { Progress } from './project-rows'

/** How far a project is, and as of when. */
export function ProgressBar({ progress }: { readonly progress: Progress }) {
  const today = useOffice()?.today ?? ''
  if (progress.percent === null) return <span className="mut">—</span>
  return (
    <span className="project-bar" title={progress.text === '' ? undefined : progress.text}>
      <span className="track" role="progressbar" aria-valuenow={progress.percent} aria-valuemin={0} aria-valuemax={100} aria-label="进度"><i className={progress.percent === 100 ? 'whole' : undefined} style={{ width: `${progress.percent}%` }} /></span>
      <b>{`${progress.percent}%`}</b>
      <span className="sm mut">{progress.date === '' ? '' : sayShortDate(progress.date, today)}</span>
    </span>
  )
}

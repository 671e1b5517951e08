import { useState } from 'react'
import type { Check } from '../../../shared/measures/indicator'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Status } from '../../ui/Status'
import type { FigureMap } from './figure-text'
import { BrokenDrawer } from './BrokenDrawer'
import type { PeriodChoice } from './periods'
import { checkLines, type CheckLine } from './sums'
import type { TabSpec } from './tabs'

interface ChecksLineProps {
  readonly tab: TabSpec
  readonly checks: readonly Check[]
  readonly figures: FigureMap
  readonly period: PeriodChoice
  /** What the offices are together whose sums C22 holds; absent = those below this one. */
  readonly each?: string
}

const shownAtFirst = 2

/** Whether the table adds up, said in its own digits; what does not is red and opens the records that break it. */
export function ChecksLine({ tab, checks, figures, period, each }: ChecksLineProps) {
  const county = useOffice()?.role === 'county'
  const level = useLevel()
  const [unfolded, setUnfolded] = useState('')
  const [broken, setBroken] = useState<CheckLine | null>(null)
  const wanted = tab.key === 'quality' ? checks.filter((check) => !check.ok).map((check) => check.id) : [...tab.checks, ...(county ? ['C22'] : [])]
  const lines = checkLines(wanted, checks, figures, each ?? level.each)
  const wrong = lines.filter((line) => !line.ok)
  const right = lines.filter((line) => line.ok)
  if (lines.length === 0) return null
  const all = unfolded === tab.key
  const shown = all ? right : right.slice(0, shownAtFirst)
  const hidden = right.length - shown.length
  return (
    <>
      {wrong.map((line) => (
        <div key={line.id} className="sums wrong">
          <Status tone="late">对不上</Status>
          <span className="grow">{line.words}</span>
          {line.ids.length > 0 && <Button onClick={() => setBroken(line)}>{`看这 ${String(new Set(line.ids).size)} 条记录`}</Button>}
        </div>
      ))}
      {right.length > 0 && (
        <div className="sums">
          <Status tone="done">{wrong.length === 0 ? '核对一致' : '其余一致'}</Status>
          {shown.map((line) => <span key={line.id}>{line.words}</span>)}
          {hidden > 0 && <button type="button" className="link" onClick={() => setUnfolded(tab.key)}>{`另 ${String(hidden)} 项也一致`}</button>}
        </div>
      )}
      {broken !== null && <BrokenDrawer line={broken} period={period} onClose={() => setBroken(null)} />}
    </>
  )
}

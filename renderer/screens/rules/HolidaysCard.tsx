import { useState } from 'react'
import type { RuleList } from '../../../shared/contract/rules'
import { call } from '../../api'
import { notifyFailure } from '../../state/notices'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { HolidayDialog } from './HolidayDialog'
import { notifyRules } from './done-notice'

/** Years whose holidays are known, since when; later ones are pasted in. Whether a due day leaves a day off. */
export function HolidaysCard({ rules, onDone }: { readonly rules: RuleList; readonly onDone: () => void }) {
  const [pasting, setPasting] = useState(false)
  const year = Number((useOffice()?.today ?? '').slice(0, 4))
  const known = rules.holidays.map((table) => table.year)
  const missing = [year, year + 1].filter((one) => !known.includes(one))
  const remove = async (gone: number): Promise<void> => {
    const answer = await call('holidays.remove', { year: gone })
    if (!answer.ok) return notifyFailure(answer)
    notifyRules(`${gone}年放假安排已去掉`, onDone)
    onDone()
  }
  const shift = async (on: boolean): Promise<void> => {
    const answer = await call('rules.shift', { on })
    if (!answer.ok) return notifyFailure(answer)
    notifyRules(on ? '期限遇休息日顺延，已经定了的不变' : '期限不再顺延，已经定了的不变', onDone)
    onDone()
  }
  return (
    <Card
      bare title="工作日" beside={missing.length === 0 ? undefined : <Status tone="soon" quiet>{`${missing.join('、')}年没有放假安排，按周末推算`}</Status>}
      tools={<Button onClick={() => setPasting(true)}>粘贴放假安排</Button>}
    >
      <ul className="holiday-years">
        {rules.holidays.map((table) => (
          <li key={table.year} className="row">
            <b>{`${table.year}年`}</b>
            <span className="grow">{`放假 ${table.off.length} 天，调休上班 ${table.worked.length} 天`}</span>
            <span className="mut">{`${table.source}，${sayDate(table.known_on)}知悉`}</span>
            {table.own ? <Button look="text" aria-label={`去掉${table.year}年放假安排`} onClick={() => void remove(table.year)}>去掉</Button> : <span className="mut sm">软件自带</span>}
          </li>
        ))}
      </ul>
      <div className="choice-row">
        <input id="rules-shift" type="checkbox" className="tick" checked={rules.shift} onChange={(event) => void shift(event.target.checked)} />
        <label htmlFor="rules-shift"><b>期限最后一天是休息日的，顺延到下一个工作日</b><span className="sm mut">法律对这些期限没有明说，默认不顺延。会前通知等倒着数的，提前到前一个工作日。</span></label>
      </div>
      {pasting && <HolidayDialog onClose={() => setPasting(false)} onDone={onDone} />}
    </Card>
  )
}

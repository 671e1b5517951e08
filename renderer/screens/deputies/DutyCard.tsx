import { PrinterOutlined } from '@ant-design/icons'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { DutyFile } from '../../../shared/contract/records'
import { call } from '../../api'
import { printSheet } from '../../print/print-sheet'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { sayDate } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'
import { WhyButton } from '../../why/WhyButton'
import { DutySheet } from './DutySheet'
import { dutyYears, sayHalfDays, yearPeriod } from './duty-years'

type Part = DutyFile['parts'][number]

/** The duty file in its eight parts, by year, filled by what was recorded once. */
export function DutyCard({ mandate, since }: { readonly mandate: string; readonly since: string | null }) {
  const office = useOffice()
  const today = office?.today ?? ''
  const years = dutyYears(today, since)
  const [year, setYear] = useState(years[0]?.value ?? 'all')
  const query = useQuery('deputies.duty', { mandate, ...yearPeriod(year) })
  const yearWord = years.find((one) => one.value === year)?.label ?? ''
  const print = (file: DutyFile): void => {
    void call('event.note', { kind: 'print', about: mandate, detail: '履职登记卡' })
    void printSheet(<DutySheet file={file} office={office?.name ?? ''} period={yearWord} />)
  }
  return (
    <Card
      bare
      className="dep-duty"
      title="履职档案"
      beside={<Segmented label="看哪一年" options={years} value={year} onChange={setYear} />}
      tools={query.data !== null && <Button look="text" icon={<Icon of={PrinterOutlined} />} onClick={() => { if (query.data !== null) print(query.data) }}>打印登记卡</Button>}
    >
      <Loaded query={query} rows={6}>{(file) => <Parts file={file} yearWord={yearWord} days={yearPeriod(year)} />}</Loaded>
    </Card>
  )
}

function Parts({ file, yearWord, days }: { readonly file: DutyFile; readonly yearWord: string; readonly days: ReturnType<typeof yearPeriod> }) {
  const [picked, setPicked] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const usual = file.parts.find((part) => part.key !== 'basics' && part.rows.length > 0) ?? file.parts[0]
  const shown = file.parts.find((part) => part.key === picked) ?? usual
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const at = file.parts.findIndex((part) => part.key === shown?.key)
    const next = file.parts[(at + (event.key === 'ArrowDown' ? 1 : -1) + file.parts.length) % file.parts.length]
    if (next === undefined) return
    setPicked(next.key)
    list.current?.querySelector<HTMLElement>(`[data-part="${next.key}"]`)?.focus()
  }
  return (
    <div className="dep-parts">
      <div className="dep-kinds">
        <div role="tablist" aria-orientation="vertical" aria-label="履职档案的八个部分" ref={list} onKeyDown={onKeyDown}>
          {file.parts.map((part) => (
            <button key={part.key} type="button" role="tab" data-part={part.key} aria-selected={part === shown} tabIndex={part === shown ? 0 : -1} onClick={() => setPicked(part.key)}>
              <span className="grow">{part.label}</span>
              {part.key !== 'basics' && <span className={part.rows.length === 0 ? 'mut' : 'dep-count'}>{part.rows.length}</span>}
            </button>
          ))}
        </div>
        <div className="dep-days"><span className="mut">折合履职</span><b>{sayHalfDays(file.half_days)}</b><span className="sm mut">出席会议不计</span><WhyButton about="折合履职" asked={{ of: 'record', input: { id: file.mandate, key: 'duty_days', ...days } }} /></div>
      </div>
      {shown !== undefined && <PartRows part={shown} yearWord={yearWord} />}
    </div>
  )
}

function PartRows({ part, yearWord }: { readonly part: Part; readonly yearWord: string }) {
  if (part.rows.length === 0) {
    return <div role="tabpanel" aria-label={part.label} className="dep-none"><b>{`${yearWord}没有${part.label}的记录`}</b><span className="mut">记活动、会议、建议时会自动归到这里，不用另填。</span></div>
  }
  return (
    <div role="tabpanel" aria-label={part.label} className="dep-rows">
      <ul>
        {part.rows.map((row, index) => (
          <li key={`${row.id} ${index}`}>
            {part.key === 'basics'
              ? <><span className="mut">{row.title}</span><span className="grow">{row.note}</span></>
              : (
                <>
                  <span className="mut nw dep-date">{sayDate(row.date)}</span>
                  <button type="button" className="link grow" onClick={() => go({ screen: 'record', id: row.id, type: row.type })}>{row.title}</button>
                  <span className="mut nw">{row.note}</span>
                </>
              )}
          </li>
        ))}
      </ul>
    </div>
  )
}

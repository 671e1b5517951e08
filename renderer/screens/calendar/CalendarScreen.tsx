import '../home/home.css'
import './calendar.css'
import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Calendar } from '../../../shared/contract/year'
import { printSheet } from '../../print/print-sheet'
import { go, replace } from '../../state/navigation'
import { useOffice } from '../../state/session'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { DayCard } from './DayCard'
import { MonthGrid } from './MonthGrid'
import { MonthSheet } from './MonthSheet'
import { monthAfter, spanOf, weeksOf } from './month'

/** The month: what is due on which day, what happens, which days are worked. */
export default function CalendarScreen({ route }: ScreenProps<'calendar'>) {
  const office = useOffice()
  const today = office?.today ?? ''
  const month = route.month ?? today.slice(0, 7)
  const query = useQuery('calendar.get', spanOf(month))
  const [picked, setPicked] = useState<string | null>(null)
  const chosen = picked?.startsWith(month) === true ? picked : month === today.slice(0, 7) ? today : `${month}-01`
  if (office === null) return null
  const show = (day: string): void => {
    setPicked(day)
    if (!day.startsWith(month)) replace({ screen: 'calendar', month: day.slice(0, 7) })
  }
  const toMonth = (next: string): void => show(next === today.slice(0, 7) ? today : `${next}-01`)
  return (
    <>
      <PageHead title="日历" crumb="首页" onCrumb={() => go({ screen: 'home' })} beside={sayDate(today)} />
      <div className="body cal-body">
        <div className="row cal-tools">
          <Button icon={<Icon of={LeftOutlined} />} aria-label="上个月" onClick={() => toMonth(monthAfter(month, -1))} />
          <h2 className="cal-month" aria-live="polite">{sayDate(month)}</h2>
          <Button icon={<Icon of={RightOutlined} />} aria-label="下个月" onClick={() => toMonth(monthAfter(month, 1))} />
          {month !== today.slice(0, 7) && <Button look="text" onClick={() => show(today)}>回到今天</Button>}
          <span className="grow" />
          {query.data?.days.some((day) => !day.known) === true && <Status tone="soon" quiet>这个月没有官方放假安排，工作日按周末推算</Status>}
          <Button look="text" onClick={() => go({ screen: 'year', year: Number(month.slice(0, 4)) })}>{`${month.slice(0, 4)}年依法必须做的事`}</Button>
          <Button look="text" icon={<Icon of={PrinterOutlined} />} disabled={query.data === null} onClick={() => { if (query.data !== null) void printSheet(<MonthSheet month={month} calendar={query.data} office={office.name} />) }}>打印</Button>
        </div>
        <Loaded query={query} rows={8}>{(calendar) => <Month month={month} calendar={calendar} chosen={chosen} onChoose={show} />}</Loaded>
      </div>
    </>
  )
}

function Month({ month, calendar, chosen, onChoose }: { readonly month: string; readonly calendar: Calendar; readonly chosen: string; readonly onChoose: (day: string) => void }) {
  const weeks = weeksOf(month, calendar)
  const cell = weeks.flat().find((one) => one.day === chosen)
  return (
    <div className="cal-cols">
      <Card bare className="cal-card"><MonthGrid weeks={weeks} today={calendar.today} chosen={chosen} onChoose={onChoose} /></Card>
      {cell !== undefined && <DayCard cell={cell} today={calendar.today} />}
    </div>
  )
}

import './calendar.css'
import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import type { YearPage } from '../../../shared/contract/year'
import type { YearDuty } from '../../../shared/todos/year-duties'
import { printSheet } from '../../print/print-sheet'
import { go, replace } from '../../state/navigation'
import { useOffice } from '../../state/session'
import type { ScreenProps } from '../../state/routes'
import { routeOfAction } from '../../state/todo-action'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { CutTitle } from '../../ui/CutTitle'
import { RuleTag } from '../../ui/RuleTag'
import { Status } from '../../ui/Status'
import { YearSheet } from './YearSheet'
import { countsOf, partWords, partsOf, sayCount, sayFound, sayState, toneOf } from './duty-words'

/** What the law wants of a year: ticked by the records alone, with the law behind every line. */
export default function YearScreen({ route }: ScreenProps<'year'>) {
  const office = useOffice()
  const query = useQuery('year.get', route.year === undefined ? {} : { year: route.year })
  if (office === null) return null
  const year = route.year ?? Number(office.today.slice(0, 4))
  const to = (next: number): void => replace({ screen: 'year', year: next })
  return (
    <>
      <PageHead title={`${year}年依法必须做的事`} crumb="首页" onCrumb={() => go({ screen: 'home' })} beside="由登记的记录自动打勾" />
      <div className="body">
        <div className="row cal-tools">
          <Button icon={<Icon of={LeftOutlined} />} aria-label="上一年" disabled={query.data !== null && year <= query.data.first} onClick={() => to(year - 1)} />
          <h2 className="cal-month" aria-live="polite">{`${year}年`}</h2>
          <Button icon={<Icon of={RightOutlined} />} aria-label="下一年" disabled={year >= Number(office.today.slice(0, 4)) + 1} onClick={() => to(year + 1)} />
          {query.data !== null && <Counts duties={query.data.duties} />}
          <span className="grow" />
          <Button look="text" onClick={() => go({ screen: 'calendar' })}>看日历</Button>
          <Button look="text" icon={<Icon of={PrinterOutlined} />} disabled={query.data === null} onClick={() => { if (query.data !== null) void printSheet(<YearSheet page={query.data} office={office.name} />) }}>打印</Button>
        </div>
        <Loaded query={query} rows={10}>{(page) => <Parts page={page} />}</Loaded>
      </div>
    </>
  )
}

function Counts({ duties }: { readonly duties: readonly YearDuty[] }) {
  const { done, open, late } = countsOf(duties)
  return (
    <>
      <Status tone="done">{`做完 ${done}`}</Status>
      {open > 0 && <Status tone="doing">{`在做、要做 ${open}`}</Status>}
      {late > 0 && <Status tone="late">{`过期没做 ${late}`}</Status>}
    </>
  )
}

function Parts({ page }: { readonly page: YearPage }) {
  return (
    <>
      {partsOf(page.duties).map(([part, duties]) => (
        <Card key={part} bare title={partWords[part]}>
          <ul className="duties">{duties.map((duty) => <Line key={duty.key} duty={duty} titles={page.titles} />)}</ul>
        </Card>
      ))}
    </>
  )
}

function Line({ duty, titles }: { readonly duty: YearDuty; readonly titles: YearPage['titles'] }) {
  const known = duty.ids.filter((id) => titles[id] !== undefined).slice(0, 2)
  const rest = duty.ids.length - known.length
  const words = sayFound(known.map((id) => titles[id]?.title ?? ''))
  return (
    <li className="duty">
      <Status tone={toneOf(duty)} box>{sayState(duty)}</Status>
      <div className="grow">
        <b>{duty.title}</b>
        <div className="cut" title={[duty.source, duty.note].filter(Boolean).join(' · ')}><RuleTag who={duty.who}>{[duty.source, duty.note].filter(Boolean).join(' · ')}</RuleTag></div>
      </div>
      <div className="duty-found">
        {known.map((id, at) => <button key={id} type="button" className="link cut" title={titles[id]?.title} aria-label={words[at]} onClick={() => go({ screen: 'record', id, type: titles[id]?.type ?? '' })}><CutTitle text={words[at] ?? ''} /></button>)}
        {rest > 0 && <span className="sm mut">{known.length === 0 ? `${rest} 条记录` : `另有 ${rest} 条`}</span>}
      </div>
      <span className="num duty-count">{sayCount(duty)}</span>
      {duty.state === 'done' || duty.state === 'none' ? <span className="duty-button" /> : <Button className="duty-button" aria-label={`${duty.action.label}：${duty.title}`} onClick={() => go(routeOfAction(duty.action))}>{duty.action.label}</Button>}
    </li>
  )
}

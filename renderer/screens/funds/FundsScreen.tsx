import '../../records/records.css'
import './funds.css'
import { FormOutlined } from '@ant-design/icons'
import type { FundLine } from '../../../shared/contract/ledgers'
import { SheetButtons } from '../../print/SheetButtons'
import { HubTabs } from '../../records/HubTabs'
import ListScreen from '../../records/ListScreen'
import { changeView, useListView } from '../../records/list-view'
import { tabsOf } from '../../records/menus'
import { newRecord } from '../../records/new-record'
import { moveByArrows } from '../../records/RecordTable'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayMoney } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { lineName, sumOfLines } from './balance-after'
import { FundsSheet } from './FundsSheet'
import { chooseFundYear, fundYears, useFundYear } from './year'

/** The budget of a year, line by line: what there was, what is spent, what is left. The bin and the county's list are the general list. */
export default function FundsScreen({ route }: ScreenProps<'list'>) {
  const office = useOffice()
  const view = useListView('budget')
  const general = office === null || office.role === 'county' || view.bin || view.text !== '' || Object.keys(view.where).length > 0 || route.where !== undefined || route.text !== undefined || route.bin !== undefined
  if (general) return <ListScreen route={route} />
  return <Board today={office.today} office={office.name} />
}

function Board({ today, office }: { readonly today: string; readonly office: string }) {
  const year = useFundYear(today)
  const query = useQuery('fund.board', { year: Number(year) }, { types: ['budget', 'expense'] })
  const made = newRecord('budget', 'town')
  return (
    <>
      <PageHead title="经费" />
      <div className="body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('funds', 'budget')} at="budget" label="经费" />
          <div className="rec-actions">
            <Button look="text" onClick={() => changeView('budget', { bin: true })}>回收站</Button>
            {made !== null && <Button onClick={() => go(made.route)}>{made.word}</Button>}
            {made !== null && <Button look="primary" icon={<Icon of={FormOutlined} />} onClick={() => go({ screen: 'fund-expense' })}>记支出</Button>}
          </div>
        </div>
        <Card
          bare title={`${year}年预算执行`}
          tools={<><Button onClick={() => go({ screen: 'fund-allowance', year })}>按出席算误工补贴</Button><Segmented label="年度" options={fundYears(query.data?.years ?? [], today).map((one) => ({ value: one, label: `${one}年` }))} value={year} onChange={chooseFundYear} /></>}
        >
          <Loaded query={query} rows={6}>
            {({ lines }) => (lines.length === 0
              ? <EmptyState title={`${year}年还没有预算`} hint="每个科目一条：代表活动经费、会议经费、误工补贴……">{made !== null && <Button onClick={() => go(made.route)}>{made.word}</Button>}</EmptyState>
              : (
                <>
                  <Lines lines={lines} />
                  <div className="rec-foot">
                    <span className="grow">{`共 ${lines.length} 个科目`}</span>
                    <SheetButtons name={`${year}年经费预算执行`} sheet={<FundsSheet lines={lines} year={year} office={office} today={today} />} />
                  </div>
                </>
              ))}
          </Loaded>
        </Card>
      </div>
    </>
  )
}

const share = (part: number, whole: number | null): number => (whole === null || whole <= 0 ? 0 : Math.min(100, Math.round((part / whole) * 100)))

function Lines({ lines }: { readonly lines: readonly FundLine[] }) {
  const sum = sumOfLines(lines)
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl fund-table">
        <thead>
          <tr><th scope="col">科目</th><th scope="col" className="num">预算数</th><th scope="col" className="num">已支出</th><th scope="col">用了多少</th><th scope="col" className="num">余额</th><th scope="col" className="num">其中未支付</th><th scope="col" className="num">笔数</th></tr>
        </thead>
        <tbody onKeyDown={(event) => moveByArrows(event, event.currentTarget)}>{lines.map((line) => <Line key={line.id} line={line} />)}</tbody>
        <tfoot>
          <tr><th scope="row">合计</th><td className="num">{sayMoney(sum.budget_fen)}</td><td className="num">{sayMoney(sum.spent_fen)}</td><td /><td className="num"><b>{sayMoney(sum.balance_fen)}</b></td><td className="num">{sayMoney(sum.unpaid_fen)}</td><td /></tr>
        </tfoot>
      </table>
    </div>
  )
}

function Line({ line }: { readonly line: FundLine }) {
  const open = (): void => go({ screen: 'record', id: line.id, type: 'budget' })
  const used = share(line.spent_fen, line.budget_fen)
  const over = line.balance_fen !== null && line.balance_fen < 0
  return (
    <tr className="opens" onClick={open}>
      <td><button type="button" className="link" data-row={line.id} onClick={(event) => { event.stopPropagation(); open() }}>{lineName(line)}</button></td>
      <td className="num">{line.budget_fen === null ? <Status tone="soon" quiet>没有填</Status> : sayMoney(line.budget_fen)}</td>
      <td className="num">{sayMoney(line.spent_fen)}</td>
      <td><span className="fund-bar"><span className="track"><i className={over ? 'over' : undefined} style={{ width: `${used}%` }} /></span>{line.budget_fen === null ? '' : over ? '超了' : `${used}%`}</span></td>
      <td className="num">{line.balance_fen === null ? '—' : over ? <Status tone="late">{`超支 ${sayMoney(-line.balance_fen)}`}</Status> : sayMoney(line.balance_fen)}</td>
      <td className="num">{line.unpaid_fen === 0 ? <span className="mut">0</span> : sayMoney(line.unpaid_fen)}</td>
      <td className="num">{line.count}</td>
    </tr>
  )
}

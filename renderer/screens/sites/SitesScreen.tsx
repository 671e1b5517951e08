import '../../records/records.css'
import './sites.css'
import { labelOf } from '../../../shared/codes'
import type { SiteRow } from '../../../shared/contract/ledgers'
import { SheetButtons } from '../../print/SheetButtons'
import { HubTabs } from '../../records/HubTabs'
import { ListActions } from '../../records/ListActions'
import ListScreen from '../../records/ListScreen'
import { useListView } from '../../records/list-view'
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
import { FigureLink } from '../../ui/FigureLink'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { isClosed, sumsOf } from './site-sums'
import { SitesSheet } from './SitesSheet'
import { useSitePeriod } from './years'
import { YearSwitch } from './YearSwitch'

/** The stations side by side with what each did in the year. The bin, a search and the county's list are the general list. */
export default function SitesScreen({ route }: ScreenProps<'list'>) {
  const office = useOffice()
  const view = useListView('site')
  const general = office === null || office.role === 'county' || view.bin || view.text !== '' || Object.keys(view.where).length > 0 || route.where !== undefined || route.text !== undefined || route.bin !== undefined
  if (general) return <ListScreen route={route} />
  return <Board today={office.today} office={office.name} />
}

function Board({ today, office }: { readonly today: string; readonly office: string }) {
  const view = useListView('site')
  const { year, from, to } = useSitePeriod(today)
  const query = useQuery('site.board', { from, to }, { types: ['site', 'activity', 'training', 'supervision', 'debrief', 'voter_matter', 'participation'] })
  const made = newRecord('site', 'town')
  return (
    <>
      <PageHead title="联络站" />
      <div className="body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('sites', 'site')} at="site" label="联络站" />
          <ListActions type="site" view={view} made={made} />
        </div>
        <Card bare title={`各站${year}年的工作`} tools={<YearSwitch year={year} today={today} />}>
          <Loaded query={query} rows={6}>
            {({ rows }) => (rows.length === 0
              ? <EmptyState title="还没有联络站" hint="代表联络站、代表之家、工作室、接待点都记在这里。">{made !== null && <Button onClick={() => go(made.route)}>{made.word}</Button>}</EmptyState>
              : (
                <>
                  <Table rows={rows} today={today} />
                  <div className="rec-foot">
                    <span className="grow">{`共 ${rows.length} 个站点`}</span>
                    <SheetButtons name={`联络站${year}年工作`} sheet={<SitesSheet rows={rows} year={year} office={office} today={today} />} />
                  </div>
                </>
              ))}
          </Loaded>
        </Card>
      </div>
    </>
  )
}

function Table({ rows, today }: { readonly rows: readonly SiteRow[]; readonly today: string }) {
  const heads = rows[0]?.figures ?? []
  const sums = sumsOf(rows)
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl site-table">
        <thead>
          <tr>
            <th scope="col">站点</th><th scope="col">接待日</th><th scope="col" className="num">代表</th>
            {heads.map((head) => <th key={head.path} scope="col" className="num">{head.label}<small>{head.unit}</small></th>)}
          </tr>
        </thead>
        <tbody onKeyDown={(event) => moveByArrows(event, event.currentTarget)}>
          {rows.map((row) => <Row key={row.id} row={row} today={today} />)}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr><th scope="row">合计</th><td /><td className="num" />{sums.map((sum, index) => <td key={heads[index]?.path} className="num"><b>{sayNumber(sum)}</b></td>)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Row({ row, today }: { readonly row: SiteRow; readonly today: string }) {
  const open = (): void => go({ screen: 'record', id: row.id, type: 'site' })
  return (
    <tr className="opens" onClick={open}>
      <td className="site-name">
        <button type="button" className="link cut" data-row={row.id} title={row.name} onClick={(event) => { event.stopPropagation(); open() }}>{row.name}</button>
        <span className="sm mut cut">{[labelOf('site.kind', row.kind), row.master === '' ? '' : `站长 ${row.master}`].filter(Boolean).join(' · ')}</span>
      </td>
      <td className="site-time" title={row.open_time}>{isClosed(row, today) ? <Status tone="idle" quiet>已撤销</Status> : row.open_time === '' ? <span className="mut">没有定</span> : row.open_time}</td>
      <td className="num">{row.deputies}</td>
      {row.figures.map((figure) => (
        <td key={figure.path} className="num" onClick={(event) => event.stopPropagation()}>
          {figure.value === null || figure.value === 0 ? <span className="mut">{figure.value ?? '—'}</span>
            : <FigureLink value={sayNumber(figure.value)} about={`${row.name}${figure.label}`} onOpen={() => go({ screen: 'record', id: row.id, type: 'site', figure: figure.path })} />}
        </td>
      ))}
    </tr>
  )
}

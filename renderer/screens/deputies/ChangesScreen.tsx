import '../../records/records.css'
import './deputies.css'
import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import type { ChangeTable, DeputyChange } from '../../../shared/report/change-table'
import { printSheet } from '../../print/print-sheet'
import { go, replace } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'
import { ChangesSheet } from './ChangesSheet'
import { sayBalance, sayCourse } from './change-words'

const types = ['mandate', 'person', 'term', 'constituency']

/** 代表变动表 of a year: who came, left or was suspended, on which ground and by which legal steps. */
export default function ChangesScreen({ route }: ScreenProps<'deputy-changes'>) {
  const office = useOffice()
  const thisYear = Number((office?.today ?? '').slice(0, 4))
  const year = route.year ?? thisYear
  const query = useQuery('deputies.changes', { from: `${year}-01-01`, to: `${year}-12-31` }, { types })
  if (office === null) return null
  const to = (next: number): void => replace({ screen: 'deputy-changes', year: next })
  return (
    <>
      <PageHead title="代表变动表" crumb="代表" onCrumb={() => go({ screen: 'deputies' })} beside="由登记的变动自动列出" />
      <div className="body">
        <div className="row">
          <Button icon={<Icon of={LeftOutlined} />} aria-label="上一年" onClick={() => to(year - 1)} />
          <h2 className="chg-year" aria-live="polite">{`${year}年`}</h2>
          <Button icon={<Icon of={RightOutlined} />} aria-label="下一年" disabled={year >= thisYear} onClick={() => to(year + 1)} />
          {query.data !== null && <span>{sayBalance(query.data)}</span>}
          <span className="grow" />
          <Button look="text" icon={<Icon of={PrinterOutlined} />} disabled={query.data === null} onClick={() => { if (query.data !== null) void printSheet(<ChangesSheet table={query.data} year={year} office={office.name} />) }}>打印</Button>
        </div>
        <Card bare>
          <Loaded query={query} rows={6}>
            {(table: ChangeTable) => (table.rows.length === 0
              ? <EmptyState title={`${year}年没有代表变动`} hint="资格确认、辞职、终止、暂停等在代表页面办理，办了就会列在这里。" />
              : <Rows rows={table.rows} />)}
          </Loaded>
        </Card>
      </div>
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly DeputyChange[] }) {
  return (
    <table className="tbl chg-table">
      <thead><tr><th>日期</th><th>姓名</th><th>变动</th><th>原因和依据</th><th>法定程序</th><th>公告文号</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.ids[0] ?? ''} ${row.kind} ${row.date}`}>
            <td className="chg-day">{sayDate(row.date)}</td>
            <td>
              {row.ids.length === 1
                ? <button type="button" className="link" onClick={() => go({ screen: 'record', id: row.ids[0] ?? '', type: 'mandate' })}>{row.who}</button>
                : <span>{row.who}</span>}
              {row.constituency !== '' && <div className="sm mut">{row.constituency}</div>}
            </td>
            <td>{row.kind}</td>
            <td>{row.ground}</td>
            <td>{sayCourse(row).map((step) => <div key={step}>{step}</div>)}</td>
            <td>{row.announce_no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

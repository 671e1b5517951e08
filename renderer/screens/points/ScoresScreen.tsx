import '../../records/records.css'
import './points.css'
import { useState } from 'react'
import { labelOf } from '../../../shared/codes'
import type { PointRow, PointsTold } from '../../../shared/contract/points'
import { call } from '../../api'
import { sayTenths } from '../../records/format-value'
import { HubTabs } from '../../records/HubTabs'
import { ListActions } from '../../records/ListActions'
import ListScreen from '../../records/ListScreen'
import { useListView } from '../../records/list-view'
import { tabsOf } from '../../records/menus'
import { go } from '../../state/navigation'
import { notify, notifyFailure, notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { PointsDrawer } from './PointsDrawer'
import { RulesDrawer } from './RulesDrawer'
import { SheetYear } from './SheetYear'
import { useSheetYear } from './years'

const types = ['score', 'participation', 'attendance', 'activity', 'suggestion', 'deed', 'debrief', 'visit', 'voter_matter', 'training', 'supervision']

/** Points of a year where they are switched on; else, and in the bin, the general list of what was kept. */
export default function ScoresScreen({ route }: ScreenProps<'list'>) {
  const office = useOffice()
  const view = useListView('score')
  const settings = useQuery('settings.get', {}, { types: [] })
  const general = office?.role !== 'town' || view.bin || view.text !== '' || Object.keys(view.where).length > 0 || route.where !== undefined || route.text !== undefined || route.bin !== undefined
  if (general || settings.data?.settings.points_on === false) return <ListScreen route={route} />
  return settings.data === null ? null : <Board today={office.today} />
}

function Board({ today }: { readonly today: string }) {
  const view = useListView('score')
  const year = useSheetYear(today)
  const query = useQuery('points.get', { year }, { types })
  const [open, setOpen] = useState<string | null>(null)
  const shown = query.data?.rows.find((row) => row.mandate === open)
  const keep = async (): Promise<void> => {
    const answer = await call('points.keep', { year })
    if (!answer.ok) return notifyFailure(answer)
    if (answer.value.id === null) notify({ tone: 'doing', text: '没有要存的' })
    else notifySaved(`已存下 ${answer.value.kept} 名代表${year}年的得分`, { id: answer.value.id })
  }
  return (
    <>
      <PageHead title="活动" />
      <div className="body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('activities', 'score')} at="score" label="活动" />
          <ListActions type="score" view={view} made={null} />
        </div>
        <Card
          bare title={`${year}年履职积分`} beside={<span className="mut">按平时的记录自动算，只供参考，不作处理代表的依据</span>}
          tools={<><SheetYear year={year} today={today} /><Button onClick={() => setOpen('rules')}>评分规则</Button><Button look="primary" onClick={() => void keep()}>存下得分</Button></>}
        >
          <Loaded query={query} rows={8}>
            {(told) => (told.rows.length === 0
              ? <EmptyState title={`${year}年没有在任代表`} hint="请先到“代表”里导入花名册。" />
              : <Table told={told} graded={told.table.grades !== null && String(year) < today.slice(0, 4)} onOpen={setOpen} />)}
          </Loaded>
        </Card>
      </div>
      {open === 'rules' && query.data !== null && <RulesDrawer table={query.data.table} sample={query.data.sample} onClose={() => setOpen(null)} onDone={query.reload} />}
      {shown !== undefined && <PointsDrawer key={shown.mandate} row={shown} year={year} onClose={() => setOpen(null)} />}
    </>
  )
}

/** Items that say something in a line: the three that gave most. */
const brief = (row: PointRow): string => row.items.filter((one) => one.auto_tenths !== 0 || one.manual_tenths !== null)
  .toSorted((a, b) => b.auto_tenths - a.auto_tenths).slice(0, 4).map((one) => `${one.item} ${sayTenths(one.auto_tenths + (one.manual_tenths ?? 0))}`).join('，')

/** A grade is given for a whole year, where the office's table says so: while the year runs nobody is called anything. */
function Table({ told, graded, onOpen }: { readonly told: PointsTold; readonly graded: boolean; readonly onOpen: (mandate: string) => void }) {
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl points-table">
        <thead><tr><th scope="col" className="num">名次</th><th scope="col">代表</th><th scope="col" className="num">总分</th>{graded && <th scope="col">等次</th>}<th scope="col">主要得分</th><th scope="col">已存的得分</th><th scope="col">本人核对</th></tr></thead>
        <tbody>
          {told.rows.map((row) => (
            <tr key={row.mandate} className="opens" onClick={() => onOpen(row.mandate)}>
              <td className="num">{told.rows.findIndex((one) => one.total === row.total) + 1}</td>
              <td><button type="button" className="link" onClick={(event) => { event.stopPropagation(); onOpen(row.mandate) }}>{row.name}</button></td>
              <td className="num"><b>{sayTenths(row.total)}</b></td>
              {graded && <td>{row.grade === null ? '' : labelOf('grade', row.grade)}</td>}
              <td className="cut" title={brief(row)}>{brief(row) || <span className="mut">没有记录</span>}</td>
              <td>{row.kept === null ? <span className="mut">没有存</span> : row.kept === row.total ? <Status tone="done" quiet>一致</Status> : <Status tone="soon" quiet>{`存的是 ${sayTenths(row.kept)}，要重存`}</Status>}</td>
              <td onClick={(event) => event.stopPropagation()}>
                {row.score === null ? <span className="mut">先存下得分</span> : <button type="button" className="link" onClick={() => go({ screen: 'edit', type: 'score', id: row.score ?? '', focus: 'confirmed_on' })}>{row.confirmed_on ?? '登记'}</button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import '../../records/records.css'
import './points.css'
import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { call } from '../../api'
import { sayTenths } from '../../records/format-value'
import { HubTabs } from '../../records/HubTabs'
import { ListActions } from '../../records/ListActions'
import ListScreen from '../../records/ListScreen'
import { useListView } from '../../records/list-view'
import { tabsOf } from '../../records/menus'
import { newRecord } from '../../records/new-record'
import { go } from '../../state/navigation'
import { notifyAdded, notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { SheetRow } from './SheetRow'
import { SheetYear } from './SheetYear'
import { useSheetYear } from './years'

/** The county's assessment of a year as one sheet that is typed into. The bin, a search and the county's list are the general list. */
export default function AssessmentScreen({ route }: ScreenProps<'list'>) {
  const office = useOffice()
  const view = useListView('assessment')
  const general = office?.role !== 'town' || view.bin || view.text !== '' || Object.keys(view.where).length > 0 || route.where !== undefined || route.text !== undefined || route.bin !== undefined
  return general ? <ListScreen route={route} /> : <Sheet today={office.today} />
}

const inOrder = (rows: readonly Rec[]): readonly Rec[] => rows.toSorted((a, b) => textOf(a.fields, 'item_no').localeCompare(textOf(b.fields, 'item_no'), 'zh-CN', { numeric: true }))

function useItems(year: number) {
  return useQuery('record.list', { type: 'assessment', where: { year: String(year) }, limit: 500 }, { types: ['assessment'] })
}

function Sheet({ today }: { readonly today: string }) {
  const view = useListView('assessment')
  const year = useSheetYear(today)
  const query = useItems(year)
  const before = useItems(year - 1)
  const old = before.data?.rows ?? []
  const made = newRecord('assessment', 'town')
  // The list differs a little from year to year: items and full marks are taken over, what was scored is not.
  const takeOver = async (): Promise<void> => {
    const records = inOrder(old).map(({ fields }) => ({ year, item_no: fields['item_no'], item: fields['item'], full_tenths: fields['full_tenths'] }))
    const answer = await call('record.add', { type: 'assessment', records })
    if (answer.ok) notifyAdded(`已照搬 ${answer.value.added} 项，请按今年的考核办法改`, answer.value.ids)
    else notifyFailure(answer)
  }
  return (
    <>
      <PageHead title="文件" />
      <div className="body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('documents', 'assessment')} at="assessment" label="文件" />
          <ListActions type="assessment" view={view} made={made} />
        </div>
        <Card
          bare title={`${year}年目标考核自评`} beside={<span className="mut">改完离开那一格就存好了</span>}
          tools={<><SheetYear year={year} today={today} /><Button onClick={() => go({ screen: 'report' })}>生成自评报告</Button></>}
        >
          <Loaded query={query} rows={6}>
            {({ rows }) => (rows.length === 0
              ? (
                <EmptyState title={`${year}年还没有考核项目`} hint="县里每年发的考核项目，一项一行。">
                  {old.length > 0 && <Button look="primary" onClick={() => void takeOver()}>{`照搬${year - 1}年的 ${old.length} 项`}</Button>}
                  {made !== null && <Button onClick={() => go({ screen: 'edit', type: 'assessment', preset: { year } })}>加一项</Button>}
                </EmptyState>
              )
              : <Table rows={inOrder(rows)} year={year} />)}
          </Loaded>
        </Card>
      </div>
    </>
  )
}

/** '' where no item has it yet. */
function sum(rows: readonly Rec[], key: string): string {
  const given = rows.flatMap((rec) => intOf(rec.fields, key) ?? [])
  return given.length === 0 ? '' : sayTenths(given.reduce((all, one) => all + one, 0))
}

function Table({ rows, year }: { readonly rows: readonly Rec[]; readonly year: number }) {
  return (
    <>
      <table className="tbl sheet-table">
        <thead><tr><th scope="col">序号</th><th scope="col">考核项目</th><th scope="col">满分</th><th scope="col">自评分</th><th scope="col">县评分</th><th scope="col">佐证</th><th scope="col">说明</th></tr></thead>
        <tbody>{rows.map((rec) => <SheetRow key={rec.id} rec={rec} />)}</tbody>
        <tfoot><tr><td /><th scope="row">合计</th><td className="sheet-points"><b className="num">{sum(rows, 'full_tenths')}</b></td><td className="sheet-points"><b className="num">{sum(rows, 'self_tenths')}</b></td><td className="sheet-points"><b className="num">{sum(rows, 'county_tenths')}</b></td><td /><td /></tr></tfoot>
      </table>
      <button type="button" className="link rec-more" onClick={() => go({ screen: 'edit', type: 'assessment', preset: { year } })}>再加一项</button>
    </>
  )
}

import '../../records/records.css'
import './funds.css'
import { FormOutlined } from '@ant-design/icons'
import type { FundLine } from '../../../shared/contract/ledgers'
import type { RecordPage } from '../../../shared/contract/records'
import { intOf } from '../../../shared/facts'
import { declarations } from '../../../shared/records'
import { FieldsCard } from '../../records/FieldsCard'
import { titleIn } from '../../records/format-value'
import { missingOf, NextStep } from '../../records/NextStep'
import { PageTools, RecordBanners } from '../../records/PageTools'
import { RecordTable } from '../../records/RecordTable'
import { FilesCard } from '../../records/SideCards'
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
import { Status } from '../../ui/Status'

/** The page of a budget line: what is left, and every expense under it. */
export default function BudgetPage({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const year = intOf(query.data?.record.fields ?? {}, 'year')
  const board = useQuery('fund.board', year === null ? null : { year }, { types: ['budget', 'expense'] })
  const line = board.data?.lines.find((one) => one.id === query.data?.record.id) ?? null
  const over = line?.balance_fen !== undefined && line.balance_fen !== null && line.balance_fen < 0
  return (
    <>
      <PageHead title={query.data?.title ?? '预算'} crumb="经费" onCrumb={() => go({ screen: 'list', type: 'budget' })} tag={over && <Status tone="late" box>超支</Status>} />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} line={line} />}</Loaded>
    </>
  )
}

function Page({ page, line }: { readonly page: RecordPage; readonly line: FundLine | null }) {
  const { record } = page
  const role = useOffice()?.role ?? 'town'
  const missing = missingOf(page)
  return (
    <div className="body">
      <PageTools page={page} declaration={declarations.budget}>
        {role === 'town' && !record.deleted && <Button look="primary" icon={<Icon of={FormOutlined} />} onClick={() => go({ screen: 'fund-expense', budget: record.id })}>记支出</Button>}
      </PageTools>
      <RecordBanners page={page} />
      {missing.length > 0 && !record.deleted && <NextStep page={page} missing={missing} onStep={() => undefined} />}
      {line !== null && <Balance line={line} />}
      <Expenses budget={record.id} />
      <FieldsCard declaration={declarations.budget} record={record} titleOf={titleIn(page.titles)} title="登记内容" />
      <FilesCard page={page} />
    </div>
  )
}

function Balance({ line }: { readonly line: FundLine }) {
  const cells = [
    { word: '预算数', fen: line.budget_fen }, { word: '已支出', fen: line.spent_fen }, { word: '其中未支付', fen: line.unpaid_fen }, { word: '余额', fen: line.balance_fen },
  ]
  return (
    <Card bare title="还有多少钱">
      <dl className="fund-cells">
        {cells.map(({ word, fen }) => <div key={word}><dt className="mut">{word}</dt><dd className={fen !== null && fen < 0 ? 'over' : undefined}>{fen === null ? '—' : fen < 0 ? `−${sayMoney(-fen)}` : sayMoney(fen)}</dd></div>)}
      </dl>
    </Card>
  )
}

const lean = { ...declarations.expense, columns: declarations.expense.columns.filter((key) => key !== 'budget') }
const shown = 50

/** What was spent, the newest first. */
function Expenses({ budget }: { readonly budget: string }) {
  const query = useQuery('record.list', { type: 'expense', where: { budget }, limit: shown }, { types: ['expense', 'mandate'] })
  return (
    <Card bare title="支出" beside={<span className="mut">{query.data === null ? '' : `${query.data.total} 笔`}</span>}>
      <Loaded query={query} rows={4}>
        {({ rows, titles, total }) => (rows.length === 0
          ? <EmptyState title="还没有支出" hint="点“记支出”，余额就在旁边。" />
          : (
            <>
              <div className="rec-scroll-x" tabIndex={0}><RecordTable declaration={lean} rows={rows} titles={titles} sort={null} opened={null} onOpen={(rec) => go({ screen: 'record', id: rec.id, type: rec.type })} /></div>
              {total > rows.length && <button type="button" className="link rec-more" onClick={() => go({ screen: 'list', type: 'expense', where: { budget } })}>{`看全部 ${total} 笔`}</button>}
            </>
          ))}
      </Loaded>
    </Card>
  )
}

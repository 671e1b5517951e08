import '../../records/records.css'
import './funds.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import type { Allowance } from '../../../shared/funds/allowance'
import { parseMoney } from '../../../shared/parse/money'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { saidAs } from '../../entry/use-entry'
import { printSheet } from '../../print/print-sheet'
import { back, go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { SaveBar } from '../../ui/SaveBar'
import { sayMoney } from '../../ui/say-date'
import { dueRows, expensesToSave, totalOf } from './allowance-rows'
import { AllowanceSheet } from './AllowanceSheet'
import { AllowanceTable } from './AllowanceTable'
import { balanceAfter } from './balance-after'
import { BalanceCard } from './BalanceCard'

/** 误工补贴 of a year: half days by the attendance that is recorded, less what is written down already. */
export default function AllowanceScreen({ route }: ScreenProps<'fund-allowance'>) {
  const office = useOffice()
  const { year } = route
  const to = office !== null && office.today.startsWith(year) ? office.today : `${year}-12-31`
  const query = useQuery('fund.allowance', { from: `${year}-01-01`, to }, { types: ['participation', 'activity', 'training', 'supervision', 'expense', 'budget', 'person'] })
  const head = <PageHead title={`${year}年误工补贴`} crumb="经费" onCrumb={() => go({ screen: 'list', type: 'budget' })} />
  if (query.data === null || office === null) return <>{head}<div className="body"><Loaded query={query} rows={8}>{() => null}</Loaded></div></>
  return <>{head}<Form year={year} office={office} allowance={query.data} /></>
}

const typed = (fen: number | null): string => (fen === null ? '' : String(fen / 100))

function Form({ year, office, allowance }: { readonly year: string; readonly office: OfficeInfo; readonly allowance: Allowance }) {
  const [rate, setRate] = useState(typed(allowance.rate_fen))
  const [marks, setMarks] = useState<Readonly<Record<string, boolean>>>({})
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const board = useQuery('fund.board', { year: Number(year) }, { types: ['budget', 'expense'] })
  const line = board.data?.lines.find((one) => one.id === allowance.budget) ?? null
  const read = parseMoney(rate, '元')
  const rateFen = rate.trim() === '' || !read.ok ? null : read.value
  const due = dueRows(allowance.rows, rateFen)
  const chosen = due.filter((one) => marks[one.row.mandate] ?? one.usual)
  const total = totalOf(chosen)
  const { short_fen } = balanceAfter(line, total)
  const ready = line !== null && rateFen !== null && chosen.length > 0

  const save = async (): Promise<void> => {
    if (busy || line === null || rateFen === null || chosen.length === 0) return
    if (short_fen > 0 && reason.trim() === '') {
      setMissing(true)
      return document.getElementById('fund-reason')?.focus()
    }
    setFailure(null)
    setBusy(true)
    const side = expensesToSave(chosen, { year, day: office.today, rateFen, remark: short_fen > 0 ? `超支原因：${reason.trim()}` : '' })
    const answer = await call('record.quick', { type: 'budget', id: line.id, fields: {}, side })
    setBusy(false)
    if (!answer.ok) return setFailure(answer)
    saidAs(answer.value, 'budget', `已记下 ${chosen.length} 名代表的误工补贴，共 ${sayMoney(total)}`)
    setMarks({})
  }

  return (
    <>
      <div className="body">
        {failure !== null && <ErrorBox failure={failure} />}
        <div className="entry-cols">
          <div className="entry-main">
            <Card
              bare title="按出席该补的"
              beside={<span className="mut">{`${due.length} 名代表`}</span>}
              tools={
                <>
                  <label htmlFor="fund-rate" className="mut">标准</label>
                  <span className="with-unit"><input id="fund-rate" className="input fund-rate" inputMode="decimal" autoComplete="off" aria-invalid={rate !== '' && rateFen === null} value={rate} onChange={(event) => setRate(event.target.value)} />元/天</span>
                  {chosen.length > 0 && <Button look="text" icon={<Icon of={PrinterOutlined} />} onClick={() => void printSheet(<AllowanceSheet year={year} office={office.name} due={chosen} />)}>打印签领表</Button>}
                </>
              }
            >
              {due.length === 0
                ? <EmptyState title="没有要补的" hint={allowance.rows.length === 0 ? '这一年还没有代表的出席记录。' : '有出席的都已经记过误工补贴。'} />
                : <AllowanceTable due={due} marks={marks} onMark={(mandate, on) => setMarks({ ...marks, [mandate]: on })} />}
            </Card>
          </div>
          <div className="entry-side">
            {allowance.budget === null && <Card title="还没有误工补贴科目"><p>{`${year}年的预算里没有“误工补贴”，补贴没有地方记。`}</p><p><Button onClick={() => go({ screen: 'edit', type: 'budget', preset: { year: Number(year), kind: '5' } })}>新建这个科目</Button></p></Card>}
            {line !== null && <BalanceCard line={line} moreFen={total} reason={reason} missing={missing && reason.trim() === ''} onReason={setReason} />}
            <Card title="怎么算的">
              <p>出席一个半天算一个，减去已经记过的；金额＝半天数×标准÷2。</p>
              <p className="mut">误工补贴只发给没有固定工资收入的代表（代表法第41条）；没有填的先不勾。</p>
            </Card>
          </div>
        </div>
      </div>
      <SaveBar onSave={() => { if (ready) void save() }} onLeave={back} busy={busy} saveWord={`记下 ${chosen.length} 人`}>
        {rateFen === null ? '先填补贴标准。' : `勾了 ${chosen.length} 人，共 ${sayMoney(total)}。每人记一笔支出，保存后可以撤销。`}
      </SaveBar>
    </>
  )
}

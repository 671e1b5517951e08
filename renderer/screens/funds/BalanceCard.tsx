import type { FundLine } from '../../../shared/contract/ledgers'
import { Card } from '../../ui/Card'
import { sayMoney } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { balanceAfter, lineName } from './balance-after'

interface BalanceCardProps {
  readonly line: FundLine | null
  readonly moreFen: number
  /** Why it is spent although there is not enough. */
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly missing: boolean
}

/** The balance before and after. Nothing goes below nought without a person saying why. */
export function BalanceCard({ line, moreFen, reason, onReason, missing }: BalanceCardProps) {
  const { before_fen, after_fen, short_fen } = balanceAfter(line, moreFen)
  return (
    <Card title="这个科目的余额" className="fund-balance">
      {line === null ? <p className="mut">选了科目就看得到还有多少钱。</p> : (
        <dl>
          <div><dt>{lineName(line)}预算</dt><dd>{line.budget_fen === null ? <Status tone="soon" quiet>没有填预算数</Status> : sayMoney(line.budget_fen)}</dd></div>
          <div><dt>已支出</dt><dd>{sayMoney(line.spent_fen)}</dd></div>
          <div><dt>现在余额</dt><dd>{before_fen === null ? '—' : sayMoney(before_fen)}</dd></div>
          <div><dt>记下以后</dt><dd><span role="status">{after_fen === null ? '—' : <b className={short_fen > 0 ? 'over' : undefined}>{after_fen < 0 ? `−${sayMoney(-after_fen)}` : sayMoney(after_fen)}</b>}</span></dd></div>
        </dl>
      )}
      {short_fen > 0 && (
        <div className="fund-over">
          <Status tone="late">{`超出预算 ${sayMoney(short_fen)}`}</Status>
          <label htmlFor="fund-reason" className="req">为什么超支还要记（会记在备注里）</label>
          <input id="fund-reason" className="input" autoComplete="off" maxLength={500} aria-invalid={missing} value={reason} onChange={(event) => onReason(event.target.value)} />
        </div>
      )}
    </Card>
  )
}

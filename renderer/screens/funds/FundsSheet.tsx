import type { FundLine } from '../../../shared/contract/ledgers'
import { TableSheet } from '../../print/TableSheet'
import { sayDate, sayMoney } from '../../ui/say-date'
import { lineName, sumOfLines } from './balance-after'

interface FundsSheetProps {
  readonly lines: readonly FundLine[]
  readonly year: string
  readonly office: string
  readonly today: string
}

const money = (label: string) => ({ label, numbers: true })
const columns = [{ label: '科目' }, money('预算数'), money('已支出'), money('余额'), money('其中未支付'), money('笔数')]

/** The budget of a year on paper, with its sums. */
export function FundsSheet({ lines, year, office, today }: FundsSheetProps) {
  const sum = sumOfLines(lines)
  return (
    <TableSheet
      title={`${office}${year}年人大经费预算执行表`} lines={[`截至：${sayDate(today)}`]} columns={columns}
      rows={lines.map((line) => [
        lineName(line), line.budget_fen === null ? '没有填' : sayMoney(line.budget_fen), sayMoney(line.spent_fen), line.balance_fen === null ? '—' : sayMoney(line.balance_fen), sayMoney(line.unpaid_fen), String(line.count),
      ])}
      sums={['合计', sayMoney(sum.budget_fen), sayMoney(sum.spent_fen), sayMoney(sum.balance_fen), sayMoney(sum.unpaid_fen), '']}
    />
  )
}

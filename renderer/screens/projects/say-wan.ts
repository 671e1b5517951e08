/** Money of projects in 万元, as their tables print it. Pure. */
import { formatMoney } from '../../../shared/parse/money'

/** 140 万元, 3.5 万元; — for nothing. */
export function sayWan(fen: number | null): string {
  return fen === null ? '—' : `${formatMoney(fen, '万元').replace(/\.?0+$/u, '')} 万元`
}

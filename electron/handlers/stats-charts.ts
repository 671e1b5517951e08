/** Charts of one office, or of all towns of a county added up. */
import { addCharts, chartsOf } from '../../shared/indicators/charts'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { questionOf, townOf, townsOf } from './stats'

export const chartHandlers = {
  'stats.charts': ({ from, to, town, as_at }, desk) => {
    if (from > to) return fail('date-order', { field: 'from', detail: { first: from, firstLabel: '开始日期', second: to, secondLabel: '结束日期' } })
    const org = townOf(desk, town)
    if (!org.ok) return org
    const of = (code: string) => chartsOf(questionOf(desk, code, { from, to }, as_at))
    return ok({ charts: org.value === null ? addCharts(townsOf(desk).map(({ code }) => of(code))) : of(org.value) })
  },
} satisfies Partial<Handlers<Desk>>

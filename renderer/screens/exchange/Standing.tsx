import { addDays, daysBetween, shanghaiToday } from '../../../shared/rules/calendar'
import type { ExchangeState } from '../../../shared/contract/exchange'
import { sayDate, sayMoment, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

const dayOf = (iso: string): string => shanghaiToday(new Date(iso))

const ago = (days: number): string => (days <= 0 ? '' : `，${String(days)} 天前`)

/** The day by which the next package is due; null where the county has not said how long it waits. */
export function nextDue(state: Pick<ExchangeState, 'packages' | 'late_after'>): string | null {
  const last = state.packages[0]
  return last === undefined || state.late_after === undefined || state.late_after === null ? null : addDays(dayOf(last.made_at), state.late_after)
}

/** When the county has everything: what was handed in last, what came back, and when the next is due. */
export function Standing({ state, today }: { readonly state: ExchangeState; readonly today: string }) {
  const last = state.packages[0]
  if (last === undefined) return null
  const due = nextDue(state)
  const left = due === null ? 0 : daysBetween(today, due)
  return (
    <dl className="standing">
      <dt>上次上报</dt>
      <dd>{`第 ${String(last.pseq)} 包，${sayMoment(last.made_at, today)}${ago(daysBetween(dayOf(last.made_at), today))}`}</dd>
      <dt>县里回执</dt>
      <dd>{last.state === 'CONFIRMED' ? `${last.answered_on === undefined || last.answered_on === null ? '已经' : sayShortDate(last.answered_on, today)}读入，接收 ${String(last.accepted)} 条` : '还没有读回执'}</dd>
      {due !== null && (
        <>
          <dt>下次上报</dt>
          <dd>
            {left < 0 ? <Status tone="late">{`${sayDate(due)}前该报，已经晚了`}</Status> : left <= 7 ? <Status tone="soon">{`${sayDate(due)}前，还有 ${String(left)} 天`}</Status> : `${sayDate(due)}前，还有 ${String(left)} 天`}
            <span className="mut">{`　县里 ${String(state.late_after)} 天没收到就算超期`}</span>
          </dd>
        </>
      )}
    </dl>
  )
}

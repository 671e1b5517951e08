/** Visitors' names go by themselves when the years that the office chose are over; the matters that they came with stay. */
import { textOf } from '../../shared/facts'
import { isOver, lastDayOf } from '../../shared/privacy/retention'
import type { Rec } from '../../shared/record'
import { clockDoubt } from './clock-doubt'
import type { Desk } from './desk'
import { erasureOf } from './erase'
import { forgetPagesOf } from './paper-tray'
import { commit } from './save'

const page = 500

/** Every visitor of the own town who still has a name, the deleted ones too: what is in the bin is kept as well. */
export function visitorsOf(desk: Desk): readonly Rec[] {
  const found: Rec[] = []
  for (let after: string | null = null; ;) {
    const answer = desk.store.list('visitor', { org: desk.store.office.code, deleted: 'with', limit: page, ...(after === null ? {} : { after }) })
    if (!answer.ok) throw new Error(answer.code)
    found.push(...answer.value.rows.filter((visitor) => textOf(visitor.fields, 'name') !== ''))
    after = answer.value.next
    if (after === null) return found
  }
}

/** The last day of what the visitor came with; of a matter that is gone, the day on which the visitor was deleted with it. */
export function lastDay(desk: Desk, visitor: Rec): string | null {
  const about = desk.store.get(desk.store.resolve(textOf(visitor.fields, 'about')))
  const day = lastDayOf(about)
  return day ?? (visitor.deleted ? desk.store.history(visitor.id)[0]?.at.slice(0, 10) ?? null : null)
}

/** Erases what is over and gives how many; a county holds no visitors. */
export function purgeVisitors(desk: Desk): number {
  // Under a date that nobody believes nothing is old enough: what is erased does not come back with the right date.
  if (desk.store.office.role !== 'town' || clockDoubt(desk) !== null) return 0
  const { visitor_years: years } = desk.settings
  const over = visitorsOf(desk).filter((visitor) => isOver(lastDay(desk, visitor), desk.today, years))
  if (over.length === 0) return 0
  const ids = over.map((visitor) => visitor.id)
  const done = commit(desk, erasureOf(desk, ids, `满${String(years)}年`))
  if (done.ok) forgetPagesOf(desk, ids)
  desk.store.events.note({ kind: 'purge', by: desk.by, detail: done.ok ? { records: over.length, years } : { code: done.code } })
  return done.ok ? over.length : 0
}

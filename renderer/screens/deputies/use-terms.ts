/** Terms that are over, with their last day: the rosters one goes back to. */
import { addDays } from '../../../shared/rules/calendar'
import { useQuery } from '../../state/use-query'

export interface PastTerm {
  readonly id: string
  readonly name: string
  /** Its last day. */
  readonly day: string
}

/** The past terms first, newest first, then the present one by today; one term only = nothing to go back to. */
export function useTerms(today: string): readonly PastTerm[] {
  const query = useQuery('record.list', { type: 'term', limit: 50 }, { types: ['term'] })
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const terms = (query.data?.rows ?? []).map((rec) => ({ id: rec.id, name: text(rec.fields['name']), end: text(rec.fields['end_on']) }))
  const over = terms.filter((term) => term.end !== '' && term.end <= today).sort((a, b) => b.end.localeCompare(a.end))
  return terms.length < 2 ? [] : over.map((term) => ({ id: term.id, name: term.name, day: addDays(term.end, -1) }))
}

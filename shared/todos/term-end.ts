/** When a term ends: as entered, else five years after its first meeting (组织法第9条). */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { addMonths } from '../rules/calendar'

/** Last day of the term, '' where nothing is known. */
export function termEnd(term: Rec): string {
  const start = textOf(term.fields, 'first_meeting_on')
  return textOf(term.fields, 'end_on') || (start === '' ? '' : addMonths(start, 60))
}

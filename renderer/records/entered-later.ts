import type { StatusEntry } from '../../shared/record'

/** The first row of a course has no day but that of the typing: it says nothing where what came next had happened before that (a paper entered in autumn). */
export const enteredLater = (rows: readonly StatusEntry[]): boolean => rows[0]?.step === 'add' && rows.slice(1).some((row) => row.event_on !== '' && row.event_on < (rows[0]?.event_on ?? ''))

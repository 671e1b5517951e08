/** Whose fields an office may rename, hide, add and put in order. */
import type { RecordTypeName } from '../../shared/records'

/** Made by the application or one per office: nobody fills in a form of theirs. */
const notOurs: readonly string[] = ['file', 'participation', 'attendance', 'rating', 'office', 'county_order']

export const hasOwnColumns = (type: RecordTypeName): boolean => !notOurs.includes(type)

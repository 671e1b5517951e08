/**
 * A further computer of a town takes no entries before it has what the county has: whatever is written meanwhile about something that the town
 * has written down already would be there twice, for a person to sort out. The office's own file and the term are of the set-up and give way by
 * themselves (handlers/exchange-first-records.ts); erasing is a duty whatever else is missing. What a receipt brings does not pass the one door.
 */
import type { Rec } from '../../shared/record'
import { fail, type Failure } from '../../shared/result'
import type { Change } from './change'
import type { Settings } from './settings'

/** There while the computer waits. */
const waits = 'county_first'
/** There where it went on from a copy of another computer of its town. */
const copied = 'from_a_copy'

const ofTheSetUp: ReadonlySet<string> = new Set(['office', 'term'])

export const waitsForCounty = (settings: Settings): boolean => settings.get(waits, false)

/** Begins to wait, but for a computer that goes on from a copy of another one. */
export function waitForCounty(settings: Settings): void {
  if (!settings.get(copied, false)) settings.set(waits, true)
}

export const waitNoMore = (settings: Settings): void => { settings.remove(waits) }

/** The copy of a computer that waits itself waits too. */
export function startFromCopy(settings: Settings): void {
  if (!waitsForCounty(settings)) settings.set(copied, true)
}

/** Why these changes are not taken now; null = they are. */
export function countyFirst(settings: Settings, read: (uid: string) => Rec | null, changes: readonly Change[]): Failure | null {
  if (!waitsForCounty(settings)) return null
  const typeOf = (change: Change): string | undefined => (change.op === 'put' ? change.type : read(change.op === 'merge' ? change.from : change.uid)?.type)
  const enters = changes.some((change) => {
    const type = typeOf(change)
    return change.op !== 'erase' && type !== undefined && !ofTheSetUp.has(type)
  })
  return enters ? fail('county-first') : null
}

/** The copy of the own town's records that saves the start its reading: it must say what the versions say. */
import type { Core } from '../core'
import { loadTown } from '../facts-cache'
import { dropKept, keptRecords } from '../kept-facts'
import type { Check } from './check'

function wrongCopies(core: Core): readonly string[] {
  const kept = keptRecords(core, core.org)
  if (kept === null) return []
  const wrong: string[] = []
  for (const [uid, rec] of loadTown(core, core.org)) {
    const copy = kept.get(uid)
    if (copy === undefined || JSON.stringify(copy) !== JSON.stringify(rec)) wrong.push(uid)
    kept.delete(uid)
  }
  return [...wrong, ...kept.keys()]
}

export const keptChecks: readonly Check[] = [{ name: 'copies', detail: 'kept copies against versions', find: wrongCopies, mend: (core) => { dropKept(core, core.org) } }]

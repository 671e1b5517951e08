/** Writes the figures that a county reports to the level above: versions like any other, without a declared type behind them. */
import { canonOrFault, tidyData } from '../../shared/exchange/canon'
import { figureType } from '../../shared/exchange/figure-fact'
import type { Data } from '../../shared/fields'
import { ok, type Result } from '../../shared/result'
import type { Actor } from './change'
import { write, type Core } from './core'
import { writeVersion, type Door } from './door'
import { storeFailure } from './failure'
import { sha256 } from './version-codec'

/** Hash of what stands, '' for a figure that was never kept or is in conflict, which writing it decides. */
const standing = (core: Core, uid: string): string =>
  core.db.value<Buffer>('SELECT v.dh FROM head h JOIN version v ON v.v = h.v WHERE h.uid = ? AND h.conflict = 0 AND h.deleted = 0', uid)?.toString('hex') ?? ''

/** See `ExchangeStore.putFigures`; all of them or none. */
export function putFigures(core: Core, actor: Actor, org: string, figures: readonly { readonly uid: string; readonly data: Data }[]): Result<number> {
  try {
    return ok(write(core, (pending) => {
      const door: Door = { core, pending, actor, written: [], met: [] }
      for (const { uid, data } of figures) {
        const text = canonOrFault(tidyData(data), 2)
        if (typeof text === 'string' && standing(core, uid) === sha256(text)) continue
        writeVersion(door, { uid, type: figureType, org }, 'put', data)
      }
      return door.written.length
    }))
  } catch (error) {
    const failure = storeFailure(error)
    if (failure.code === 'internal' || core.pending) throw error
    return failure
  }
}

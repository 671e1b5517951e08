/** Under which codes a town has records, and what stands for a code that was merged or changed. Records keep the code that they were written under. */
import type { MappedTown } from '../../shared/contract/exchange'
import type { Desk } from './desk'

export const townMap = (desk: Desk): readonly MappedTown[] => desk.store.settings.get<readonly MappedTown[]>('town_map', [])

/** The code that stands for `code` today: itself, or where it was mapped to, and so on. */
export function standingCode(desk: Desk, code: string): string {
  const map = new Map(townMap(desk).map((one) => [one.from, one.to]))
  let at = code
  // No cycle is ever kept; the bound guards against a damaged setting.
  for (let hops = 0; hops < 20; hops++) {
    const next = map.get(at)
    if (next === undefined) return at
    at = next
  }
  return at
}

/** Codes that the standing town `code` has records under: its own, and those that were mapped to it. */
export const codesOf = (desk: Desk, code: string): readonly string[] => [code, ...townMap(desk).map((one) => one.from).filter((from) => standingCode(desk, from) === code)]

/** What a mapped town is called today; null where nothing was said. */
export const mappedName = (desk: Desk, code: string): string | null => townMap(desk).findLast((one) => one.to === code && one.name !== '')?.name ?? null

/** How a town stands, in a word and a shape. */
import type { BoardTown } from '../../../shared/contract/exchange'
import type { Tone } from '../../ui/Status'

const tones: Readonly<Record<BoardTown['state'], Tone>> = {
  complete: 'done', missing: 'soon', issues: 'soon', late: 'late', attachments: 'soon', waiting: 'soon', invited: 'idle',
}

export const toneOfTown = (town: Pick<BoardTown, 'state'>): Tone => tones[town.state]

export function wordOfTown(town: Pick<BoardTown, 'state' | 'conflicts'>, overdueDays: number): string {
  switch (town.state) {
    case 'complete': return '齐全'
    case 'missing': return '缺一段'
    case 'issues': return town.conflicts > 0 ? '有冲突' : '待改'
    case 'late': return `超过${String(overdueDays)}天`
    case 'attachments': return '缺附件'
    case 'waiting': return '等准许'
    case 'invited': return '还没上报'
  }
}

/** Towns to be called: late, with a gap, or never heard of; the longest silence first. */
export const townsToCall = (towns: readonly BoardTown[]): readonly BoardTown[] =>
  towns.filter((town) => ['late', 'missing', 'waiting', 'invited'].includes(town.state)).toSorted((a, b) => (b.days_since ?? 9999) - (a.days_since ?? 9999))

export interface BoardCounts {
  readonly complete: number
  readonly soon: number
  readonly late: number
  readonly idle: number
}

export function countTowns(towns: readonly BoardTown[]): BoardCounts {
  const of = (tone: Tone): number => towns.filter((town) => toneOfTown(town) === tone).length
  return { complete: of('done'), soon: of('soon'), late: of('late'), idle: of('idle') }
}

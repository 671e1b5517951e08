/** Which figures moved most between two years. Pure. */
import type { Figure } from '../measures/indicator'

export interface MovedFigure {
  readonly path: string
  readonly name: string
  readonly unit: string
  readonly now: number | null
  readonly before: number | null
}

const told = (id: string): boolean => !id.startsWith('B10.') && id !== 'B9.07' && id !== 'B8.04'

/** How far apart two values are, as a share of the greater; what came out of nothing moved wholly. */
function share(now: number, before: number): number {
  const most = Math.max(Math.abs(now), Math.abs(before))
  return most === 0 ? 0 : Math.abs(now - before) / most
}

/** Figures and rates that differ, the greatest share first; small numbers weigh less, so that 1 → 2 does not lead. */
export function movedFigures(now: readonly Figure[], before: readonly Figure[], most: number): readonly MovedFigure[] {
  const last = new Map(before.map((figure) => [figure.id, figure]))
  const all = now.filter(({ id }) => told(id)).flatMap((figure): readonly MovedFigure[] => {
    const old = last.get(figure.id)
    return [
      { path: figure.id, name: figure.name, unit: figure.unit, now: figure.value, before: old?.value ?? null },
      ...(figure.rate === null && (old?.rate ?? null) === null ? [] : [{ path: `${figure.id}%`, name: `${figure.name}（率）`, unit: '%', now: figure.rate, before: old?.rate ?? null }]),
    ]
  })
  const weight = ({ now: a, before: b }: MovedFigure): number => (a === null || b === null ? 0 : share(a, b) * Math.log2(1 + Math.max(Math.abs(a), Math.abs(b))))
  return all.filter(({ now: a, before: b }) => a !== b && a !== null && b !== null).sort((a, b) => weight(b) - weight(a) || (a.path < b.path ? -1 : 1)).slice(0, most)
}

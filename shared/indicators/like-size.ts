/**
 * Towns of like size: whose number of deputies, as the county fixed it for the term, differs by a fifth at most. By law that number follows
 * from the population (选举法 12), every town has it, and it stays for the term. With fewer than three such towns the three nearest stand in.
 * What is compared is the median of the others, because one unusual town must not move it.
 */
import type { Figure } from '../measures/indicator'

export interface SizedTown {
  readonly code: string
  readonly name: string
  /** Number of deputies fixed for the term; null where the town has not filled it in. */
  readonly size: number | null
}

const within = 0.2
const fewest = 3

/** The other towns that `code` is compared with, the nearest first; none where its own size is not known. */
export function likeTowns(towns: readonly SizedTown[], code: string): readonly SizedTown[] {
  const own = towns.find((town) => town.code === code)?.size ?? null
  if (own === null) return []
  const far = (town: SizedTown): number => Math.abs((town.size ?? 0) - own)
  const others = towns.filter((town) => town.code !== code && town.size !== null).toSorted((a, b) => far(a) - far(b) || a.code.localeCompare(b.code))
  const like = others.filter((town) => far(town) <= own * within)
  return like.length >= fewest ? like : others.slice(0, fewest)
}

/** The middle of the known values; between two of them their mean, to one decimal. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const [low, high] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) * 5) / 10
}

type Measured = Pick<Figure, 'value' | 'rate'>

/** The figures of `own` with the median of the others in place of its values. A part that another town does not list is nothing there. */
export function medianFigures(own: readonly Figure[], others: readonly (readonly Figure[])[]): readonly Figure[] {
  const maps = others.map((figures) => new Map(figures.map((figure) => [figure.id, figure])))
  const middle = (of: readonly (Measured | undefined)[]): Measured => ({ value: medianOf(of.map((one) => one?.value ?? null)), rate: medianOf(of.map((one) => one?.rate ?? null)) })
  return own.map((figure) => {
    const same = maps.map((map) => map.get(figure.id))
    // Yes or no has no middle.
    if (figure.unit === '是/否') return { ...figure, value: null, rate: null, parts: [] }
    const nothing = (one: Figure | undefined): Measured | undefined => (one === undefined || one.value === null ? undefined : { value: 0, rate: null })
    return { ...figure, ...middle(same), parts: figure.parts.map((part) => ({ ...part, ...middle(same.map((one) => one?.parts.find((other) => other.key === part.key) ?? nothing(one))) })) }
  })
}

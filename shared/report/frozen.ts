/**
 * A signed-off report: the figures as reported, the version of every record behind them, the day they speak of. Later changes of records
 * are told beside it (冻结后变更) and never alter a reported number. Pure.
 */
import type { Figure } from '../measures/indicator'
import type { Composed } from './block'
import { unitOfPart } from '../indicators/part-units'

/** Of what a report was signed: which, of which days, by whom. */
export interface FrozenHead {
  readonly kind: 'annual' | 'table'
  readonly year: number
  readonly title: string
  readonly office: string
  readonly from: string
  readonly to: string
  /** The day as at which cohorts and deadlines were read. */
  readonly as_at: string
  readonly signed_on: string
  readonly signer: string
  readonly by: string
  readonly made_at: string
}

export interface Frozen extends FrozenHead {
  readonly zhen: 'frozen'
  readonly v: 1
  readonly indicators: readonly Figure[]
  readonly before: readonly Figure[]
  /** The text of the annual report with its tables, as signed. */
  readonly composed?: Composed
  /** Every record behind a figure: id, version, what it was called. */
  readonly records: readonly (readonly [id: string, version: string, title: string])[]
  /** Records of each indicator, by their place in `records`. */
  readonly counted: Readonly<Record<string, readonly number[]>>
}

/** Not of the records: packages, unsent heads, data quality. They move by themselves and are not reported. */
const reported = (id: string): boolean => !id.startsWith('B10.') && id !== 'B9.07'

export interface FigureChange {
  /** `B5.02`, `B5.03/会议`, with `%` the rate. */
  readonly path: string
  readonly name: string
  readonly unit: string
  readonly was: number | null
  readonly now: number | null
}

export interface RecordChange {
  readonly id: string
  /** What it is called today; as it was called then where it is gone. */
  readonly title: string
  /** What it was called in the report, where that is another name. */
  readonly was?: string
  /** Who wrote its newest version, and when; absent where no record stands behind the id. */
  readonly by?: string
  readonly at?: string
  /** `added` = counts now and did not then, `removed` = counted then and does not now, `changed` = still counts but was changed. */
  readonly how: 'added' | 'removed' | 'changed'
  readonly indicators: readonly string[]
  /** What these are called. */
  readonly names: readonly string[]
}

export interface Compared {
  readonly figures: readonly FigureChange[]
  readonly records: readonly RecordChange[]
}

/** What the figures are now, and which records stand behind them. */
export interface Now {
  readonly indicators: readonly Figure[]
  readonly ids: ReadonlyMap<string, readonly string[]>
  /** Version of a living record; null where it is gone. */
  readonly versionOf: (id: string) => string | null
  readonly titleOf: (id: string) => string
  /** Who wrote the newest version of a record, and when. */
  readonly writtenBy?: (id: string) => { readonly by: string; readonly at: string } | null
}

function figureChanges(was: readonly Figure[], now: readonly Figure[]): readonly FigureChange[] {
  const current = new Map(now.map((figure) => [figure.id, figure]))
  return was.filter(({ id }) => reported(id)).flatMap((old): readonly FigureChange[] => {
    const fresh = current.get(old.id)
    const changes: FigureChange[] = []
    const compare = (path: string, name: string, unit: string, before: number | null, after: number | null): void => {
      if (before !== after) changes.push({ path, name, unit, was: before, now: after })
    }
    compare(old.id, old.name, old.unit, old.value, fresh?.value ?? null)
    compare(`${old.id}%`, `${old.name}（率）`, '%', old.rate, fresh?.rate ?? null)
    const keys = [...new Set([...old.parts, ...(fresh?.parts ?? [])].map(({ key }) => key))]
    for (const key of keys) {
      const [a, b] = [old.parts.find((part) => part.key === key), fresh?.parts.find((part) => part.key === key)]
      compare(`${old.id}/${key}`, `${old.name}：${a?.name ?? b?.name ?? key}`, unitOfPart(old.id, key, old.unit), a?.value ?? null, b?.value ?? null)
    }
    return changes
  })
}

/** Figures that would be other ones today, and the records that came, went or were changed since. */
export function compareFrozen(frozen: Frozen, now: Now): Compared {
  const found = new Map<string, { how: RecordChange['how']; title: string; indicators: string[] }>()
  const note = (id: string, how: RecordChange['how'], title: string, indicator: string): void => {
    const known = found.get(id)
    if (known) {
      known.indicators.push(indicator)
      // A record that moved between figures was changed.
      if (known.how !== how) known.how = 'changed'
    } else found.set(id, { how, title, indicators: [indicator] })
  }
  for (const [indicator, places] of Object.entries(frozen.counted)) {
    if (!reported(indicator)) continue
    const then = new Set(places)
    const thenIds = new Set([...then].map((place) => frozen.records[place]?.[0] ?? ''))
    const nowIds = new Set(now.ids.get(indicator) ?? [])
    for (const place of then) {
      const [id, version, title] = frozen.records[place] ?? ['', '', '']
      const standing = now.versionOf(id)
      if (!nowIds.has(id)) note(id, 'removed', title, indicator)
      else if (standing !== version) note(id, 'changed', title, indicator)
    }
    for (const id of nowIds) if (!thenIds.has(id)) note(id, 'added', now.titleOf(id), indicator)
  }
  for (const [indicator, ids] of now.ids) {
    if (reported(indicator) && frozen.counted[indicator] === undefined) for (const id of new Set(ids)) note(id, 'added', now.titleOf(id), indicator)
  }
  const names = new Map([...frozen.indicators, ...now.indicators].map((figure) => [figure.id, figure.name]))
  const order = { removed: 0, added: 1, changed: 2 } as const
  const namesOf = (id: string, then: string): Pick<RecordChange, 'title' | 'was'> => {
    const today = now.versionOf(id) === null ? '' : now.titleOf(id)
    return today === '' || today === then ? { title: then } : { title: today, ...(then === '' ? {} : { was: then }) }
  }
  return {
    figures: figureChanges(frozen.indicators, now.indicators),
    records: [...found].map(([id, change]): RecordChange => ({ id, ...change, ...namesOf(id, change.title), ...now.writtenBy?.(id), names: change.indicators.map((one) => names.get(one) ?? one) })).sort((a, b) => order[a.how] - order[b.how] || a.title.localeCompare(b.title, 'zh-CN') || (a.id < b.id ? -1 : 1)),
  }
}

/** Records behind the figures in one list, each figure by its places in it. */
export function packRecords(ids: ReadonlyMap<string, readonly string[]>, versionOf: (id: string) => string | null, titleOf: (id: string) => string): Pick<Frozen, 'records' | 'counted'> {
  const places = new Map<string, number>()
  const records: (readonly [string, string, string])[] = []
  const counted: Record<string, readonly number[]> = {}
  for (const [indicator, list] of ids) {
    if (!reported(indicator) || list.length === 0) continue
    counted[indicator] = [...new Set(list)].flatMap((id) => {
      const version = versionOf(id)
      if (version === null) return []
      const known = places.get(id)
      if (known !== undefined) return [known]
      places.set(id, records.length)
      records.push([id, version, titleOf(id)])
      return [records.length - 1]
    })
  }
  return { records, counted }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads what was kept; null for anything else. */
export function readFrozen(text: string): Frozen | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && value['zhen'] === 'frozen' && value['v'] === 1 && Array.isArray(value['indicators']) && Array.isArray(value['records']) && isObject(value['counted']) ? (value as unknown as Frozen) : null
  } catch {
    // a file of another origin under this name
    return null
  }
}

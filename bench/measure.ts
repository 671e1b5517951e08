/** Small tools of the bench: medians, percentiles, and a row beside its limit. */

/** One figure beside what it is held against, measured in the same run. Milliseconds unless the row says otherwise. */
export interface Part {
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly ratio: number
  /** Greatest ratio wanted. */
  readonly target: number
  readonly ok: boolean
}

/** A row of the table: its worst part, and all of them. */
export interface BenchRow extends Part {
  readonly parts: readonly Part[]
  /** In words, for the people who read the table. */
  readonly what: string
}

const round = (value: number): number => Math.round(value * 1000) / 1000

export function part(name: string, value: number, limit: number, target: number): Part {
  const ratio = limit === 0 ? Number.POSITIVE_INFINITY : value / limit
  return { name, value: round(value), limit: round(limit), ratio: round(ratio), target: round(target), ok: ratio <= target }
}

/** The row stands for its worst part, so that a good one cannot hide it. */
export function row(name: string, what: string, parts: readonly Part[]): BenchRow {
  const [worst] = [...parts].sort((a, b) => b.ratio / b.target - a.ratio / a.target)
  if (!worst) throw new Error(`${name} has no part`)
  return { ...worst, name, ok: parts.every((one) => one.ok), parts, what }
}

const figure = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))))

/** The rows as the table of docs/performance.md, with the day and what else the machine had to do. */
export function tableOf(rows: readonly BenchRow[], when: { readonly day: string; readonly load: string; readonly records: number }): string {
  const lines = rows.flatMap(({ name, parts }) => parts.map((one) => `| ${name} | ${one.name} | ${figure(one.value)} | ${figure(one.limit)} | ${one.ratio.toFixed(2)} | ${one.target.toFixed(2)} | ${one.ok ? 'ok' : '**not yet**'} |`))
  return [`${when.day}, ${String(when.records)} records, load ${when.load}.`, '', '| row | part | value | limit | ratio | target | |', '|---|---|--:|--:|--:|--:|---|', ...lines].join('\n')
}

export function timed(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The value that `share` of the measurements do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** What a measurement costs at best: other work on the machine only ever adds. */
export const least = (values: readonly number[]): number => Math.min(...values)

/** Small tools of the bench: medians, percentiles, and a row beside its limit. */
export interface BenchRow {
  readonly name: string
  /** Milliseconds unless the name says otherwise. */
  readonly value: number
  /** What it is held against, measured in the same run. */
  readonly limit: number
  readonly ratio: number
  /** Greatest ratio wanted. */
  readonly target: number
  readonly ok: boolean
  readonly what: string
}

export const row = (name: string, what: string, value: number, limit: number, target: number): BenchRow =>
  ({ name, what, value: round(value), limit: round(limit), ratio: round(value / limit), target, ok: value / limit <= target })

const round = (value: number): number => Math.round(value * 1000) / 1000

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

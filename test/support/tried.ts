/** The long tests: run with ZHEN_LONG=1, as `npm run test:long` does; what was tried goes to the file that ZHEN_TRIED names. */
import { appendFileSync } from 'node:fs'

export const long = process.env['ZHEN_LONG'] === '1'

/** How often to try: `often` in the long tests, or as often as ZHEN_TIMES says. */
export function times(seldom: number, often: number): number {
  if (!long) return seldom
  const asked = Number(process.env['ZHEN_TIMES'])
  return Number.isInteger(asked) && asked > 0 ? asked : often
}

/** Another seed at every long run, told at its end, so that it can be asked for again. */
export function seedOf(usual: number): number {
  if (!long) return usual
  const asked = Number(process.env['ZHEN_SEED'])
  return Number.isInteger(asked) && asked > 0 ? asked : Math.floor(Date.now() / 1000)
}

/** Notes for the report what was tried, how often, and what came of it. */
export function tried(what: string, times: number, outcome: Readonly<Record<string, number>> = {}): void {
  const file = process.env['ZHEN_TRIED']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, times, ...outcome })}\n`)
}

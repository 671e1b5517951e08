/** What a window may ask for. Sample data is written by the command line, or where everything is made up: never by a page into a real office. */
import { fail, type Failure } from '../../shared/result'

const notForRealOffices: ReadonlySet<string> = new Set(['seed.run'])

/** Why a window may not give this command; null = it may. `samples` = the environment of tests and pictures asks for it. */
export function notOffered(name: string, { practice, samples }: { readonly practice: boolean; readonly samples: boolean }): Failure | null {
  return notForRealOffices.has(name) && !practice && !samples ? fail('unknown-command', { detail: { name } }) : null
}

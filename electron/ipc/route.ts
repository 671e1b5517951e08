/**
 * The router: known name, parsed input, handler, Result. Pure of Electron, so that the window, the command line and the tests
 * take the same way. Where the sender is checked: ipc/listen.ts.
 */
import { contract, type InputOf, type OutputOf, type StoreCommandName } from '../../shared/contract'
import { fail, type Result } from '../../shared/result'
import { storeFailure } from '../store/failure'

/** One handler per command of the store. */
export type Handlers<Desk> = {
  readonly [N in StoreCommandName]: (input: InputOf<N>, desk: Desk) => Result<OutputOf<N>> | Promise<Result<OutputOf<N>>>
}

/** Whoever keeps count of the commands under way, so that a lock does not cut one off. */
export interface Watched {
  readonly isHidden: boolean
  /** The office went to another computer; this one is closed. */
  readonly isMoved: boolean
  begin(): void
  end(): void
}

/** What may still be asked of a store that is locked over work that goes on. */
const beforeTheDoor: ReadonlySet<string> = new Set<StoreCommandName>(['office.state', 'office.unlock', 'office.recover', 'office.lock'])

/** What a computer still answers after the office went to another one: the door, and whatever keeps the old records safe. */
const afterTheMove: ReadonlySet<string> = new Set<StoreCommandName>([
  'office.state', 'office.unlock', 'office.recover', 'office.lock', 'office.stay', 'office.practice', 'settings.get', 'backup.make', 'backup.stick', 'backup.list', 'backup.look', 'backup.restore', 'doctor.run', 'event.note', 'job.cancel',
])

const isCommand = (name: string): name is StoreCommandName => Object.hasOwn(contract, name)

/**
 * Runs one command. Never throws: a fault of the disk or the database comes back under its code, anything else as `internal` with the
 * message in `detail`, for the folded part of the error sentence.
 */
export async function route<Desk extends Watched>(handlers: Handlers<Desk>, desk: Desk, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isCommand(name)) return fail('unknown-command', { detail: { name } })
  const parsed = contract[name].input(input, '')
  if (!parsed.ok) return parsed
  if (desk.isHidden && !beforeTheDoor.has(name)) return fail('locked')
  if (desk.isMoved && !afterTheMove.has(name)) return fail('moved-away')
  desk.begin()
  try {
    // The table's types tie handler and input together; the compiler cannot follow the union through the index.
    const handler = handlers[name] as (input: unknown, desk: Desk) => Result<unknown> | Promise<Result<unknown>>
    return await handler(parsed.value, desk)
  } catch (error) {
    return storeFailure(error)
  } finally {
    desk.end()
  }
}

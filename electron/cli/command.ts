/** The shape of one command of the terminal. */
import type { InputOf, OutputOf, StoreCommandName } from '../../shared/contract'
import { ok, type Result } from '../../shared/result'
import { handlers } from '../handlers'
import type { Desk } from '../handlers/desk'
import { route } from '../ipc/route'
import type { Arguments, Spec } from './arguments'

export interface CliCommand {
  readonly spec: Spec
  /** What must be open: the store; nothing at all; the store where --data is given; or the command makes the store itself. */
  readonly opens: 'store' | 'nothing' | 'maybe' | 'before'
  readonly run: (args: Arguments, desk: Desk) => Promise<Result<unknown>>
}

/** Calls the handler of the window's command of this name. */
export async function call<N extends StoreCommandName>(desk: Desk, name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  return (await route(handlers, desk, name, input)) as Result<OutputOf<N>>
}

/** Drops keys without a value, so that an optional flag that was not given is not sent. */
export function given<T extends Readonly<Record<string, unknown>>>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}

/** Changes the value of a success. */
export const then = <A, B>(result: Result<A>, change: (value: A) => B): Result<B> => (result.ok ? ok(change(result.value)) : result)

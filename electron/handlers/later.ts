/** Handlers whose code is read with their first use, so that the door opens before all of it is compiled. */
import type { StoreCommandName } from '../../shared/contract'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'

type Some = Partial<Handlers<Desk>>
type AnyHandler = (input: unknown, desk: Desk) => unknown

/** The handlers that `load` brings, under `names`, which are all of theirs. */
export function later<H extends Some>(names: { readonly [N in keyof H & StoreCommandName]: true }, load: () => Promise<H>): H {
  const ask = (name: string): AnyHandler => async (input, desk) => {
    const all = await load() as Readonly<Record<string, AnyHandler>>
    return all[name]?.(input, desk)
  }
  return Object.fromEntries(Object.keys(names).map((name) => [name, ask(name)])) as H
}

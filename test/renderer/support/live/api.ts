/** Stands in for renderer/api.ts in the gallery: the real store, or one that does not answer, or one whose disk fails. */
import type { CommandName, InputOf, OutputOf } from '../../../../shared/contract'
import { fail, type Result } from '../../../../shared/result'
import * as real from '../../../../renderer/api'

export type StoreState = 'full' | 'loading' | 'error'

let state: StoreState = 'full'

/** From the next question on. */
export const setStoreState = (to: StoreState): void => { state = to }

/** The window itself and what lies around the records goes on. */
const around = /^(office\.|settings\.|shell\.|event\.)/u

export function call<N extends CommandName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  if (state === 'full' || around.test(name)) return real.call(name, input)
  return state === 'loading' ? new Promise(() => undefined) : Promise.resolve(fail('io-error'))
}

export const { onEvent, pathOfFile } = real

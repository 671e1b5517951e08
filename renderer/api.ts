/** The only reader of `window.api`: a command in, a Result out, events to listeners. Nothing here throws. */
import type { CommandName, InputOf, OutputOf, StoreEvent, WindowApi } from '../shared/contract'
import { fail, type Result } from '../shared/result'

declare global {
  interface Window {
    readonly api?: WindowApi
  }
}

/** Asks the store (or the window's own process). A broken line between the two is the failure `internal`. */
export async function call<N extends CommandName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  const api = window.api
  if (!api) return fail('internal', { detail: { message: 'no connection to the store' } })
  try {
    return await api.call(name, input)
  } catch (error) {
    return fail('internal', { detail: { message: error instanceof Error ? error.message : String(error), command: name } })
  }
}

/** Listens to what the store says by itself; returns how to stop. */
export function onEvent(listener: (event: StoreEvent) => void): () => void {
  return window.api?.on(listener) ?? (() => undefined)
}

/** Where a dropped or picked file lies on this computer; empty for one that was pasted. */
export const pathOfFile = (file: File): string => window.api?.pathOf(file) ?? ''

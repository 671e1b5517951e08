/** A stand-in for the store at the window's only door: canned answers by command, every call noted. */
import type { CommandName, InputOf, OutputOf, StoreEvent, WindowApi } from '../../../shared/contract'
import { fail, ok, type Result } from '../../../shared/result'

type Answer<N extends CommandName> = OutputOf<N> | Result<OutputOf<N>> | ((input: InputOf<N>) => OutputOf<N> | Result<OutputOf<N>> | Promise<Result<OutputOf<N>>>)

export type Answers = { readonly [N in CommandName]?: Answer<N> }

export interface FakeApi extends WindowApi {
  /** Calls in order. */
  readonly calls: readonly { readonly name: CommandName; readonly input: unknown }[]
  /** The inputs of one command, in order. */
  of<N extends CommandName>(name: N): readonly InputOf<N>[]
  /** Says something as the store would. */
  tell(event: StoreEvent): void
  /** Changes an answer. */
  set<N extends CommandName>(name: N, answer: Answer<N>): void
}

const isResult = (value: unknown): value is Result<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && (('value' in value && value.ok === true) || ('code' in value && value.ok === false))

/** A command without an answer fails with `unknown-command`, so that a test says what it leaves out. */
export function fakeApi(answers: Answers = {}): FakeApi {
  const table = new Map<string, unknown>(Object.entries(answers))
  const calls: { name: CommandName; input: unknown }[] = []
  const listeners = new Set<(event: StoreEvent) => void>()
  return {
    calls,
    of: <N extends CommandName>(name: N) => calls.filter((call) => call.name === name).map((call) => call.input as InputOf<N>),
    set: (name, answer) => void table.set(name, answer),
    tell: (event) => {
      for (const listener of listeners) listener(event)
    },
    pathOf: () => '',
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async call<N extends CommandName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
      calls.push({ name, input })
      if (!table.has(name)) return fail('unknown-command', { detail: { command: name } })
      const answer = table.get(name)
      const made: unknown = await (typeof answer === 'function' ? (answer as (given: InputOf<N>) => unknown)(input) : answer)
      return (isResult(made) ? made : ok(made)) as Result<OutputOf<N>>
    },
  }
}

/** Puts it where the window looks for it. */
export function installApi(answers: Answers = {}): FakeApi {
  const api = fakeApi(answers)
  Object.defineProperty(window, 'api', { value: api, configurable: true, writable: true })
  return api
}

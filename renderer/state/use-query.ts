/** Reads a command's answer and reads it again when records change. The store is the truth; answers are kept only to paint at once. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandName, InputOf, OutputOf } from '../../shared/contract'
import type { Failure } from '../../shared/result'
import { call, onEvent } from '../api'

export interface Query<T> {
  /** The last good answer; stays while the next one is read. */
  readonly data: T | null
  readonly error: Failure | null
  /** True until the first answer to the present input. */
  readonly loading: boolean
  /** `loading` for longer than 0.3 s: only now something is shown. */
  readonly slow: boolean
  readonly reload: () => void
}

export interface QueryOptions {
  /** Record types whose changes are read again; 'any' (default) for all, [] for none. */
  readonly types?: 'any' | readonly string[]
  /** Milliseconds to wait after a change or a new input, for dear questions and for typing. The first question is asked at once. */
  readonly wait?: number
  /** The first question waits as well: something else is painted before it. */
  readonly patient?: boolean
  /** False for large answers: a picture is asked for again where it is shown again, and is not held for the window's whole life. */
  readonly keeps?: boolean
}

/** Between two letters: an answer comes within a frame or two, and what was found follows the typing. */
export const typingMs = 30

const kept = new Map<string, unknown>()
const mostKept = 60

function keep(key: string, value: unknown): void {
  kept.delete(key)
  kept.set(key, value)
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

let forgotten = 0

/** Forgets every answer: when the store is locked or replaced. */
export function forgetAnswers(): void {
  forgotten++
  kept.clear()
}

const keyOf = (name: CommandName, input: unknown): string => `${name} ${JSON.stringify(input)}`

/** Asks what is asked next, so that the page is painted at once; it asks again when it is opened. What fails is left to the page. */
export async function askAhead<N extends CommandName>(name: N, input: InputOf<N>): Promise<void> {
  const key = keyOf(name, input)
  const before = forgotten
  const result = await call(name, input)
  if (result.ok && before === forgotten && !kept.has(key)) keep(key, result.value)
}

/** `input` null asks nothing (yet). An answer to an input that is no longer the present one is dropped. */
export function useQuery<N extends CommandName>(name: N, input: InputOf<N> | null, options: QueryOptions = {}): Query<OutputOf<N>> {
  const key = input === null ? null : keyOf(name, input)
  const { types = 'any', wait = 0, patient = false, keeps = true } = options
  const typesKey = types === 'any' ? 'any' : types.join(' ')
  const [answer, setAnswer] = useState<{ readonly key: string; readonly data: OutputOf<N> | null; readonly error: Failure | null } | null>(null)
  const [turn, setTurn] = useState(0)
  const [slowKey, setSlowKey] = useState<string | null>(null)
  const asks = useRef(false)

  useEffect(() => {
    if (key === null) return undefined
    let stopped = false
    const rest = asks.current || patient ? wait : 0
    asks.current = true
    const slow = setTimeout(() => setSlowKey(key), 300 + rest)
    const start = setTimeout(() => {
      const asked = JSON.parse(key.slice(name.length + 1)) as InputOf<N>
      void call(name, asked).then((result) => {
        clearTimeout(slow)
        if (stopped) return
        if (result.ok && keeps) keep(key, result.value)
        setAnswer((before) => (result.ok ? { key, data: result.value, error: null } : { key, data: before?.key === key ? before.data : null, error: result }))
      })
    }, rest)
    return () => {
      stopped = true
      clearTimeout(slow)
      clearTimeout(start)
    }
  }, [key, name, turn, wait, patient, keeps])

  useEffect(() => {
    if (key === null || typesKey === '') return undefined
    const wanted = typesKey === 'any' ? null : new Set(typesKey.split(' '))
    return onEvent((event) => {
      if (event.kind === 'changed' && (!wanted || event.types.some((type) => wanted.has(type)))) setTurn((before) => before + 1)
    })
  }, [key, typesKey])

  const reload = useCallback(() => setTurn((before) => before + 1), [])
  const current = answer !== null && answer.key === key
  const remembered = key === null ? undefined : (kept.get(key) as OutputOf<N> | undefined)
  const data = current ? answer.data : (remembered ?? answer?.data ?? null)
  const loading = key !== null && !current
  return { data, error: current ? answer.error : null, loading, slow: loading && slowKey === key, reload }
}

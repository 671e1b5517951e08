/** Runs one command from a button: busy while it runs, and the failure kept to be shown in its place. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandName, InputOf, OutputOf } from '../../shared/contract'
import type { Failure, Result } from '../../shared/result'
import { call } from '../api'

export interface CommandRun<N extends CommandName> {
  readonly run: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>
  readonly busy: boolean
  readonly error: Failure | null
  readonly clear: () => void
}

export function useCommand<N extends CommandName>(name: N): CommandRun<N> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure | null>(null)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  const run = useCallback(async (input: InputOf<N>): Promise<Result<OutputOf<N>>> => {
    setBusy(true)
    setError(null)
    const result = await call(name, input)
    if (alive.current) {
      setBusy(false)
      if (!result.ok) setError(result)
    }
    return result
  }, [name])
  const clear = useCallback(() => setError(null), [])
  return { run, busy, error, clear }
}

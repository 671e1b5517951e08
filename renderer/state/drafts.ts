/**
 * A form's values live in local, synchronous state, so that no input method ever loses a character; they are kept in the store as a
 * draft when the typing pauses, when a field is left and when the screen or the window closes.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api'

export type FormValues = Readonly<Record<string, unknown>>

export interface DraftState {
  readonly id: string
  readonly values: FormValues
  readonly set: (key: string, value: unknown) => void
  /** Sets several fields at once. */
  readonly patch: (values: FormValues) => void
  /** `typed` = newer than what is kept. */
  readonly kept: 'nothing' | 'typed' | 'kept' | 'failed'
  /** When it was kept, ISO. */
  readonly keptAt: string | null
  /** Keeps it now: call it when a field is left. */
  readonly flush: () => void
  /** Forgets the draft: after a save, or when the person throws it away. */
  readonly drop: () => void
}

export interface DraftOptions {
  readonly type: string
  /** Id of the record that is edited; absent for a new one. */
  readonly record?: string
  /** Id of the draft to go on with. */
  readonly id?: string
  readonly initial: FormValues
}

const pause = 800

/** Holds the values of one form. `initial` is read once. */
export function useDraft(options: DraftOptions): DraftState {
  const { type, record } = options
  const [id] = useState(() => options.id ?? crypto.randomUUID())
  const [values, setValues] = useState<FormValues>(options.initial)
  const [kept, setKept] = useState<DraftState['kept']>('nothing')
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const now = useRef(values)
  const dirty = useRef(false)
  const dropped = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    if (!dirty.current || dropped.current) return
    dirty.current = false
    void call('draft.save', { id, type, ...(record === undefined ? {} : { record }), data: now.current }).then((answer) => {
      if (answer.ok) setKeptAt(answer.value.saved_at)
      else dirty.current = true
      setKept(answer.ok ? (dirty.current ? 'typed' : 'kept') : 'failed')
    })
  }, [id, type, record])

  const patch = useCallback((more: FormValues) => {
    now.current = { ...now.current, ...more }
    dirty.current = true
    dropped.current = false
    setValues(now.current)
    setKept('typed')
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, pause)
  }, [flush])

  const set = useCallback((key: string, value: unknown) => patch({ [key]: value }), [patch])

  const drop = useCallback(() => {
    clearTimeout(timer.current)
    dropped.current = true
    dirty.current = false
    setKept('nothing')
    void call('draft.drop', { id })
  }, [id])

  useEffect(() => {
    window.addEventListener('beforeunload', flush)
    return () => {
      window.removeEventListener('beforeunload', flush)
      flush()
    }
  }, [flush])

  return { id, values, set, patch, kept, keptAt, flush, drop }
}

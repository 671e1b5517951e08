/** What lies in the bin, kind by kind, read again after every change. */
import { useEffect, useState } from 'react'
import type { RecordList } from '../../../shared/contract/records'
import { recordTypes } from '../../../shared/records'
import type { Failure } from '../../../shared/result'
import { call, onEvent } from '../../api'

export interface DeletedKind {
  readonly type: string
  readonly list: RecordList
}

export interface Deleted {
  /** null until the first answer. */
  readonly kinds: readonly DeletedKind[] | null
  readonly failure: Failure | null
}

/** Rows shown of each kind; the rest stand in the bin of its list. */
export const shownOfKind = 10

async function readAll(): Promise<Deleted> {
  const answers = await Promise.all(recordTypes.map(async (type) => ({ type, answer: await call('record.list', { type, bin: true, limit: shownOfKind }) })))
  const kinds = answers.flatMap(({ type, answer }) => (answer.ok && answer.value.total > 0 ? [{ type, list: answer.value }] : []))
  const failed = answers.find(({ answer }) => !answer.ok)?.answer
  return { kinds, failure: failed === undefined || failed.ok ? null : failed }
}

export function useDeleted(): Deleted {
  const [deleted, setDeleted] = useState<Deleted>({ kinds: null, failure: null })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let stopped = false
    void readAll().then((found) => {
      if (!stopped) setDeleted(found)
    })
    return () => {
      stopped = true
    }
  }, [turn])
  useEffect(() => onEvent((event) => {
    if (event.kind === 'changed') setTurn((before) => before + 1)
  }), [])
  return deleted
}

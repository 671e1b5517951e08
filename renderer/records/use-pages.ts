/** The rows of a list, fifty at a time by keyset, read again when something of them changes. */
import { useCallback, useEffect, useState } from 'react'
import type { InputOf, OutputOf } from '../../shared/contract'
import type { Titles } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import type { Failure } from '../../shared/result'
import { call } from '../api'
import { typingMs, useQuery } from '../state/use-query'
import { pageSize } from './list-view'

type Asked = Omit<InputOf<'record.list'>, 'limit' | 'after'>
type Page = OutputOf<'record.list'>

export interface Pages {
  readonly rows: readonly Rec[]
  readonly titles: Titles
  readonly total: number
  /** Whether there are rows behind the last one. */
  readonly more: boolean
  readonly readMore: () => void
  /** Nothing has been answered yet. */
  readonly empty: boolean
  readonly slow: boolean
  readonly error: Failure | null
  readonly reload: () => void
}

interface More {
  readonly behind: Page
  readonly rows: readonly Rec[]
  readonly titles: Titles
  readonly next: string | null
  readonly error: Failure | null
}

const mostAtOnce = 1000

/** `count` = how many rows are wanted; `setCount` is told when more are. */
export function usePages(asked: Asked, types: readonly string[], count: number, setCount: (count: number) => void): Pages {
  const first = useQuery('record.list', { ...asked, limit: pageSize }, { types, wait: asked.text === undefined ? 0 : typingMs })
  const [more, setMore] = useState<More | null>(null)
  const page = first.data
  const key = JSON.stringify(asked)
  const beyond = Math.min(count - pageSize, mostAtOnce)

  useEffect(() => {
    if (page === null || page.next === null || beyond <= 0) return undefined
    let stopped = false
    void call('record.list', { ...(JSON.parse(key) as Asked), limit: beyond, after: page.next }).then((answer) => {
      if (stopped) return
      setMore(answer.ok ? { behind: page, rows: answer.value.rows, titles: answer.value.titles, next: answer.value.next, error: null } : { behind: page, rows: [], titles: {}, next: null, error: answer })
    })
    return () => {
      stopped = true
    }
  }, [page, beyond, key])

  // While the rows behind are read again, the ones before stay, so that the page does not jump.
  const behind = page !== null && page.next !== null && beyond > 0 ? more : null
  const rows = page === null ? [] : behind === null ? page.rows : [...page.rows, ...behind.rows.filter((row) => !page.rows.some((one) => one.id === row.id))]
  const next = behind === null ? page?.next ?? null : behind.next
  const readMore = useCallback(() => setCount(count + pageSize), [setCount, count])
  return {
    rows, titles: behind === null ? page?.titles ?? {} : { ...page?.titles, ...behind.titles }, total: page?.total ?? 0,
    more: next !== null && rows.length < mostAtOnce + pageSize, readMore, empty: page === null, slow: first.slow, error: first.error ?? behind?.error ?? null, reload: first.reload,
  }
}

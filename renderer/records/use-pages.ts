/** The rows of a list, fifty at a time by keyset, read again when something of them changes. */
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
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
  /** Rows that are read next. */
  readonly step: number
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

/** Rows that one list shows; who wants another narrows it down. */
const mostAtOnce = 10_000
const mostInOne = 1000

/** Reads on behind the first page until `wanted` rows lie there; null = nothing is lacking, or nobody waits for it any more. */
async function readBehind(asked: Asked, behind: Page, held: More | null, wanted: number, stopped: () => boolean): Promise<More | null> {
  let read: More = held ?? { behind, rows: [], titles: {}, next: behind.next, error: null }
  while (read.next !== null && read.rows.length < wanted) {
    const answer = await call('record.list', { ...asked, limit: Math.min(wanted - read.rows.length, mostInOne), after: read.next })
    if (stopped()) return null
    read = answer.ok
      ? { behind, rows: [...read.rows, ...answer.value.rows], titles: { ...read.titles, ...answer.value.titles }, next: answer.value.next, error: null }
      : { ...read, next: null, error: answer }
  }
  return read === held ? null : read
}

function joined(page: Page | null, behind: More | null): readonly Rec[] {
  if (page === null) return []
  if (behind === null) return page.rows
  const first = new Set(page.rows.map((row) => row.id))
  return [...page.rows, ...behind.rows.filter((row) => !first.has(row.id))]
}

/** `count` = how many rows are wanted; `setCount` is told when more are. */
export function usePages(asked: Asked, types: readonly string[], count: number, setCount: (count: number) => void): Pages {
  const first = useQuery('record.list', { ...asked, limit: pageSize }, { types, wait: asked.text === undefined ? 0 : typingMs })
  const [more, setMore] = useState<More | null>(null)
  const page = first.data
  const key = JSON.stringify(asked)
  const beyond = Math.min(count - pageSize, mostAtOnce)

  // What was read behind the same first page stays, and is only added to.
  const heldBehind = useEffectEvent((first: Page): More | null => (more?.behind === first ? more : null))
  useEffect(() => {
    if (page === null || page.next === null || beyond <= 0) return undefined
    let stopped = false
    void readBehind(JSON.parse(key) as Asked, page, heldBehind(page), beyond, () => stopped).then((read) => {
      if (read !== null && !stopped) setMore(read)
    })
    return () => {
      stopped = true
    }
  }, [page, beyond, key])

  // While the rows behind are read again, the ones before stay, so that the page does not jump.
  const behind = page !== null && page.next !== null && beyond > 0 ? more : null
  const rows = useMemo(() => joined(page, behind), [page, behind])
  const next = behind === null ? page?.next ?? null : behind.next
  // The further one reads, the larger the steps: ten thousand rows are no two hundred presses.
  const step = Math.max(pageSize, Math.min(mostInOne, Math.floor(count / pageSize / 2) * pageSize))
  const readMore = useCallback(() => setCount(count + step), [setCount, count, step])
  return {
    rows, titles: behind === null ? page?.titles ?? {} : { ...page?.titles, ...behind.titles }, total: page?.total ?? 0,
    more: next !== null && rows.length < mostAtOnce + pageSize, readMore, step, empty: page === null, slow: first.slow, error: first.error ?? behind?.error ?? null, reload: first.reload,
  }
}

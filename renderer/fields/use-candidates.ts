/** Records that a reference may point at, found by a few typed characters. */
import { useEffect, useState } from 'react'
import { declarationOf } from '../../shared/records'
import { call } from '../api'
import { rememberTitles, titleOfRow } from '../state/titles'
import { labelOfType } from '../state/type-words'

export interface Candidate {
  readonly id: string
  readonly title: string
  /** What tells it from its namesakes. */
  readonly note: string
}

const each = 20
const pause = 150

async function deputies(text: string): Promise<readonly Candidate[]> {
  const answer = await call('deputies.list', text === '' ? {} : { text })
  if (!answer.ok) return []
  return answer.value.rows.slice(0, 60).map((row) => ({ id: row.mandate, title: row.name, note: [row.note, row.group].filter(Boolean).join(' · ') }))
}

async function ofType(type: string, text: string, several: boolean): Promise<readonly Candidate[]> {
  const answer = await call('record.list', { type, limit: each, ...(text === '' ? {} : { text }) })
  if (!answer.ok) return []
  const { rows, titles } = answer.value
  return rows.map((rec) => ({
    id: rec.id,
    title: titleOfRow(rec, titles),
    note: [several ? labelOfType(type) : '', titles[rec.id]?.note ?? ''].filter(Boolean).join(' · '),
  }))
}

async function ofAny(text: string): Promise<readonly Candidate[]> {
  if (text === '') return []
  const answer = await call('search.all', { text, limit: each })
  return answer.ok ? answer.value.hits.map((hit) => ({ id: hit.id, title: hit.title, note: [labelOfType(hit.type), hit.note].filter(Boolean).join(' · ') })) : []
}

/** Finds candidates of all types a reference may point at; `[]` = any type. */
export async function findCandidates(to: readonly string[], text: string): Promise<readonly Candidate[]> {
  const found = to.length === 0
    ? [await ofAny(text)]
    : await Promise.all(to.map((type) => (type === 'mandate' ? deputies(text) : ofType(type, text, to.length > 1))))
  const all = found.flat()
  rememberTitles(Object.fromEntries(all.map((one) => [one.id, one.title])))
  return all
}

/** The candidates for what is typed; asked when the typing pauses, only while the list is `open`. */
export function useCandidates(to: readonly string[], text: string, open: boolean): { readonly list: readonly Candidate[]; readonly searching: boolean } {
  const key = to.join(' ')
  const [answer, setAnswer] = useState<{ readonly of: string; readonly list: readonly Candidate[] } | null>(null)
  const wanted = `${key}|${text.trim()}`
  useEffect(() => {
    if (!open) return undefined
    let gone = false
    const timer = setTimeout(() => {
      void findCandidates(key === '' ? [] : key.split(' '), wanted.slice(key.length + 1)).then((list) => {
        if (!gone) setAnswer({ of: wanted, list })
      })
    }, pause)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [open, key, wanted])
  return { list: answer?.list ?? [], searching: open && answer?.of !== wanted }
}

/** The type that can be made from a name alone, and the key of its name; null where more must be asked. */
export function quickType(to: readonly string[]): { readonly type: string; readonly key: string } | null {
  const type = to.length === 1 ? to[0] : undefined
  const declaration = type === undefined ? null : declarationOf(type)
  if (type === undefined || declaration === null) return null
  const identity = Object.entries(declaration.fields).filter(([, field]) => field.need === 'identity')
  const only = identity[0]
  return identity.length === 1 && only !== undefined && only[1].kind === 'text' ? { type, key: only[0] } : null
}

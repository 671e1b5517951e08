/** Short messages at the corner: what was saved with the way back, and failures that belong to no field. */
import { create } from 'zustand'
import { say } from '../../shared/text'
import type { Failure } from '../../shared/result'
import { call } from '../api'

export interface Notice {
  readonly id: number
  readonly tone: 'done' | 'late' | 'soon' | 'doing'
  readonly text: string
  /** What to do next, in one sentence. */
  readonly next?: string
  readonly button?: { readonly label: string; readonly run: () => void }
  /** The record whose state it tells: a later word about the same record takes its place. */
  readonly about?: string
}

export const useNotices = create<{ readonly list: readonly Notice[] }>(() => ({ list: [] }))

let count = 0

/** Shows a notice; the newest three stay, one about a record. Returns its id. */
export function notify(notice: Omit<Notice, 'id'>): number {
  const id = ++count
  useNotices.setState(({ list }) => {
    const others = list.filter((one) => one.about === undefined || one.about !== notice.about)
    return { list: [...others, { ...notice, id }].slice(-3) }
  })
  return id
}

export function dismiss(id: number): void {
  useNotices.setState(({ list }) => ({ list: list.filter((one) => one.id !== id) }))
}

export function resetNotices(): void {
  useNotices.setState({ list: [] })
}

/** Says a failure that no form shows in its own place. */
export function notifyFailure(failure: Failure): void {
  const words = say(failure.code, failure.detail)
  notify({ tone: 'late', text: words.say, next: words.next })
}

/**
 * Says what was saved or deleted and offers 撤销. `version` is the version that the save made: all that was written with it is put back.
 */
export function notifySaved(text: string, made: { readonly id: string; readonly version?: string }): void {
  const notice = notify({ tone: 'done', text, about: made.id, button: { label: '撤销', run: () => void undo() } })
  async function undo(): Promise<void> {
    dismiss(notice)
    const answer = await call('record.undo', { id: made.id, ...(made.version === undefined ? {} : { version: made.version }) })
    if (answer.ok) notify({ tone: 'done', text: '已撤销，恢复到保存以前' })
    else notifyFailure(answer)
  }
}

/** The same of several records that were added one after the other: 撤销 takes all of them back, the last one first. */
export function notifyAdded(text: string, ids: readonly string[]): void {
  const notice = notify({ tone: 'done', text, button: { label: '撤销', run: () => void undo() } })
  async function undo(): Promise<void> {
    dismiss(notice)
    for (const id of ids.toReversed()) {
      const answer = await call('record.undo', { id })
      if (!answer.ok) return notifyFailure(answer)
    }
    notify({ tone: 'done', text: `已撤销，${ids.length} 条都退回了` })
  }
}

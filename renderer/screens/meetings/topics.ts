/** Topics of a presidium meeting as they are typed: what was discussed, what was decided, who does it by when. Pure. */
import type { RecordPage } from '../../../shared/contract/records'
import { isEmptyValue } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'

export interface Topic {
  /** Number and id of a saved one. */
  readonly no?: number
  readonly id?: string
  readonly title?: unknown
  readonly text?: unknown
  readonly reporter?: unknown
  readonly owner?: unknown
  readonly due_on?: unknown
}

export const topicKeys = ['title', 'text', 'reporter', 'owner', 'due_on'] as const
export type TopicKey = (typeof topicKeys)[number]

const isTopic = (value: unknown): value is Topic => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads them out of a draft; one empty row to begin with. */
export function topicsOf(value: unknown): readonly Topic[] {
  const rows = Array.isArray(value) ? (value as readonly unknown[]).filter(isTopic) : []
  return rows.length > 0 ? rows : [{}]
}

const isBlank = (topic: Topic): boolean => topicKeys.every((key) => isEmptyValue(topic[key]))

/** A topic of this title more: in the first row where nothing stands yet, else as the last. */
export function withTopic(topics: readonly Topic[], title: string): readonly Topic[] {
  const at = topics.findIndex(isBlank)
  return at === -1 ? [...topics, { title }] : topics.map((topic, index) => (index === at ? { ...topic, title } : topic))
}

/** Position of the first topic that says something but has no title; null where there is none. */
export function untitled(topics: readonly Topic[]): number | null {
  const at = topics.findIndex((topic) => !isBlank(topic) && isEmptyValue(topic.title))
  return at === -1 ? null : at
}

/** What makes a to-do: a day by which it is to be done. */
export const tasksIn = (topics: readonly Topic[]): number => topics.filter((topic) => !isEmptyValue(topic.title) && !isEmptyValue(topic.due_on)).length

/** The saved ones of a meeting, in their order. */
export const savedTopics = (page: RecordPage | null): readonly Topic[] =>
  (page?.children.find((list) => list.type === 'decision')?.rows ?? [])
    .map((row): Topic => ({ no: Number(row.fields['no']), id: row.id, ...Object.fromEntries(topicKeys.flatMap((key) => (isEmptyValue(row.fields[key]) ? [] : [[key, row.fields[key]] as const]))) }))
    .sort((a, b) => (a.no ?? 0) - (b.no ?? 0))

export interface TopicSide {
  readonly type: 'decision'
  readonly parent: 'meeting'
  readonly id?: string
  readonly fields: FormValues
}

/** Lines to write: new ones are numbered behind the saved ones, saved ones only where they changed. */
export function topicSides(topics: readonly Topic[], page: RecordPage | null): readonly TopicSide[] {
  const saved = new Map(savedTopics(page).map((topic) => [topic.id, topic]))
  let last = Math.max(0, ...[...saved.values()].map((topic) => topic.no ?? 0))
  return topics.flatMap((topic): readonly TopicSide[] => {
    if (isEmptyValue(topic.title)) return []
    const before = topic.id === undefined ? undefined : saved.get(topic.id)
    if (before === undefined || topic.id === undefined) {
      last += 1
      return [{ type: 'decision', parent: 'meeting', fields: { no: last, ...Object.fromEntries(topicKeys.flatMap((key) => (isEmptyValue(topic[key]) ? [] : [[key, topic[key]] as const]))) } }]
    }
    const changed = topicKeys.filter((key) => JSON.stringify(topic[key] ?? null) !== JSON.stringify(before[key] ?? null) && !(isEmptyValue(topic[key]) && isEmptyValue(before[key])))
    return changed.length === 0 ? [] : [{ type: 'decision', parent: 'meeting', id: topic.id, fields: Object.fromEntries(changed.map((key) => [key, isEmptyValue(topic[key]) ? null : topic[key]])) }]
  })
}

/** Saved topics that were taken off the list. */
export function goneTopics(topics: readonly Topic[], page: RecordPage | null): readonly string[] {
  const stay = new Set(topics.flatMap((topic) => (topic.id === undefined || isBlank(topic) ? [] : [topic.id])))
  return savedTopics(page).flatMap((topic) => (topic.id === undefined || stay.has(topic.id) ? [] : [topic.id]))
}

/** What a kept draft is called and where it goes on. A draft's type is a record type, or the name of the quick entry that keeps it. */
import type { Draft } from '../../shared/contract/records'
import type {} from '../screens/guide/routes'
import type { Route } from './routes'
import { labelOfType } from './type-words'

const quick = {
  'quick-activity': '记活动', 'quick-reception': '记接待', 'quick-suggestion': '记建议', 'quick-meeting': '记会议', 'quick-supervision': '记监督', 'project-vote': '记票决', 'fund-expense': '记支出',
} as const

const guide: Readonly<Record<string, { readonly word: string; readonly step: 'groups' | 'sites' }>> = {
  'guide group': { word: '建代表小组', step: 'groups' }, 'guide site': { word: '建联络站', step: 'sites' },
}

type QuickName = keyof typeof quick

const isQuick = (type: string): type is QuickName => Object.hasOwn(quick, type)

/** A step that was begun and not saved: `step suggestion reply`, kept with the record that it is taken on. */
function stepOfDraft({ type, record }: Draft): { readonly type: string; readonly step: string; readonly record: string } | null {
  const [word, of, step] = type.split(' ')
  return word === 'step' && of !== undefined && step !== undefined && record !== null ? { type: of, step, record } : null
}

/** 记活动, 新的建议, 修改单位, 代表建议：登记答复. */
export function wordsOfDraft(draft: Draft): string {
  const step = stepOfDraft(draft)
  const label = draft.data['_label']
  if (step !== null) return `${labelOfType(step.type)}${typeof label === 'string' ? `：${label}` : ''}`
  if (isQuick(draft.type)) return quick[draft.type]
  if (draft.type === 'term-change') return '换届'
  const rows = guide[draft.type]
  if (rows !== undefined) return rows.word
  return draft.record === null ? `新的${labelOfType(draft.type)}` : `修改${labelOfType(draft.type)}`
}

/** The form that goes on with it. */
export function routeOfDraft(draft: Draft): Route {
  const step = stepOfDraft(draft)
  if (step !== null) return { screen: 'record', id: step.record, type: step.type, step: step.step }
  if (draft.type === 'term-change') return { screen: 'term' }
  if (isQuick(draft.type)) return { screen: draft.type, draft: draft.id }
  const rows = guide[draft.type]
  if (rows !== undefined) return { screen: 'guide', step: rows.step }
  return { screen: 'edit', type: draft.type, draft: draft.id, ...(draft.record === null ? {} : { id: draft.record }) }
}

/** What a kept draft is called and where it goes on. A draft's type is a record type, or the name of the quick entry that keeps it. */
import type { Draft } from '../../shared/contract/records'
import type { Route } from './routes'
import { labelOfType } from './type-words'

const quick = {
  'quick-activity': '记活动', 'quick-reception': '记接待', 'quick-suggestion': '记建议', 'quick-meeting': '记会议', 'quick-supervision': '记监督',
} as const

type QuickName = keyof typeof quick

const isQuick = (type: string): type is QuickName => Object.hasOwn(quick, type)

/** 记活动, 新的建议, 修改单位. */
export function wordsOfDraft(draft: Draft): string {
  if (isQuick(draft.type)) return quick[draft.type]
  return draft.record === null ? `新的${labelOfType(draft.type)}` : `修改${labelOfType(draft.type)}`
}

/** The form that goes on with it. */
export function routeOfDraft(draft: Draft): Route {
  if (isQuick(draft.type)) return { screen: draft.type, draft: draft.id }
  return { screen: 'edit', type: draft.type, draft: draft.id, ...(draft.record === null ? {} : { id: draft.record }) }
}

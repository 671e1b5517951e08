/** What a planned item says of itself, and where one goes to carry it out. Pure. */
import { labelOf } from '../../../shared/codes'
import { intOf, textOf } from '../../../shared/facts'
import type { PlanLine, PlanRecord, PlanState } from '../../../shared/plan/plan-year'
import type { Rec } from '../../../shared/record'
import type { Route } from '../../state/routes'
import { sayDate } from '../../ui/say-date'
import type { Tone } from '../../ui/Status'

export const stateTones: Readonly<Record<PlanState, Tone>> = { done: 'done', started: 'doing', late: 'late', coming: 'idle', dropped: 'idle' }

const stateWords: Readonly<Record<PlanState, string>> = { done: '已完成', started: '已有安排', late: '过期未开展', coming: '还没开展', dropped: '不再办' }

/** 已完成, 过期未开展; what was given up says how. */
export const stateWord = ({ state, item }: PlanLine): string => (state === 'dropped' ? item.status ?? stateWords.dropped : stateWords[state])

/** 第一季度, 2025年5月; '' where neither is said. */
export function whenPlanned(item: Rec): string {
  const month = textOf(item.fields, 'plan_month')
  if (month !== '') return sayDate(month)
  const quarter = intOf(item.fields, 'plan_quarter')
  return quarter === null ? '' : `第${['一', '二', '三', '四'][quarter - 1] ?? String(quarter)}季度`
}

export const kindWord = (item: Rec): string => labelOf('plan.kind', textOf(item.fields, 'kind'))

export interface WayToDo {
  readonly word: string
  readonly route: Route
}

/** Entries that carry the item out, filled with what the plan says. */
export function waysToDo(item: Rec): readonly WayToDo[] {
  const title = textOf(item.fields, 'item')
  const activity = (more: Readonly<Record<string, string>>): WayToDo => ({ word: '记活动', route: { screen: 'quick-activity', preset: { title, plan_ref: item.id, ...more } } })
  const supervision = (more: Readonly<Record<string, string>>): WayToDo => ({ word: '记监督', route: { screen: 'quick-supervision', preset: { topic: title, plan_ref: item.id, ...more } } })
  switch (textOf(item.fields, 'kind')) {
    case '2': return [supervision({})]
    case '3': return [supervision({ form: '01' })]
    case '4': return [activity({})]
    case '5': return [{ ...activity({ kind: '06' }), word: '记培训' }]
    case '6': return [{ ...activity({ kind: '09' }), word: '记接待活动' }]
    default: return [activity({}), supervision({})]
  }
}

/** A planned record is held in its entry; one that took place opens its page. */
export function routeOfRecord({ id, type, held }: PlanRecord): Route {
  if (!held && type === 'activity') return { screen: 'quick-activity', id }
  if (!held && type === 'supervision') return { screen: 'quick-supervision', id }
  return { screen: 'record', id, type }
}

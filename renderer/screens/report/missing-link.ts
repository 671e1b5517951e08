/** Where what a report lacks is filled in. */
import type {} from '../plan/routes'
import type { Route } from '../../state/routes'

export interface MissingLink {
  readonly word: string
  readonly route: Route
}

const places: readonly (readonly [RegExp, MissingLink])[] = [
  [/主席姓名|届次|单位档案/u, { word: '去填单位档案', route: { screen: 'settings', part: 'office' } }],
  [/大会/u, { word: '去记会议', route: { screen: 'meetings' } }],
  [/工作安排|年度计划/u, { word: '去填年度计划', route: { screen: 'plan' } }],
  [/工作记录/u, { word: '去记活动', route: { screen: 'quick-activity' } }],
  [/数字/u, { word: '看数据质量', route: { screen: 'statistics', tab: 'quality' } }],
]

/** Null for what is written by hand in the document. */
export const missingLink = (missing: string): MissingLink | null => places.find(([pattern]) => pattern.test(missing))?.[1] ?? null

/** What is done day by day, in the order in which it stands on the home page; Alt and its number open it from anywhere. */
import type { OfficeInfo } from '../../shared/contract/office'
import type { Route } from './routes'

interface QuickEntry {
  readonly word: string
  readonly route: Route
}

/** The five things that a town writes down. */
export const quickEntries = [
  { word: '记活动', route: { screen: 'quick-activity' } },
  { word: '记接待', route: { screen: 'quick-reception' } },
  { word: '记建议', route: { screen: 'quick-suggestion' } },
  { word: '记会议', route: { screen: 'quick-meeting' } },
  { word: '记监督', route: { screen: 'quick-supervision' } },
] as const satisfies readonly QuickEntry[]

/** The four ways in which an office works with those below it; `each` is what they are called: 各镇. */
export const waysAbove = (each: string) => [
  { word: '导入 U 盘', route: { screen: 'import' } },
  { word: `看${each}`, route: { screen: 'towns' } },
  { word: '出统计报表', route: { screen: 'statistics' } },
  { word: '交办', route: { screen: 'orders' } },
] as const satisfies readonly QuickEntry[]

export const entriesOf = (role: OfficeInfo['role'], each: string): readonly QuickEntry[] => (role === 'town' ? quickEntries : waysAbove(each))

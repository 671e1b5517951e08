/** The five things that are written down day by day, in their order. */
import type { Route } from './routes'

export const quickEntries = [
  { word: '记活动', route: { screen: 'quick-activity' } },
  { word: '记接待', route: { screen: 'quick-reception' } },
  { word: '记建议', route: { screen: 'quick-suggestion' } },
  { word: '记会议', route: { screen: 'quick-meeting' } },
  { word: '记监督', route: { screen: 'quick-supervision' } },
] as const satisfies readonly { readonly word: string; readonly route: Route }[]

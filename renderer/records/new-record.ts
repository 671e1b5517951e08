/** How a new record of a type begins: the quick entry where there is one, else its form. */
import type { Route, ScreenName } from '../state/routes'
import { useSession } from '../state/session'
import { allScreens } from '../screens'
import { oneWord } from './menus'

const quick = {
  activity: { screen: 'quick-activity', word: '记活动' },
  suggestion: { screen: 'quick-suggestion', word: '记建议' },
  presidium_meeting: { screen: 'quick-meeting', word: '记主席团会议' },
  session: { screen: 'quick-meeting', word: '记人代会' },
  supervision: { screen: 'quick-supervision', word: '记监督' },
  voter_matter: { screen: 'quick-reception', word: '记接待' },
} as const

type QuickType = keyof typeof quick

const hasQuick = (type: string): type is QuickType => Object.hasOwn(quick, type)
const exists = (screen: ScreenName): boolean => allScreens.some((one) => one.name === screen)

export interface NewRecord {
  readonly word: string
  readonly route: Route
}

/** Types that are never typed in by hand: an import or another record makes them. */
const madeElsewhere = new Set(['file', 'participation', 'attendance', 'person_private', 'rating', 'reply'])
/** There is one, made with the office. */
const single = new Set(['office'])

/** What the red button of a list says and opens; null where such records are not made by hand, or none yet. */
export function newRecord(type: string, role: 'town' | 'county'): NewRecord | null {
  if (useSession.getState().office?.county_first === true || madeElsewhere.has(type) || single.has(type)) return null
  if (role === 'county' ? !['county_order', 'task', 'document', 'organisation'].includes(type) : type === 'county_order') return null
  if (type === 'county_order' && exists('order-new')) return { word: '新交办', route: { screen: 'order-new' } }
  if (type === 'session' && exists('quick-meeting')) return { word: quick.session.word, route: { screen: 'quick-meeting', preset: { _kind: 'session' } } }
  if (hasQuick(type) && exists(quick[type].screen)) return { word: quick[type].word, route: { screen: quick[type].screen } }
  return { word: `新建${oneWord(type)}`, route: { screen: 'edit', type } }
}

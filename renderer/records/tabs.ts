/** The registers behind each item of the rail: a tab each, the first one shown. */
import type { ScreenName } from '../state/routes'

type Home = Extract<ScreenName, 'meetings' | 'activities' | 'suggestions' | 'supervision' | 'sites' | 'matters' | 'funds' | 'documents' | 'orders'>

export const registers: Readonly<Record<Home, { readonly title: string; readonly types: readonly string[] }>> = {
  meetings: { title: '会议', types: ['session', 'presidium_meeting', 'vote', 'decision', 'bill', 'inquiry', 'recall', 'by_election', 'organ'] },
  activities: { title: '活动', types: ['activity', 'training', 'visit', 'pairing', 'deed', 'plan_item'] },
  suggestions: { title: '建议', types: ['suggestion', 'promise', 'reply'] },
  supervision: { title: '监督', types: ['supervision', 'finding', 'follow_up'] },
  sites: { title: '联络站', types: ['voter_matter', 'site', 'debrief', 'letter'] },
  matters: { title: '民生与重大事项', types: ['livelihood_project', 'major_matter'] },
  funds: { title: '经费', types: ['budget', 'expense'] },
  documents: { title: '文件', types: ['document', 'publicity', 'party_log', 'assessment', 'county_order', 'file'] },
  orders: { title: '交办', types: ['county_order'] },
}

/** The standing facts of an office, reached from the deputies and the settings. */
export const basics: readonly string[] = ['term', 'constituency', 'group', 'presidium_member', 'village', 'organisation', 'office', 'person', 'mandate', 'score']

/** The register that a type belongs to, with its tabs. */
export function registerOf(type: string): { readonly title: string; readonly types: readonly string[] } {
  const home = Object.values(registers).find((one) => one.types.includes(type))
  return home ?? { title: '基础资料', types: basics.includes(type) ? basics : [type] }
}

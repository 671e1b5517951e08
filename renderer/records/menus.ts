/** Which lists stand side by side under each item of the rail. Order: what is opened most comes first. */
import { declarations } from '../../shared/records'
import type { Declaration } from '../../shared/record'
import type {} from '../screens/plan/routes'
import type { RailKey, Route } from '../state/routes'
import { labelOfType, menuOfType } from '../state/type-words'

export interface Tab {
  readonly key: string
  readonly word: string
  readonly route: Route
}

interface Hub {
  readonly word: string
  readonly types: readonly string[]
}

/** Parts of other records (a vote's counts, who attended) are lists too, but are reached from their record. */
const hubs = {
  deputies: { word: '代表', types: ['group', 'presidium_member', 'constituency', 'by_election', 'organ', 'person', 'mandate'] },
  meetings: { word: '会议', types: ['session', 'presidium_meeting', 'bill', 'vote', 'decision', 'inquiry', 'recall'] },
  activities: { word: '活动', types: ['activity', 'training', 'visit', 'pairing', 'deed', 'debrief', 'score'] },
  suggestions: { word: '建议', types: ['suggestion', 'promise', 'urge'] },
  supervision: { word: '监督', types: ['supervision', 'finding', 'follow_up', 'county_order'] },
  sites: { word: '联络站', types: ['site', 'voter_matter', 'letter'] },
  matters: { word: '民生与重大事项', types: ['livelihood_project', 'major_matter'] },
  funds: { word: '经费', types: ['expense', 'budget'] },
  documents: { word: '文件', types: ['document', 'party_log', 'publicity', 'assessment'] },
  settings: { word: '基础资料', types: ['office', 'term', 'village', 'organisation', 'plan_item', 'task'] },
} as const satisfies Partial<Record<RailKey, Hub>>

/** The items of the rail that open lists. */
export type HubKey = keyof typeof hubs

const isHub = (key: RailKey | null): key is HubKey => key !== null && Object.hasOwn(hubs, key)

/** Shorter than the label where that is long. */
const shortWords: Readonly<Record<string, string>> = {
  group: '小组、代表团', organ: '其他机构', presidium_meeting: '主席团会议', inquiry: '质询、询问', recall: '罢免、辞职', attendance: '出席情况', reply: '建议答复', vote: '表决、选举', decision: '决定事项',
  activity: '代表活动', deed: '履职事迹', pairing: '双联结对', score: '履职考核', suggestion: '代表建议', promise: '承诺事项', urge: '督办催办',
  follow_up: '审议意见督办', site: '站点', village: '村、社区', organisation: '承办单位', task: '提醒', publicity: '宣传信息', assessment: '考核自评',
}

/** What a list of the type is called on its tab. */
export const tabWord = (type: string): string => shortWords[type] ?? labelOfType(type)

/** One of them, where the label names several kinds or the whole register. */
const oneWords: Readonly<Record<string, string>> = {
  organisation: '承办单位', group: '小组', organ: '机构', inquiry: '质询', vote: '表决', village: '村', plan_item: '计划项', reply: '答复', participation: '参加情况', attendance: '出席情况',
  deed: '履职事迹', decision: '决定事项', contact: '沟通', promise: '承诺', recall: '罢免或辞职', task: '提醒', assessment: '自评项', site: '联络站',
}

/** 新建…, 删除这条…? */
export const oneWord = (type: string): string => oneWords[type] ?? labelOfType(type)

const roster: Tab = { key: 'deputies', word: '代表名册', route: { screen: 'deputies' } }

/** The plan of a year stands beside what it is mostly carried out by. */
const plan: Tab = { key: 'plan', word: '年度计划', route: { screen: 'plan' } }

const tabOf = (type: string): Tab => ({ key: type, word: tabWord(type), route: { screen: 'list', type } })

/** The hub that a type's list belongs to; null where it has none. */
export function hubOf(type: string): HubKey | null {
  const key = menuOfType(type)
  return isHub(key) ? key : null
}

export const hubWord = (hub: HubKey): string => hubs[hub].word

/** The tabs of a hub. `extra` = a type that has none of its own and is shown now. */
export function tabsOf(hub: HubKey, extra?: string): readonly Tab[] {
  const types: readonly string[] = hubs[hub].types
  const shown = extra === undefined || types.includes(extra) ? types : [...types, extra]
  const tabs = shown.map(tabOf)
  if (hub === 'supervision') return [...tabs.slice(0, 1), plan, ...tabs.slice(1)]
  return hub === 'deputies' ? [roster, ...tabs] : tabs
}

/** The first list of a hub. */
export const firstType = (hub: Exclude<HubKey, 'deputies'>): string => hubs[hub].types[0]

/** Where one goes for the list that a record of this type stands in. */
export const listRoute = (type: string): Route => (type === 'mandate' || type === 'person' ? { screen: 'deputies' } : { screen: 'list', type })

/** Types whose field points at `type` as their parent: what stands under a record of it. */
export interface ChildKind {
  readonly type: string
  readonly key: string
}

const childrenKnown = new Map<string, readonly ChildKind[]>()

export function childKinds(type: string): readonly ChildKind[] {
  const known = childrenKnown.get(type)
  if (known) return known
  const found = Object.values(declarations).flatMap((declaration) => pointing(declaration, type))
  childrenKnown.set(type, found)
  return found
}

function pointing(declaration: Declaration, type: string): readonly ChildKind[] {
  const parents = new Set((declaration.parents ?? []).map((parent) => parent.field))
  return Object.entries(declaration.fields)
    .filter(([key, field]) => field.kind === 'ref' && (parents.has(key) || key === 'source_ref') && (field.to ?? []).includes(type))
    .map(([key]) => ({ type: declaration.type, key }))
}

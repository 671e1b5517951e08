/** The words of the first hour, and where each step is done. */
import type { GuideStep } from '../../../shared/contract/guide'
import type { Route } from '../../state/routes'
import type {} from './routes'

export interface StepWords {
  readonly title: string
  /** What it is good for, in a sentence. */
  readonly why: string
  /** What to have at hand. */
  readonly need: string
  /** On the button. */
  readonly word: string
  /** A screen of its own; a step without one is done on the page. */
  readonly route?: Route
  /** Counts what there is: 4 个小组. */
  readonly unit?: string
}

/** The types whose records take a step; what is saved anywhere moves the list on. */
export const guideTypes: readonly string[] = ['mandate', 'group', 'site', 'presidium_member', 'activity']

export const stepWords: Readonly<Record<GuideStep, StepWords>> = {
  office: { title: '单位、届次', why: '区划代码、省份、届次、名额，装好时填的。主席姓名、电话可以补上。', need: '不用准备什么。', word: '看一看', route: { screen: 'settings', part: 'office' } },
  roster: { title: '代表名单', why: '用现成的花名册一次导入，先看后导，不用一个个录。', need: '花名册，Excel 或 WPS 表格，有姓名一列就行。', word: '导入名单', route: { screen: 'roster' }, unit: '名' },
  groups: { title: '代表小组', why: '记活动时一按就勾出全组的人。', need: '分几个组、谁是组长、每组有谁。', word: '建小组', unit: '个' },
  sites: { title: '联络站', why: '接待选民、进站活动都要选在哪个站。', need: '站名、地点、接待日。', word: '建联络站', unit: '个' },
  presidium: { title: '主席团成员', why: '主席团会议的到会人数、能不能开会，按这份名单算。', need: '主席、副主席和成员的名字；任期从本届第一次会议起，以后可以改。', word: '填主席团', unit: '名' },
  activity: { title: '第一次活动', why: '记一次最近的活动：几时、在哪、谁来了。以后天天用的就是这个。', need: '最近一次活动的签到表。', word: '记活动', route: { screen: 'quick-activity' }, unit: '次' },
  pairing: { title: '和县里配对', why: '配对以后才能用 U 盘上报。县里没准备好就先放着。', need: '县里给的文件和一张纸条。', word: '去配对', route: { screen: 'report' } },
  backup: { title: '第一次备份', why: '电脑坏了、丢了，靠备份回来。以后每天自动做，U 盘上的要您插一下。', need: '一个 U 盘。', word: '去备份', route: { screen: 'settings', part: 'safety' } },
}

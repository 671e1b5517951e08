/** What the offices below are called: a county speaks of towns, a city of counties, a province of cities. One place, so that no window of a city says 乡镇. */
import { isAboveCounties } from '../../shared/exchange/levels'
import { useOffice } from './session'

export interface LevelWords {
  /** One office below: 镇. */
  readonly one: string
  /** 各镇 */
  readonly each: string
  /** As a column and a unit are headed: 乡镇. */
  readonly unit: string
  /** Which of them, as it is asked for and counted: 乡镇, 县. */
  readonly which: string
  /** What this office is: 县（市、区）. */
  readonly self: string
  /** At theirs: 镇里. */
  readonly theirs: string
  /** This level: 县. */
  readonly own: string
  /** The level above, '' for a province. */
  readonly above: '市' | '省' | ''
  /** Digits of a code below, and an example of a name. */
  readonly digits: 6 | 9
  readonly example: string
}

const words = (one: string, unit: string, self: string, own: string, above: LevelWords['above'], digits: 6 | 9, example: string): LevelWords => ({ one, each: `各${one}`, unit, which: unit.replace(/（.*/u, ''), self, theirs: `${one}里`, own, above, digits, example })
const county = words('镇', '乡镇', '县（市、区）', '县', '市', 9, '青禾镇')
const city = words('县', '县（市、区）', '市（州）', '市', '省', 6, '望川县')
const province = words('市', '市（州）', '省', '省', '', 6, '栾城市')

/** By the code of the office that looks down. */
export const levelOf = (code: string): LevelWords => (!isAboveCounties(code) ? county : code.endsWith('0000') ? province : city)

export const useLevel = (): LevelWords => levelOf(useOffice()?.code ?? '')

/** Whether a code is one of an office below: its length, and how it begins. */
export const isBelow = (code: string, own: string): boolean => new RegExp(`^\\d{${String(levelOf(own).digits)}}$`, 'u').test(code) && code !== own && code.startsWith(own.replace(/(00)+$/u, ''))

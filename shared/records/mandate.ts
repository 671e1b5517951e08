/** 代表任职 (A.4): one mandate per person, level, term and election; a term change re-elects people without retyping. */
import { choice, date, derived, int, ref, text, type DataOf } from '../fields'
import { intOf, statusAt, textOf, type Lookup } from '../facts'
import { defineRecord, type Rec } from '../record'
import { when, whenFilled } from './conditions'
import { rowsOf } from './rows'
import { inSpan } from './spans'
import { nameOf } from './names'
import { doubtsField } from './person'
import { inCurrentTerm } from './term'

export const mandate = defineRecord({
  type: 'mandate',
  label: '代表任职',
  scope: 'county',
  key: ['person', 'level', 'term', 'nth'],
  parents: [{ field: 'person', onDelete: 'refuse' }, { field: 'term', onDelete: 'refuse' }],
  firstStatus: '当选待确认',
  endStatuses: ['当选无效', '已终止', '卸任'],
  menu: 'people',
  refuseWhileReferenced: true,
  fields: {
    person: ref('人员', ['person'], 'identity'),
    level: choice('代表层级', 'level', 'identity'),
    term: ref('届次', ['term'], 'identity', { initial: 'current-term' }),
    nth: int('本届第几次当选', 'identity', { initial: 1, min: 1, max: 99 }),
    upper_term_no: int('上级届数', 'optional', { max: 99 }),
    // Only town and county deputies are elected by constituencies; upper levels by the congress below.
    constituency: ref('选区', ['constituency'], 'complete', { completeIf: when('level', '4', '5') }),
    elect_unit: text('选举单位', 'optional', { max: 200 }),
    cert_no: text('代表证号', 'optional', { max: 60 }),
    elected_on: date('当选日期', 'complete'),
    elect_kind: choice('产生方式', 'elect_kind', 'complete'),
    votes: int('得票数', 'optional', { unit: '票' }),
    confirm_on: date('资格确认日期', 'step'),
    group: derived('代表小组'),
    delegation: derived('代表团'),
    is_presidium: derived('主席团成员'),
    is_reelected: derived('连任'),
    station: ref('所属联络站', ['site'], 'optional'),
    voter_contact_count: int('固定联系选民数', 'optional', { unit: '人' }),
    end_reason: choice('终止原因', 'end_reason', 'step'),
    event_on: date('事由发生日', 'step'),
    report_on: date('资格审查委报告日', 'step'),
    congress_on: date('大会公告日', 'step'),
    announce_no: text('公告文号', 'complete', { max: 100, completeIf: whenFilled('congress_on') }),
    suspend_reason: choice('暂停情形', 'suspend_reason', 'step'),
    resume_on: date('恢复日', 'step'),
    doubts: doubtsField,
  },
  dateField: 'confirm_on',
  columns: ['person', 'level', 'status', 'constituency', 'group', 'elected_on', 'cert_no'],
  search: ['person', 'cert_no', 'constituency', 'elect_unit'],
  title: (data, lookup) => nameOf(lookup, textOf(data, 'person')),
  defaults: inCurrentTerm,
  derive: (rec, lookup, today) => ({
    group: groupNames(rec, lookup, today, ['1', '2', '4']),
    delegation: groupNames(rec, lookup, today, ['3']),
    is_presidium: lookup.where('presidium_member', 'mandate', rec.id).some((row) => inSpan(row.fields, today)),
    is_reelected: isReelected(rec, lookup),
  }),
})
export type Mandate = DataOf<typeof mandate.fields>

/** Statuses in which a deputy holds the seat, as the counts of B.1 take them. */
export const seatStatuses: readonly string[] = ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告']

/** Whether the mandate holds its seat on `day`, by its dated status events. */
export function holdsSeat(rec: Rec, day: string): boolean {
  return seatStatuses.includes(statusAt(rec, day) ?? '')
}

/** Names of the groups of these kinds that list the deputy on `day`; null where there is none. */
export function groupNames(rec: Rec, lookup: Lookup, day: string, kinds: readonly string[]): string | null {
  const names = lookup.where('group', 'term', textOf(rec.fields, 'term'))
    .filter((group) => kinds.includes(textOf(group.fields, 'kind')))
    .filter((group) => rowsOf(group.fields, 'members').some((row) => row['mandate'] === rec.id && inSpan(row, day)))
    .map((group) => textOf(group.fields, 'name'))
  return names.length === 0 ? null : names.join('、')
}

/** 连任: the person held a mandate of the same level in the term before. */
export function isReelected(rec: Rec, lookup: Lookup): boolean {
  const no = intOf(lookup.get(textOf(rec.fields, 'term'))?.fields ?? {}, 'no')
  if (no === null) return false
  const earlier = lookup.all('term').map((one) => intOf(one.fields, 'no')).filter((one): one is number => one !== null && one < no)
  const before = Math.max(0, ...earlier)
  return lookup.where('mandate', 'person', textOf(rec.fields, 'person')).some((other) =>
    textOf(other.fields, 'level') === textOf(rec.fields, 'level') &&
    intOf(lookup.get(textOf(other.fields, 'term'))?.fields ?? {}, 'no') === before &&
    other.status !== '当选无效' && other.status !== '当选待确认')
}

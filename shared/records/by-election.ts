/** 补选 (A.21): by the voters of the constituency that lost its deputy (选举法第57条). */
import { choice, date, flag, int, list, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { joined, nameOf } from './names'

export const byElection = defineRecord({
  type: 'by_election',
  label: '补选',
  scope: 'county',
  parents: [{ field: 'constituency', onDelete: 'refuse' }],
  firstStatus: '出缺',
  endStatuses: ['完成', '已取消'],
  menu: 'people',
  fields: {
    constituency: ref('选区', ['constituency'], 'identity'),
    vacancy: ref('出缺代表', ['mandate'], 'complete'),
    vacant_on: date('出缺日期', 'complete'),
    reason: choice('出缺原因', 'end_reason', 'complete'),
    reported_on: date('报县选举/指导日期', 'step'),
    roll_on: date('选民名单公布日', 'step'),
    voters: int('选民数', 'step', { unit: '人' }),
    candidates: list('候选人', {
      name: text('姓名', 'optional', { max: 100 }),
      person: ref('人员', ['person'], 'optional'),
      nominated_by: choice('提名', 'nominated_by', 'optional'),
      nominators: int('联名人数', 'optional', { unit: '人' }),
      formal: flag('正式候选人', 'optional'),
      votes: int('得票数', 'optional', { unit: '票' }),
      elected: flag('当选', 'optional'),
    }, 'step'),
    candidates_on: date('候选人公布日', 'complete'),
    formal_on: date('正式候选人公布日', 'complete'),
    vote_on: date('投票日', 'step', { mayBeFuture: true }),
    turnout: int('参加投票数', 'step', { unit: '人' }),
    review_on: date('资格审查日', 'step'),
    confirmed_on: date('主席团确认日', 'step'),
    published_on: date('公布日', 'step'),
    mandate: ref('产生的代表', ['mandate'], 'step'),
  },
  dateField: 'vacant_on',
  columns: ['constituency', 'vacancy', 'vacant_on', 'vote_on', 'mandate', 'status'],
  search: ['constituency', 'vacancy', 'candidates', 'mandate'],
  title: (data, lookup) => joined(nameOf(lookup, textOf(data, 'constituency')), '补选'),
})
export type ByElection = DataOf<typeof byElection.fields>

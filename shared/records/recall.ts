/** 罢免与辞职 (A.20): the town keeps the record; a recall by voters is presided over by the county (选举法第50条). */
import { choice, date, flag, int, longText, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { labelOf } from '../codes'
import { defineRecord } from '../record'
import { filled, when } from './conditions'
import { deputyName, joined } from './names'

export const recall = defineRecord({
  type: 'recall',
  label: '罢免与辞职',
  scope: 'county',
  parents: [{ field: 'target', onDelete: 'refuse' }],
  firstStatus: '拟提',
  endStatuses: ['未通过', '已公告', '已撤回'],
  menu: 'meetings',
  fields: {
    kind: choice('类别', 'recall.kind', 'identity'),
    // One of the two is the identity: see `check`.
    target: ref('对象(代表)', ['mandate'], 'optional', { or: 'target_name', hint: '对象是代表的选代表，否则填姓名' }),
    target_name: text('对象姓名', 'optional', { or: 'target', max: 100 }),
    post: text('职务', 'complete', { max: 100, completeIf: when('kind', '1', '3') }),
    reasons: longText('理由', 'complete'),
    proposer_kind: choice('提出方', 'recall.proposer_kind', 'step'),
    proposers: refs('联名代表', ['mandate'], 'step'),
    voter_count: int('联名选民数', 'step', { unit: '人' }),
    proposed_on: date('提出日期', 'step'),
    defence: longText('申辩', 'optional'),
    session: ref('会议', ['session'], 'step'),
    vote: ref('表决', ['vote'], 'step'),
    decided_on: date('决定日期', 'step'),
    passed: flag('是否通过', 'step'),
    announced_on: date('公告日期', 'step'),
    announce_no: text('公告号', 'step', { max: 100 }),
  },
  dateField: 'proposed_on',
  columns: ['kind', 'target', 'target_name', 'post', 'proposed_on', 'status'],
  search: ['target', 'target_name', 'post', 'reasons'],
  title: (data, lookup) =>
    joined(labelOf('recall.kind', textOf(data, 'kind')), deputyName(lookup, textOf(data, 'target')) || textOf(data, 'target_name')),
  check: (data) => (filled(data, 'target') || filled(data, 'target_name') ? null : { code: 'required', field: 'target', detail: { or: 'target_name' } }),
})
export type Recall = DataOf<typeof recall.fields>

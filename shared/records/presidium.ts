/** 主席团成员 and other organs (A.6). */
import { choice, date, flag, list, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { labelOf } from '../codes'
import { defineRecord } from '../record'
import { inOrder } from './dates-in-order'
import { deputyName, joined, nameOf } from './names'
import { inCurrentTerm } from './term'

export const presidiumMember = defineRecord({
  type: 'presidium_member',
  label: '主席团成员',
  scope: 'county',
  key: ['mandate', 'from_on'],
  parents: [{ field: 'mandate', onDelete: 'refuse' }],
  menu: 'people',
  fields: {
    mandate: ref('成员', ['mandate'], 'identity'),
    from_on: date('起', 'identity', { mayBeFuture: true }),
    to_on: date('止', 'optional', { mayBeFuture: true }),
    role: choice('职务', 'presidium.role', 'complete'),
    full_time: flag('专职', 'optional'),
    elected_session: ref('选举会议', ['session'], 'complete'),
    duty: text('分工', 'optional', { max: 500 }),
  },
  dateField: 'from_on',
  columns: ['mandate', 'role', 'full_time', 'from_on', 'to_on', 'duty'],
  search: ['mandate', 'duty'],
  title: (data, lookup) => joined(deputyName(lookup, textOf(data, 'mandate')), labelOf('presidium.role', textOf(data, 'role'))),
  defaults: (data, lookup) => {
    const elected = textOf(lookup.get(textOf(data, 'elected_session'))?.fields ?? {}, 'start_on')
    const term = textOf(lookup.get(textOf(data, 'mandate'))?.fields ?? {}, 'term')
    const from = elected || textOf(lookup.get(term)?.fields ?? {}, 'first_meeting_on')
    return from ? { from_on: from } : {}
  },
  check: inOrder('from_on', '起', 'to_on', '止'),
})
export type PresidiumMember = DataOf<typeof presidiumMember.fields>

export const organ = defineRecord({
  type: 'organ',
  label: '其他机构(资格审查委等)',
  scope: 'county',
  key: ['kind', 'term', 'session'],
  parents: [{ field: 'term', onDelete: 'refuse' }],
  menu: 'people',
  fields: {
    kind: choice('类别', 'organ.kind', 'identity'),
    term: ref('届次', ['term'], 'identity', { initial: 'current-term' }),
    session: ref('会议', ['session'], 'optional', { hint: '会议期间的临时机构填写' }),
    members: list('成员', {
      mandate: ref('代表', ['mandate'], 'optional'),
      role: choice('职务', 'organ.role', 'optional'),
      from_on: date('起', 'optional'),
      to_on: date('止', 'optional', { mayBeFuture: true }),
    }, 'complete'),
  },
  columns: ['kind', 'term', 'session', 'members'],
  search: ['term', 'session'],
  title: (data, lookup) => joined(labelOf('organ.kind', textOf(data, 'kind')), nameOf(lookup, textOf(data, 'session'))),
  propose: inCurrentTerm,
})
export type Organ = DataOf<typeof organ.fields>

/** 议案 (A.16): presidium, government or at least five deputies (组织法第22条). */
import { choice, date, derived, longText, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { joined } from './names'

export const bill = defineRecord({
  type: 'bill',
  label: '议案',
  scope: 'county',
  firstStatus: '已收',
  endStatuses: ['不列入', '转为建议', '未通过', '已撤回', '执行完毕'],
  menu: 'meetings',
  fields: {
    session: ref('会议', ['session'], 'step'),
    no: text('编号', 'app', { max: 40 }),
    title: text('案由', 'identity', { max: 500 }),
    grounds: longText('案据', 'complete'),
    proposal: longText('方案', 'complete'),
    proposer_kind: choice('提案人类别', 'bill.proposer_kind', 'step'),
    lead: ref('领衔代表', ['mandate'], 'step'),
    cosign: refs('联名代表', ['mandate'], 'step'),
    received_on: date('收到日期', 'step'),
    deadline_on: date('截止日期', 'optional', { mayBeFuture: true }),
    in_time: derived('截止前提出'),
    handling: choice('主席团处理决定', 'bill.handling', 'step'),
    handled_on: date('处理日期', 'step'),
    handling_reason: text('处理理由', 'step'),
    suggestion: ref('转为建议', ['suggestion'], 'step'),
    vote: ref('表决', ['vote'], 'step'),
    voted_on: date('表决日期', 'step'),
    withdrawn_on: date('撤回日期', 'step'),
    withdraw_agreed_on: date('主席团同意撤回日期', 'step'),
    done_on: date('执行完成日期', 'step'),
    done_note: text('执行情况', 'step'),
  },
  dateField: 'received_on',
  columns: ['no', 'title', 'proposer_kind', 'lead', 'received_on', 'status'],
  search: ['no', 'title', 'lead', 'grounds', 'proposal'],
  title: (data) => joined(textOf(data, 'no'), textOf(data, 'title')),
  derive: (rec) => {
    const received = textOf(rec.fields, 'received_on')
    const deadline = textOf(rec.fields, 'deadline_on')
    return { in_time: received === '' || deadline === '' ? null : received <= deadline }
  },
})
export type Bill = DataOf<typeof bill.fields>

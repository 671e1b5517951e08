/** 文件、制度、公告、决议 (A.31). Secret documents do not belong in this application. */
import { choice, date, file, flag, int, ref, text, type Data, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { filled, when } from './conditions'
import { joined } from './names'

const isResolution = when('kind', '01', '02')
const isRule = when('kind', '09')
/** A resolution belongs to a session or to a presidium meeting: one of the two. */
const resolutionWithout = (other: string) => (data: Data): boolean => isResolution(data) && !filled(data, other)

export const document = defineRecord({
  type: 'document',
  label: '文件',
  scope: 'county',
  refuseWhileReferenced: true,
  firstStatus: '拟稿',
  endStatuses: ['已归档', '已废止'],
  menu: 'documents',
  fields: {
    kind: choice('类别', 'document.kind', 'identity'),
    title: text('标题', 'identity', { max: 500 }),
    doc_no: text('文号', 'step', { max: 100 }),
    issued_on: date('印发日期', 'step'),
    signer: text('签发人', 'complete', { max: 100 }),
    session: ref('人代会', ['session'], 'complete', { completeIf: resolutionWithout('meeting') }),
    meeting: ref('主席团会议', ['presidium_meeting'], 'complete', { completeIf: resolutionWithout('session') }),
    openness: choice('公开属性', 'openness', 'complete', { refusesSecrets: true, hint: '涉密文件不得录入本软件' }),
    pages: int('页数', 'optional', { unit: '页' }),
    copies: int('份数', 'optional', { unit: '份' }),
    recipients: text('主送', 'optional', { max: 500 }),
    cc: text('抄送', 'optional', { max: 500 }),
    edition: int('版本', 'optional', { min: 1, max: 999 }),
    file: file('正文', 'complete'),
    rule_kind: choice('制度类别', 'rule_kind', 'complete', { completeIf: isRule }),
    effective_on: date('施行日期', 'complete', { mayBeFuture: true, completeIf: isRule }),
    // A rule in force has none, so it is never missing.
    repealed_on: date('废止日期', 'complete', { mayBeFuture: true, completeIf: () => false }),
    on_wall: flag('上墙', 'complete', { completeIf: isRule }),
    filed_on: date('报县备案日期', 'step'),
  },
  dateField: 'issued_on',
  columns: ['doc_no', 'title', 'kind', 'issued_on', 'signer', 'status'],
  search: ['doc_no', 'title', 'signer', 'recipients'],
  title: (data) => joined(textOf(data, 'doc_no'), textOf(data, 'title')),
})
export type Document = DataOf<typeof document.fields>

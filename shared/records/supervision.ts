/** 监督事项, 发现问题 and 测评计票 (A.12). */
import { choice, date, flag, int, list, longText, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { when } from './conditions'
import { inOrder } from './dates-in-order'
import { joined, nameOf } from './names'
import { numberedIn } from './next-no'

export const supervision = defineRecord({
  type: 'supervision',
  label: '监督事项',
  scope: 'county',
  refuseWhileReferenced: true,
  firstStatus: '计划',
  endStatuses: ['归档', '已取消'],
  menu: 'supervision',
  fields: {
    form: choice('监督方式', 'supervision_form', 'identity'),
    topic: text('议题', 'identity', { max: 500 }),
    field: choice('领域', 'field', 'complete'),
    laws: list('依据/法律法规名称', { name: text('名称', 'optional', { max: 200 }) }, 'step'),
    targets: refs('被监督单位', ['organisation'], 'complete'),
    persons: list('述职人', { name: text('姓名', 'optional', { max: 100 }), post: text('职务', 'optional', { max: 100 }) }, 'optional'),
    linkage: choice('联动', 'linkage', 'complete'),
    focus: flag('重点监督', 'optional'),
    plan_ref: ref('对应计划项', ['plan_item'], 'optional'),
    leaders: refs('带队', ['mandate'], 'optional'),
    start_on: date('开始日期', 'step', { mayBeFuture: true }),
    end_on: date('结束日期', 'optional', { mayBeFuture: true }),
    place: text('地点', 'complete', { max: 200 }),
    half_days: int('折合半天数', 'optional', { initial: 1, max: 999, unit: '个半天' }),
    site: ref('站点', ['site'], 'optional'),
    experts: text('邀请人员', 'optional'),
    process: longText('过程记录', 'optional'),
    report_on: date('报告日期', 'step'),
    report_doc: ref('报告(视察/调研/检查报告)', ['document', 'file'], 'complete'),
    forward_on: date('转交日期', 'step'),
    forward_to: refs('转交单位', ['organisation'], 'step'),
    feedback_due: date('研究处理反馈期限', 'app', { mayBeFuture: true }),
    feedback_on: date('研究处理反馈日期', 'step'),
    feedback_text: longText('研究处理情况', 'complete'),
    opinion_doc: ref('审议(讨论)意见', ['document'], 'complete', { completeIf: when('form', '01') }),
    deputy_feedback_on: date('向代表反馈日期', 'complete'),
    county_report_on: date('向县人大/党委报告日期', 'optional'),
    closed_on: date('办结日期', 'step'),
  },
  dateField: 'start_on',
  columns: ['topic', 'form', 'start_on', 'targets', 'status', 'feedback_due'],
  search: ['topic', 'targets', 'place', 'laws', 'process'],
  title: (data) => textOf(data, 'topic'),
  check: inOrder('start_on', '开始日期', 'end_on', '结束日期'),
})
export type Supervision = DataOf<typeof supervision.fields>

export const finding = defineRecord({
  type: 'finding',
  label: '发现问题',
  scope: 'county',
  parents: [{ field: 'supervision', onDelete: 'cascade' }],
  firstStatus: '发现',
  endStatuses: ['销号'],
  menu: 'supervision',
  fields: {
    supervision: ref('监督事项', ['supervision'], 'identity'),
    no: int('序号', 'identity', { min: 1, max: 9999 }),
    problem: text('问题', 'identity'),
    unit: ref('责任单位', ['organisation'], 'complete'),
    measure: text('整改措施', 'complete'),
    due_on: date('整改时限', 'step', { mayBeFuture: true }),
    done_on: date('完成日期', 'step'),
    done_note: text('落实说明', 'step'),
    verified_by: text('核验人', 'step', { max: 100 }),
    verified_on: date('核验日期', 'step'),
  },
  dateField: 'done_on',
  columns: ['no', 'problem', 'unit', 'due_on', 'done_on', 'status'],
  search: ['problem', 'unit', 'measure'],
  title: (data) => textOf(data, 'problem'),
  numberedWithin: 'supervision',
  propose: numberedIn('finding', 'supervision'),
})
export type Finding = DataOf<typeof finding.fields>

export const rating = defineRecord({
  type: 'rating',
  label: '测评计票',
  scope: 'county',
  key: ['about', 'round', 'aspect'],
  parents: [{ field: 'about', onDelete: 'cascade' }],
  menu: 'supervision',
  fields: {
    about: ref('被测评记录', ['supervision', 'debrief', 'livelihood_project', 'follow_up'], 'identity'),
    round: int('轮次', 'identity', { min: 1, max: 99 }),
    aspect: text('维度/被测对象', 'identity', { initial: '总体', max: 200 }),
    rated_on: date('测评日期', 'complete'),
    satisfied: int('满意', 'complete', { unit: '票' }),
    basically: int('基本满意', 'complete', { unit: '票' }),
    dissatisfied: int('不满意', 'complete', { unit: '票' }),
    abstain: int('弃权', 'complete', { unit: '票' }),
    issued: int('发出', 'optional', { unit: '张' }),
    collected: int('收回', 'optional', { unit: '张' }),
    invalid: int('无效', 'optional', { unit: '张' }),
  },
  dateField: 'rated_on',
  columns: ['about', 'round', 'aspect', 'rated_on', 'satisfied', 'basically', 'dissatisfied'],
  search: ['about', 'aspect'],
  title: (data, lookup) => joined(nameOf(lookup, textOf(data, 'about')), textOf(data, 'aspect'), '测评'),
  propose: () => ({ round: 1 }),
})
export type Rating = DataOf<typeof rating.fields>

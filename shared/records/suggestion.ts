/** 代表建议、批评和意见 (A.17): one matter a file, from raising to closing. */
import { choice, date, derived, file, int, list, longText, money, ref, refs, text, type Data, type DataOf, type Field } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import type { Warning } from '../result'
import { whenFilled } from './conditions'
import { chainInOrder } from './dates-in-order'
import { joined } from './names'
import { suggestionOutcome } from './suggestion-outcome'

const resultClass: Field<'derived', 'app'> = { ...derived('最终办理结果'), codes: 'result_class' }
const rateResult: Field<'derived', 'app'> = { ...derived('最终评价'), codes: 'rate' }
const longTitle = 60

const datesInOrder = chainInOrder(['raised_on', '提出日期'], ['review_on', '审查日期'], ['assigned_on', '交办日期'])

function impossible(data: Data): readonly Warning[] {
  const wrong = datesInOrder(data)
  return wrong === null ? [] : [{ code: 'dates-out-of-order', field: wrong.field, ...(wrong.detail === undefined ? {} : { detail: wrong.detail }) }]
}

export const suggestion = defineRecord({
  type: 'suggestion',
  label: '代表建议',
  scope: 'county',
  refuseWhileReferenced: true,
  firstStatus: '草稿',
  endStatuses: ['已并案', '已转出', '不立案', '已撤回', '已办结'],
  menu: 'suggestions',
  fields: {
    no: text('建议编号', 'app', { max: 40 }),
    kind: choice('类别', 'suggestion.kind', 'complete', { initial: '1' }),
    period: choice('提出时段', 'suggestion.period', 'step'),
    session: ref('会议', ['session'], 'step', { hint: '会议期间提出的填写' }),
    raised_on: date('提出日期', 'step'),
    lead: ref('领衔代表', ['mandate'], 'step'),
    cosign: refs('联名(附议)代表', ['mandate'], 'optional'),
    title: text('标题', 'identity', { max: 500, hint: '关于……的建议，一事一议' }),
    body: longText('内容(情况/问题/具体建议)', 'complete'),
    source: choice('来源', 'suggestion.source', 'optional'),
    source_ref: ref('来源记录', ['voter_matter', 'bill', 'activity', 'supervision', 'letter', 'county_order'], 'optional'),
    field: choice('内容分类', 'field', 'complete'),
    villages: refs('涉及村', ['village'], 'optional'),
    voters_served: int('受益群众数', 'optional', { unit: '人' }),
    repeat_of: ref('历年重复', ['suggestion'], 'optional'),
    key_level: choice('重点督办', 'key_level', 'optional'),
    key_leader: text('领办领导', 'complete', { max: 100, completeIf: whenFilled('key_level') }),
    key_supervisor: text('督办人', 'complete', { max: 100, completeIf: whenFilled('key_level') }),
    public_ok: choice('是否可公开', 'public_ok', 'complete', { hint: '不填按不宜公开处理' }),
    accept: choice('立案审查', 'accept', 'step'),
    accept_reason: choice('审查理由', 'not_suggestion_reason', 'step', { orText: true, max: 500 }),
    reviewer: text('审查人', 'complete', { max: 100 }),
    review_on: date('审查日期', 'step'),
    merged_into: ref('并入主件', ['suggestion'], 'step'),
    mode: choice('办理方式', 'handling_mode', 'complete', { initial: '1' }),
    host: ref('主办单位', ['organisation'], 'step'),
    cohosts: refs('协办(会办)单位', ['organisation'], 'optional'),
    assigned_on: date('交办日期', 'step'),
    term_class: choice('办理期限类别', 'term_class', 'complete', { initial: '1' }),
    due_on: date('应答复日期', 'app', { mayBeFuture: true }),
    due_rule: text('所用规则', 'app'),
    returns: list('退回/改交记录', {
      date: date('日期', 'optional'),
      unit: ref('退回单位', ['organisation'], 'optional'),
      reason: text('原因', 'optional'),
      new_host: ref('改交单位', ['organisation'], 'optional'),
    }, 'app'),
    coordinated_on: date('协调日期', 'step'),
    coordination: longText('协调情况', 'step'),
    outcome_note: longText('落实说明', 'step'),
    published_on: date('公开日期', 'optional'),
    congress_report: ref('已纳入向大会报告', ['session'], 'complete'),
    cost_fen: money('解决资金', 'optional'),
    withdrawn_on: date('撤回日期', 'step'),
    withdraw_file: file('书面撤回件', 'complete', { completeIf: whenFilled('withdrawn_on') }),
    closed_on: date('办结日期', 'step'),
    close_reason: choice('办结方式', 'close_reason', 'step'),
    round: derived('轮次'),
    result_class: resultClass,
    reply_on: derived('首次答复日期'),
    rate_result: rateResult,
  },
  dateField: 'raised_on',
  columns: ['no', 'title', 'lead', 'host', 'status', 'due_on', 'rate_result'],
  search: ['no', 'title', 'lead', 'cosign', 'host', 'body'],
  title: (data) => joined(textOf(data, 'no'), textOf(data, 'title')),
  derive: (rec, lookup) => ({ ...suggestionOutcome(rec.fields, lookup.where('reply', 'suggestion', rec.id)) }),
  check: datesInOrder,
  warn: (data) => ([...textOf(data, 'title')].length > longTitle ? [{ code: 'long-title', field: 'title', detail: { limit: longTitle } }] : []),
  // an old paper may say what cannot be: it is taken as it stands, and said
  warnAmong: (data) => (data['as_history'] === true ? impossible(data) : []),
})
export type Suggestion = DataOf<typeof suggestion.fields>

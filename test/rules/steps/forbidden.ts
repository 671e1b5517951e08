/**
 * States that no record may be in, whatever steps led there: what the laws and the guards of domain.md A.34 forbid, said of the finished
 * record and not of the step. Empty = nothing is wrong.
 */
import { idsOf, intOf, textOf } from '../../../shared/facts'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import { deputiesInOffice } from '../../../shared/rules/deputies'
import { votePassed } from '../../../shared/steps/votes'
import type { World } from './world'

type Forbids = (world: World, rec: Rec) => readonly (string | false)[]

const names = (data: Data, ...keys: readonly string[]): number => new Set(keys.flatMap((key) => (Array.isArray(data[key]) ? idsOf(data, key) : [textOf(data, key)])).filter((id) => id !== '')).size

/** The first of two days lies after the second, both known. */
const after = (data: Data, first: string, second: string): boolean => {
  const [a, b] = [textOf(data, first), textOf(data, second)]
  return a.length === 10 && b.length === 10 && a > b
}

const steps = (world: World, id: string): readonly string[] => world.log(id).filter((row) => row.undone !== true).map((row) => row.step)

/** All deputies on the day that a field names. */
const deputiesOn = (world: World, day: string): number => deputiesInOffice(world.facts, day, world.settings).total

/** A step that the status presupposes was never run. */
const without = (world: World, { id, status = '' }: Rec, needs: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  (needs[status] ?? []).filter((step) => !steps(world, id).includes(step)).map((step) => `${status} without ${step}`)

const carried = (world: World, data: Data): boolean | null => {
  const vote = world.records.get(textOf(data, 'vote'))
  return vote ? votePassed(vote, world.rules) : null
}

const forbids: Readonly<Record<string, Forbids>> = {
  mandate: (_, { fields, status }) => [
    status === '已终止' && textOf(fields, 'end_reason') === '' && 'ended without a ground',
    status === '终止待公告' && !['1', '3', '5', '6', '7'].includes(textOf(fields, 'end_reason')) && 'reported on a ground that is none of the committee\'s',
    status === '暂停执行职务' && textOf(fields, 'suspend_reason') === '' && 'suspended without a ground',
    status === '卸任' && textOf(fields, 'end_reason') !== '9' && 'out of office with another ground than the end of the term',
    after(fields, 'elected_on', 'confirm_on') && 'confirmed before the election',
  ],
  session: (_, { fields, status }) => [
    ['已闭会', '已归档'].includes(status ?? '') && after(fields, 'start_on', 'end_on') && 'closed before it opened',
    status === '进行中' && intOf(fields, 'total_deputies') === null && 'open without the number of all deputies',
    status === '已通知' && textOf(fields, 'kind') === '4' && textOf(fields, 'convened_by') === '' && 'a special session that nobody wanted',
  ],
  presidium_meeting: (_, { fields, status }) => [['进行中', '已结束', '已归档'].includes(status ?? '') && intOf(fields, 'members_total') === null && 'held without the number of its members'],
  bill: (world, { fields, status }) => [
    !['已收'].includes(status ?? '') && textOf(fields, 'proposer_kind') === '3' && names(fields, 'lead', 'cosign') < 5 && 'a joint bill with fewer than five names',
    status === '通过' && carried(world, fields) !== true && 'carried without more than half of all deputies',
    status === '未通过' && carried(world, fields) !== false && 'lost with more than half of all deputies',
    status === '已撤回' && textOf(fields, 'withdraw_agreed_on') === '' && 'withdrawn without the consent of the presidium',
    after(fields, 'received_on', 'handled_on') && 'handled before it was received',
  ],
  inquiry: (_, { fields, status }) => [
    status !== '拟提' && textOf(fields, 'kind') === '1' && names(fields, 'lead', 'proposers') < 10 && 'a 质询案 with fewer than ten names',
    status !== '拟提' && textOf(fields, 'lead') === '' && 'raised by nobody',
    status === '终结' && !Array.isArray(fields['answers']) && 'closed without an answer',
    after(fields, 'raised_on', 'decided_on') && 'decided before it was raised',
  ],
  recall: (world, { fields, status }) => [
    status !== '拟提' && textOf(fields, 'proposer_kind') === '2' && 5 * names(fields, 'proposers') < deputiesOn(world, textOf(fields, 'proposed_on')) && 'moved by fewer than a fifth',
    status !== '拟提' && textOf(fields, 'proposer_kind') === '3' && (intOf(fields, 'voter_count') ?? 0) < 30 && 'moved by fewer than thirty voters',
    ['已通过', '已公告'].includes(status ?? '') && fields['passed'] !== true && 'carried and not passed',
    status === '未通过' && fields['passed'] === true && 'lost and passed',
    status === '已通过' && carried(world, fields) === false && 'carried against its vote',
    after(fields, 'proposed_on', 'decided_on') && 'decided before it was moved',
  ],
  by_election: (world, rec) => [
    rec.status === '投票' && 2 * (intOf(rec.fields, 'turnout') ?? 0) <= (intOf(rec.fields, 'voters') ?? 0) && 'a poll that half of the voters did not come to holds',
    rec.status === '投票' && !(Array.isArray(rec.fields['candidates']) && rec.fields['candidates'].some((row) => typeof row === 'object' && 'elected' in row && row['elected'] === true)) && 'a poll holds that nobody won',
    ['确认', '完成'].includes(rec.status ?? '') && textOf(rec.fields, 'mandate') === '' && 'confirmed without a deputy',
    ...without(world, rec, { 完成: ['start', 'register', 'nominate', 'poll', 'review', 'confirm'] }),
  ],
  supervision: (_, { fields, status }) => [
    !['计划', '准备', '已取消'].includes(status ?? '') && textOf(fields, 'form') === '02' && !Array.isArray(fields['laws']) && 'an inspection of no law',
    status === '整改中' && idsOf(fields, 'forward_to').length === 0 && 'forwarded to nobody',
    status === '已反馈' && after(fields, 'forward_on', 'feedback_on') && 'answered before it was forwarded',
    after(fields, 'start_on', 'report_on') && 'reported on before it began',
  ],
  finding: (_, { fields, status }) => [
    status === '销号' && textOf(fields, 'verified_by') === '' && 'struck off and looked at by nobody',
    status === '已整改' && textOf(fields, 'done_note') === '' && 'put right without a word',
    status === '销号' && after(fields, 'done_on', 'verified_on') && 'looked at before it was done',
  ],
  follow_up: (_, { fields, status }) => [
    status !== '待交办' && textOf(fields, 'target') === '' && 'handed over to nobody',
    status === '已办结' && textOf(fields, 'evaluation') === '' && 'closed without a judgement',
    after(fields, 'sent_on', 'reply_on') && 'reported on before it was handed over',
    ['已报告', '已办结'].includes(status ?? '') && textOf(fields, 'reply_text') === '' && 'reported without a word',
  ],
  major_matter: (world, rec) => [
    rec.status === '已作出决定' && textOf(rec.fields, 'mode') === '2' && world.records.get(textOf(rec.fields, 'session'))?.type === 'presidium_meeting' && 'decided by the presidium in the place of the congress',
    ['已作出决定', '已报告', '跟踪', '办结'].includes(rec.status ?? '') && textOf(rec.fields, 'decision_text') === '' && 'decided without a text',
    after(rec.fields, 'listed_on', 'submitted_on') && 'submitted before it was listed',
    ...without(world, rec, { 办结: ['list', 'submit', 'deliberate', 'decide'] }),
  ],
  livelihood_project: (world, rec) => [
    ['票决通过', '实施', '完工', '评估', '结转'].includes(rec.status ?? '') && rec.fields['elected'] !== true && 'built without being carried',
    rec.status === '票决未通过' && rec.fields['elected'] === true && 'lost and carried',
    after(rec.fields, 'started_on', 'finished_on') && 'done before it began',
    ...without(world, rec, { 评估: ['shortlist', 'nominate', 'vote', 'start', 'finish'] }),
  ],
  activity: (world, { id, fields, status }) => [
    ['已开展', '已归档'].includes(status ?? '') && textOf(fields, 'no') === '' && 'held without a number',
    ['已开展', '已归档'].includes(status ?? '') && (textOf(fields, 'start_on') === '' || textOf(fields, 'start_on') > world.today) && 'held on no day or in the future',
    status === '取消' && world.facts.where('participation', 'event', id).length > 0 && 'people came to what did not take place',
  ],
  voter_matter: (world, rec) => [
    rec.status === '已转办' && textOf(rec.fields, 'to_unit') === '' && 'passed on to nobody',
    rec.status === '不受理' && textOf(rec.fields, 'reject_reason') === '' && 'not taken up without a reason',
    rec.status === '转建议' && !world.records.has(textOf(rec.fields, 'suggestion')) && 'a suggestion that there is not',
    rec.status === '已回复' && textOf(rec.fields, 'reply_text') === '' && 'answered without a word',
    after(rec.fields, 'received_on', 'reply_on') && 'answered before it was received',
  ],
  debrief: (world, rec) => [
    ...without(world, rec, { 已测评: ['report', 'rate'], 已反馈: ['report', 'feed_back'], 整改: ['report', 'feed_back', 'rectify'] }),
    rec.status === '已测评' && world.facts.where('rating', 'about', rec.id).length === 0 && 'rated by nobody',
  ],
  plan_item: (_, { fields, status }) => [['已调整', '未完成'].includes(status ?? '') && textOf(fields, 'undone_reason') === '' && 'not done without a reason', after(fields, 'adopted_on', 'published_on') && 'published before it was adopted'],
  document: (world, rec) => [['已印发', '已备案', '已归档', '已废止'].includes(rec.status ?? '') && textOf(rec.fields, 'issued_on') === '' && 'issued on no day', ...without(world, rec, { 已备案: ['issue', 'file'], 已废止: ['issue'] })],
  task: (_, { fields, status }) => [status === '取消' && textOf(fields, 'cancel_reason') === '' && 'dropped without a reason', textOf(fields, 'snoozed_to') !== '' && textOf(fields, 'snooze_reason') === '' && 'put off without a reason'],
  county_order: (_, { fields, status }) => [
    ['已回告', '已办结'].includes(status ?? '') && textOf(fields, 'result') === '' && 'answered without a word',
    status === '退回' && textOf(fields, 'return_reason') === '' && 'sent back without a reason',
  ],
  expense: (world, rec) => [rec.status === '已审批' && textOf(rec.fields, 'approved_by') === '' && 'approved by nobody', ...without(world, rec, { 已支付: ['pay'] })],
  suggestion: (world, rec) => brokenGuards(world, rec.id),
}

/** What is wrong with a record in the state that it is in. */
export function forbidden(world: World, id: string): readonly string[] {
  const rec = world.get(id)
  const rule = forbids[rec.type]
  if (!rule) throw new Error(`nothing is forbidden for ${rec.type}`)
  return rule(world, rec).filter((one): one is string => one !== false)
}

/** What the guards of domain.md A.17 forbid, said of one suggestion. */
function brokenGuards(world: World, id: string): readonly string[] {
  const { fields, status } = world.get(id)
  const replies = world.all('reply')
  const done = steps(world, id)
  const round = Math.max(0, ...replies.map((reply) => Number(reply['round'])))
  const last = replies.filter((reply) => reply['round'] === round)
  const broken: string[] = []
  if (replies.length > 0 && !done.includes('assign')) broken.push('answered before it was assigned')
  for (let no = 2; no <= round; no++) if (!replies.some((reply) => reply['round'] === no - 1 && reply['rate_result'] === '3')) broken.push('a round that nobody asked for')
  if (status === '已办结') {
    const reason = textOf(fields, 'close_reason')
    const rated = last.length > 0 && last.every((reply) => ['1', '2'].includes(textOf(reply, 'rate_result')))
    if (reason === '1' && !rated) broken.push('closed without a good rating')
    if (reason === '2') {
      const open = last.filter((reply) => textOf(reply, 'feedback_on') === '')
      const running = open.some((reply) => (world.rules.due('suggest.feedback', textOf(reply, 'feedback_sent'))?.due_on ?? '') >= textOf(fields, 'closed_on'))
      if (open.length === 0 || running || last.some((reply) => reply['rate_result'] === '3')) broken.push('closed as 未反馈 too early')
    }
    if (reason === '3' && (textOf(fields, 'coordination') === '' || round < 2)) broken.push('closed as coordinated without coordination')
    const classA = last.some((reply) => reply['result_class'] === 'A') && last.every((reply) => reply['result_class'] === 'A')
    if (classA && fields['files'] === undefined && textOf(fields, 'outcome_note') === '') broken.push('class A without proof')
  }
  if (textOf(fields, 'assigned_on') !== '' && textOf(fields, 'assigned_on') < textOf(fields, 'review_on')) broken.push('assigned before the review')
  if (replies.some((reply) => textOf(reply, 'feedback_on') !== '' && textOf(reply, 'feedback_on') < textOf(reply, 'reply_on'))) broken.push('rated before the answer')
  return broken
}

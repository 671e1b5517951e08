/** 表决与选举 (A.10). */
import { choice, date, derived, int, list, ref, text, type Data, type DataOf, type Field, type Row } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import type { RuleEntry } from '../rules/rule-book'
import { when } from './conditions'
import { candidatesWithResult, voteResult } from './vote-result'
import { voteDoubts } from './vote-sums'

const byBallot = when('method', '2')
const isVote = when('kind', '1')
const isElection = when('kind', '2')
const hasSeats = when('kind', '2', '3')

const result: Field<'derived', 'app'> = { ...derived('结果'), codes: 'vote.result' }

const byDeputies = '2'

/** Candidates whom fewer deputies nominate together than the rule asks for (组织法§26); a number that nobody typed says nothing. */
function fewNominators(data: Data, { n }: RuleEntry): string {
  const rows = data['candidates']
  return !Array.isArray(rows) || n === null ? '' : (rows as readonly Row[])
    .filter((row) => row['nominated_by'] === byDeputies && typeof row['nominators'] === 'number' && row['nominators'] < n)
    .map((row) => (typeof row['name'] === 'string' ? row['name'] : '')).filter((name) => name !== '').join('、')
}

export const vote = defineRecord({
  type: 'vote',
  label: '表决/选举',
  scope: 'county',
  parents: [{ field: 'meeting', onDelete: 'refuse' }],
  menu: 'meetings',
  numberedWithin: 'meeting',
  fields: {
    meeting: ref('会议', ['session', 'presidium_meeting'], 'identity'),
    subject: text('事项', 'identity', { max: 500 }),
    kind: choice('种类', 'vote.kind', 'complete', { initial: '1' }),
    about: ref('对应记录', [], 'optional'),
    method: choice('方式', 'vote.method', 'complete'),
    total: int('全体代表', 'complete', { unit: '人' }),
    present: int('出席', 'complete', { unit: '人' }),
    issued: int('发出', 'complete', { unit: '张', completeIf: byBallot }),
    collected: int('收回', 'complete', { unit: '张', completeIf: byBallot }),
    valid: int('有效', 'complete', { unit: '张', completeIf: byBallot }),
    invalid: int('废票', 'complete', { unit: '张', completeIf: byBallot }),
    for_count: int('赞成', 'complete', { unit: '票', completeIf: isVote }),
    against_count: int('反对', 'complete', { unit: '票', completeIf: isVote }),
    abstain_count: int('弃权', 'complete', { unit: '票', completeIf: isVote }),
    seats: int('应选名额', 'complete', { unit: '名', completeIf: hasSeats }),
    candidates: list('候选人/项目', {
      name: text('姓名/项目', 'optional', { max: 200 }),
      person: ref('人员', ['person'], 'optional'),
      post: text('职务', 'optional', { max: 100 }),
      nominated_by: choice('提名', 'nominated_by', 'optional'),
      nominators: int('联名人数', 'optional', { unit: '人' }),
      for_count: int('赞成', 'optional', { unit: '票' }),
      against_count: int('反对', 'optional', { unit: '票' }),
      abstain_count: int('弃权', 'optional', { unit: '票' }),
      elected: derived('当选'),
    }, 'complete', { completeIf: isElection }),
    other_names: list('另选他人', {
      name: text('姓名', 'optional', { max: 100 }),
      post: text('职务', 'optional', { max: 100 }),
      for_count: int('赞成', 'optional', { unit: '票' }),
    }, 'optional'),
    result,
    result_override: choice('改定结果', 'vote.result', 'optional'),
    override_reason: text('改定理由', 'optional'),
    tellers: text('计票人', 'optional', { max: 200 }),
    scrutineers: text('监票人', 'optional', { max: 200 }),
    oath_on: date('宪法宣誓日期', 'optional'),
    oath_group: text('宪法宣誓', 'optional', { max: 200 }),
    announce_no: text('公告文号', 'complete', { max: 100, completeIf: isElection }),
  },
  columns: ['subject', 'meeting', 'kind', 'method', 'for_count', 'total', 'result'],
  search: ['subject', 'meeting', 'candidates'],
  title: (data) => textOf(data, 'subject'),
  warnAmong: (data, _lookup, rules) => {
    const entry = rules.entry('candidate.min')
    const names = fewNominators(data, entry)
    const sums = voteDoubts(data).map(({ field, say }) => ({ code: 'votes-do-not-add-up', field, detail: { say } }))
    return names === '' ? sums : [...sums, { code: 'too-few-cosigners', field: 'candidates', detail: { names, need: entry.n, source: entry.source } }]
  },
  derive: (rec, _lookup, _today, rules) => {
    const entry = rules.entry('congress.majority')
    const candidates = candidatesWithResult(rec.fields, entry)
    return { result: voteResult(rec.fields, entry), ...(candidates.length > 0 ? { candidates } : {}) }
  },
})
export type Vote = DataOf<typeof vote.fields>

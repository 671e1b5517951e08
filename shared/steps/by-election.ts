/** 补选 (选举法§28–57; domain.md A.21, A.34). A poll or a return that does not hold starts it again. */
import { intOf, textOf } from '../facts'
import { flag, type Data, type Row } from '../fields'
import type { Rec } from '../record'
import type { Warning } from '../result'
import { daysBetween } from '../rules/calendar'
import { machine, may, must, own, ownDay, ownReason, step } from './define-step'
import { notBefore, refuse } from './refuse'
import type { RuleEntry } from '../rules/rule-book'

const rowsOf = (data: Data): readonly Row[] => {
  const rows = data['candidates']
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

const number = (row: Row, key: string): number | null => (typeof row[key] === 'number' ? row[key] : null)

/** Voters who must stand behind a nomination that is not a party's (选举法§30). */
const votersToNominate = 10
const byPresidium = '1'
const byParty = '4'

function nominators(rows: readonly Row[]): readonly Warning[] {
  const few = rows.filter((row) => row['nominated_by'] !== byPresidium && row['nominated_by'] !== byParty && (number(row, 'nominators') ?? 0) < votersToNominate)
  const names = few.map((row) => (typeof row['name'] === 'string' ? row['name'] : '')).join('、')
  return few.length === 0 ? [] : [{ code: 'too-few-nominators', field: 'candidates', detail: { names, need: votersToNominate } }]
}

const nominate = step('nominate', '公布候选人', {
  from: '选民登记', to: '提名', on: 'candidates_on', inputs: [must('candidates_on'), must('candidates', { fresh: true }), may('formal_on', { fresh: true })],
  run: ({ rec, input, eventOn }) =>
    notBefore('candidates_on', eventOn, '候选人公布日', [rec.fields['roll_on'], '选民名单公布日']) ?? notBefore('formal_on', input['formal_on'], '正式候选人公布日', [eventOn, '候选人公布日'])
    ?? { ok: true, status: '提名', warnings: nominators(rowsOf(input)) },
})

/**
 * Days from the roll to the poll below which a by-election is warned of: what the province or the office says. The national law leaves
 * by-elections to the provinces (选举法§57); its 20 days are those of a general election, so 浙江's 12 (2021) stand where nobody says more.
 */
const rollDays = (entry: RuleEntry): number | null => (entry.who === '法律' ? 12 : entry.n)

const isAboveHalf = (votes: number, of: number): boolean => 2 * votes > of

const poll = step('poll', '投票', {
  from: '提名', to: ['投票', '启动'], on: 'vote_on', inputs: [must('vote_on'), must('turnout', { fresh: true }), may('candidates')],
  run: ({ rec, input, eventOn, rules }) => {
    const roll = textOf(rec.fields, 'roll_on')
    const early = notBefore('vote_on', eventOn, '投票日', [roll, '选民名单公布日'], [rec.fields['candidates_on'], '候选人公布日'], [rec.fields['formal_on'], '正式候选人公布日'])
    if (early) return early
    const turnout = intOf(input, 'turnout') ?? 0
    const voters = intOf(rec.fields, 'voters') ?? 0
    const rows = rowsOf(input)
    const enough = isAboveHalf(turnout, voters)
    if (enough && !rows.some((row) => number(row, 'votes') !== null)) return refuse(rec.status, 'input-missing', { missing: ['candidates'], more: { column: 'votes' } })
    const days = roll === '' ? null : daysBetween(roll, eventOn)
    const need = rollDays(rules.entry('election.roll'))
    const warnings: Warning[] = days !== null && need !== null && days < need ? [{ code: 'roll-too-short', field: 'vote_on', detail: { days, need } }] : []
    const candidates = rows.map((row) => ({ ...row, elected: enough && isAboveHalf(number(row, 'votes') ?? 0, turnout) }))
    const why = !enough ? 'turnout' : candidates.some((row) => row.elected) ? null : 'votes'
    if (why !== null) warnings.push({ code: 'poll-invalid', field: why === 'turnout' ? 'turnout' : 'candidates', detail: { why, turnout, voters } })
    return { ok: true, status: why === null ? '投票' : '启动', set: { candidates }, warnings, ...(why === null ? {} : { log: { invalid: why } }) }
  },
})

const isValid = (input: Data): boolean => input['valid'] !== false

const confirm = step('confirm', '主席团确认', {
  from: '资格审查', to: ['确认', '启动'], on: 'confirmed_on',
  inputs: [must('confirmed_on'), may('mandate', { fresh: true, requiredIf: isValid }), may('valid', own(flag('当选有效', 'optional')))],
  run: ({ rec, input, eventOn }) =>
    notBefore('confirmed_on', eventOn, '主席团确认日', [rec.fields['review_on'], '资格审查日']) ?? { ok: true, status: isValid(input) ? '确认' : '启动' },
})

const after = (rec: Rec, key: string, label: string) => [rec.fields[key], label] as const

export const byElection = machine('by_election', { step: 'start', on: ['reported_on', 'vacant_on'] }, [
  step('start', '启动', {
    from: '出缺', to: '启动', on: 'reported_on', inputs: [must('reported_on')],
    run: ({ rec, eventOn }) => notBefore('reported_on', eventOn, '报县选举日期', after(rec, 'vacant_on', '出缺日期')) ?? { ok: true, status: '启动' },
  }),
  step('register', '选民登记', {
    from: '启动', to: '选民登记', on: 'roll_on', inputs: [must('roll_on'), must('voters')],
    run: ({ rec, eventOn }) => notBefore('roll_on', eventOn, '选民名单公布日', after(rec, 'vacant_on', '出缺日期')) ?? { ok: true, status: '选民登记' },
  }),
  nominate, poll,
  step('review', '资格审查', {
    from: '投票', to: '资格审查', on: 'review_on', inputs: [must('review_on')],
    run: ({ rec, eventOn }) => notBefore('review_on', eventOn, '资格审查日', after(rec, 'vote_on', '投票日')) ?? { ok: true, status: '资格审查' },
  }),
  confirm,
  step('publish', '公布', {
    from: '确认', to: '完成', on: 'published_on', inputs: [must('published_on')],
    run: ({ rec, eventOn }) => notBefore('published_on', eventOn, '公布日', after(rec, 'confirmed_on', '主席团确认日')) ?? { ok: true, status: '完成' },
  }),
  step('call_off', '取消', {
    from: ['出缺', '启动', '选民登记', '提名', '投票', '资格审查', '确认'], to: '已取消', on: 'event_on',
    inputs: [may('event_on', ownDay('取消日期')), must('cancel_reason', ownReason('取消原因'))],
  }),
])

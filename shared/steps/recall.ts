/** 罢免与辞职 (组织法§31, 选举法§50–55; domain.md A.20, A.34). A decision on a deputy ends the mandate in the same commit. */
import { flagOf, idsOf, intOf, textOf } from '../facts'
import type { Data } from '../fields'
import { deputiesInOffice, seatedStatuses, shareOf } from '../rules/deputies'
import { machine, may, must, ownDay, step } from './define-step'
import { notBefore, refuse } from './refuse'
import type { SideChange, StepContext } from './step'
import { againstVote, distinct, enoughNames, linkedVote } from './votes'

const byDeputies = '2'
const byVoters = '3'
const proposedBy = (kind: string) => (input: Data): boolean => textOf(input, 'proposer_kind') === kind

const propose = step('propose', '提出', {
  from: '拟提', to: '已提出', on: 'proposed_on',
  inputs: [must('proposed_on'), must('proposer_kind'), may('proposers', { requiredIf: proposedBy(byDeputies) }), may('voter_count', { requiredIf: proposedBy(byVoters) })],
  run: ({ rec, input, eventOn, lookup, rules, settings }) => {
    if (proposedBy(byDeputies)(input)) {
      const need = shareOf(rules.entry('recall.leader'), deputiesInOffice(lookup, eventOn, settings).total)
      const few = enoughNames(rec.status, distinct(lookup, idsOf(input, 'proposers')), need, 'proposers')
      if (few) return few
    }
    if (proposedBy(byVoters)(input)) {
      const need = rules.entry('recall.voters').n
      const have = intOf(input, 'voter_count') ?? 0
      if (need !== null && have < need) return refuse(rec.status, 'too-few-voters', { field: 'voter_count', more: { have, need } })
    }
    return { ok: true, status: '已提出' }
  },
})

const recallOfDeputy = '2'
const resignationOfDeputy = '4'

/** What the decision does to the mandate of the deputy it is about. */
function mandateSteps({ rec, input, eventOn, lookup }: StepContext, passed: boolean): readonly SideChange[] {
  const mandate = lookup.get(textOf(rec.fields, 'target'))
  if (!mandate || mandate.type !== 'mandate' || !seatedStatuses.includes(mandate.status ?? '')) return []
  const run = (name: string, told: Data): SideChange => ({ type: 'mandate', id: mandate.id, fields: {}, step: { name, input: told } })
  const kind = textOf(rec.fields, 'kind')
  if (kind === recallOfDeputy && passed) return [run('end', { congress_on: eventOn, end_reason: '4' })]
  if (kind !== resignationOfDeputy) return []
  const vote = textOf(input, 'vote')
  const decided = run('vote_resignation', { congress_on: eventOn, passed, ...(vote === '' ? {} : { vote }) })
  if (mandate.status === '辞职待大会表决') return [decided]
  // the written resignation is this record itself, where nobody entered it at the mandate
  return passed && mandate.status !== '终止待公告' ? [run('resign', { event_on: textOf(rec.fields, 'proposed_on') || eventOn }), decided] : []
}

const decide = step('decide', '登记决定', {
  from: '已提出', to: ['已通过', '未通过'], on: 'decided_on', inputs: [must('decided_on'), must('passed'), may('session'), may('vote')],
  run: (context) => {
    const { rec, input, eventOn, lookup, rules } = context
    const passed = flagOf(input, 'passed')
    return againstVote(rec.status, passed, linkedVote(lookup, input), rules) ?? notBefore('decided_on', eventOn, '决定日期', [rec.fields['proposed_on'], '提出日期'])
      ?? { ok: true, status: passed ? '已通过' : '未通过', side: mandateSteps(context, passed) }
  },
})

export const recall = machine('recall', { step: 'propose', on: ['proposed_on'] }, [
  propose, decide,
  step('announce', '公告', {
    from: '已通过', to: '已公告', on: 'announced_on', inputs: [must('announced_on'), may('announce_no')],
    run: ({ rec, eventOn }) => notBefore('announced_on', eventOn, '公告日期', [rec.fields['decided_on'], '决定日期']) ?? { ok: true, status: '已公告' },
  }),
  step('withdraw', '撤回', {
    from: '已提出', to: '已撤回', on: 'event_on', inputs: [must('event_on', ownDay('撤回日期'))],
    run: ({ rec, eventOn }) => notBefore('event_on', eventOn, '撤回日期', [rec.fields['proposed_on'], '提出日期']) ?? { ok: true, status: '已撤回' },
  }),
])

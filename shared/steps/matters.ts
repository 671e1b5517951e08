/** 重大事项 and 民生实事项目 (组织法§12; domain.md A.14, A.15, A.34). */
import { flagOf, intOf, textOf } from '../facts'
import { flag, int, longText } from '../fields'
import type { Rec } from '../record'
import { fail, type Warning } from '../result'
import { carries, deputiesInOffice } from '../rules/deputies'
import { machine, may, must, own, ownDay, ownReason, step } from './define-step'
import { notBefore, notNegative, refuse } from './refuse'
import type { StepContext } from './step'
import { take } from './step-input'
import { rateStep } from './ratings'
import { linkedVote } from './votes'

const after = (rec: Rec, key: string, label: string) => [rec.fields[key], label] as const

const decisionMode = '2'

const decide = step('decide', '登记决定', {
  from: '已审议', to: ['已作出决定', '已报告'], on: 'decided_on', inputs: [must('decided_on'), must('decision_text'), may('decision_no'), may('vote')],
  run: ({ rec, eventOn, lookup }) => {
    const mode = textOf(rec.fields, 'mode')
    const atPresidium = lookup.get(textOf(rec.fields, 'session'))?.type === 'presidium_meeting'
    // 讨论决定 is the congress's power, the presidium cannot use it (组织法§12)
    if (mode === decisionMode && atPresidium) return refuse(rec.status, 'needs-congress', { field: 'session' })
    const decided = mode === '' ? !atPresidium : mode === decisionMode
    return notBefore('decided_on', eventOn, '决定日期', after(rec, 'submitted_on', '提请日期')) ?? { ok: true, status: decided ? '已作出决定' : '已报告' }
  },
})

export const majorMatter = machine('major_matter', { step: 'list', on: ['listed_on', 'submitted_on', 'decided_on'] }, [
  step('list', '列入清单', { from: '拟列入', to: '列入清单', on: 'listed_on', inputs: [must('listed_on'), may('party_asked_on')] }),
  step('submit', '提请审议', {
    from: '列入清单', to: '已提请', on: 'submitted_on', inputs: [must('submitted_on'), must('submit_unit')],
    run: ({ rec, eventOn }) => notBefore('submitted_on', eventOn, '提请日期', after(rec, 'listed_on', '列入清单日期')) ?? { ok: true, status: '已提请' },
  }),
  step('deliberate', '审议', {
    from: '已提请', to: '已审议', on: 'date', inputs: [may('date', ownDay('审议日期')), must('session')],
    run: ({ rec, eventOn }) => notBefore('date', eventOn, '审议日期', after(rec, 'submitted_on', '提请日期')) ?? { ok: true, status: '已审议' },
  }),
  decide,
  step('follow', '跟踪落实', {
    from: ['已作出决定', '已报告'], to: '跟踪', on: 'date', inputs: [may('date', ownDay('跟踪日期'))],
    run: ({ rec, eventOn }) => notBefore('date', eventOn, '跟踪日期', after(rec, 'decided_on', '决定日期')) ?? { ok: true, status: '跟踪' },
  }),
  step('close', '办结', {
    from: ['已作出决定', '已报告', '跟踪'], to: '办结', on: 'closed_on', inputs: [must('closed_on')],
    run: ({ rec, eventOn }) => notBefore('closed_on', eventOn, '办结日期', after(rec, 'decided_on', '决定日期')) ?? { ok: true, status: '办结' },
  }),
  step('withdraw', '撤回', {
    from: ['拟列入', '列入清单', '已提请'], to: '已撤回', on: 'withdrawn_on', inputs: [must('withdrawn_on'), must('withdraw_reason')],
    run: ({ rec, eventOn }) => notBefore('withdrawn_on', eventOn, '撤回日期', after(rec, 'listed_on', '列入清单日期')) ?? { ok: true, status: '已撤回' },
  }),
])

const shortlist = step('shortlist', '初选', {
  from: '征集', to: ['初选', '未入选'], on: 'date', inputs: [may('date', ownDay('初选日期')), may('chosen', own(flag('入选', 'optional')))],
  run: ({ input }) => ({ ok: true, status: input['chosen'] === false ? '未入选' : '初选' }),
})

/** All deputies at the vote: as the linked vote counted them, else as at the day. */
function electorate({ input, eventOn, lookup, settings }: StepContext): number {
  const counted = linkedVote(lookup, input)
  return (counted ? intOf(counted.fields, 'total') : null) ?? deputiesInOffice(lookup, eventOn, settings).total
}

const voteProject = step('vote', '票决', {
  from: '候选', to: ['票决通过', '票决未通过'], on: 'voted_on', inputs: [must('voted_on'), must('session'), must('votes'), must('elected'), may('vote')],
  run: (context) => {
    const { input } = context
    const refused = notNegative(input, 'votes')
    if (refused) return refused
    const elected = flagOf(input, 'elected')
    const votes = intOf(input, 'votes') ?? 0
    const total = electorate(context)
    const warnings: readonly Warning[] = elected && !carries(votes, total) ? [{ code: 'votes-below-majority', field: 'votes', detail: { votes, total } }] : []
    return { ok: true, status: elected ? '票决通过' : '票决未通过', warnings }
  },
})

const progress = step('progress', '登记进度', {
  from: ['实施', '结转'], to: 'same', on: 'date',
  inputs: [must('date', ownDay('日期')), may('percent', own(int('完成比例', 'optional', { unit: '%' }))), may('text', own(longText('情况', 'optional')))],
  run: ({ rec, input, eventOn }) => {
    const percent = intOf(input, 'percent')
    if (percent !== null && (percent < 0 || percent > 100)) return fail('out-of-range', { field: 'percent', detail: { min: 0, max: 100, value: percent } })
    return notBefore('date', eventOn, '进度日期', after(rec, 'started_on', '开工日期')) ?? { ok: true, append: { progress: { date: eventOn, ...take(input, ['percent', 'text']) } } }
  },
})

export const livelihoodProject = machine('livelihood_project', { on: ['voted_on', 'started_on'] }, [
  shortlist,
  step('nominate', '列为候选', { from: '初选', to: '候选', on: 'date', inputs: [may('date', ownDay('提名日期'))] }),
  voteProject,
  step('start', '开工', {
    from: ['票决通过', '结转'], to: '实施', on: 'started_on', inputs: [must('started_on')],
    run: ({ rec, eventOn }) => notBefore('started_on', eventOn, '开工日期', after(rec, 'voted_on', '票决日期')) ?? { ok: true, status: '实施' },
  }),
  progress,
  step('finish', '完工', {
    from: ['实施', '结转'], to: '完工', on: 'finished_on', inputs: [must('finished_on'), may('spent_fen')],
    run: ({ rec, eventOn }) => notBefore('finished_on', eventOn, '完工日期', after(rec, 'started_on', '开工日期')) ?? { ok: true, status: '完工' },
  }),
  rateStep({ from: ['实施', '完工', '评估'], to: 'same', after: ({ rec }) => after(rec, 'started_on', '开工日期') }),
  step('evaluate', '评估', {
    from: '完工', to: '评估', on: 'evaluated_on', inputs: [must('evaluated_on')],
    run: ({ rec, eventOn }) => notBefore('evaluated_on', eventOn, '评估日期', after(rec, 'finished_on', '完工日期')) ?? { ok: true, status: '评估' },
  }),
  step('carry_over', '结转', {
    from: '实施', to: '结转', on: 'date', inputs: [may('date', ownDay('结转日期')), may('reason', ownReason('结转原因'))],
    run: ({ rec, eventOn }) => notBefore('date', eventOn, '结转日期', after(rec, 'started_on', '开工日期')) ?? { ok: true, status: '结转' },
  }),
])

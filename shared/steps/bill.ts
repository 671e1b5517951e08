/** 议案: from the registry to the agenda, the vote or a suggestion (组织法§22; domain.md A.16, A.34). */
import { idsOf, textOf, type Lookup } from '../facts'
import type { Data } from '../fields'
import type { Rec } from '../record'
import { fail, type Failure, type Warning } from '../result'
import { machine, may, must, ownDay, step } from './define-step'
import { nextBillNo } from '../rules/numbers'
import { notBefore, refuse } from './refuse'
import type { RuleBook } from '../rules/rule-book'
import { allInOffice, distinct, enoughNames, linkedVote, namesOf, votePassed } from './votes'

const jointly = '3'
const isJoint = (input: Data): boolean => textOf(input, 'proposer_kind') === jointly

/** Five deputies at least, each once and each in office that day (组织法§22). */
function signers(rec: Rec, input: Data, day: string, lookup: Lookup, rules: RuleBook): Failure | null {
  const names = namesOf(input, 'lead', 'cosign')
  const people = distinct(lookup, names)
  if (people.length < names.length) return refuse(rec.status, 'name-twice', { field: 'cosign' })
  return enoughNames(rec.status, people, rules.entry('bill.min').n, 'cosign') ?? allInOffice(rec.status, lookup, people, day, 'cosign')
}

const receive = step('receive', '收案', {
  from: '已收', to: '审查', on: 'received_on',
  inputs: [must('received_on'), must('session'), must('proposer_kind'), may('lead', { requiredIf: isJoint }), may('cosign', { requiredIf: isJoint })],
  run: ({ rec, input, eventOn, lookup, rules, deviceLetter }) => {
    const refused = isJoint(input) ? signers(rec, input, eventOn, lookup, rules) : null
    if (refused) return refused
    const deadline = textOf(rec.fields, 'deadline_on')
    const warnings: readonly Warning[] = deadline !== '' && eventOn > deadline ? [{ code: 'bill-late', field: 'received_on', detail: { deadline_on: deadline } }] : []
    const no = textOf(rec.fields, 'no') || nextBillNo(lookup, textOf(input, 'session'), eventOn, deviceLetter)
    return { ok: true, status: '审查', set: { no }, warnings }
  },
})

const received = (rec: Rec) => [rec.fields['received_on'], '收到日期'] as const
const afterHandling: Readonly<Record<string, string>> = { '1': '列入议程', '2': '不列入', '3': '待转建议' }

const decide = step('decide', '主席团处理', {
  from: '审查', to: ['列入议程', '不列入', '待转建议'], on: 'handled_on', inputs: [must('handled_on'), must('handling'), may('handling_reason')],
  run: ({ rec, input, eventOn }) => {
    const status = afterHandling[textOf(input, 'handling')]
    if (status === undefined) return fail('unknown-code', { field: 'handling', detail: { value: input['handling'] } })
    return notBefore('handled_on', eventOn, '处理日期', received(rec)) ?? { ok: true, status }
  },
})

const fromBill = '08'

/** What the suggestion takes over from the bill; it is raised at the bill's session. */
function asSuggestion(rec: Rec): Data {
  const body = [textOf(rec.fields, 'grounds'), textOf(rec.fields, 'proposal')].filter((part) => part !== '').join('\n')
  const lead = textOf(rec.fields, 'lead')
  const cosign = idsOf(rec.fields, 'cosign')
  const session = textOf(rec.fields, 'session')
  return {
    kind: '1', title: textOf(rec.fields, 'title').replace(/议案$/u, '建议'), source: fromBill, source_ref: rec.id, ...(body === '' ? {} : { body }),
    ...(lead === '' ? {} : { lead }), ...(cosign.length === 0 ? {} : { cosign }), ...(session === '' ? {} : { period: '1', session }),
  }
}

const convert = step('convert', '转为建议', {
  from: ['待转建议', '不列入'], to: '转为建议', on: 'event_on', makes: 'suggestion', inputs: [may('event_on', ownDay('转建议日期'))],
  run: ({ rec, eventOn, newId }) => {
    const early = notBefore('event_on', eventOn, '转建议日期', [rec.fields['handled_on'], '处理日期'])
    if (early) return early
    const id = newId()
    return { ok: true, status: '转为建议', set: { suggestion: id }, side: [{ type: 'suggestion', id, isNew: true, fields: asSuggestion(rec) }] }
  },
})

const vote = step('vote', '大会表决', {
  from: '列入议程', to: ['通过', '未通过'], on: 'voted_on', inputs: [must('voted_on'), must('vote')],
  run: ({ rec, input, eventOn, lookup, rules }) => {
    const ballot = linkedVote(lookup, input)
    if (!ballot) return fail('bad-ref', { field: 'vote' })
    const passed = votePassed(ballot, rules)
    if (passed === null) return refuse(rec.status, 'vote-without-result', { field: 'vote' })
    return notBefore('voted_on', eventOn, '表决日期', [rec.fields['handled_on'], '处理日期']) ?? { ok: true, status: passed ? '通过' : '未通过' }
  },
})

const withdraw = step('withdraw', '撤回', {
  from: ['审查', '列入议程'], to: '已撤回', on: 'withdrawn_on', inputs: [must('withdrawn_on'), must('withdraw_agreed_on')],
  run: ({ rec, eventOn }) => notBefore('withdrawn_on', eventOn, '撤回日期', received(rec)) ?? { ok: true, status: '已撤回' },
})

const close = step('close', '执行完毕', {
  from: '通过', to: '执行完毕', on: 'done_on', inputs: [must('done_on'), may('done_note')],
  run: ({ rec, eventOn }) => notBefore('done_on', eventOn, '执行完成日期', [rec.fields['voted_on'], '表决日期']) ?? { ok: true, status: '执行完毕' },
})

export const bill = machine('bill', { step: 'receive', on: ['received_on'] }, [receive, decide, convert, vote, withdraw, close])

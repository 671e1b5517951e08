/** 代表任职: from the election to the end of the mandate (代表法§61–63, 选举法§47, §55; domain.md A.4, A.34). */
import { flagOf, intOf, statusAt, textOf, type Lookup } from '../facts'
import { flag, longText, ref } from '../fields'
import type { Rec } from '../record'
import type { Failure, Warning } from '../result'
import { seatedStatuses } from '../rules/deputies'
import { machine, may, must, own, step } from './define-step'
import { notBefore, refuse } from './refuse'
import { isEmpty } from './step-input'
import { againstVote, linkedVote } from './votes'

/** Seats of the constituency that nobody holds on `day`; null where seats are not recorded. */
function freeSeats(lookup: Lookup, mandate: Rec, day: string): number | null {
  const constituency = lookup.get(textOf(mandate.fields, 'constituency'))
  const seats = constituency ? intOf(constituency.fields, 'seats') : null
  if (!constituency || seats === null) return null
  const held = lookup.where('mandate', 'constituency', constituency.id).filter((one) => one.id !== mandate.id && seatedStatuses.includes(statusAt(one, day) ?? ''))
  return seats - held.length
}

/**
 * A deputy confirmed before the first meeting of a new term takes office with that meeting (组织法第38条): until then the deputies of the
 * term before are in office, and no day may count both. Null where confirmation and office fall together.
 */
function inOfficeFrom(lookup: Lookup, mandate: Rec, confirmedOn: string, today: string): string | null {
  const term = lookup.get(textOf(mandate.fields, 'term'))
  const begins = term ? textOf(term.fields, 'first_meeting_on') : ''
  if (!term || begins <= confirmedOn || begins > today) return null
  const before = lookup.all('term').some((one) => one.id !== term.id && textOf(one.fields, 'first_meeting_on') !== '' && textOf(one.fields, 'first_meeting_on') <= confirmedOn)
  return before ? begins : null
}

const confirm = step('confirm', '资格确认', {
  from: '当选待确认', to: '在任', on: 'confirm_on', inputs: [must('confirm_on'), may('cert_no')],
  run: ({ rec, eventOn, lookup, today }) => {
    const early = notBefore('confirm_on', eventOn, '资格确认日期', [rec.fields['elected_on'], '当选日期'])
    if (early) return early
    const free = freeSeats(lookup, rec, eventOn)
    const warnings: readonly Warning[] = free !== null && free < 1 ? [{ code: 'no-free-seat', field: 'constituency' }] : []
    const from = inOfficeFrom(lookup, rec, eventOn, today)
    return { ok: true, status: '在任', warnings, ...(from === null ? {} : { eventOn: from }) }
  },
})

const voided = step('void', '当选无效', {
  from: '当选待确认', to: '当选无效', on: 'event_on', inputs: [must('event_on', { label: '当选无效日期' }), may('end_note', own(longText('说明', 'optional')))],
  run: ({ rec, eventOn }) => notBefore('event_on', eventOn, '当选无效日期', [rec.fields['elected_on'], '当选日期']) ?? { ok: true, status: '当选无效' },
})

/** No event of a mandate precedes its confirmation. */
const sinceConfirmed = (rec: Rec, key: string, day: unknown, label: string) => notBefore(key, day, label, [rec.fields['confirm_on'], '资格确认日期'])

const suspend = step('suspend', '暂停执行职务', {
  from: '在任', to: '暂停执行职务', on: 'event_on', inputs: [must('event_on', { label: '暂停日期' }), must('suspend_reason', { fresh: true }), may('report_on', { fresh: true })],
  run: ({ rec, eventOn }) => sinceConfirmed(rec, 'event_on', eventOn, '暂停日期') ?? { ok: true, status: '暂停执行职务', set: { resume_on: null } },
})

const resume = step('resume', '恢复执行职务', {
  from: '暂停执行职务', to: '在任', on: 'resume_on', inputs: [must('resume_on')],
  run: ({ rec, eventOn }) => notBefore('resume_on', eventOn, '恢复日期', [rec.fields['event_on'], '暂停日期']) ?? { ok: true, status: '在任' },
})

const resigned = ['2a', '2b']

/** The ground must be one of those that this way of ending is for. */
const groundOf = (reason: string, allowed: readonly string[], status: string | undefined): Failure | null =>
  allowed.includes(reason) ? null : refuse(status, 'not-this-reason', { field: 'end_reason', more: { end_reason: reason, allowed } })

const resign = step('resign', '书面辞职', {
  from: ['在任', '暂停执行职务'], to: '辞职待大会表决', on: 'event_on', inputs: [must('event_on', { label: '书面辞职日期' }), may('end_reason', { fresh: true, label: '辞职方式', codes: () => resigned })],
  run: ({ rec, input, eventOn }) => {
    const reason = textOf(input, 'end_reason') || '2a'
    const refused = groundOf(reason, resigned, rec.status) ?? sinceConfirmed(rec, 'event_on', eventOn, '书面辞职日期')
    if (refused) return refused
    const paper = !isEmpty(rec.fields['files']) || !isEmpty(input['files'])
    return { ok: true, status: '辞职待大会表决', set: { end_reason: reason }, warnings: paper ? [] : [{ code: 'no-written-resignation', field: 'files' }] }
  },
})

const voteResignation = step('vote_resignation', '大会表决辞职', {
  from: '辞职待大会表决', to: ['已终止', '在任'], on: 'congress_on',
  inputs: [must('congress_on', { label: '大会表决日期' }), must('passed', own(flag('是否通过', 'optional'))), may('announce_no'), may('vote', own(ref('表决', ['vote'], 'optional')))],
  run: ({ rec, input, eventOn, lookup, rules }) => {
    const passed = flagOf(input, 'passed')
    const refused = againstVote(rec.status, passed, linkedVote(lookup, input), rules) ?? notBefore('congress_on', eventOn, '大会表决日期', [rec.fields['event_on'], '书面辞职日期'])
    if (refused) return refused
    if (passed) return { ok: true, status: '已终止', set: { end_reason: textOf(rec.fields, 'end_reason') || '2a' } }
    // the deputy stays: nothing on the record may read as an end
    return { ok: true, status: '在任', set: { end_reason: null, event_on: null, congress_on: null, announce_no: null } }
  },
})

const reported = ['1', '3', '5', '6', '7']

const reportEnd = step('report_end', '资格审查委报告终止', {
  from: ['在任', '暂停执行职务'], to: '终止待公告', on: 'report_on', inputs: [must('report_on'), must('event_on', { fresh: true }), must('end_reason', { fresh: true, codes: () => reported })],
  run: ({ rec, input, eventOn }) =>
    groundOf(textOf(input, 'end_reason'), reported, rec.status)
    ?? notBefore('report_on', eventOn, '资格审查委报告日', [input['event_on'], '事由发生日'])
    ?? sinceConfirmed(rec, 'event_on', input['event_on'], '事由发生日')
    ?? { ok: true, status: '终止待公告' },
})

const recalled = '4'
const movedAway = '1'

/** What the congress announces: what the committee reported, or its own recall. */
const announced = (status: string | undefined): readonly string[] => (status === '终止待公告' ? [...reported, recalled] : [recalled])

const end = step('end', '大会公告终止', {
  from: ['终止待公告', '在任', '暂停执行职务'], to: '已终止', on: 'congress_on', inputs: [must('congress_on'), must('end_reason', { codes: (rec) => announced(rec.status) }), may('announce_no')],
  run: ({ rec, input, eventOn, lookup }) => {
    const reason = textOf(input, 'end_reason')
    const refused = groundOf(reason, announced(rec.status), rec.status)
      ?? notBefore('congress_on', eventOn, '大会公告日', [rec.status === '终止待公告' ? rec.fields['event_on'] : rec.fields['confirm_on'], rec.status === '终止待公告' ? '事由发生日' : '资格确认日期'])
    if (refused) return refused
    const proven = reason !== recalled || lookup.where('recall', 'target', rec.id).some((recall) => flagOf(recall.fields, 'passed'))
    const warnings: readonly Warning[] = proven ? [] : [{ code: 'no-passed-recall', field: 'end_reason' }]
    // 迁出或调离 ends the mandate by itself on the day it happened (选举法§57)
    const happened = textOf(rec.fields, 'event_on')
    return { ok: true, status: '已终止', warnings, ...(reason === movedAway && happened !== '' ? { eventOn: happened } : {}) }
  },
})

const die = step('die', '去世', {
  from: ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告'], to: '已终止', on: 'event_on', inputs: [must('event_on', { label: '去世日期' }), may('announce_no')],
  run: ({ rec, eventOn }) => sinceConfirmed(rec, 'event_on', eventOn, '去世日期') ?? { ok: true, status: '已终止', set: { end_reason: '8' } },
})

const termEnd = (rec: Rec, lookup: Lookup): string | null => textOf(lookup.get(textOf(rec.fields, 'term'))?.fields ?? {}, 'end_on') || null

const expire = step('expire', '届满卸任', {
  from: [...seatedStatuses, '当选待确认'], to: '卸任', on: 'event_on', dayElse: termEnd, inputs: [must('event_on', { label: '届满日期' })],
  run: ({ rec, eventOn, lookup }) =>
    termEnd(rec, lookup) === null ? refuse(rec.status, 'term-without-end', { missing: ['term.end_on'], field: 'term' })
      : (sinceConfirmed(rec, 'event_on', eventOn, '届满日期') ?? { ok: true, status: '卸任', set: { end_reason: '9' } }),
})

export const mandate = machine(
  'mandate',
  { step: 'confirm', on: ['confirm_on', 'elected_on'] },
  [confirm, voided, suspend, resume, resign, voteResignation, reportEnd, end, die, expire],
  (data, status) => {
    if (status !== '已终止') return null
    const reason = textOf(data, 'end_reason')
    const name = reason === '8' ? 'die' : resigned.includes(reason) ? 'vote_resignation' : 'end'
    return { step: name, on: textOf(data, reason === '8' || reason === movedAway ? 'event_on' : 'congress_on') || null }
  },
)

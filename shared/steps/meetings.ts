/** 人代会 and 主席团会议 (组织法§14, §25; domain.md A.9, A.11, A.34). */
import { idsOf, intOf, textOf, type Lookup } from '../facts'
import { date } from '../fields'
import type { Warning } from '../result'
import { deputiesInOffice, needed, shareOf } from '../rules/deputies'
import { machine, may, must, own, ownDay, ownReason, step } from './define-step'
import { notBefore } from './refuse'
import { overlay } from './overlay'
import { keptRule, replyDue, replyKey } from '../rules/reply-due'
import type { SideChange, StepContext } from './step'
import { distinct, enoughNames } from './votes'

const special = '4'
const byDeputies = '2'
const isSpecial = (kind: string): boolean => kind === special

const callSession = step('call', '决定召开', {
  from: '筹备', to: '已通知', on: 'decide_on',
  inputs: [
    must('decide_on'), may('notice_on'), may('published_on'), may('start_on', { plan: true }), may('place'),
    may('convened_by', { requiredIf: (_, rec) => isSpecial(textOf(rec.fields, 'kind')) }),
    may('proposers', { requiredIf: (input, rec) => isSpecial(textOf(rec.fields, 'kind')) && textOf(input, 'convened_by') === byDeputies }),
  ],
  run: ({ rec, input, eventOn, lookup, rules, settings }) => {
    const start = textOf(input, 'start_on')
    const early = notBefore('start_on', start, '开会日期', [eventOn, '主席团决定召开日期'], [input['notice_on'], '通知日期'])
      ?? notBefore('notice_on', input['notice_on'], '通知日期', [eventOn, '主席团决定召开日期'])
    if (early) return early
    if (isSpecial(textOf(rec.fields, 'kind')) && textOf(input, 'convened_by') === byDeputies) {
      const need = shareOf(rules.entry('congress.special'), deputiesInOffice(lookup, eventOn, settings).total)
      const few = enoughNames(rec.status, distinct(lookup, idsOf(input, 'proposers')), need, 'proposers')
      if (few) return few
    }
    const latestNotice = start === '' ? null : rules.due('congress.notice', start)
    const notice = textOf(input, 'notice_on') || eventOn
    const warnings: readonly Warning[] = latestNotice && notice > latestNotice.due_on
      ? [{ code: 'notice-too-short', field: 'notice_on', detail: { due_on: latestNotice.due_on, start_on: start, source: latestNotice.rule.source } }] : []
    return { ok: true, status: '已通知', warnings }
  },
})

const attended = '1'

/** Deputies present by the attendance rows. */
const presentAt = (lookup: Lookup, session: string): number =>
  lookup.where('attendance', 'session', session).filter((row) => textOf(row.fields, 'state') === attended).length

function quorumWarning({ rec, lookup, rules }: StepContext, total: number): readonly Warning[] {
  const present = presentAt(lookup, rec.id)
  const need = needed(rules.entry('congress.quorum'), total)
  return need === null || present >= need ? [] : [{ code: 'no-quorum', field: 'total_deputies', detail: { present, total, need } }]
}

const openSession = step('open', '开会', {
  from: ['筹备', '已通知'], to: '进行中', on: 'start_on', inputs: [must('start_on'), must('total_deputies')],
  run: (context) =>
    notBefore('start_on', context.eventOn, '开会日期', [context.rec.fields['decide_on'], '主席团决定召开日期'])
    ?? { ok: true, status: '进行中', warnings: quorumWarning(context, intOf(context.input, 'total_deputies') ?? 0) },
})

/**
 * Where answers are due so long after the close of the session (山东), the close itself gives the day to what was raised at it and is
 * assigned already: until then it could only be counted from the assignment.
 */
function answersFromNow({ rec, eventOn, lookup, rules }: StepContext): readonly SideChange[] {
  const closed = overlay(lookup, new Map([[rec.id, { ...rec, fields: { ...rec.fields, end_on: eventOn } }]]))
  return lookup.where('suggestion', 'session', rec.id).flatMap((suggestion): SideChange[] => {
    const { fields, status, id } = suggestion
    if (status !== '已交办' || rules.entry(replyKey(textOf(fields, 'term_class'))).from !== 'session.end_on') return []
    const due = replyDue(closed, fields, textOf(fields, 'assigned_on'), rules)
    return due === null || due.due_on === textOf(fields, 'due_on') ? [] : [{ type: 'suggestion', id, fields: { due_on: due.due_on, due_rule: keptRule(due) } }]
  })
}

const closeSession = step('close', '闭会', {
  from: '进行中', to: '已闭会', on: 'end_on', inputs: [must('end_on'), may('budget_approved_on')],
  run: (context) => {
    const { rec, eventOn, lookup, settings } = context
    const start = textOf(rec.fields, 'start_on')
    const early = notBefore('end_on', eventOn, '闭会日期', [start, '开会日期'])
    if (early) return early
    const rows = new Set(lookup.where('attendance', 'session', rec.id).map((row) => textOf(row.fields, 'mandate')))
    const unrecorded = deputiesInOffice(lookup, start || eventOn, settings).counted.filter((one) => !rows.has(one.id)).map((one) => one.id)
    const gaps: readonly Warning[] = unrecorded.length > 0 ? [{ code: 'deputies-without-attendance', detail: { count: unrecorded.length, mandates: unrecorded } }] : []
    return { ok: true, status: '已闭会', side: answersFromNow(context), warnings: [...quorumWarning(context, intOf(rec.fields, 'total_deputies') ?? 0), ...gaps] }
  },
})

const archive = (from: string) => step('archive', '归档', { from, to: '已归档', on: 'archived_on', inputs: [may('archived_on', ownDay('归档日期'))] })
const callOff = step('call_off', '取消', {
  from: ['筹备', '已通知'], to: '已取消', on: 'event_on', inputs: [may('event_on', ownDay('取消日期')), must('cancel_reason', ownReason('取消原因'))],
})

export const session = machine('session', { step: 'open', on: ['start_on', 'decide_on'] }, [callSession, openSession, closeSession, archive('已闭会'), callOff])

const callMeeting = step('call', '通知', {
  from: '筹备', to: '已通知', on: 'notice_on',
  // a meeting of the past was called on its own day at the latest
  dayElse: (_rec, _lookup, input, today) => (textOf(input, 'held_on') !== '' && textOf(input, 'held_on') < today ? textOf(input, 'held_on') : null),
  inputs: [may('notice_on', own(date('通知日期', 'optional'))), may('held_on', { plan: true }), may('place')],
  run: ({ input, eventOn }) => notBefore('held_on', input['held_on'], '会议日期', [eventOn, '通知日期']) ?? { ok: true, status: '已通知' },
})

const openMeeting = step('open', '开会', { from: ['筹备', '已通知'], to: '进行中', on: 'held_on', inputs: [must('held_on'), must('members_total')] })

/** 过半数 of the members; provinces that want two thirds put their share into the rule book. */
function presidiumQuorum({ rec, lookup, rules }: StepContext): readonly Warning[] {
  const total = intOf(rec.fields, 'members_total') ?? 0
  const need = needed(rules.entry('presidium.quorum'), total)
  if (need === null) return []
  // those who only listen (列席) are no members
  const members = lookup.where('participation', 'event', rec.id).filter((row) => textOf(row.fields, 'role') !== '4')
  const present = members.filter((row) => textOf(row.fields, 'state') === attended).length
  return present >= need ? [] : [{ code: 'presidium-no-quorum', field: 'members_total', detail: { present, total } }]
}

const closeMeeting = step('close', '结束', {
  from: '进行中', to: '已结束', on: 'closed_on', inputs: [may('closed_on', ownDay('结束日期'))],
  run: (context) => {
    const { rec, eventOn, lookup } = context
    const early = notBefore('closed_on', eventOn, '结束日期', [rec.fields['held_on'], '会议日期'])
    if (early) return early
    const none = lookup.where('decision', 'meeting', rec.id).length === 0
    return { ok: true, status: '已结束', warnings: [...presidiumQuorum(context), ...(none ? [{ code: 'no-decisions' }] : [])] }
  },
})

export const presidiumMeeting = machine('presidium_meeting', { step: 'open', on: ['held_on'] }, [callMeeting, openMeeting, closeMeeting, archive('已结束'), callOff])

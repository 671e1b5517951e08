import { describe, expect, it } from 'vitest'
import type { Need } from '../../shared/fields'
import { declarations, recordTypes } from '../../shared/records'
import { emptyCompleteFields } from '../../shared/records/data-quality'
import { needs } from './dictionary-fields'
import { machines, types } from './dictionary-types'

const signs: Readonly<Record<Need, string>> = { identity: '●', step: '◐', complete: '◎', optional: '○', app: '–' }
const all = Object.values(declarations)

describe('the record types are those of the data dictionary', () => {
  it('by name, in order', () => {
    expect(recordTypes).toEqual(types.map(([type]) => type))
  })

  it.each(types)('%s: label, scope, key and parent', (type, label, scope, key, parent) => {
    const declaration = declarations[type as keyof typeof declarations]
    const parents = declaration.parents ?? []
    const said = parents.length > 0 ? [...parents.map((one) => one.field), parents[0]?.onDelete].join(' ') : declaration.refuseWhileReferenced ? 'itself refuse' : '-'
    expect({
      type: declaration.type, label: declaration.label, scope: declaration.scope,
      key: declaration.key === undefined ? '-' : declaration.key.join(' ') || '()', parent: said,
    }).toEqual({ type, label, scope, key, parent })
  })

  it.each(Object.entries(needs))('%s: every field with its need', (type, line) => {
    const { fields } = declarations[type as keyof typeof declarations]
    const keys = Object.entries(fields).map(([key, field]) => `${signs[field.need]}${key}`)
    expect(keys.join(' ')).toBe(`${line} ○remark ○files`)
  })

  it('first and last statuses are those of the machines', () => {
    const found = Object.fromEntries(all.filter((one) => one.firstStatus !== undefined).map((one) => [one.type, [one.firstStatus, (one.endStatuses ?? []).join(' ')]]))
    expect(found).toEqual(machines)
  })
})

describe('every declaration is whole', () => {
  it('names a record by an identity field or by its key', () => {
    const nameless = all.filter((one) => one.key === undefined && !Object.values(one.fields).some((field) => field.need === 'identity'))
    expect(nameless.map((one) => one.type)).toEqual([])
  })

  it('points only at fields and types that exist', () => {
    const broken = all.flatMap((one) => {
      const keys = new Set([...Object.keys(one.fields), 'status'])
      const named = [...one.columns, ...one.search, ...(one.key ?? []), ...(one.parents ?? []).map((parent) => parent.field), ...(one.dateField ? [one.dateField] : [])]
      const targets = Object.values(one.fields).flatMap((field) => [...(field.to ?? []), ...Object.values(field.items ?? {}).flatMap((item) => item.to ?? [])])
      return [...named.filter((key) => !keys.has(key)), ...targets.filter((type) => !recordTypes.some((known) => known === type))].map((what) => `${one.type}: ${what}`)
    })
    expect(broken).toEqual([])
  })

  it('shows three to seven columns, none twice, and has a place in the menu', () => {
    const odd = all.filter((one) => one.columns.length < 3 || one.columns.length > 7 || new Set(one.columns).size !== one.columns.length || !one.menu)
    expect(odd.map((one) => one.type)).toEqual([])
  })

  it('keeps what identifies people out of the county scope', () => {
    const sensitive = all.filter((one) => one.scope === 'county').flatMap((one) => Object.keys(one.fields).filter((key) => /^(id_no|birth_on|wechat|email|bank_account|phone2)$/.test(key)).map((key) => `${one.type}.${key}`))
    expect(sensitive).toEqual([])
    expect(all.filter((one) => one.scope === 'town').map((one) => one.type)).toEqual(['person_private', 'visitor'])
  })

  it('gives every record a title, even an empty one', () => {
    const nowhere = { get: () => null, where: () => [], all: () => [], beginning: () => [] }
    expect(all.map((one) => typeof one.title({}, nowhere))).toEqual(all.map(() => 'string'))
  })

  it('asks only deadlines and plans to lie in the future', () => {
    const free = all.flatMap((one) => Object.entries(one.fields).filter(([, field]) => field.mayBeFuture).map(([key]) => `${one.type}.${key}`))
    expect(free).toEqual([
      'term.first_meeting_on', 'term.end_on', 'village.active_from', 'village.active_to', 'presidium_member.from_on', 'presidium_member.to_on',
      'organisation.active_to', 'plan_item.plan_month', 'session.start_on', 'session.end_on', 'session.preparatory_on', 'presidium_meeting.held_on',
      'decision.due_on', 'supervision.start_on', 'supervision.end_on', 'supervision.feedback_due', 'finding.due_on', 'follow_up.due_on',
      'follow_up.extended_due_on', 'bill.deadline_on', 'suggestion.due_on', 'reply.redo_due', 'promise.due', 'by_election.vote_on', 'activity.start_on',
      'activity.end_on', 'training.start_on', 'training.end_on', 'site.closed_on', 'voter_matter.due_on', 'pairing.to_on', 'debrief.planned_on',
      'document.effective_on', 'document.repealed_on', 'task.due_on', 'task.snoozed_to', 'letter.due_on', 'county_order.due_on',
    ])
  })
})

describe('data quality asks for a field only where it applies', () => {
  const empty = (type: keyof typeof declarations, data: Readonly<Record<string, string | number | boolean>>) => emptyCompleteFields(declarations[type], data)

  it('the ballots of a vote by ballot, but not of a show of hands', () => {
    const counted = { meeting: 'm', subject: '预算', kind: '1', total: 60, present: 55, for_count: 50, against_count: 3, abstain_count: 2 }
    expect(empty('vote', { ...counted, method: '2' })).toEqual(['issued', 'collected', 'valid', 'invalid'])
    expect(empty('vote', { ...counted, method: '1' })).toEqual([])
  })

  it('seats, candidates and the announcement of an election, but no ayes and noes', () => {
    expect(empty('vote', { meeting: 'm', subject: '选举镇长', kind: '2', method: '3', total: 60, present: 55 })).toEqual(['seats', 'candidates', 'announce_no'])
  })

  it('month or quarter of a plan, one of the two', () => {
    const plan = { year: 2025, kind: '2', item: '视察', owner: '主席' }
    expect(empty('plan_item', plan)).toEqual(['plan_month', 'plan_quarter'])
    expect(empty('plan_item', { ...plan, plan_quarter: 2 })).toEqual([])
  })

  it('the approval of leave, but not of someone who came', () => {
    expect(empty('attendance', { session: 's', mandate: 'm', state: '2' })).toEqual(['approved', 'approved_by', 'approved_on'])
    expect(empty('attendance', { session: 's', mandate: 'm', state: '1' })).toEqual([])
  })

  it('leader and supervisor of a key suggestion, the written withdrawal of a withdrawn one', () => {
    const whole = { title: '修路', kind: '1', body: '…', field: '02', public_ok: '1', reviewer: '主席', mode: '1', term_class: '1', congress_report: 's' }
    expect(empty('suggestion', whole)).toEqual([])
    expect(empty('suggestion', { ...whole, key_level: '1' })).toEqual(['key_leader', 'key_supervisor'])
    expect(empty('suggestion', { ...whole, withdrawn_on: '2025-05-01' })).toEqual(['withdraw_file'])
  })

  it('an answer "no" is an answer', () => {
    expect(empty('training', { title: '培训', start_on: '2025-03-01', kind: '1', systematic: false })).toEqual([])
  })

  it('session or meeting of a resolution, and the particulars of a rule in force but no day of repeal', () => {
    const paper = { title: '决议', signer: '主席', openness: '1', file: 'f' }
    expect(empty('document', { ...paper, kind: '01' })).toEqual(['session', 'meeting'])
    expect(empty('document', { ...paper, kind: '01', meeting: 'm' })).toEqual([])
    expect(empty('document', { ...paper, kind: '09' })).toEqual(['rule_kind', 'effective_on', 'on_wall'])
    expect(empty('document', { ...paper, kind: '04' })).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { declarations } from '../../../shared/records'
import { fail } from '../../../shared/result'
import { clashes } from '../../../renderer/records/ChangedElsewhere'
import { changedOnly, doubtOf, errorsOf, filledOnly, groupsOf, isFixed, isMasked, nowWanted, startOf } from '../../../renderer/records/form-fields'
import { rec } from './sample'

const { suggestion, session, site, person_private, document } = declarations

describe('The fields of a form', () => {
  it('are first what names the record, then what is wanted now, the rest folded', () => {
    const { first, main, more } = groupsOf(suggestion, {}, undefined)
    expect(first).toEqual(['title'])
    expect(main).toEqual(['kind', 'period', 'session', 'raised_on', 'lead', 'body', 'field', 'public_ok', 'reviewer', 'mode', 'term_class', 'congress_report'])
    expect(more).toContain('closed_on')
    expect([...first, ...main, ...more]).not.toContain('no')
    expect([...first, ...main, ...more]).not.toContain('round')
  })

  it('show what is filled in although it is seldom wanted', () => {
    expect(groupsOf(suggestion, { withdrawn_on: '2025-03-08' }, '已撤回').main).toContain('withdrawn_on')
  })

  it('do not begin with why a thing was given up', () => {
    for (const type of ['activity', 'task', 'plan_item', 'major_matter'] as const) {
      const { first, main } = groupsOf(declarations[type], {}, undefined)
      expect([...first, ...main].filter((key) => /cancel|withdraw|undone|snooze/u.test(key))).toEqual([])
    }
  })

  it('begin with this year where a year names the record', () => {
    expect([startOf(declarations.budget, '2025-11-24', null)['year'], startOf(declarations.document, '2025-11-24', null)['year']]).toEqual([2025, undefined])
  })

  it('come into sight when another field makes them wanted', () => {
    const groups = groupsOf(suggestion, {}, undefined)
    expect(nowWanted(suggestion, groups, {})).toEqual([])
    expect(nowWanted(suggestion, groups, { key_level: '1' })).toEqual(['key_leader', 'key_supervisor'])
  })

  it('begin with what the declaration proposes, the present term and what the caller knows', () => {
    expect(startOf(session, '2025-11-24', 'term-19')).toMatchObject({ term: 'term-19' })
    expect(startOf(declarations.contact, '2025-11-24', null, { suggestion: 's1' })).toMatchObject({ suggestion: 's1' })
  })

  it('that name a saved record are fixed, names stay editable', () => {
    expect(isFixed(declarations.group, 'kind', rec('group', 'g', { kind: '1', name: '一组' }))).toBe(true)
    expect(isFixed(declarations.group, 'name', rec('group', 'g', { kind: '1', name: '一组' }))).toBe(false)
    expect(isFixed(declarations.group, 'kind', null)).toBe(false)
  })
})

describe('What is sent', () => {
  it('leaves out what is empty in a new record and empties what was taken out of a saved one', () => {
    expect(filledOnly({ title: '修路', body: '  ', cosign: [], voters_served: 0, _base: 'v1' })).toEqual({ title: '修路', voters_served: 0 })
    expect(changedOnly({ body: '', cosign: [], title: '修路', _base: 'v1' })).toEqual({ body: null, cosign: null, title: '修路' })
  })

  it('is never a masked number', () => {
    expect(isMasked(person_private, '339901********0026')).toBe(true)
    expect(isMasked(document, '**草案**')).toBe(false)
  })
})

describe('What was wrong', () => {
  it('stands at its fields, all of them at once', () => {
    const failure = fail('bad-date', { field: 'raised_on', detail: { value: '三月', errors: [{ field: 'raised_on', code: 'bad-date', detail: { value: '三月' } }, { field: 'voters_served', code: 'negative' }] } })
    expect(errorsOf(failure, () => true)).toEqual({
      fields: { raised_on: { code: 'bad-date', detail: { value: '三月' } }, voters_served: { code: 'negative' } }, rest: null,
    })
  })

  it('stands over the form where it belongs to no field of it', () => {
    expect(errorsOf(fail('disk-full'), () => true)).toEqual({ fields: {}, rest: fail('disk-full') })
    expect(errorsOf(fail('bad-ref', { field: 'secret' }), () => false).rest?.code).toBe('bad-ref')
  })

  it('marks what a step still misses', () => {
    expect(errorsOf(fail('not-now', { detail: { because: 'input-missing', missing: ['reply_on', 'result_class'] } }), () => true).fields).toEqual({ reply_on: { code: 'required' }, result_class: { code: 'required' } })
  })

  it('is a doubt where a phone number would travel to the county, and none where it stays', () => {
    expect(doubtOf(suggestion, 'body', '请打 13800000001 找老李')).toContain('手机号')
    expect(doubtOf(person_private, 'address', '13800000001')).toBeNull()
    expect(doubtOf(suggestion, 'title', '照\u202egnp.exe')).toBe('标题里有看不见的方向符号（照⟨U+202E⟩gnp.exe），保存时去掉，请核对去掉以后是不是原来的意思。')
    expect(doubtOf(person_private, 'address', '\u2066石桥村')).toContain('⟨U+2066⟩石桥村')
    expect(doubtOf(site, 'name', '石桥村联络站')).toBeNull()
  })
})

describe('Two people at one record', () => {
  it('only asks about what both changed to something else', () => {
    expect(clashes({ head: '甲', phone: '1', kind: 'a' }, { head: '乙', phone: '2', kind: 'a' }, { head: '丙', phone: '2', kind: 'b' })).toEqual(['head'])
  })
})

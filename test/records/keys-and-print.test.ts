import { describe, expect, it } from 'vitest'
import type { Data } from '../../shared/fields'
import { declarationOf, declarations, type RecordTypeName } from '../../shared/records'
import { proposals } from '../../shared/records/defaults'
import { fixedKeys, keyParts } from '../../shared/records/key'
import { typesForPrint } from '../../shared/steps/print-types'
import type { Machine } from '../../shared/steps/step'
import { facts, record } from './record-of'

const key = (type: RecordTypeName, data: Data) => keyParts(declarations[type], data)
const fixed = (type: RecordTypeName, data: Data) => fixedKeys(declarations[type], data)

describe('the key of a record', () => {
  it('is its key fields in order, numbers as numbers, empty as null', () => {
    expect(key('mandate', { person: 'p', level: '5', term: 't', nth: 1 })).toEqual(['p', '5', 't', 1])
    expect(key('organ', { kind: '1', term: 't' })).toEqual(['1', 't', null])
    expect(key('office', { code: '511321101' })).toEqual([])
  })

  it('of a village is its code, else its name without spaces; both stay editable', () => {
    expect(key('village', { name: '青 山村', code: '511321101200' })).toEqual(['511321101200'])
    expect(key('village', { name: '青　山村' })).toEqual(['青山村'])
    expect(fixed('village', { name: '青山村' })).toEqual([])
  })

  it('of a group holds its name, which may change later', () => {
    expect(key('group', { term: 't', kind: '1', name: '第一 小组' })).toEqual(['t', '1', '第一小组'])
    expect(fixed('group', { term: 't', kind: '1', name: '第一小组' })).toEqual(['term', 'kind'])
  })

  it('is there for a task of a rule, not for one that somebody typed', () => {
    expect(key('task', { title: '催办', rule: 'suggest.reply.normal', about: 's', due_on: '2025-07-01' })).toEqual(['suggest.reply.normal', 's', '2025-07-01'])
    expect(key('task', { title: '打电话', due_on: '2025-07-01' })).toBe(null)
    expect(fixed('task', { title: '打电话' })).toEqual([])
  })

  it('is missing where the uid is random', () => {
    expect([key('suggestion', { title: 'x' }), fixed('suggestion', { title: 'x' })]).toEqual([null, []])
  })
})

describe('the form of a new record proposes', () => {
  const lookup = facts(record('term', 't', { no: 19, first_meeting_on: '2021-12-20' }), record('presidium_meeting', 'p', { term: 't', no: 6 }), record('decision', 'd', { meeting: 'p', no: 2 }))
  const proposed = (type: RecordTypeName, data: Data = {}) => proposals(declarations[type], data, lookup, '2025-06-30')

  it('today, the current term and the next number, and never overwrites', () => {
    expect(proposed('voter_matter')).toEqual({ received_on: '2025-06-30', headcount: 1 })
    expect(proposed('presidium_meeting')).toEqual({ term: 't', no: 7 })
    expect(proposed('decision')).toEqual({})
    expect(proposed('decision', { meeting: 'p' })).toEqual({ no: 3 })
    expect(proposed('decision', { meeting: 'p', no: 9 })).toEqual({})
    expect(proposed('session')).toMatchObject({ term: 't', no: 1 })
  })
})

describe('the printed list of types', () => {
  const machine: Machine = {
    type: 'finding', entry: { on: [] },
    steps: [{ name: 'hand_over', label: '交办整改', from: ['发现'], to: ['整改中'], inputs: [{ key: 'due_on', required: true }, { key: 'unit' }], run: () => ({ ok: true }) }],
  }
  const { types } = typesForPrint((type) => (type === 'finding' ? machine : null))
  const printed = (name: string) => types.find((type) => type.name === name)
  const field = (type: string, key: string) => printed(type)?.fields.find((one) => one.key === key)

  it('holds every type with label, scope, key and steps', () => {
    expect(types.length).toBe(Object.keys(declarations).length)
    expect({ ...printed('finding'), fields: [] }).toEqual({
      name: 'finding', label: '发现问题', scope: 'county', key: null, fields: [],
      steps: [{ name: 'hand_over', label: '交办整改', from: ['发现'], to: ['整改中'], needs: ['due_on'], takes: ['due_on', 'unit'] }],
    })
    expect([printed('office')?.key, printed('attendance')?.key]).toEqual([[], ['session', 'mandate']])
  })

  it('says what each field is and takes', () => {
    expect(field('suggestion', 'lead')).toEqual({ key: 'lead', label: '领衔代表', kind: 'ref', need: 'step', to: ['mandate'] })
    expect(field('reply', 'result_class')).toMatchObject({ kind: 'choice', need: 'step', codes: [{ code: 'A' }, { code: 'B' }, { code: 'C' }, { code: 'D' }] })
    expect(field('group', 'members')?.items?.map((item) => item.key)).toEqual(['mandate', 'from_on', 'to_on'])
  })

  it('marks what the application sets or computes as read-only', () => {
    expect([field('suggestion', 'due_on'), field('suggestion', 'round')]).toEqual([
      { key: 'due_on', label: '应答复日期', kind: 'date', need: 'optional', readonly: true },
      { key: 'round', label: '轮次', kind: 'derived', need: 'optional', readonly: true },
    ])
    expect(field('person', 'doubts')?.readonly).toBe(undefined)
  })

  it('prints as JSON as it is', () => {
    expect(JSON.parse(JSON.stringify(types))).toEqual(types)
  })
})

describe('a type is found by its name', () => {
  it('and a name that is none, or that objects inherit, is not', () => {
    expect([declarationOf('suggestion')?.label, declarationOf('Suggestion'), declarationOf('toString'), declarationOf('__proto__')]).toEqual(['代表建议', null, null, null])
  })
})

import { describe, expect, it } from 'vitest'
import { allPresent, asLast, countRoll, emptyRoll, expectOnly, mark, participationRegister as register, presentOnly, rollOf, rowsOfRoll, sessionRegister } from '../../../renderer/attendance/roll'
import { changedRows, savedRoll } from '../../../renderer/attendance/saved-roll'
import { pageOf, rec } from '../records/sample'

const all = ['m1', 'm2', 'm3']

describe('A roll', () => {
  it('begins with everybody present', () => {
    expect(countRoll(emptyRoll, register, all)).toEqual({
      expected: 3, present: 3, away: [{ code: '2', word: '请假', tone: 'idle', count: 0 }, { code: '3', word: '缺席', tone: 'late', count: 0 }],
    })
    expect(rowsOfRoll(emptyRoll, register, all)).toEqual(all.map((mandate) => ({ mandate, state: '1' })))
  })

  it('keeps why somebody was on leave, until that somebody is there after all', () => {
    const away = { ...mark(emptyRoll, register, 'm2', '2'), reasons: { m2: ' 住院 ' } }
    expect(rowsOfRoll(away, register, all)[1]).toEqual({ mandate: 'm2', state: '2', leave_reason: '住院' })
    expect(mark(away, register, 'm2', '1')).toEqual(emptyRoll)
    expect(allPresent(away)).toEqual(emptyRoll)
  })

  it('as the last time has its people and its absences, but not its reasons', () => {
    expect(asLast(register, [{ mandate: 'm3', state: '1' }, { mandate: 'm1', state: '3' }])).toEqual({ ids: ['m3', 'm1'], marks: { m1: '3' }, reasons: {} })
  })

  it('by a pasted list of names expects only those, or holds the others for on leave', () => {
    expect(expectOnly(['m1'])).toEqual({ ids: ['m1'], marks: {}, reasons: {} })
    expect(presentOnly(emptyRoll, sessionRegister, all, ['m1', 'm3']).marks).toEqual({ m2: '3' })
  })

  it('comes back out of a draft whole, and out of rubbish as a new one', () => {
    const roll = { ids: ['m1'], marks: { m1: '2' }, reasons: { m1: '出差' } }
    expect(rollOf(JSON.parse(JSON.stringify(roll)))).toEqual(roll)
    expect([rollOf(null), rollOf('x'), rollOf({ ids: 3, marks: ['a'], reasons: { m1: 5 } })]).toEqual([emptyRoll, emptyRoll, emptyRoll])
  })
})

describe('The roll of an event that was saved before', () => {
  const part = (mandate: string, state: string, leave_reason?: string) => rec('participation', `r-${mandate}`, { event: 'a1', mandate, state, ...(leave_reason === undefined ? {} : { leave_reason }) })
  const page = pageOf(rec('activity', 'a1', {}), { children: [{ type: 'participation', label: '', key: 'event', rows: [part('m1', '1'), part('m2', '2', '住院'), part('m3', '3')], total: 3 }] })

  it('stands as it was ticked', () => {
    expect(savedRoll(page, 'participation', register)).toEqual({ ids: ['m1', 'm2', 'm3'], marks: { m2: '2', m3: '3' }, reasons: { m2: '住院' } })
    expect(savedRoll(pageOf(rec('activity', 'a1', {})), 'participation', register)).toEqual(emptyRoll)
  })

  it('is written again only where something changed; an emptied reason is emptied, who is gone is named', () => {
    const before = savedRoll(page, 'participation', register)
    expect(changedRows(page, 'participation', before, register, ['m1', 'm2', 'm3'])).toEqual({ rows: [], gone: [] })
    const after = { ...before, marks: { m2: '2' }, reasons: {} }
    expect(changedRows(page, 'participation', after, register, ['m1', 'm2', 'm4'])).toEqual({
      rows: [{ mandate: 'm2', state: '2', leave_reason: null }, { mandate: 'm4', state: '1' }], gone: ['r-m3'],
    })
  })
})

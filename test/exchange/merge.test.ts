import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delta, haveIds, inBoth, missing, packHave, checkHave, hasId } from '../../shared/exchange/have'
import { applyVersion, conflict, erased, heads, seenByNext, view, winner, type HeadLike } from '../../shared/exchange/merge'
import { idOf, version } from './support/versions'

const first = version({ n: 1 })
const editA = version({ n: 2, seen: [first.id], hlc: 10, data: { title: '甲改' } })
const editB = version({ n: 3, seen: [first.id], hlc: 20, data: { title: '乙改' } })
const same = version({ n: 4, seen: [first.id], hlc: 30, data: { title: '乙改' } })
const gone = version({ n: 5, seen: [first.id], op: 'del', hlc: 40, data: { reason: '重复' } })
const joined = version({ n: 6, seen: [first.id], op: 'merge', hlc: 50, data: { into: idOf(99) } })
const wiped = version({ n: 7, seen: [first.id], op: 'erase', hlc: 1, data: { reason: '本人要求' } })

describe('the merge rule', () => {
  it('sends to history what a newer version has seen', () => {
    expect(applyVersion([first], editA)).toEqual({ kind: 'head', replaced: [first], heads: [editA] })
    expect(applyVersion([editA], first)).toEqual({ kind: 'history' })
    expect(applyVersion([editA], editA)).toEqual({ kind: 'same' })
  })

  it('keeps both edits that did not know each other, and shows the later clock', () => {
    const both = heads([first, editA, editB])
    expect(new Set(both)).toEqual(new Set([editA, editB]))
    expect(view(both as [typeof first, typeof first])).toEqual({ winner: editB, conflict: true, deleted: false })
  })

  it('finds no conflict where two people typed the same', () => {
    expect([conflict([editB, same]), conflict([editA, same]), heads([editB, same]).length]).toEqual([false, true, 2])
  })

  it('keeps a record that one deleted while another edited it, flagged', () => {
    expect(view([editA, gone])).toEqual({ winner: editA, conflict: true, deleted: false })
    expect(view([joined, gone])).toEqual({ winner: joined, conflict: true, deleted: false })
    expect(view([joined, editA])).toEqual({ winner: editA, conflict: true, deleted: false })
  })

  it('lets an erasure win over everything, for ever and without a conflict', () => {
    expect(view([editB, wiped])).toEqual({ winner: wiped, conflict: false, deleted: true })
    const after = version({ n: 8, seen: [first.id, wiped.id].sort(), hlc: 99 })
    expect(applyVersion([wiped], after)).toEqual({ kind: 'head', replaced: [], heads: heads([wiped, after]) })
    expect(applyVersion([after], wiped)).toEqual({ kind: 'head', replaced: [], heads: heads([wiped, after]) })
    expect(erased(heads([first, wiped, after]))).toBe(true)
  })

  it('is decided by a version that has seen all', () => {
    const both = heads([first, editA, editB])
    const decided = version({ n: 9, seen: seenByNext(both), data: { title: '定稿' } })
    expect(heads([first, editA, editB, decided])).toEqual([decided])
    expect(seenByNext(both)).toEqual([first.id, editA.id, editB.id].sort())
  })

  it('breaks a tie of clocks by the greater id, wherever it is asked', () => {
    const other = version({ n: 10, seen: [first.id], hlc: editA.hlc, data: { title: '同时' } })
    const greater = other.id > editA.id ? other : editA
    expect([winner([editA, other]), winner([other, editA])]).toEqual([greater, greater])
  })

  it('does not depend on order, repetition or grouping', () => {
    const all: readonly HeadLike[] = [first, editA, editB, same, gone, joined, wiped]
    fc.assert(fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 14 }), (order) => {
      const one = order.reduce<readonly HeadLike[]>((held, v) => {
        const applied = applyVersion(held, v)
        return applied.kind === 'head' ? applied.heads : held
      }, [])
      expect(one).toEqual(heads(all))
    }))
    expect(heads(all).length).toBe(6)
  })
})

describe('the have list', () => {
  const ids = Array.from({ length: 50 }, (_, i) => idOf(i))
  const packed = (some: readonly string[]): Uint8Array => {
    const have = packHave(some)
    return have.ok ? have.value : new Uint8Array(1)
  }

  it('holds the ids once, sorted, and finds them', () => {
    const have = packed([...ids, ...ids])
    expect(new Set(haveIds(have))).toEqual(new Set(ids))
    expect(checkHave(have)).toEqual({ ok: true, value: have })
    expect([ids.every((id) => hasId(have, id)), hasId(have, idOf(99)), hasId(have, 'x'), hasId(packed([]), idOf(1))]).toEqual([true, false, false, false])
  })

  it('is refused when it is cut, unsorted or has doubles', () => {
    const have = packed(ids)
    const double = Buffer.concat([have.subarray(0, 16), have.subarray(0, 16)])
    const turned = Buffer.concat([have.subarray(16, 32), have.subarray(0, 16)])
    expect([have.subarray(0, 30), double, turned].map((x) => checkHave(x).ok)).toEqual([false, false, false])
    expect(packHave(['not an id'])).toMatchObject({ ok: false, code: 'bad-input' })
  })

  it('says what the peer lacks and what we lack', () => {
    const versions = [first, editA, editB]
    expect(delta(versions, packed([editA.id]))).toEqual([first, editB])
    expect(delta(versions, new Uint8Array(0))).toEqual(versions)
    expect(missing(packed([editA.id, editB.id]), (id) => id === editA.id)).toEqual([editB.id])
  })

  it('for several computers leaves out only what all have', () => {
    fc.assert(fc.property(fc.subarray(ids), fc.subarray(ids), (a, b) => {
      expect(new Set(haveIds(inBoth(packed(a), packed(b))))).toEqual(new Set(a.filter((id) => b.includes(id))))
    }))
  })
})

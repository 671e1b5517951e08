import { describe, expect, it } from 'vitest'
import { identityOf, matchRow, type ExistingPerson } from '../../shared/roster/match-person'
import { idNo, readPerson, type Written } from './sheet'

const known = (personId: string, more: Partial<ExistingPerson> = {}): ExistingPerson => ({
  personId, name: '甘草儿', formerNames: [], formerIdNos: [], phones: [], person: {}, personPrivate: {}, mandate: {}, links: {}, ...more,
})
const first = idNo('19780315', '001')
const second = idNo('19850402', '002')

const match = (row: Readonly<Record<string, Written>>, ...people: readonly ExistingPerson[]): unknown =>
  matchRow(identityOf(readPerson(Object.keys(row), Object.values(row))), people)

describe('a row is', () => {
  it('the person of the same ID, whatever the name, the width or the age of the number', () => {
    expect(match({ 姓名: '甘草', 身份证: first }, known('a', { idNo: first }))).toEqual({ kind: 'one', personId: 'a', by: 'id' })
    expect(match({ 姓名: '甘草儿', 身份证: '510099780315001' }, known('a', { idNo: first }), known('b'))).toEqual({ kind: 'one', personId: 'a', by: 'id' })
    expect(match({ 姓名: '甘草儿', 身份证: second }, known('a', { idNo: first, formerIdNos: [second] }))).toEqual({ kind: 'one', personId: 'a', by: 'id' })
  })

  it('else the person of the same name and birth month, by an earlier name too', () => {
    expect(match({ 姓名: '甘 草 儿', 出生年月: '1978.3' }, known('a', { birth: '1978-03' }), known('b', { birth: '1980-01' }))).toEqual({ kind: 'one', personId: 'a', by: 'birth' })
    expect(match({ 姓名: '老甘草', 出生年月: '1978.3' }, known('a', { formerNames: ['老甘草'], birth: '1978-03' }))).toEqual({ kind: 'one', personId: 'a', by: 'birth' })
    expect(match({ 姓名: '甘草儿', 出生年月: 1978.1 }, known('a', { birth: '1978-10' }))).toEqual({ kind: 'one', personId: 'a', by: 'birth' })
  })

  it('else the person of the same name and phone, the second phone included', () => {
    expect(match({ 姓名: '甘草儿', 手机: '13800000001' }, known('a', { phones: ['0817-5500001', '13800000001'] }))).toEqual({ kind: 'one', personId: 'a', by: 'phone' })
  })

  it('nobody of another valid ID, however much agrees', () => {
    const person = known('a', { idNo: second, birth: '1978-03', phones: ['13800000001'] })
    expect(match({ 姓名: '甘草儿', 身份证: first, 手机: '13800000001' }, person)).toEqual({ kind: 'new' })
    const wrong = first.slice(0, 17) + (first.endsWith('1') ? '2' : '1')
    expect(match({ 姓名: '甘草儿', 身份证: wrong, 出生年月: '1978.3', 手机: '13800000001' }, person)).toEqual({ kind: 'one', personId: 'a', by: 'birth' })
  })

  it('somebody new where what both have differs, and where the name is new', () => {
    expect(match({ 姓名: '甘草儿', 出生年月: '1978.3' }, known('a', { birth: '1980-01' }))).toEqual({ kind: 'new' })
    expect(match({ 姓名: '甘草儿', 手机: '13800000001' }, known('a', { phones: ['13900000002'] }))).toEqual({ kind: 'new' })
    expect(match({ 姓名: '白芷', 出生年月: '1978.3' }, known('a', { birth: '1978-03' }))).toEqual({ kind: 'new' })
  })

  it('in doubt where several fit or only the name is there; the one without contradiction is likely', () => {
    expect(match({ 姓名: '甘草儿' }, known('a', { birth: '1978-03' }))).toEqual({ kind: 'ambiguous', candidates: ['a'], likely: 'a' })
    expect(match({ 姓名: '甘草儿', 性别: '女' }, known('a', { person: { sex: '1' } }))).toEqual({ kind: 'ambiguous', candidates: ['a'] })
    expect(match({ 姓名: '甘草儿' }, known('a'), known('b'))).toEqual({ kind: 'ambiguous', candidates: ['a', 'b'] })
    expect(match({ 姓名: '甘草儿', 性别: '女' }, known('a', { person: { sex: '1' } }), known('b', { person: { sex: '2' } }))).toEqual({
      kind: 'ambiguous', candidates: ['a', 'b'], likely: 'b' })
    expect(match({ 姓名: '甘草儿', 出生年月: '1978.3' }, known('a', { birth: '1978-03' }), known('b', { birth: '1978-03' }))).toEqual({ kind: 'ambiguous', candidates: ['a', 'b'] })
  })

  it('never the person of another cell that also says 无', () => {
    expect(match({ 姓名: '白芷', 身份证: '1' }, known('a', { idNo: '1' }))).toEqual({ kind: 'new' })
  })
})

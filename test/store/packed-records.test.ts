import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from '../../electron/store/packed-records'

const key = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('name', 'status_log', 'x_own', '10', '__proto__', 'constructor', '序号'))
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('青禾镇', 'mkkbvardipw3it4hfwuepquzgg', '{"n":3}'))
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(2 ** 29 - 1, 2 ** 29, 2 ** 53, -0))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, text, number, fc.boolean(), fc.constant(null), fc.array(tie('value')), fc.dictionary(key, tie('value'))),
}))

test('whatever a record can hold comes out of the packing as the same text, key by key in the same order', () => {
  fc.assert(fc.property(value, (one) => {
    expect(JSON.stringify(unpack(pack(one)))).toBe(JSON.stringify(one))
  }), { numRuns: 500 })
})

test('a record of thirty fields is unpacked as an ordinary object whose fields can be changed apart from its neighbours', () => {
  const alike = (n: number) => Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field_${String(at)}`, `${String(n)} ${String(at)}`]))
  const [first, second] = unpack(pack([alike(1), alike(2)])) as readonly Record<string, string>[]
  if (first) first['field_3'] = '改过'
  expect(second).toEqual(alike(2))
})

test('a field without a value is left out, as in JSON, and bytes cut short are refused', () => {
  expect(unpack(pack({ id: 'a', status: undefined }))).toEqual({ id: 'a' })
  expect(() => unpack(pack(['张', '王', '李']).subarray(0, 12))).toThrow()
})

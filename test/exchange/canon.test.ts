import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canon, canonOfParsed, canonOrFault, tidyData } from '../../shared/exchange/canon'

const reasonOf = (value: unknown): unknown => {
  const text = canon(value)
  return text.ok ? text.value : text.detail?.['reason']
}

describe('canonical JSON', () => {
  it('sorts keys by code unit and writes no spaces', () => {
    expect(canon({ b: 1, a: ['x', true, null], aB: { z: 2, y: '"\n' } })).toEqual({ ok: true, value: '{"a":["x",true,null],"aB":{"y":"\\"\\n","z":2},"b":1}' })
  })

  it('gives the same text whatever the order of keys', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), fc.integer()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse())
      return JSON.stringify(canon(turned)) === JSON.stringify(canon(object))
    }))
    expect(canon({})).toEqual({ ok: true, value: '{}' })
  })

  it.each([
    [1.5, 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
    [2 ** 53, 'not-an-integer'],
    ['\ud800', 'lone-surrogate'],
    ['e\u0301', 'not-nfc'],
    [{ ['__proto__']: 1, a: 2 }, 'bad-key'],
    [JSON.parse('{"__proto__":1}'), 'bad-key'],
    [{ constructor: 1 }, 'bad-key'],
    [{ 'a b': 1 }, 'bad-key'],
    [[[[[[1]]]]], 'too-deep'],
    [Array.from({ length: 501 }, () => 1), 'array-too-long'],
    ['字'.repeat(100_001), 'text-too-long'],
    [() => 1, 'bad-value'],
    [10n, 'bad-value'],
  ])('refuses what has no canonical form: %#', (value, reason) => {
    expect(reasonOf(value)).toBe(reason)
  })

  it('takes every well-formed text in NFC, emoji and rare characters included', () => {
    const texts = ['', '𠮷野家', '👩‍👩‍👧', '重庆市\t"引号"\u2028', '字'.repeat(50_000), '𠮷'.repeat(50_000)]
    expect(texts.map((text) => JSON.parse(canonText(text)) as unknown)).toEqual(texts)
  })

  it('says the same of what was read from JSON by the short way: text, or fault and place', () => {
    const key = fc.oneof(fc.constantFrom('a', 'b', 'title', '__proto__', 'constructor', 'a b', '1', '字'), fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,5}$/))
    const leaf = fc.oneof(fc.integer(), fc.double(), fc.string({ unit: 'binary' }), fc.constantFrom('e\u0301', '\ud800', '“路”，', '\u2028', null, true, false, -0, 1e21))
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('node'), { maxLength: 4 }), fc.array(fc.tuple(key, tie('node')), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs))),
    }))
    fc.assert(fc.property(node, (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value))
      expect(canonOfParsed(parsed, 2)).toEqual(canonOrFault(parsed, 2))
    }), { numRuns: 3000 })
    expect([canonOfParsed({ b: 1, a: [2] }), canonOfParsed({ a: [2], b: 1 })]).toEqual(['{"a":[2],"b":1}', '{"a":[2],"b":1}'])
  })

  it('writes what an author means: NFC, and no empty fields', () => {
    expect(tidyData({ title: 'cafe\u0301', note: null, more: undefined, rows: [{ a: 'e\u0301', b: null }], refs: ['x'] }))
      .toEqual({ title: 'café', rows: [{ a: 'é' }], refs: ['x'] })
  })
})

function canonText(value: unknown): string {
  const text = canon(value)
  return text.ok ? text.value : 'null'
}

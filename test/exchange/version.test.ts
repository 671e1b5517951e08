import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockAhead, follow, tick } from '../../shared/exchange/clock'
import { base32, idBytes, idFrom, isId, isUid, keyedUid } from '../../shared/exchange/ids'
import { parseVersion } from '../../shared/exchange/parse-version'
import { blanked, buildVersion, encodeVersion, type Version } from '../../shared/exchange/version'
import { idOf, sha256, version } from './support/versions'

const lineOf = (v: Version): string => {
  const line = encodeVersion(v)
  return line.ok ? line.value : ''
}
const why = (line: string): unknown => {
  const read = parseVersion(line, sha256)
  return read.ok ? 'read' : [read.code, read.field, read.detail?.['reason']].filter((x) => x !== undefined).join(' ')
}

describe('ids', () => {
  it('are 128 bits in 26 letters and come back as the same bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const back = idBytes(idFrom(bytes))
      return isId(idFrom(bytes)) && back.ok && Buffer.compare(back.value, bytes) === 0
    }))
    expect(base32(Uint8Array.of(0, 0, 0, 0, 1))).toBe('aaaaaaab')
  })

  it('are refused with set spare bits, capitals or another length', () => {
    expect([`${'a'.repeat(25)}b`, 'A'.repeat(26), 'a'.repeat(25), `${'a'.repeat(25)}1`].map(isId)).toEqual([false, false, false, false])
    expect(isUid(`${'a'.repeat(25)}b`)).toBe(true)
  })

  it('follow from the key, so that two computers meet in one record', () => {
    const one = keyedUid(sha256, '511321101', 'attendance', [idOf(1), idOf(2)])
    expect(one).toEqual(keyedUid(sha256, '511321101', 'attendance', [idOf(1), idOf(2)]))
    expect(one.ok && isUid(one.value)).toBe(true)
    const others = [
      keyedUid(sha256, '511321102', 'attendance', [idOf(1), idOf(2)]),
      keyedUid(sha256, '511321101', 'attendance', [idOf(2), idOf(1)]),
      keyedUid(sha256, '511321101', 'attendance', [`${idOf(1)}","${idOf(2)}`]),
      keyedUid(sha256, '511321101', 'budget', [2026, '镇本级']),
      keyedUid(sha256, '511321101', 'budget', ['2026', '镇本级']),
      keyedUid(sha256, '511321101', 'organ', ['a', null]),
      keyedUid(sha256, '511321101', 'organ', ['a', '']),
    ]
    expect(new Set([one, ...others].map((x) => JSON.stringify(x))).size).toBe(8)
  })

  it('of a key are fixed for ever', () => {
    expect(keyedUid(sha256, '511321101', 'budget', [2026, '镇本级'])).toEqual({ ok: true, value: 'skl27nu3psca3ws7oqm2edvbwq' })
  })
})

describe('the clock', () => {
  it('never goes back and follows what was imported', () => {
    expect([tick(5, 3), tick(5, 9), follow(5, 9), follow(9, 5), follow(5, Number.MAX_SAFE_INTEGER)]).toEqual([6, 9, 9, 9, 5])
    expect([clockAhead(100, null), clockAhead(86_400_001, 0), clockAhead(86_400_000, 0)]).toEqual([false, true, false])
  })
})

describe('a version line', () => {
  it('is read back as it was written', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 }).map((s) => s.normalize('NFC'))
    const value = fc.oneof(words, fc.maxSafeInteger(), fc.boolean(), fc.constant('𠮷'.repeat(300)))
    const row = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), value, { maxKeys: 3 })
    const data = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{1,8}$/), fc.oneof(value, fc.array(words, { maxLength: 4 }), fc.array(row, { maxLength: 3 })), { maxKeys: 6 })
    fc.assert(fc.property(data, fc.nat(), (fields, n) => {
      const written = buildVersion({ ...version({ n: 1 }), hlc: n + 1, data: fields }, sha256)
      if (!written.ok) return written.code === 'bad-text'
      const read = parseVersion(lineOf(written.value.version), sha256)
      expect(read).toEqual({ ok: true, value: { version: written.value.version, text: written.value.text } })
      return true
    }), { numRuns: 200 })
    expect(why(lineOf(version({ n: 1, data: { lead: '字'.repeat(50_000) } })))).toBe('read')
  })

  it('keeps its hash when an erasure blanks the values, and can still be checked', () => {
    const v = version({ n: 1, data: { title: '张三的电话' } })
    const line = lineOf(blanked(v))
    expect(line).toContain('"data":null')
    expect(parseVersion(line, sha256)).toEqual({ ok: true, value: { version: { ...v, data: null }, text: null } })
  })

  it('says by name what is wrong with it', () => {
    const v = version({ n: 1, seen: [idOf(2)] })
    const line = lineOf(v)
    const cases: Readonly<Record<string, string>> = {
      read: line,
      'bad-input  not-json': '{',
      'bad-input  not-an-object': '[]',
      'bad-input  wrong-keys': line.replace('"sv":1,', ''),
      'bad-input id bad-id': line.replace(`"id":"${v.id}"`, '"id":7'),
      'bad-input uid bad-id': line.replace(v.uid, v.uid.toUpperCase()),
      'bad-input type bad-shape': line.replace('"suggestion"', '"Robert\'); DROP"'),
      'bad-input org bad-shape': line.replace('"511321101"', '511321101'),
      'bad-input op bad-shape': line.replace('"put"', '"replace"'),
      'bad-input hlc not-an-integer': line.replace(/"hlc":\d+/, '"hlc":1.5'),
      'bad-input sv not-an-integer': line.replace('"sv":1', '"sv":0'),
      'bad-input by bad-shape': line.replace('王五', '王\\u0000五'),
      'bad-input at bad-shape': line.replace('2026-08-11T12', '2026年'),
      'bad-input seen bad-id': line.replace(`"${idOf(2)}"`, '1'),
      'bad-input seen not-sorted': line.replace(`["${idOf(2)}"]`, `["${idOf(2)}","${idOf(2)}"]`),
      'bad-input seen array-too-long': line.replace(`["${idOf(2)}"]`, JSON.stringify(Array.from({ length: 4097 }, (_, i) => idOf(i)))),
      'bad-input data not-an-object': line.replace(/"data":\{[^}]*\}/, '"data":["x"]'),
      'bad-input data.title lone-surrogate': line.replace('第1号', '\\ud800'),
      'bad-input data.title not-nfc': line.replace('第1号', 'e\u0301'),
      'bad-input data.__proto__ bad-key': line.replace('"title"', '"__proto__"'),
      'bad-input data.title not-an-integer': line.replace('"第1号"', '0.5'),
      'damaged dh': line.replace('第1号', '第2号'),
      'damaged h': line.replace('"sv":1', '"sv":2'),
      'bad-input  not-canonical': line.replace('{"at"', '{ "at"'),
      'too-big': `${line.slice(0, -1)}${' '.repeat(1024 * 1024)}}`,
    }
    expect(Object.values(cases).map(why)).toEqual(Object.keys(cases))
  })

  it('is refused when a key stands twice, since two programs would read two things', () => {
    const line = lineOf(version({ n: 1 }))
    expect(why(line.replace('"sv":1', '"sv":2,"sv":1'))).toBe('bad-input  not-canonical')
  })

  it('of a million brackets is refused without harm', () => {
    expect(why('['.repeat(1_000_000))).toBe('bad-input  not-json')
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`
    expect(why(lineOf(version({ n: 1 })).replace('"第1号"', deep))).toMatch(/too-deep|too-big/)
  })

  it('is not written when it would pass a limit', () => {
    const long = '字'.repeat(90_000)
    const big = buildVersion({ ...version({ n: 1 }), data: { a: long, b: long, c: long, d: long } }, sha256)
    const many = buildVersion({ ...version({ n: 1 }), data: {}, seen: Array.from({ length: 4097 }, (_, i) => idOf(i)) }, sha256)
    expect([big, many]).toEqual([
      { ok: false, code: 'too-big', field: 'data', detail: { limit: 1_048_576 } },
      { ok: false, code: 'too-big', field: 'seen', detail: { limit: 4096 } },
    ])
  })
})

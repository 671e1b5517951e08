import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idCheckCharacter, maskIdNo, parseIdNo } from '../../shared/parse/id-no'
import { isRegionCode } from '../../shared/parse/region'

describe('an ID number', () => {
  it('gives birth, sex and region', () => {
    expect(parseIdNo('11010519491231002X')).toEqual({ value: '11010519491231002X', valid: true, problems: [], birth: '1949-12-31', sex: '2', region: '110105' })
  })

  it('is read whatever its width, case and spaces are', () => {
    expect(['11010519491231002x', ' 110105 19491231 002X ', '１１０１０５１９４９１２３１００２Ｘ', "'11010519491231002X", '110105-19491231-002X'].map((text) => parseIdNo(text).value))
      .toEqual(Array.from({ length: 5 }, () => '11010519491231002X'))
  })

  it('of 15 digits is lengthened, with a note', () => {
    expect(parseIdNo('110105491231002')).toEqual({ value: '11010519491231002X', valid: true, problems: ['id-converted'], birth: '1949-12-31', sex: '2', region: '110105' })
  })

  it('is kept as written where it is wrong, and says what is wrong', () => {
    expect(parseIdNo('110105194912310021')).toEqual({ value: '110105194912310021', valid: false, problems: ['id-checksum'], birth: '1949-12-31', sex: '2', region: '110105' })
    expect(parseIdNo('440524188001010014')).toMatchObject({ valid: false, problems: ['id-birth'] })
    expect(parseIdNo('11010519490231002X').problems).toContain('id-birth')
    expect(parseIdNo('99010519491231002X').problems).toContain('id-region')
    expect(parseIdNo('1101051949123100')).toEqual({ value: '1101051949123100', valid: false, problems: ['id-length'] })
    expect(parseIdNo('不详')).toEqual({ value: '不详', valid: false, problems: ['id-characters'] })
    expect(parseIdNo('')).toEqual({ value: '', valid: false, problems: ['id-length'] })
  })

  it('is wrong as soon as one digit changes', () => {
    const digits = fc.stringMatching(/^51009919[5-9]\d0[1-9][01][1-9]\d{3}$/)
    expect(() => fc.assert(fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, add) => {
      const good = body + idCheckCharacter(body)
      const changed = good.slice(0, at) + String((Number(good[at]) + add) % 10) + good.slice(at + 1)
      return !parseIdNo(good).problems.includes('id-checksum') && parseIdNo(changed).problems.includes('id-checksum')
    }))).not.toThrow()
  })

  it('never throws', () => {
    expect(() => fc.assert(fc.property(fc.string(), (text) => typeof parseIdNo(text).value === 'string'))).not.toThrow()
  })

  it('is masked in lists', () => {
    expect([maskIdNo('11010519491231002X'), maskIdNo('1101051949'), maskIdNo('1'), maskIdNo('')]).toEqual(['110105********002X', '********49', '1', ''])
  })
})

it('a region code has 6, 9 or 12 digits of a province that exists', () => {
  expect(['511321', '511321101', '511321101001', '991321101', '51132', '51132110', 'abcdef'].map(isRegionCode)).toEqual([true, true, true, false, false, false, false])
})

import { describe, expect, it } from 'vitest'
import { parseSmallNumber } from '../../shared/parse/chinese-number'
import { normaliseName, parseName, tidyName } from '../../shared/parse/name'
import { maskPhone, parsePhone, parsePhones } from '../../shared/parse/phone'
import { cleanText, compactText, hasDirections, showSigns } from '../../shared/parse/text'

describe('the text of a pasted cell', () => {
  it('loses marks, odd spaces and full-width digits, and keeps Chinese punctuation', () => {
    expect(cleanText('\ufeff 石门坎\u00a0镇　５组，Ａ区\u200b ')).toBe('石门坎 镇 5组，A区')
    expect(compactText('（０８１７）５５ ０００')).toBe('(0817)55000')
  })
})

describe('a name', () => {
  it('shows the signs that would turn or hide its letters, and nothing else', () => {
    expect(['照\u202egnp.exe', '何\u2067秀\u0007兰', '一行\n两行\t。（石桥）'].map(showSigns)).toEqual(['照⟨U+202E⟩gnp.exe', '何⟨U+2067⟩秀⟨U+0007⟩兰', '一行\n两行\t。（石桥）'])
    expect(['何\u202e秀兰', '何秀兰', '何\u061c'].map(hasDirections)).toEqual([true, false, true])
  })

  it('is shown without the spaces that pad it', () => {
    expect(['张　三', ' 张 三 ', '阿依古丽•买买提', '阿依古丽 · 买买提', '阿依古丽．买买提', 'Anna Maria'].map(tidyName)).toEqual([
      '张三', '张三', '阿依古丽·买买提', '阿依古丽·买买提', '阿依古丽·买买提', 'Anna Maria'])
  })

  it('is compared without any space', () => {
    expect([normaliseName('Anna  Maria'), normaliseName('张 三'), normaliseName('欧阳\u00a0甘草')]).toEqual(['AnnaMaria', '张三', '欧阳甘草'])
  })

  it('may be rare, long and of few letters', () => {
    expect(['㐂来宝', '𠮷庆余', '阿依古丽·买买提'].map((text) => parseName(text).problem)).toEqual([undefined, undefined, undefined])
    expect(parseName('𠮷').problem).toBe('name-short')
    expect([parseName('甘'.repeat(50)).problem, parseName('甘'.repeat(51)).problem]).toEqual([undefined, 'name-length'])
  })

  it('is unreadable if it is empty, a number or without a letter', () => {
    expect(['', '　', '12', '60人', '3.5', '——', '??'].map((text) => parseName(text).problem)).toEqual([
      'name-empty', 'name-empty', 'name-unreadable', 'name-unreadable', 'name-unreadable', 'name-unreadable', 'name-unreadable'])
    expect(parseName('石竹2').problem).toBe('name-digits')
  })

  it('may have notes in brackets behind it', () => {
    expect(parseName('白芷（女，苗族）')).toEqual({ value: '白芷', notes: ['女', '苗族'] })
    expect(parseName('白芷(女)')).toEqual({ value: '白芷', notes: ['女'] })
  })
})

describe('a phone', () => {
  it('is a mobile number however it is broken up', () => {
    expect(['13800000001', '138 0000 0001', '138-0000-0001', '+86 13800000001', '8613800000001', '１３８００００００01'].map(parsePhone)).toEqual(
      Array.from({ length: 6 }, () => ({ value: '13800000001', kind: 'mobile' })))
  })

  it('is a landline with its area', () => {
    expect(['0817-5500001', '(0817)5500001', '08175500001', '010-12345678', '0817-5500001转8003'].map((text) => parsePhone(text).value)).toEqual([
      '0817-5500001', '0817-5500001', '0817-5500001', '010-12345678', '0817-5500001-8003'])
  })

  it('is odd otherwise, and kept as written', () => {
    expect(['5500001', '1380000000', '12800000001', '无'].map(parsePhone)).toEqual([
      { value: '5500001', kind: 'odd' }, { value: '1380000000', kind: 'odd' }, { value: '12800000001', kind: 'odd' }, { value: '无', kind: 'odd' }])
  })

  it('may be two in one cell', () => {
    expect(['13800000001/13900000002', '13800000001 13900000002', '13800000001、0817-5500001', '138 0000 0001'].map((text) => parsePhones(text).map((phone) => phone.value))).toEqual([
      ['13800000001', '13900000002'], ['13800000001', '13900000002'], ['13800000001', '0817-5500001'], ['13800000001']])
  })

  it('is masked in lists', () => {
    expect([maskPhone('13800000001'), maskPhone('0817-5500001'), maskPhone('5500001'), maskPhone('')]).toEqual(['138****0001', '0817-*****01', '*****01', ''])
  })
})

it('small numbers are read from figures and from Chinese numerals', () => {
  expect(['3', '12', '三', '十', '十二', '二十', '二十一', '一百零三', '一百二十', '', '百', '里'].map(parseSmallNumber)).toEqual([3, 12, 3, 10, 12, 20, 21, 103, 120, null, null, null])
})

import { describe, expect, it } from 'vitest'
import { codeProblem, emptyOffice, officeProblems } from '../../../renderer/screens/setup/check-office'
import { strengthOf } from '../../../renderer/screens/setup/password-strength'
import { provinceOf } from '../../../renderer/screens/setup/provinces'

describe('The code of a town', () => {
  it.each([
    ['339901103', null], ['339901 103', null], ['３３９９０１１０３', null], ['33990110', '乡镇的代码是 9 位，现在是 8 位。'], ['339901103000', '这是 12 位的写法，请只填前 9 位：339901103。'],
    ['339901000', '末三位是 000，这是县的代码，请填本镇的。'], ['999901103', '开头的“99”不是任何省份，请核对。'], ['青禾镇', '只能填数字。'], ['', '请填区划代码。'],
  ])('%s: %s', (code, problem) => {
    expect(codeProblem('town', code)).toBe(problem)
  })

  it('has six digits at the county', () => {
    expect([codeProblem('county', '339901'), codeProblem('county', '339901103')]).toEqual([null, '县的代码是 6 位，现在是 9 位。'])
  })

  it('says the province', () => {
    expect([provinceOf('339901103'), provinceOf('51'), provinceOf('9')]).toEqual(['浙江', '四川', ''])
  })
})

describe('The first page of the set-up', () => {
  const right = { ...emptyOffice, code: '339901103', name: '青禾镇', province: '浙江', term: '第19届', start: '2021.12.20', quota: '60', by: '周维安' }

  it('passes when all is there, however the date is written', () => {
    expect([officeProblems(right, '2025-11-24'), officeProblems({ ...right, start: '20211220' }, '2025-11-24')]).toEqual([{}, {}])
  })

  it('names every field that is missing or wrong', () => {
    expect(Object.keys(officeProblems({ ...right, name: ' ', start: '2026.1.1', quota: '六十' }, '2025-11-24'))).toEqual(['name', 'start', 'quota'])
  })

  it('asks the county for no term', () => {
    expect(officeProblems({ ...emptyOffice, role: 'county', code: '339901', name: '望川县', province: '浙江', by: '梁静宜' }, '2025-11-24')).toEqual({})
  })
})

describe('A password', () => {
  it.each([['abc', 'short'], ['12345678', 'weak'], ['88888888', 'weak'], ['qinghezhen', 'weak'], ['qinghe2025', 'fair'], ['Qinghe2025', 'strong'], ['woaiqinghezhenrenda', 'fair'], ['青禾镇主席团办公室', 'weak']])('%s is %s', (password, word) => {
    expect(strengthOf(password)).toBe(word)
  })
})

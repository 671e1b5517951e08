import { describe, expect, it } from 'vitest'
import { rosterErrorCodes, rosterWarningCodes } from '../../shared/roster/issue'
import { doubtLabel, sayRosterIssue } from '../../shared/text/roster'

const said = [...rosterErrorCodes, ...rosterWarningCodes].map((code) => ({ code, ...sayRosterIssue({ row: 5, column: '联系电话', code, value: '138' }) }))

describe('what an import says', () => {
  it('is one Chinese sentence and one next step for every code, without the code', () => {
    const bad = said.filter(({ code, say, next }) => !/^[\p{Script=Han}“].*。$|^[\p{Script=Han}“].*填写$/u.test(say) || !next.endsWith('。') || say.includes(code))
    expect(bad).toEqual([])
  })

  it('names the column and what was in it', () => {
    expect(sayRosterIssue({ row: 5, column: '联系电话', code: 'bad-phone', value: '1380000' }).say).toBe('联系电话“1380000”不像电话号码，已照存并标为待核。')
    expect(sayRosterIssue({ row: 5, column: '', code: 'repeated-row', value: '3' }).say).toBe('与第 3 行是同一人，以第 3 行为准。')
  })

  it('never repeats an ID that was stored as a number', () => {
    const words = sayRosterIssue({ row: 5, column: '身份证号', code: 'id-as-number', value: '510099197803150000' })
    expect(words.say).toBe('身份证号被存成了数字，后三位已丢失；请把该列改为文本后重新填写。')
    expect(words.next).not.toContain('5100')
  })
})

it('a 待核 mark has a short name, and an unknown one shows its code', () => {
  expect([doubtLabel('sex-mismatch'), doubtLabel('from-the-future')]).toEqual(['性别与身份证号不一致', 'from-the-future'])
})

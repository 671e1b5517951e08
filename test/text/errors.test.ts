import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../shared/result'
import { nationalRules } from '../../shared/rules/presets/national'
import { say, sayWarning } from '../../shared/text'
import { ruleName, ruleValue } from '../../shared/text/rules'

describe('What a person reads when something goes wrong', () => {
  it.each(errorCodes)('%s says one Chinese sentence and one next step', (code) => {
    const words = say(code)
    expect(words.say).toMatch(/\p{Script=Han}/u)
    expect(words.next).toMatch(/\p{Script=Han}.*[。；]$/u)
    expect(words.say).not.toMatch(/undefined|\[object|NaN|[a-z]+-[a-z]+/u)
  })

  it('names the field and both dates where dates are in the wrong order', () => {
    expect(say('date-order', { firstLabel: '交办日期', first: '2025-05-12', secondLabel: '答复日期', second: '2025-05-06' })).toEqual({
      say: '日期先后不对：答复日期 2025年5月6日 早于 交办日期 2025年5月12日。', next: '请核对这两个日期。',
    })
  })

  it('names the field that is missing', () => {
    expect(say('required', { label: '标题' })).toEqual({ say: '请填写标题。', next: '填好再保存。' })
  })

  it('gives the reason of a refused step instead of the general sentence', () => {
    expect(say('not-now', { because: 'already-converted', missing: [] }).say).toBe('已经转为代表建议。')
    expect(say('not-now', { because: 'name-twice', missing: [] })).toEqual({ say: '同一名代表列了两次。', next: '请核对后再办。' })
    expect(say('not-now', { because: 'feedback-term-running', until: '2026-03-28', missing: ['rate_result'] }).next).toBe('请等代表测评，或期满以后再办。')
  })

  it('says a warning of a step and one of a field, and nothing for a code it does not know', () => {
    expect(sayWarning({ code: 'no-decisions' })).toBe('还没有登记议题和决定事项。')
    expect(sayWarning({ code: 'looks-private', field: 'body' }, '内容')).toContain('内容里像是有手机号或身份证号')
    expect(sayWarning({ code: 'named-again', field: 'cosign', detail: { label: '联名代表', again: 4 } })).toBe('联名代表里有 4 个是重复写的，只算一次，请核对是不是写错了人。')
    expect(sayWarning({ code: 'made-up' })).toBeNull()
  })
})

describe('The list of rules', () => {
  it.each(nationalRules.map((entry) => entry.key))('%s has a Chinese name', (key) => {
    expect(ruleName(key)).toMatch(/\p{Script=Han}/u)
  })

  it('reads values as people say them', () => {
    const rule = (key: string) => {
      const entry = nationalRules.find((one) => one.key === key)
      return entry === undefined ? '' : ruleValue(entry)
    }
    expect([rule('suggest.reply.normal'), rule('suggest.feedback'), rule('congress.quorum'), rule('presidium.size'), rule('bill.min'), rule('congress.secondBy'), rule('deputy.days')])
      .toEqual(['3个月', '20个工作日', '2/3', '7–13人', '5人', '9月', '没有规定'])
  })
})

import { describe, expect, test } from 'vitest'
import { readHolidays } from '../../shared/rules/read-holidays'
import { officialHolidays, Workdays } from '../../shared/rules/workdays'
import { say } from '../../shared/text'

/** The notice of 2026 as it was published (国办发明电〔2025〕7号). */
const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

const read = (text: string, year?: number) => readHolidays(text, '2026-11-25', year)
const fault = (text: string, year?: number) => {
  const answer = read(text, year)
  return answer.ok ? 'read' : [answer.code, answer.detail?.['fault'], say(answer.code, answer.detail).say]
}
/** A whole year in the notice's words, with one sentence more or in place of another. */
const prose = (more: string) => `关于2027年部分节假日安排的通知\n元旦：1月1日放假。\n国庆节：10月1日至7日放假调休，共7天。\n${more}`

describe('the notice of holidays', () => {
  test('pasted as published gives the days that the program knows of 2026', () => {
    const official = officialHolidays.find((table) => table.year === 2026)
    const answer = read(notice2026)
    expect(answer).toEqual({ ok: true, value: { year: 2026, off: [...(official?.off ?? [])], worked: [...(official?.worked ?? [])].sort(), source: '国办发明电〔2025〕7号', known_on: '2026-11-25' } })
  })
  test('a later year is counted by its pasted notice and no longer by weekends', () => {
    const answer = read(prose('10月9日（周六）上班。'))
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    const before = new Workdays().add('2027-09-30', 1)
    expect([before, new Workdays([...officialHolidays, answer.value]).add('2027-09-30', 1)]).toEqual([{ day: '2027-10-01', guessed: true }, { day: '2027-10-08', guessed: false }])
  })
  test('one day a line, with full-width digits and another separator', () => {
    const days = ['2027-01-01 休', '２０２７-10-01 放假', '2027/10/02，休', '2027.10.03 休', '2027年10月9日 上班', '2027-10-04,休']
    expect(read(days.join('\n'))).toMatchObject({ ok: true, value: { year: 2027, off: ['2027-01-01', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'], worked: ['2027-10-09'] } })
  })
  test('a stretch over the end of a month is taken whole, a New Year that begins in December only in its own year', () => {
    const answer = read(prose('春节：1月29日至2月4日放假调休，共7天。元旦：2026年12月31日至2027年1月2日放假。'))
    expect(answer).toMatchObject({ ok: true, value: { year: 2027 } })
    if (!answer.ok) return
    expect(answer.value.off.filter((day) => day < '2027-03-01')).toEqual(['2027-01-01', '2027-01-02', '2027-01-29', '2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04'])
  })
  test('nonsense is refused with a sentence that says what is wrong', () => {
    expect([
      fault('明天放假'), fault('今天天气很好。', 2027), fault('关于2027年部分节假日安排的通知：1月1日放假。'), fault(prose('10月8日（周五）上班。')),
      fault(prose('10月2日（周六）上班。')), fault(prose('2月30日放假。')), fault(prose('劳动节：5月1日至5日放假，共4天。')), fault('', 2027),
    ]).toEqual([
      ['not-holidays', 'no-year', '没有认出这是哪一年的放假安排。'], ['not-holidays', 'no-days', '没有认出放假的日子。'],
      ['not-holidays', 'no-festival', '这份安排里没有2027年10月1日，不像是全年的放假安排。'], ['not-holidays', 'worked-on-weekday', '2027年10月8日不是周末，不会是调休上班日。'],
      ['not-holidays', 'both', '2027年10月2日既写了放假又写了上班。'], ['not-holidays', 'bad-day', '“2月30日”不是有效的日期。'],
      ['not-holidays', 'count-differs', '从2027年5月1日起写了共 4 天，日期却是 5 天。'], ['not-holidays', 'no-days', '没有认出放假的日子。'],
    ])
    expect(fault('关于1897年部分节假日安排的通知')).toEqual(['out-of-range', undefined, '年份超出范围（应不小于 2000、不大于 2100）。'])
  })
})

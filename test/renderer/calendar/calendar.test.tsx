import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import CalendarScreen from '../../../renderer/screens/calendar/CalendarScreen'
import YearScreen from '../../../renderer/screens/calendar/YearScreen'
import { sayFound } from '../../../renderer/screens/calendar/duty-words'
import { monthAfter, spanOf, weeksOf } from '../../../renderer/screens/calendar/month'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Calendar, CalendarDay, YearPage } from '../../../shared/contract/year'
import { addDays } from '../../../shared/rules/calendar'
import { officialHolidays, Workdays } from '../../../shared/rules/workdays'
import { todos, townAnswers } from '../support/sample'
import { show } from '../support/show'

const works = new Workdays(officialHolidays)

function days(from: string, to: string): readonly CalendarDay[] {
  const list: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) list.push({ day, known: true, kind: works.isHoliday(day) ? 'off' : works.isWorkday(day) ? 'work' : 'weekend' })
  return list
}

const due = { ...todos[0]!, id: 'due', title: '公开批准的预算', due_on: '2025-11-26', days: 2, state: 'soon' as const }
const november: Calendar = {
  today: '2025-11-24', days: days('2025-10-27', '2025-11-30'), todos: [due],
  events: [{ id: 'a1', type: 'activity', title: '走访两村选民', day: '2025-11-26', done: false }, { id: 'a2', type: 'activity', title: '接待日', day: '2025-11-26', done: false }, { id: 'a3', type: 'activity', title: '小组学习', day: '2025-11-26', done: false }],
}

describe('The calendar of a month', () => {
  it('has whole weeks from Monday on, in every month', () => {
    expect([spanOf('2025-11'), spanOf('2026-02'), spanOf('2024-02')]).toEqual([
      { from: '2025-10-27', to: '2025-11-30' }, { from: '2026-01-26', to: '2026-03-01' }, { from: '2024-01-29', to: '2024-03-03' },
    ])
    expect([monthAfter('2025-12', 1), monthAfter('2026-01', -1), weeksOf('2025-11', november).length]).toEqual(['2026-01', '2025-12', 5])
  })
  it('shows the day with its buttons, and moves by arrows', async () => {
    const { person } = show(<CalendarScreen route={{ screen: 'calendar' }} />, { ...townAnswers, 'calendar.get': november })
    await person.click(await screen.findByRole('button', { name: /^2025年11月26日，到期1件，安排3件/u }))
    const day = within(screen.getByRole('region', { name: '11月26日' }))
    expect(day.getAllByRole('listitem')).toHaveLength(4)
    await person.click(day.getByRole('button', { name: /^催办/u }))
    expect(useNavigation.getState().now).toMatchObject({ screen: 'record' })
  })
  it('goes from month to month', async () => {
    const { person, api } = show(<CalendarScreen route={{ screen: 'calendar' }} />, { ...townAnswers, 'calendar.get': november })
    await screen.findByRole('button', { name: /^2025年11月26日/u })
    await person.click(screen.getByRole('button', { name: '下个月' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'calendar', month: '2025-12' })
    expect(api.of('calendar.get')[0]).toEqual({ from: '2025-10-27', to: '2025-11-30' })
  })
})

describe('The page of a year', () => {
  const page: YearPage = {
    year: 2025, today: '2025-11-24', first: 2021, titles: { s1: { title: '第九次会议', type: 'session' } },
    duties: [
      { key: 'congress', part: 'congress', who: '法律', title: '召开人民代表大会会议', source: '地方组织法第14条', need: 1, have: 1, unit: '次', state: 'done', due_on: '2025-12-31', ids: ['s1'], action: { label: '记会议', kind: 'new', type: 'session' } },
      { key: 'publish-duty', part: 'deputies', who: '法律', title: '公示代表基本信息和履职信息', source: '代表法第58条', need: 1, have: 0, unit: '次', state: 'open', due_on: '2025-12-31', ids: [], action: { label: '记公示', kind: 'new', type: 'document' } },
    ],
  }
  it('ticks what the records say, with the record behind it and the button for what is open', async () => {
    const { person } = show(<YearScreen route={{ screen: 'year' }} />, { ...townAnswers, 'year.get': page })
    const lines = (await screen.findAllByRole('listitem')).map((line) => line.textContent)
    expect(lines).toEqual(['做完召开人民代表大会会议法律地方组织法第14条第九次会议1 次', '要做公示代表基本信息和履职信息法律代表法第58条0/1 次记公示'])
    await person.click(screen.getByRole('button', { name: '记公示：公示代表基本信息和履职信息' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'edit', type: 'document' })
  })
  it('tells two meetings of a year apart by the end of their names, and says one by its whole name', () => {
    expect(sayFound(['青禾镇第十九届人民代表大会第十次会议', '青禾镇第十九届人民代表大会第十一次会议'])).toEqual(['第十次会议', '第十一次会议'])
    expect(sayFound(['第十九届主席团第十七次会议', '检查食品安全'])).toEqual(['第十七次会议', '检查食品安全'])
    expect(sayFound(['青禾镇第十九届人民代表大会第十次会议'])).toEqual(['青禾镇第十九届人民代表大会第十次会议'])
  })
})

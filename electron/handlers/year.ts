/** The calendar of a month and the page of a year. */
import type { CalendarDay, CalendarEvent, YearPage } from '../../shared/contract/year'
import { textOf, type Facts } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { fail, ok } from '../../shared/result'
import { addDays, daysBetween, weekday, yearOf } from '../../shared/rules/calendar'
import { yearDuties } from '../../shared/todos/year-duties'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { shownTitle } from './print-record'
import { titlesFor } from './titles'
import { todosOf } from './todo-source'

/** What has a day of its own that people look for in a calendar, by the field of that day. */
const dated: readonly (readonly [type: string, key: string])[] = [
  ['session', 'start_on'], ['presidium_meeting', 'held_on'], ['activity', 'start_on'], ['supervision', 'start_on'], ['training', 'start_on'], ['by_election', 'vote_on'],
  ['debrief', 'date'], ['party_log', 'date'],
]

const calledOff = ['已取消', '取消']
const longest = 62

function eventsBetween(desk: Desk, facts: Facts, from: string, to: string): readonly CalendarEvent[] {
  return dated.flatMap(([type, key]) => facts.all(type).flatMap((rec) => {
    const day = textOf(rec.fields, key)
    if (day < from || day > to || calledOff.includes(rec.status ?? '')) return []
    return [{ id: rec.id, type, title: shownTitle(desk, rec.id, type), day, done: day < desk.today }]
  })).sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1))
}

function daysBetweenOf(desk: Desk, from: string, to: string): readonly CalendarDay[] {
  const { workdays } = desk.rules
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const day = addDays(from, at)
    const weekend = [0, 6].includes(weekday(day))
    const works = workdays.isWorkday(day)
    return { day, known: workdays.knows(yearOf(day)), kind: works ? (weekend ? 'worked' : 'work') : weekend && !workdays.isHoliday(day) ? 'weekend' : 'off' }
  })
}

/** First year of the office's terms, else this one. */
const firstYear = (facts: Facts, today: string): number =>
  Math.min(yearOf(today), ...facts.all('term').map((rec) => textOf(rec.fields, 'first_meeting_on')).filter((day) => day !== '').map(yearOf))

export const yearHandlers = {
  'calendar.get': ({ from, to }, desk) => {
    if (from > to) return fail('date-order', { field: 'from', detail: { first: from, firstLabel: '开始日期', second: to, secondLabel: '结束日期' } })
    if (daysBetween(from, to) > longest) return fail('out-of-range', { field: 'to', detail: { label: '结束日期' } })
    const facts = desk.store.facts([desk.store.office.code])
    return ok({
      today: desk.today, days: daysBetweenOf(desk, from, to), events: eventsBetween(desk, facts, from, to),
      todos: todosOf(desk).filter((todo) => todo.due_on >= from && todo.due_on <= to),
    })
  },
  'year.get': ({ year, town }, desk) => {
    const facts = desk.store.facts([town ?? desk.store.office.code])
    const asked = year ?? yearOf(desk.today)
    const duties = yearDuties(facts, asked, { today: desk.today, rules: desk.rules, settings: desk.settings })
    const page: YearPage = { year: asked, today: desk.today, first: firstYear(facts, desk.today), duties, titles: titlesFor(desk, duties.flatMap((duty) => duty.ids.slice(0, 3)).map((id) => facts.get(id)).filter((rec): rec is Rec => rec !== null)) }
    return ok(page)
  },
} satisfies Partial<Handlers<Desk>>

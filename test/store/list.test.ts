import { expect, test } from 'vitest'
import type { ListQuery } from '../../electron/store/store'
import { office, type Office } from './support/office'

const page = (town: Office, type: string, query: ListQuery = {}) => {
  const result = town.store.list(type, query)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

/** All pages one after the other, each asked with the cursor of the one before. */
const allPages = (town: Office, type: string, query: ListQuery): readonly string[] => allPagesOf(town, type, query, 'title')

function allPagesOf(town: Office, type: string, query: ListQuery, key = 'name'): readonly string[] {
  const titles: string[] = []
  let after: string | undefined
  for (let i = 0; i < 100; i++) {
    const one = page(town, type, { ...query, ...(after === undefined ? {} : { after }) })
    titles.push(...one.rows.map((rec) => String(rec.fields[key])))
    if (one.next === null) return titles
    after = one.next
  }
  throw new Error('no end')
}

function activities(town: Office, count: number): void {
  town.commit(...Array.from({ length: count }, (_, i) => ({
    op: 'put' as const, type: 'activity',
    // Dates repeat and some are missing, so that pages end in the middle of equal values.
    data: { kind: i % 3 === 0 ? '01' : '02', title: `活动${String(i).padStart(3, '0')}`, place: i % 2 === 0 ? '石桥村' : '', status: i % 5 === 0 ? '计划' : '已记录', ...(i % 7 === 0 ? {} : { start_on: `2026-0${1 + (i % 4)}-01` }) },
  })))
}

test('pages follow each other without gap or repetition, in either direction, empty values last', () => {
  const town = office()
  activities(town, 60)
  const all = page(town, 'activity', { limit: 1000 })
  expect(all.total).toBe(60)
  for (const descending of [true, false]) {
    for (const sort of ['start_on', 'title', 'kind', 'status', 'place']) {
      const whole = page(town, 'activity', { limit: 1000, sort, descending }).rows
      const pages = allPages(town, 'activity', { limit: 7, sort, descending })
      expect(pages).toEqual(whole.map((rec) => rec.fields['title']))
      expect(new Set(pages).size).toBe(60)
      const values = whole.map((rec) => (sort === 'status' ? rec.status : rec.fields[sort])).map((value) => (value === undefined || value === '' ? null : String(value)))
      const filled = values.filter((value) => value !== null)
      expect(values.slice(filled.length).every((value) => value === null)).toBe(true)
      expect(filled).toEqual([...filled].sort((a, b) => (a === b ? 0 : (a < b) === !descending ? -1 : 1)))
    }
  }
})

test('numbered names stand as they are counted, page by page, also after the row that a page ended with is gone', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  const made = town.commit(...[11, 2, 1, 10, 3].map((no) => ({ op: 'put' as const, type: 'constituency', data: { term: term.id, level: '5', no: String(no), name: `第${['', '一', '二', '三'][no] ?? (no === 10 ? '十' : '十一')}选区` } }))).recs
  const nos = (query: ListQuery) => page(town, 'constituency', query).rows.map((rec) => rec.fields['no'])
  expect(nos({})).toEqual(['1', '2', '3', '10', '11'])
  expect(nos({ sort: 'name', descending: true })).toEqual(['11', '10', '3', '2', '1'])
  const first = page(town, 'constituency', { limit: 2 })
  town.commit({ op: 'del', uid: made[1]?.id ?? '', reason: '并入' })
  expect(nos({ limit: 10, after: first.next ?? '' })).toEqual(['3', '10', '11'])
})

test('votes stand by their meeting, the newest first, and in it as they were held', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  const [old, latest] = ['2025-01-10', '2026-03-05'].map((day, at) => town.put('session', { term: term.id, no: at + 1, start_on: day }))
  const held = town.put('presidium_meeting', { term: term.id, no: 4, held_on: '2025-06-01' })
  for (const [subject, meeting] of [['关于预算的决议', old], ['选举副镇长', latest], ['表决议程', held], ['关于工作报告的决议', latest], ['', latest]] as const) town.put('vote', { subject, kind: '1', meeting: meeting?.id ?? '' })
  expect(page(town, 'vote').rows.map((rec) => rec.fields['subject'] ?? '')).toEqual(['选举副镇长', '关于工作报告的决议', '', '表决议程', '关于预算的决议'])
  expect(allPagesOf(town, 'vote', { limit: 2 }, 'subject').slice(0, 2)).toEqual(['选举副镇长', '关于工作报告的决议'])
})

test('people stand by the sound of their names', () => {
  const town = office()
  town.commit(...['张大山', '李有田', '安小河'].map((name) => ({ op: 'put' as const, type: 'person', data: { name } })))
  expect(page(town, 'person', { sort: 'name' }).rows.map((rec) => rec.fields['name'])).toEqual(['安小河', '李有田', '张大山'])
})

test('a list stands in the order of a field of the office\'s own, which has no column', () => {
  const town = office()
  town.commit(...[['甲', 30], ['乙', 4], ['丙', undefined], ['丁', 100]].map(([name, rooms]) => ({ op: 'put' as const, type: 'village', data: { name: String(name), ...(rooms === undefined ? {} : { x_rooms: rooms }) } })))
  const names = (query: ListQuery) => page(town, 'village', query).rows.map((rec) => rec.fields['name'])
  expect(names({ sort: 'x_rooms' })).toEqual(['乙', '甲', '丁', '丙'])
  expect(names({ sort: 'x_rooms', descending: true })).toEqual(['丁', '甲', '乙', '丙'])
  expect(allPagesOf(town, 'village', { sort: 'x_rooms', limit: 1 })).toEqual(['乙', '甲', '丁', '丙'])
})

test('the usual order is the type\'s own date, newest first', () => {
  const town = office()
  activities(town, 10)
  const dates = page(town, 'activity').rows.map((rec) => rec.fields['start_on'])
  expect(dates).toEqual(['2026-04-01', '2026-03-01', '2026-03-01', '2026-02-01', '2026-02-01', '2026-02-01', '2026-01-01', '2026-01-01', undefined, undefined])
})

test('few matches and many are paged alike', () => {
  const town = office()
  activities(town, 2300)
  // 1,840 are picked and sorted, 2,300 are walked to.
  for (const query of [{ status: ['已记录'] }, { where: { kind: '02' }, status: ['已记录', '计划'] }, {}] satisfies ListQuery[]) {
    const whole = allPages(town, 'activity', { ...query, limit: 1000 })
    expect(allPages(town, 'activity', { ...query, limit: 97 })).toEqual(whole)
    expect(page(town, 'activity', query).total).toBe(whole.length)
  }
})

test('a list is narrowed by codes, texts, flags, empty fields, status, references and lists of them', () => {
  const town = office()
  activities(town, 20)
  const count = (type: string, where: Readonly<Record<string, string>>, more: ListQuery = {}) => page(town, type, { where, ...more }).total
  expect(count('activity', { kind: '01' })).toBe(7)
  expect(count('activity', { kind: '01', place: '石桥村' })).toBe(4)
  expect(count('activity', { place: '' })).toBe(10)
  expect(count('activity', { status: '计划' })).toBe(4)
  expect(count('activity', {}, { status: ['计划', '已记录'] })).toBe(20)
  const [a, b] = town.commit({ op: 'put', type: 'person', data: { name: '甲有田', is_gui_qiao: true } }, { op: 'put', type: 'person', data: { name: '乙有田' } }).recs
  expect([count('person', { is_gui_qiao: 'true' }), count('person', { is_gui_qiao: 'false' })]).toEqual([1, 1])
  const term = town.put('term', { no: 19 })
  const [ma, mb] = [a, b].map((person) => town.put('mandate', { person: person?.id ?? '', level: '5', term: term.id, nth: 1 }))
  const group = town.put('group', { term: term.id, kind: '1', name: '一组', members: [{ mandate: ma?.id ?? '' }, { mandate: mb?.id ?? '' }] })
  town.put('suggestion', { title: '关于甲的建议', lead: ma?.id ?? '', cosign: [mb?.id ?? ''] })
  expect([count('suggestion', { lead: ma?.id ?? '' }), count('suggestion', { cosign: mb?.id ?? '' }), count('suggestion', { cosign: ma?.id ?? '' }), count('suggestion', { cosign: '' })]).toEqual([1, 1, 0, 0])
  expect(page(town, 'group', { where: { 'members.mandate': mb?.id ?? '' } }).rows.map((rec) => rec.id)).toEqual([group.id])
  expect([count('mandate', { nth: '1' }), count('mandate', { nth: '2' })]).toEqual([2, 0])
})

test('a list is narrowed to one year of a date', () => {
  const town = office()
  activities(town, 20)
  town.put('activity', { kind: '01', title: '去年的', start_on: '2025-12-31' })
  const inYear = (year: string) => page(town, 'activity', { where: { 'start_on.year': year } }).total
  expect([inYear('2024'), inYear('2025'), inYear('2026')]).toEqual([0, 1, 17])
  expect(town.store.list('activity', { where: { 'start_on.year': '今年' } })).toMatchObject({ ok: false, code: 'bad-number' })
})

test('deleted records are listed only when asked for', () => {
  const town = office()
  activities(town, 3)
  const [first] = page(town, 'activity', { sort: 'title' }).rows
  town.commit({ op: 'del', uid: first?.id ?? '', reason: '录错' })
  expect((['without', 'only', 'with'] as const).map((deleted) => page(town, 'activity', { deleted }).total)).toEqual([2, 1, 3])
})

test('the total follows every change at once', () => {
  const town = office()
  activities(town, 3)
  expect(page(town, 'activity').total).toBe(3)
  activities(town, 2)
  expect(page(town, 'activity').total).toBe(5)
})

test('unknown types and fields, values of the wrong kind and cursors of another list have their own codes', () => {
  const town = office()
  activities(town, 5)
  const failed = (type: string, query: ListQuery) => {
    const result = town.store.list(type, query)
    return result.ok ? 'listed' : [result.code, result.field]
  }
  expect(failed('nothing', {})).toEqual(['unknown-type', undefined])
  expect(failed('activity', { where: { colour: 'red' } })).toEqual(['unknown-field', 'colour'])
  expect(failed('activity', { where: { matters: 'x' } })).toEqual(['unknown-field', 'matters'])
  expect(failed('activity', { sort: 'title; DROP TABLE head' })).toEqual(['unknown-field', 'title; DROP TABLE head'])
  expect(failed('mandate', { where: { nth: 'zwei' } })).toEqual(['bad-number', 'nth'])
  const { next } = page(town, 'activity', { limit: 2 })
  expect(failed('activity', { limit: 2, after: next ?? '', sort: 'title' })).toEqual(['bad-input', 'after'])
  expect(failed('activity', { after: 'rubbish' })).toEqual(['bad-input', 'after'])
})

test('a value that looks like SQL is only a value', () => {
  const town = office()
  town.put('activity', { kind: '01', title: `'); DROP TABLE head; --` })
  expect(page(town, 'activity', { where: { title: `'); DROP TABLE head; --` } }).total).toBe(1)
})

test('items of an agenda stand meeting by meeting, the newest first, and within one by their number, page by page', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  const [spring, autumn] = ['2026-03-10', '2026-09-15'].map((start_on, at) => town.put('session', { term: term.id, no: at + 1, start_on }).id)
  for (const [session, no, title] of [[spring, 2, '春二'], [autumn, 10, '秋十'], [spring, 1, '春一'], [autumn, 2, '秋二'], [autumn, 1, '秋一']] as const) town.put('agenda_item', { session: session ?? '', no, title })
  const titles = ['秋一', '秋二', '秋十', '春一', '春二']
  expect(page(town, 'agenda_item').rows.map((rec) => rec.fields['title'])).toEqual(titles)
  expect(allPages(town, 'agenda_item', { limit: 2 })).toEqual(titles)
  // Whoever presses the heading of the numbers gets the numbers.
  expect(page(town, 'agenda_item', { sort: 'no' }).rows.map((rec) => rec.fields['no'])).toEqual([1, 1, 2, 2, 10])
})

import { expect, test } from 'vitest'
import { deputyRows } from '../../shared/deputies/deputy-rows'
import { town } from '../support/build'

test('the roster stands with the chair first, then as a list on paper: groups and constituencies as they are counted', () => {
  const t = town()
  const put = (name: string, group: string | null, constituency: string | null): string => {
    const person = t.add('person', { name })
    return t.add('mandate', { person, level: '5', term: 'term-1', nth: 1, ...(constituency === null ? {} : { constituency }) }, ['在任', '2021-12-20']) + (group === null ? '' : `|${group}`)
  }
  const place = (no: string, name: string) => t.add('constituency', { term: 'term-1', level: '5', no, name })
  const [first, second] = [place('1', '第一选区'), place('2', '第二选区')]
  const people = [put('张一', '第三代表小组', second), put('李二', '第一代表小组', second), put('王三', '第一代表小组', first), put('赵四', '第二代表小组', null), put('钱五', null, null), put('周维安', '第三代表小组', second), put('何秀兰', '第一代表小组', first)]
  const idOf = (at: number): string => people[at]?.split('|')[0] ?? ''
  for (const name of ['第一代表小组', '第二代表小组', '第三代表小组']) t.add('group', { term: 'term-1', kind: '1', name, members: people.filter((one) => one.endsWith(`|${name}`)).map((one) => ({ mandate: one.split('|')[0] })) as never })
  t.add('presidium_member', { mandate: idOf(6), role: '3', from_on: '2021-12-20' })
  t.add('presidium_member', { mandate: idOf(5), role: '1', from_on: '2021-12-20' })
  const rows = deputyRows(t.facts(), { today: '2026-03-01', yearStart: '2026-01-01', initials: () => '', maskPhone: (phone) => phone })
  expect(rows.map(({ name }) => name)).toEqual(['周维安', '何秀兰', '王三', '李二', '赵四', '张一', '钱五'])
})

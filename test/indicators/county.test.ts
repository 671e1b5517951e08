import { describe, expect, test } from 'vitest'
import { Facts } from '../../shared/facts'
import { computeAll } from '../../shared/indicators'
import { checks } from '../../shared/indicators/checks'
import { countyChecks, countyFigures, type TownMeasures } from '../../shared/indicators/county'
import type { Figure } from '../../shared/measures/indicator'
import type { Rec } from '../../shared/record'
import { town, type Town } from '../support/build'

/** Ids of a town's records with its code before them: two towns never share an id. */
function own(records: readonly Rec[], code: string): readonly Rec[] {
  const ids = new Set(records.map((rec) => rec.id))
  const renamed = (value: unknown): unknown => Array.isArray(value)
    ? value.map(renamed)
    : typeof value === 'string' ? (ids.has(value) ? `${code}:${value}` : value)
      : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)])) : value
  return records.map((rec) => ({ ...rec, id: `${code}:${rec.id}`, org: code, fields: renamed(rec.fields) as Rec['fields'] }))
}

function county(towns: readonly Town[], roster: Town = town({ org: '511321', term: null })) {
  const parts = towns.map((t, i) => own(t.records, String(511321101 + i)))
  const rosterRecords = own(roster.records, '511321')
  const base = town({ term: null }).question('2025')
  const ask = (records: readonly Rec[]) => ({ ...base, facts: new Facts(records) })
  const measures: readonly TownMeasures[] = parts.map((records, i) => ({ code: String(511321101 + i), name: `第${i + 1}镇`, measures: computeAll(ask(records)) }))
  const all = countyFigures(measures, { facts: new Facts([...parts.flat(), ...rosterRecords]), period: base.period, county: ask(rosterRecords) })
  const figure = (id: string): Figure | undefined => all.find((one) => one.id === id)
  return { measures, all, figure, perTown: parts.map((records) => checks(ask(records))) }
}

describe('county totals', () => {
  test('18 towns carried out 216 inspections, 12 in each', () => {
    const towns = Array.from({ length: 18 }, () => {
      const t = town()
      for (let i = 0; i < 12; i++) t.add('supervision', { form: ['02', '03', '04'][i % 3] ?? '', topic: '视察', start_on: '2025-05-10' }, ['计划', '2025-05-01'], ['实施', '2025-05-10'])
      return t
    })
    const { figure } = county(towns)
    expect(['B6.12', 'B6.03', 'B6.04', 'B6.05'].map((id) => figure(id)?.value)).toEqual([216, 72, 72, 72])
  })

  test('16 stations held 242 activities and took 297 matters', () => {
    const towns = Array.from({ length: 16 }, (_, i) => {
      const t = town()
      for (let n = 0; n < 15 + (i < 2 ? 1 : 0); n++) t.add('activity', { kind: '09', title: '接待', start_on: '2025-05-10', site: 'site-1' }, ['计划', '2025-05-01'], ['已开展', '2025-05-10'])
      for (let n = 0; n < 18 + (i < 9 ? 1 : 0); n++) t.add('voter_matter', { content: '反映', received_on: '2025-05-10' }, ['登记', '2025-05-10'])
      return t
    })
    const { figure } = county(towns)
    expect([figure('B8.10')?.value, figure('B8.11')?.value]).toEqual([242, 297])
  })

  test('rates and averages are computed again from sums, never averaged', () => {
    const one = town()
    one.deputies(10, { sex: '2' })
    const other = town()
    other.deputies(30, { sex: '1' })
    for (let i = 0; i < 20; i++) other.suggestion('2025-03-01', { accept: '1' }, ['待交办', '2025-03-05'])
    const event = (t: Town, half_days: number) => {
      const id = t.add('activity', { kind: '07', title: '活动', start_on: '2025-05-10', half_days }, ['计划', '2025-05-01'], ['已开展', '2025-05-10'])
      t.add('participation', { event: id, mandate: 'mandate-1', state: '1' })
    }
    event(one, 1); event(other, 2)
    const { figure } = county([one, other])
    expect([figure('B2.11')?.value, figure('B2.11')?.rate, figure('B5.04')?.value, figure('B8.06')?.value, figure('B1.05')?.value]).toEqual([10, 25, 0.5, 1.5, 40])
  })

  test('a county deputy whom two towns recorded is one person; 18 offices are 18; the longest gap is the longest', () => {
    const build = (born: string, cert: string, gap: string) => {
      const t = town()
      const person = t.add('person', { name: '周 代表', birth: born, sex: '2' })
      t.deputy({ person, level: '4', cert_no: cert })
      t.deputy({ person: t.add('person', { name: '另一人', birth: '1970-01', sex: '1' }), level: '3', cert_no: cert })
      t.add('office', { has_renda_office: true })
      for (const on of ['2025-01-01', gap]) t.add('presidium_meeting', { term: t.term, no: 1, held_on: on }, ['筹备', on], ['已结束', on])
      return t
    }
    const { figure } = county([build('1980-01', '1', '2025-02-01'), build('1980-01', '2', '2025-03-01'), build('1999-01', '2', '2025-01-05')])
    expect(figure('B1.08')).toEqual({
      id: 'B1.08', name: '驻本镇上级代表', unit: '名', value: 2, rate: null,
      parts: [['全国', 0], ['省', 0], ['市', 1], ['县', 1]].map(([key, value]) => ({ key, name: key, value, rate: null })),
    })
    expect(figure('B2.11')?.parts.find((part) => part.key === '上级')).toMatchObject({ value: 1, rate: 50 })
    expect([figure('B1.13')?.value, figure('B4.16')?.value]).toEqual([3, 59])
  })

  test('the county’s own roster wins for its level', () => {
    const t = town()
    t.deputy({ level: '4' })
    t.deputy({ level: '3' })
    const roster = town({ org: '511321', term: null })
    for (let i = 0; i < 4; i++) roster.deputy({ level: '4' })
    expect(county([t], roster).figure('B1.08')?.value).toBe(5)
  })

  test('budgets of all towns were published in time only if each was', () => {
    const build = (published: string) => {
      const t = town()
      t.add('session', { term: t.term, no: 1, start_on: '2025-01-08', budget_approved_on: '2025-01-09', budget_published_on: published }, ['筹备', '2025-01-01'], ['已闭会', '2025-01-09'])
      return t
    }
    expect([county([build('2025-01-20'), build('2025-01-20')]), county([build('2025-01-20'), build('2025-03-20')]), county([build('2025-01-20'), town()])]
      .map(({ figure }) => figure('B4.12')?.value)).toEqual([1, 0, 1])
  })

  test('C22 holds for sums and finds a figure that was changed; the other identities hold if they hold in every town', () => {
    const good = town()
    good.deputies(3)
    const bad = town()
    bad.suggestion('2025-03-01', {}, ['已转出', '2025-03-05'])
    const { measures, all, perTown } = county([good, bad])
    const found = countyChecks(measures, all, perTown)
    expect(found.filter((check) => !check.ok)).toEqual([{ id: 'C08', ok: false, detail: '第2镇：提出总数 1 ≠ 立案＋不立案各项 0', ids: ['511321102:suggestion-1'] }])
    expect(found.length).toBe(22)
    const changed = all.map((figure) => (figure.id === 'B1.05' ? { ...figure, value: 99 } : figure))
    expect(countyChecks(measures, changed, perTown).find((check) => check.id === 'C22')).toEqual({ id: 'C22', ok: false, detail: 'B1.05：各镇合计3，县99' })
    // Above the counties the same is said of counties.
    const above = countyChecks(measures, all, perTown, '511300')
    expect([above.find((check) => check.id === 'C22')?.detail, above.find((check) => check.id === 'C01')?.detail]).toEqual(['各县合计＝市合计', '2个县均相符'])
  })
})

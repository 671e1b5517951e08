/** B.1 基本情况: point-in-time figures at the end of the period. */
import { intOf, statusAt, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { constituenciesAt, groupsAt, membersAt, presidiumAt, quotaAt } from '../measures/office-at'
import { amount, average, count, indicator, part, sumOf, type Compute } from '../measures/define-indicator'
import { deputiesAt, distinctPeople, upperDeputiesAt } from '../measures/deputies-at'
import type { Indicator, Measure } from '../measures/indicator'
import { termAt } from '../measures/terms'

const point = (id: string, name: string, unit: string, words: string, compute: Compute, county?: Indicator['county']): Indicator =>
  indicator('point', id, name, unit, words, compute, county)

/** Founded by the day and not yet closed on it; an empty side is open. */
function openOn(rec: Rec, from: string, to: string, day: string): boolean {
  const closed = textOf(rec.fields, to)
  return textOf(rec.fields, from) <= day && (closed === '' || closed > day)
}

const ofKind = (recs: readonly Rec[], ...codes: readonly string[]): readonly Rec[] =>
  recs.filter((rec) => codes.includes(textOf(rec.fields, 'kind')))

const villagesAt = (facts: Facts, day: string): readonly Rec[] =>
  facts.all('village').filter((rec) => openOn(rec, 'active_from', 'active_to', day))

const population: Compute = ({ facts, period }) => {
  const villages = villagesAt(facts, period.to)
  const known = villages.filter((rec) => intOf(rec.fields, 'population') !== null)
  const registered = intOf(facts.all('office')[0]?.fields ?? {}, 'population_registered')
  const value = registered ?? (known.length === 0 ? null : sumOf(known, (rec) => intOf(rec.fields, 'population')))
  const constituencies = constituenciesAt(facts, period.to)
  return {
    ...amount(value, registered === null ? known : facts.all('office')),
    parts: [part('选民', '选民', amount(sumOf(constituencies, (rec) => intOf(rec.fields, 'voters')), constituencies))],
  }
}

const upper: Compute = ({ facts, period }) => {
  const mandates = upperDeputiesAt(facts, period.to)
  const ofLevel = (code: string): Measure => count(distinctPeople(facts, mandates.filter((rec) => textOf(rec.fields, 'level') === code)))
  return {
    ...count(distinctPeople(facts, mandates)),
    parts: [part('全国', '全国', ofLevel('1')), part('省', '省', ofLevel('2')), part('市', '市', ofLevel('3')), part('县', '县', ofLevel('4'))],
  }
}

const chairs: Compute = ({ facts, period }) => {
  const withRole = (...roles: readonly string[]) => presidiumAt(facts, period.to).filter((rec) => roles.includes(textOf(rec.fields, 'role')))
  const all = withRole('1', '2', '4')
  return {
    ...count(all),
    parts: [
      part('主席', '主席(含代理)', count(withRole('1', '4'))), part('副主席', '副主席', count(withRole('2'))),
      part('专职', '其中专职', count(all.filter((rec) => rec.fields['full_time'] === true))),
    ],
  }
}

const groups: Compute = ({ facts, period }) => {
  const all = groupsAt(facts, period.to)
  let members = 0
  for (const group of all) members += membersAt(group, period.to).length
  return { ...count(all), parts: [part('平均人数', '平均人数', average(members, all.length, all))] }
}

const sites: Compute = ({ facts, period }) => {
  const open = facts.all('site').filter((rec) => openOn(rec, 'built_on', 'closed_on', period.to))
  return {
    ...count(open),
    parts: [
      part('之家', '代表之家', count(ofKind(open, '2'))), part('联络站', '代表联络站(含网上)', count(ofKind(open, '1', '6'))),
      part('工作室', '代表工作室', count(ofKind(open, '3'))), part('活动室', '代表活动室', count(ofKind(open, '4'))),
      part('接待点', '接待点', count(ofKind(open, '5'))),
    ],
  }
}

const office: Compute = ({ facts }) => {
  const data = facts.all('office')[0]?.fields ?? {}
  const has = data['has_renda_office']
  return {
    ...amount(typeof has === 'boolean' ? Number(has) : null, facts.all('office')),
    parts: [part('专职人员', '专职人员', amount(intOf(data, 'full_time_staff'), facts.all('office')))],
  }
}

const regulations: Compute = ({ facts, period }) => {
  const inForce = facts.where('document', 'kind', '09').filter((rec) =>
    ['已印发', '已备案', '已归档'].includes(statusAt(rec, period.to) ?? '') && openOn(rec, 'effective_on', 'repealed_on', period.to))
  return { ...count(inForce), parts: [part('上墙', '其中上墙', count(inForce.filter((rec) => rec.fields['on_wall'] === true)))] }
}

export const basicIndicators: readonly Indicator[] = [
  point('B1.01', '行政村(社区)数', '个', '期末在用的村(社区)', ({ facts, period }) => {
    const villages = villagesAt(facts, period.to)
    return { ...count(villages), parts: [part('村', '行政村', count(ofKind(villages, '1'))), part('社区', '社区', count(ofKind(villages, '2')))] }
  }),
  point('B1.02', '总人口', '人', '单位档案的户籍人口；未填的，为各村人口之和', population),
  point('B1.03', '乡级选区数', '个', '期末所在届次的乡级选区', ({ facts, period }) => count(constituenciesAt(facts, period.to))),
  point('B1.04', '代表名额', '名', '期末所在届次的代表名额(县定)', ({ facts, period }) => {
    const term = termAt(facts, period.to)
    return amount(quotaAt(facts, period.to), term ? [term] : [])
  }),
  point('B1.05', '实有代表数', '名', '期末在任、暂停执行职务、辞职待大会表决、终止待公告的乡级代表', ({ facts, period }) => count(deputiesAt(facts, period.to))),
  point('B1.06', '缺额数', '名', '代表名额－实有代表数', ({ facts, period }) => {
    const quota = quotaAt(facts, period.to)
    return amount(quota === null ? null : quota - deputiesAt(facts, period.to).length, constituenciesAt(facts, period.to))
  }),
  point('B1.07', '暂停执行职务代表数', '名', '期末状态为暂停执行职务的乡级代表', ({ facts, period }) =>
    count(deputiesAt(facts, period.to).filter((rec) => statusAt(rec, period.to) === '暂停执行职务'))),
  point('B1.08', '驻本镇上级代表', '名', '期末在任的全国、省、市、县代表，兼两级的在各级各计一次、合计只计一人', upper, 'distinct'),
  point('B1.09', '主席、副主席', '名', '期末的主席(含代理)、副主席', chairs),
  point('B1.10', '主席团成员数', '名', '期末的主席团全体成员', ({ facts, period }) => count(presidiumAt(facts, period.to))),
  point('B1.11', '代表小组数', '个', '期末所在届次的代表小组、代表中心组、专业小组', groups),
  point('B1.12', '代表联络阵地数', '个', '期末开放的联络站、代表之家、工作室、活动室、接待点', sites),
  point('B1.13', '人大办公室设立', '是/否', '单位档案：是否设立人大办公室', office),
  point('B1.14', '制度数量', '项', '期末有效的制度文件', regulations),
]

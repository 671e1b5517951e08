/** Sample: the standing facts of a town. Villages, constituencies, units, deputies with their mandates, groups, presidium, stations. */
import type { Random } from '../../shared/seed/random'
import { person, unitNames, villageNames } from '../../shared/seed/words'
import type { SeedWriter } from './seed-writer'

export interface Town {
  readonly term: string
  readonly termStart: string
  readonly villages: readonly string[]
  readonly units: readonly string[]
  readonly deputies: readonly string[]
  /** Names by mandate. */
  readonly names: ReadonlyMap<string, string>
  readonly presidium: readonly string[]
  readonly groups: readonly string[]
  readonly stations: readonly string[]
}

export interface TownSize {
  readonly deputies: number
  readonly homes: number
  readonly studios: number
  readonly stations: number
}

function addDeputies(write: SeedWriter, random: Random, term: string, termStart: string, count: number): { readonly ids: readonly string[]; readonly names: ReadonlyMap<string, string> } {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  const ids: string[] = []
  const perSeat = 3
  for (let at = 0; at < count; at++) {
    const number = Math.floor(at / perSeat) + 1
    const constituency = at % perSeat === 0
      ? write.have('constituency', { term, level: '5', no: String(number), name: `第${String(number)}选区`, seats: Math.min(perSeat, count - at), voters: random.between(900, 2600) })
      : undefined
    const one = person(random, taken)
    const id = write.add('person', {
      name: one.name, sex: one.sex, birth: one.birth, ethnic: random.chance(0.9) ? '01' : '06', party: random.chance(0.62) ? '01' : '13', edu: random.pick(['20', '30', '30', '40', '60', '70']),
      occupation: random.pick(['01', '02', '02', '02', '03', '04', '05', '06', '07']), fixed_income: random.chance(0.35), residence_status: random.pick(['1', '1', '1', '2', '3', '4']), native_place: '本镇', work_unit: random.pick(villageNames),
    })
    write.add('person_private', { person: id, id_no: one.idNo, phone: one.phone })
    const place = constituency ?? { find: { term, level: '5', no: String(number) } }
    const mandate = write.add('mandate', { person: id, level: '5', term, constituency: place, elected_on: termStart, elect_kind: '1', voter_contact_count: random.between(8, 20) })
    write.act('confirm', mandate, { confirm_on: termStart })
    ids.push(mandate)
    names.set(mandate, one.name)
  }
  return { ids, names }
}

export function seedTown(write: SeedWriter, random: Random, term: { readonly id: string; readonly start: string }, size: TownSize): Town {
  const villages = villageNames.map((name) => write.have('village', { name, kind: name.endsWith('社区') ? '2' : '1', population: random.between(900, 3200), households: random.between(260, 900) }))
  const units = unitNames.map((name) => write.add('organisation', { name, kind: name.startsWith('镇') ? '1' : '4', is_suggestion_handler: true, is_appraisable: true }))
  const { ids, names } = addDeputies(write, random, term.id, term.start, size.deputies)
  const groupCount = 5
  const groups = Array.from({ length: groupCount }, (_, at) => write.have('group', {
    term: term.id, kind: '1', name: `第${'一二三四五'[at] ?? ''}代表小组`, leader: ids[at],
    members: ids.filter((_id, index) => index % groupCount === at).map((mandate) => ({ mandate, from_on: term.start })),
  }))
  const presidium = ids.slice(0, 9)
  presidium.forEach((mandate, at) => write.add('presidium_member', { mandate, from_on: term.start, role: at === 0 ? '1' : at === 1 ? '2' : '3', full_time: at === 0 }))
  const stations: string[] = []
  const site = (kind: string, name: string) => write.add('site', { kind, name, address: '集镇中心路', master: names.get(ids[0] ?? ''), deputies: random.some(ids, 6), open_time: '每月9日、19日', built_on: term.start })
  for (let at = 0; at < size.homes; at++) site('2', at === 0 ? '人大代表之家' : `人大代表之家${String(at + 1)}`)
  for (let at = 0; at < size.stations; at++) stations.push(site('1', `${villageNames[at % villageNames.length] ?? ''}代表联络站`))
  for (let at = 0; at < size.studios; at++) site('3', `${names.get(ids[at % ids.length] ?? '') ?? ''}代表工作室`)
  return { term: term.id, termStart: term.start, villages, units, deputies: ids, names, presidium, groups, stations }
}

/** What stays when a term ends: villages, units, stations, and the office's own file. */
import { textOf } from '../facts'
import type { Random } from './random'
import type { Amounts } from './profile'
import type { Scribe } from './scribe'
import { countyUnits, unitNames, villageNames } from './words'

export interface Town {
  readonly villages: readonly string[]
  /** Units that can be given a suggestion or be watched over. */
  readonly units: readonly string[]
  readonly homes: readonly string[]
  readonly studios: readonly string[]
  readonly stations: readonly string[]
  /** People's names in use, so that no two are alike. */
  readonly names: Set<string>
}

function addSites(scribe: Scribe, random: Random, villages: readonly string[], amounts: Amounts, since: string): Pick<Town, 'homes' | 'studios' | 'stations'> {
  const many = (count: number, kind: string, name: (at: number) => string): readonly string[] => Array.from({ length: count }, (_, at) => scribe.add('site', {
    kind, name: name(at), address: `${villageNames[at % villageNames.length] ?? ''}便民服务站`, village: villages[at % villages.length], area_m2: random.between(30, 120), open_time: '每月9日、19日', level: random.chance(0.3) ? '2' : '1',
    signage_ok: true, ledger_ok: random.chance(0.8), built_on: since,
  }))
  const inVillage = (at: number): string => (villageNames[at % villageNames.length] ?? '') + (at < villageNames.length ? '' : `第${String(Math.floor(at / villageNames.length) + 1)}`)
  return {
    homes: many(amounts.homes, '2', (at) => (at === 0 ? '镇人大代表之家' : `镇人大代表之家${String(at + 1)}`)),
    stations: many(amounts.stations, '1', (at) => `${inVillage(at)}代表联络站`),
    studios: many(amounts.studios, '3', (at) => `${inVillage(at)}代表工作室`),
  }
}

/** `since`: first day of the first term of the sample. */
export function seedTown(scribe: Scribe, random: Random, amounts: Amounts, since: string): Town {
  const villages = villageNames.map((name) => scribe.have('village', {
    name, kind: name.endsWith('社区') ? '2' : '1', population: random.between(900, 3200), households: random.between(260, 900), active_from: since,
  }))
  const known = new Map(scribe.all('organisation').map((unit) => [textOf(unit.fields, 'name'), unit.id]))
  const unit = (name: string, kind: string, handles: boolean): string => known.get(name)
    ?? scribe.add('organisation', { name, kind, town_leader: kind === '3' ? undefined : '分管副镇长', is_suggestion_handler: handles, is_appraisable: kind !== '3' })
  const units = unitNames.map(([name, kind]) => unit(name, kind, true))
  for (const name of countyUnits) unit(name, '3', false)
  const people = scribe.all('person').map((one) => textOf(one.fields, 'name'))
  return { villages, units, ...addSites(scribe, random, villages, amounts, since), names: new Set(people) }
}

/** The office's own file, as far as nobody has filled it in. */
export function fillOffice(scribe: Scribe, random: Random, chair: string, viceChair: string): void {
  const office = scribe.all('office')[0]
  if (!office) return
  const name = textOf(office.fields, 'name')
  scribe.fill(office.id, {
    presidium_name: `${name}人民代表大会主席团`, chair, vice_chairs: viceChair, phone: '0000-5550123', doc_prefix: `${name.slice(0, 1)}人主席团`, address: '集镇中心路1号', population_registered: random.between(26_000, 42_000),
    population_resident: random.between(19_000, 26_000), has_renda_office: true, full_time_staff: 1,
  })
}

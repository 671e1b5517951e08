/**
 * What a county reports to the level above, to which it is what a town is to it: the figures of every town and its own, each a record that is
 * counted again with every report; the towns' records only where a person switched that on for one package.
 */
import { figureData, figureType, figureUid, type FigureFact } from '../../shared/exchange/figure-fact'
import { formatVersion, suite, type Header } from '../../shared/exchange/header'
import type { Data } from '../../shared/fields'
import type { InputOf } from '../../shared/contract'
import type { AboveState } from '../../shared/contract/exchange'
import type { Computed } from '../../shared/measures/define-indicator'
import type { Indicator, Period } from '../../shared/measures/indicator'
import { indicators } from '../../shared/indicators'
import { sumOfReported } from '../../shared/indicators/county'
import { nameOfPart, unitOfPart } from '../../shared/indicators/part-units'
import { fail, ok, type Result } from '../../shared/result'
import { makeRequest } from '../exchange/pairing'
import { readmeText } from '../exchange/readme-text'
import type { PackageParts } from '../exchange/write-package'
import type { HeadQuery } from '../store/exchange-store'
import { sha256 } from '../store/version-codec'
import { send } from './exchange-files'
import { linesOf, snapshot } from './exchange-heads'
import { keysOfGeneration } from './exchange-realm-keys'
import { appName, contactOf, ownRealm, ownSender, pairedCounty, type PairedCounty } from './exchange-setup'
import { nothingMade, schemas, type Exported } from './exchange-up'
import type { Desk } from './desk'
import type { Job } from './job'
import { measuresOfCounty, questionOf, type CountyMeasures } from './stats'
import { reportedYear } from './stats-reported'

type Asked = InputOf<'exchange.rollup'>

interface Figure {
  readonly uid: string
  readonly data: Data
}

/** Kept in the office (domain.md B.8, B.10), as in every document that is handed in. */
const internal = (id: string): boolean => id === 'B8.04' || id.startsWith('B10.')

/** Parts that stand for one record each (a unit, a group) say more than a figure. */
const isRecord = (indicator: Indicator, key: string): boolean => indicator.id === 'B5.30' || /^[a-z2-7]{26}$/.test(key)

function factsOf(town: { readonly code: string; readonly name: string }, indicator: Indicator, computed: Computed, period: Period): readonly (readonly [FigureFact, Computed])[] {
  const { id, name, unit } = indicator
  const base = { town: town.code, town_name: town.name, indicator: id, from: period.from, to: period.to }
  const parts = (computed.parts ?? []).filter(({ key }) => !isRecord(indicator, key))
  return [
    [{ ...base, part: '', name, unit }, computed],
    ...parts.map((part) => [{ ...base, part: part.key, name: nameOfPart(part.name), unit: unitOfPart(id, part.key, unit) }, part] as const),
  ]
}

/** An office that itself only has what was reported to it reports that on: each office below it, and their sum. */
function reportedFrom(desk: Desk, period: Period): CountyMeasures | null {
  const reported = reportedYear(desk, Number(period.from.slice(0, 4)), () => questionOf(desk, desk.store.office.code, period))
  const towns = reported.map(({ own }) => own)
  return towns.length > 0 ? { towns, county: sumOfReported(towns) } : null
}

function figuresOf(desk: Desk, period: Period): Result<readonly Figure[]> {
  const asAt = period.to < desk.today ? period.to : desk.today
  const { towns, county } = reportedFrom(desk, period) ?? measuresOfCounty(desk, period, asAt)
  const { code, name } = desk.store.office
  const facts = [
    ...towns.flatMap((town) => indicators.flatMap((indicator) => { const computed = town.measures.get(indicator.id); return computed ? factsOf(town, indicator, computed, period) : [] })),
    ...county.flatMap(([indicator, computed]) => factsOf({ code, name }, indicator, computed, period)),
  ].filter(([fact]) => !internal(fact.indicator))
  const figures: Figure[] = []
  for (const [fact, measure] of facts) {
    const uid = figureUid(sha256, code, fact)
    if (!uid.ok) return uid
    figures.push({ uid: uid.value, data: figureData(fact, measure) })
  }
  return ok(figures)
}

/** Whole years: the one that runs and the one before, whose late entries still come in. */
const periodsOf = (desk: Desk, year: number | undefined): readonly Period[] => {
  const current = Number(desk.today.slice(0, 4))
  return (year === undefined ? [current - 1, current] : [year]).map((one) => ({ from: `${String(one)}-01-01`, to: `${String(one)}-12-31` }))
}

function count(desk: Desk, year: number | undefined): Result<number> {
  let written = 0
  for (const period of periodsOf(desk, year)) {
    const figures = figuresOf(desk, period)
    if (!figures.ok) return figures
    const kept = desk.store.exchange.putFigures(desk.actor, desk.store.office.code, figures.value)
    if (!kept.ok) return kept
    written += kept.value
  }
  return ok(written)
}

function plan(desk: Desk, above: PairedCounty, asked: Asked): PackageParts {
  const { exchange, office, device } = desk.store
  const org = office.code
  const query: HeadQuery = asked.records === true ? { org, under: true, scope: 'county' } : { org, type: figureType }
  const peer = asked.full === true ? null : exchange.peer(above.device)
  const shot = snapshot(desk, query, peer?.have ?? null)
  const keys = keysOfGeneration(desk, above.mine ?? 1)
  const header: Header = {
    fmt: 'zhenpack', v: formatVersion, minReader: formatVersion, suite, type: 'rollup', realm: above.realm, id: desk.newId(), from: ownSender(desk), to: { org: above.code, name: above.name },
    pseq: exchange.nextPseq(device.id), created: desk.now().toISOString(), app: appName, sizes: { versions: shot.ids.length, blobs: 0, blobBytes: 0 },
    ...((above.generation ?? 1) > 1 ? { knows: above.sign } : {}), ...(above.accepted || !above.invite ? {} : { request: makeRequest(above.invite, device.id, desk.by, keys, ownRealm(desk)?.recovery) }),
  }
  return {
    header, readme: readmeText(header, contactOf(desk)), manifest: { counts: shot.counts, haveBlobs: '', totals: {}, schemas: { ...schemas, [figureType]: 1 }, full: asked.full === true, opened: [] },
    have: shot.have, versions: linesOf(desk, shot.ids), blobs: [], recipients: [above.age, keys.age, ...(above.recovery === undefined ? [] : [above.recovery])], signer: keys,
  }
}

/** Counts, keeps what changed, and puts under `to` what the level above is not known to have; with nothing new and not `always`, nothing. */
export async function exportRollup(desk: Desk, asked: Asked, job: Job): Promise<Result<Exported>> {
  if (desk.store.office.role !== 'county') return fail('wrong-role', { detail: { role: 'town' } })
  const above = pairedCounty(desk)
  if (!above) return fail('not-paired', { detail: { above: 'city' } })
  if (above.closed) return fail('device-closed', { detail: { county: above.name } })
  job.progress('records', 0, 1)
  const counted = count(desk, asked.year)
  if (!counted.ok) return counted
  const parts = plan(desk, above, asked)
  const { header, manifest } = parts
  if (above.accepted && header.sizes.versions === 0 && asked.always !== true && asked.full !== true) return ok(nothingMade)
  const there = await send(desk, {
    parts, org: above.code, counts: { types: manifest.counts, private: null }, keys: keysOfGeneration(desk, above.mine ?? 1), to: asked.to, mayGo: (id) => desk.store.exchange.package(id)?.state === 'CONFIRMED',
  }, job)
  if (!there.ok) return there
  desk.store.events.note({ kind: 'export', by: desk.by, about: header.id, detail: { pseq: header.pseq, versions: header.sizes.versions, to: above.code } })
  if (asked.records === true) desk.store.events.note({ kind: 'scope', by: desk.by, about: header.id, detail: { what: 'records', to: above.code } })
  return ok({ file: there.value.path, id: header.id, pseq: header.pseq, counts: manifest.counts, check: there.value.check, bytes: there.value.size })
}

/** What a county's window says of the level above. */
export function aboveState(desk: Desk): AboveState {
  const above = pairedCounty(desk)
  const { exchange, device } = desk.store
  const last = above === null ? undefined : exchange.packages({ direction: 'out', org: above.code }).find((row) => row.state !== 'MADE')
  return {
    paired: above === null ? null : { name: above.name, accepted: above.accepted, closed: above.closed === true }, next_pseq: exchange.nextPseq(device.id),
    last: last ? { pseq: last.pseq, made_at: last.madeAt, confirmed: last.state === 'CONFIRMED' } : null,
  }
}

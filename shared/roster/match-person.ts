/** Who a row is (domain.md A.35): equal ID, else equal name and birth month, else equal name and phone, else somebody new. */
import type { Data } from '../fields'
import { parseIdNo } from '../parse/id-no'
import { normaliseName } from '../parse/name'
import type { Doubt } from './issue'
import type { RosterLinks, RosterRow } from './roster-row'

/** A person of the store with what the import compares. */
export interface ExistingPerson {
  readonly personId: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly idNo?: string
  /** Values that `id_no` had before a correction. */
  readonly formerIdNos: readonly string[]
  /** `YYYY-MM`. */
  readonly birth?: string
  /** Further months by which rows of the same file may know the person. */
  readonly otherBirths?: readonly string[]
  readonly phones: readonly string[]
  readonly person: Data
  readonly personPrivate: Data
  /** The mandate of the term and level that is imported; empty without one. */
  readonly mandate: Data
  readonly mandateId?: string
  readonly links: RosterLinks
  /** 待核 that a person took off (from the history): not set again by the same value. */
  readonly clearedDoubts?: readonly Doubt[]
}

/** What a row is compared by. */
export interface Identity {
  readonly name: string
  readonly idNo?: string
  readonly births: readonly string[]
  readonly phones: readonly string[]
  readonly sex?: string
}

export type Match =
  | { readonly kind: 'one'; readonly personId: string; readonly by: 'id' | 'birth' | 'phone' | 'name' }
  | { readonly kind: 'new' }
  /** Several fit, or only the name is there; `likely` is the one that nothing contradicts, if there is just one. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[]; readonly likely?: string }

const textOf = (data: Data, key: string): string | undefined => {
  const value = data[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Only a full number can name a person: two cells 无 are not one human being. */
const fullId = (id: string | undefined): string | undefined => {
  const value = id === undefined ? '' : parseIdNo(id).value
  return value.length === 18 ? value : undefined
}

export function identityOf(row: RosterRow): Identity {
  const birth = textOf(row.person, 'birth')
  const phones = [textOf(row.personPrivate, 'phone'), textOf(row.personPrivate, 'phone2')]
  return {
    name: normaliseName(row.name),
    idNo: fullId(textOf(row.personPrivate, 'id_no')),
    births: [birth, row.birthOtherwise].filter((month) => month !== undefined),
    phones: phones.filter((phone) => phone !== undefined),
    sex: textOf(row.person, 'sex'),
  }
}

const isCalled = (person: ExistingPerson, name: string): boolean =>
  [person.name, ...person.formerNames].some((one) => normaliseName(one) === name)

const hasId = (person: ExistingPerson, id: string): boolean => [person.idNo, ...person.formerIdNos].some((one) => fullId(one) === id)

/** Two valid numbers that differ are two people, whatever else agrees. */
function idsContradict(person: ExistingPerson, who: Identity): boolean {
  if (who.idNo === undefined || person.idNo === undefined || hasId(person, who.idNo)) return false
  return parseIdNo(who.idNo).valid && parseIdNo(person.idNo).valid
}

const birthsAgree = (person: ExistingPerson, who: Identity): boolean =>
  [person.birth, ...(person.otherBirths ?? [])].some((birth) => birth !== undefined && who.births.includes(birth))
const phonesAgree = (person: ExistingPerson, who: Identity): boolean => who.phones.some((phone) => person.phones.includes(phone))

/** Whether both sides have a value by which the match order could have decided. */
function comparable(person: ExistingPerson, who: Identity): boolean {
  return (
    (who.idNo !== undefined && person.idNo !== undefined) ||
    (who.births.length > 0 && person.birth !== undefined) ||
    (who.phones.length > 0 && person.phones.length > 0)
  )
}

function contradicts(person: ExistingPerson, who: Identity): boolean {
  const sex = textOf(person.person, 'sex')
  return (
    idsContradict(person, who) ||
    (who.births.length > 0 && person.birth !== undefined && !birthsAgree(person, who)) ||
    (who.phones.length > 0 && person.phones.length > 0 && !phonesAgree(person, who)) ||
    (who.sex !== undefined && sex !== undefined && who.sex !== sex)
  )
}

function decided(found: readonly ExistingPerson[], by: 'id' | 'birth' | 'phone', who: Identity): Match | null {
  const [first, ...others] = found
  if (first === undefined) return null
  if (others.length === 0) return { kind: 'one', personId: first.personId, by }
  return ambiguous(found, who)
}

function ambiguous(candidates: readonly ExistingPerson[], who: Identity): Match {
  const possible = candidates.filter((person) => !contradicts(person, who))
  const only = possible.length === 1 ? possible[0] : undefined
  return { kind: 'ambiguous', candidates: candidates.map((person) => person.personId), ...(only === undefined ? {} : { likely: only.personId }) }
}

/** Finds the person of a row among `existing`; a step counts only where both sides have the value. */
export function matchRow(who: Identity, existing: readonly ExistingPerson[]): Match {
  const id = who.idNo
  const byId = id === undefined ? null : decided(existing.filter((person) => hasId(person, id)), 'id', who)
  if (byId) return byId
  const namesakes = existing.filter((person) => isCalled(person, who.name) && !idsContradict(person, who))
  return (
    decided(namesakes.filter((person) => birthsAgree(person, who)), 'birth', who) ??
    decided(namesakes.filter((person) => phonesAgree(person, who)), 'phone', who) ??
    matchByNameOnly(namesakes, who)
  )
}

function matchByNameOnly(namesakes: readonly ExistingPerson[], who: Identity): Match {
  const unknown = namesakes.filter((person) => !comparable(person, who))
  return unknown.length === 0 ? { kind: 'new' } : ambiguous(namesakes, who)
}

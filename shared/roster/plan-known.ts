/** What a row changes in a person who is there already. */
import type { Data, Value } from '../fields'
import { parseIdNo } from '../parse/id-no'
import { normaliseName } from '../parse/name'
import { checkRow, type Finding } from './check-row'
import type { Doubt, RosterWarning } from './issue'
import type { ExistingPerson } from './match-person'
import { doubtsOf, isCrossCheck, planDoubts } from './plan-doubts'
import { fieldLabel, isEmpty, planRecord } from './plan-record'
import type { PlanChange, PlanRow } from './plan-row'
import type { RosterLinks, RosterRow } from './roster-row'

/** A constituency is the same if its number is, however its name is written. */
export function differingLinks(links: RosterLinks, existing: RosterLinks): RosterLinks {
  const differing = Object.entries(links).filter(([key, value]) => {
    const old = existing[key as keyof RosterLinks]
    if (key === 'constituencyName' && links.constituencyNo !== undefined && links.constituencyNo === existing.constituencyNo) return false
    return typeof value === 'string' && (old === undefined || normaliseName(old) !== normaliseName(value))
  })
  return Object.fromEntries(differing)
}

/** Membership of the presidium is offered, never made: it is no change. */
const linkChanges = (links: RosterLinks, existing: RosterLinks): readonly PlanChange[] =>
  (Object.entries(links) as [keyof RosterLinks, string][]).filter(([key]) => key !== 'presidiumRole')
    .map(([key, to]) => ({ record: 'link', field: key, label: fieldLabel('link', key), from: existing[key], to }))

/** A corrected name keeps the old one; the old spelling never comes back by an import. */
function newName(row: RosterRow, existing: ExistingPerson): Data {
  const known = [existing.name, ...existing.formerNames].map(normaliseName)
  if (known.includes(normaliseName(row.name))) return {}
  const former = existing.person['former_names']
  return { name: row.name, former_names: [...(Array.isArray(former) ? (former as readonly Readonly<Record<string, string>>[]) : []), { name: existing.name }] }
}

/** Without an ID that was corrected away and without phones that the person has in the other place. */
function newPrivate(data: Data, existing: ExistingPerson): Data {
  const known = (key: string, value: Value | undefined): boolean =>
    typeof value === 'string' &&
    ((key === 'id_no' && existing.formerIdNos.some((id) => parseIdNo(id).value === value)) ||
      ((key === 'phone' || key === 'phone2') && existing.phones.includes(value)))
  return Object.fromEntries(Object.entries(data).filter(([key, value]) => !known(key, value)))
}

/** ID against sex and birth once more, now of what the record will hold. */
function crossChecks(person: Data, personPrivate: Data, today: string): readonly Finding[] {
  const keyed = (record: string, data: Data, keys: readonly string[]) =>
    keys.flatMap((key) => (typeof data[key] === 'string' ? [[`${record}.${key}`, data[key]] as const] : []))
  const values = Object.fromEntries([...keyed('person', person, ['sex', 'birth']), ...keyed('person_private', personPrivate, ['id_no', 'birth_on'])])
  return checkRow(values, undefined, today).findings
}

const asDoubt = (finding: Finding): Doubt => ({ field: finding.key.slice(finding.key.indexOf('.') + 1), code: finding.code })

export function planKnown(row: RosterRow, existing: ExistingPerson, today: string): Omit<PlanRow, 'errors' | 'doubtful'> {
  const onRecord = doubtsOf(existing.person)
  const weak = (record: string): readonly string[] => [
    ...row.derived.filter((key) => key.startsWith(`${record}.`)).map((key) => key.slice(record.length + 1)),
    ...(record === 'person' && row.birthOtherwise !== undefined ? ['birth'] : []),
  ]
  const ofPerson = { doubts: row.doubts.person }
  const person = planRecord({ record: 'person', data: row.person, lines: row.remarks.person, weak: weak('person'), ...ofPerson }, existing.person, onRecord)
  const personPrivate = planRecord(
    { record: 'person_private', data: newPrivate(row.personPrivate, existing), lines: row.remarks.personPrivate, weak: weak('person_private'), ...ofPerson },
    existing.personPrivate, onRecord,
  )
  const mandate = planRecord(
    { record: 'mandate', data: row.mandate, lines: row.remarks.mandate, weak: [], doubts: row.doubts.mandate }, existing.mandate, doubtsOf(existing.mandate),
  )
  const name = newName(row, existing)
  const renamed = 'name' in name
  const links = differingLinks(row.links, existing.links)

  const findings = crossChecks({ ...existing.person, ...person.set }, { ...existing.personPrivate, ...personPrivate.set }, today)
  const cleared = existing.clearedDoubts ?? []
  const personDoubts = planDoubts({
    onRecord,
    raised: [
      ...(renamed ? [{ field: 'name', code: 'name-differs' }] : []),
      ...row.doubts.person.filter((doubt) => !isCrossCheck(doubt.code)),
      ...findings.map(asDoubt),
    ],
    touched: [...Object.keys(name), ...person.touched, ...personPrivate.touched],
    empty: (field) => isEmpty(existing.personPrivate[field]) && isEmpty(existing.person[field]),
    cleared,
  })
  const mandateDoubts = planDoubts({
    onRecord: doubtsOf(existing.mandate), raised: row.doubts.mandate, touched: mandate.touched, empty: (field) => isEmpty(existing.mandate[field]), cleared,
  })
  const listed = (doubts: readonly Doubt[] | null): Data => (doubts === null ? {} : { doubts: doubts.map(({ field, code }) => ({ field, code })) })

  const changes: readonly PlanChange[] = [
    ...(renamed ? [{ record: 'person', field: 'name', label: '姓名', from: existing.name, to: row.name } as const] : []),
    ...person.changes, ...personPrivate.changes, ...mandate.changes, ...linkChanges(links, existing.links),
  ]
  const newMandate = existing.mandateId === undefined
  const isSame = changes.length === 0 && personDoubts === null && mandateDoubts === null && !newMandate
  const kept = [['person', person.kept], ['person_private', personPrivate.kept], ['mandate', mandate.kept]] as const
  const said: readonly RosterWarning[] = [
    ...(renamed ? [{ row: row.row, column: '姓名', code: 'name-differs', value: existing.name } as const] : []),
    ...kept.flatMap(([record, fields]) => fields.map((field) => ({ row: row.row, column: fieldLabel(record, field), code: 'kept-existing' as const, value: '' }))),
    ...findings.filter((finding) => !row.warnings.some((warning) => warning.code === finding.code) && (personDoubts ?? []).some((doubt) => doubt.code === finding.code))
      .map(({ key, code }) => ({ row: row.row, column: fieldLabel('person', key.slice(key.indexOf('.') + 1)), code, value: '' })),
  ]
  return {
    row: row.row,
    name: row.name,
    outcome: isSame ? 'same' : 'changed',
    personId: existing.personId,
    ...(existing.mandateId === undefined ? {} : { mandateId: existing.mandateId }),
    newMandate,
    set: {
      person: { ...name, ...person.set, ...listed(personDoubts) },
      personPrivate: personPrivate.set,
      mandate: { ...mandate.set, ...listed(mandateDoubts) },
    },
    links,
    changes,
    warnings: [...row.warnings, ...said],
  }
}

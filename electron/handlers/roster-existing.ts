/** People of the store as the roster's plan compares them: fields, earlier names and numbers, doubts that a person took off. */
import { labelOf } from '../../shared/codes'
import { textOf, type Facts } from '../../shared/facts'
import type { Data, Row } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import type { Doubt } from '../../shared/roster/issue'
import type { ExistingPerson } from '../../shared/roster/match-person'
import type { RosterLinks } from '../../shared/roster/roster-row'
import type { Desk } from './desk'

const rowsOf = (data: Data, key: string): readonly Row[] => (Array.isArray(data[key]) ? (data[key] as readonly Row[]) : [])

const doubtsIn = (data: Data): readonly Doubt[] => rowsOf(data, 'doubts').map((row) => ({ field: String(row['field']), code: String(row['code']) }))

/** Group of a mandate by the kinds of D.17: 3 = 代表团, all others are 代表小组. */
function groupNames(facts: Facts, mandate: Rec): { readonly group?: string; readonly delegation?: string } {
  const found: { group?: string; delegation?: string } = {}
  for (const group of facts.all('group')) {
    if (!rowsOf(group.fields, 'members').some((row) => row['mandate'] === mandate.id && (row['to_on'] ?? '') === '')) continue
    if (textOf(group.fields, 'kind') === '3') found.delegation ??= textOf(group.fields, 'name')
    else found.group ??= textOf(group.fields, 'name')
  }
  return found
}

function linksOf(facts: Facts, mandate: Rec | undefined): RosterLinks {
  if (!mandate) return {}
  const constituency = facts.get(textOf(mandate.fields, 'constituency'))
  const station = facts.get(textOf(mandate.fields, 'station'))
  const member = facts.where('presidium_member', 'mandate', mandate.id)[0]
  return {
    ...(constituency ? { constituencyNo: textOf(constituency.fields, 'no'), constituencyName: textOf(constituency.fields, 'name') } : {}),
    ...groupNames(facts, mandate),
    ...(station ? { station: textOf(station.fields, 'name') } : {}),
    ...(member ? { presidiumRole: textOf(member.fields, 'role') || labelOf('presidium.role', '3') } : {}),
  }
}

/** Everybody of this office; the mandate is the one of `termId`, the town's own level first. */
export function existingPeople(desk: Desk, termId: string): readonly ExistingPerson[] {
  const facts = desk.store.facts([desk.store.office.code])
  return facts.all('person').map((person): ExistingPerson => {
    const hidden = facts.where('person_private', 'person', person.id)[0]
    const mandates = facts.where('mandate', 'person', person.id).filter((rec) => textOf(rec.fields, 'term') === termId)
    const mandate = mandates.find((rec) => textOf(rec.fields, 'level') === '5') ?? mandates[0]
    const idNo = hidden ? textOf(hidden.fields, 'id_no') : ''
    const earlier = hidden ? desk.store.history(hidden.id).map((entry) => textOf(entry.data ?? {}, 'id_no')) : []
    const standing = new Set(doubtsIn(person.fields).map((doubt) => `${doubt.field}|${doubt.code}`))
    const once = desk.store.history(person.id).flatMap((entry) => (entry.data ? doubtsIn(entry.data) : []))
    const birth = textOf(person.fields, 'birth')
    return {
      personId: person.id, name: textOf(person.fields, 'name'), formerNames: rowsOf(person.fields, 'former_names').map((row) => String(row['name'])),
      formerIdNos: [...new Set(earlier)].filter((one) => one !== '' && one !== idNo),
      phones: hidden ? [textOf(hidden.fields, 'phone'), textOf(hidden.fields, 'phone2')].filter((one) => one !== '') : [],
      person: person.fields, personPrivate: hidden?.fields ?? {}, mandate: mandate?.fields ?? {}, links: linksOf(facts, mandate),
      clearedDoubts: once.filter((doubt) => !standing.has(`${doubt.field}|${doubt.code}`)),
      ...(idNo === '' ? {} : { idNo }), ...(birth === '' ? {} : { birth }), ...(mandate ? { mandateId: mandate.id } : {}),
    }
  })
}

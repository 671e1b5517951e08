/** People whom another town has recorded too: said before an import, so that the county can ask; nothing is merged by itself. */
import { textOf } from '../../shared/facts'
import { normaliseName } from '../../shared/parse/name'
import type { ImportedFile } from '../../shared/contract/exchange'
import { readValues } from '../store/version-codec'
import type { Desk } from './desk'
import { standingCode } from './exchange-town-codes'
import { townsOf } from './stats'

type Elsewhere = NonNullable<ImportedFile['elsewhere']>

/** Most that are named; the number is told in full. */
const shown = 50

interface Known {
  readonly town: string
  readonly birth: string
  readonly sex: string
}

/** Everybody of the other towns by name; a person without a month of birth could be anybody and is left out. */
function peopleElsewhere(desk: Desk, org: string): ReadonlyMap<string, readonly Known[]> {
  const mine = standingCode(desk, org)
  const people = new Map<string, Known[]>()
  for (const person of desk.store.lookup().all('person')) {
    const birth = textOf(person.fields, 'birth').slice(0, 7)
    if (birth === '' || person.org.length !== 9 || standingCode(desk, person.org) === mine) continue
    const name = normaliseName(textOf(person.fields, 'name'))
    const known = { town: person.org, birth, sex: textOf(person.fields, 'sex') }
    const same = people.get(name)
    if (same) same.push(known)
    else people.set(name, [known])
  }
  return people
}

const contradict = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b

/** People of a staged package of the town `org` who stand in another town with the same name and month of birth. */
export function knownElsewhere(desk: Desk, packageId: string, org: string): { readonly people: Elsewhere; readonly total: number } {
  const elsewhere = peopleElsewhere(desk, org)
  const names = new Map(townsOf(desk).flatMap((town) => town.codes.map((code) => [code, town.name] as const)))
  const found = new Map<string, Elsewhere[number]>()
  for (const { meta, text } of desk.store.exchange.staging.versions(packageId)) {
    if (meta.type !== 'person' || meta.op !== 'put' || text === null) continue
    const data = readValues(meta.type, meta.sv, text) as Readonly<Record<string, string | undefined>>
    const birth = (data['birth'] ?? '').slice(0, 7)
    for (const known of elsewhere.get(normaliseName(data['name'] ?? '')) ?? []) {
      if (known.birth !== birth || contradict(known.sex, data['sex'] ?? '')) continue
      found.set(`${meta.uid} ${known.town}`, { id: meta.uid, name: data['name'] ?? '', birth, town: known.town, town_name: names.get(known.town) ?? known.town })
    }
  }
  return { people: [...found.values()].slice(0, shown), total: found.size }
}

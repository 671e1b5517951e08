/**
 * What an import would do, row by row, before anything is written. The importer only has to carry it out: new records from `set`,
 * changed ones by laying `set` over the fields that are there.
 */
import type { Data } from '../fields'
import { parseIdNo } from '../parse/id-no'
import { normaliseName } from '../parse/name'
import type { Doubt, RosterWarning } from './issue'
import { identityOf, matchRow, type ExistingPerson, type Match } from './match-person'
import { planKnown } from './plan-known'
import type { PlanRow, PlanSet } from './plan-row'
import { existingFromRow, repeatedDifferences, rowPrefix } from './repeated-row'
import type { RemarkLine, RosterRow } from './roster-row'

export interface PlanOptions {
  /** `YYYY-MM-DD`, Shanghai. */
  readonly today: string
  /** A person's answers about rows that were 待认: the id of the person, or null for somebody new. */
  readonly answers?: ReadonlyMap<number, string | null>
}

export interface RosterCounts {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
}

/** People by name and number, so that a row is compared with a handful and not with thousands. */
class People {
  readonly #byWord = new Map<string, ExistingPerson[]>()
  readonly #byId = new Map<string, ExistingPerson>()

  constructor(people: readonly ExistingPerson[]) {
    for (const person of people) this.add(person)
  }

  add(person: ExistingPerson): void {
    this.#byId.set(person.personId, person)
    const names = [person.name, ...person.formerNames].map((name) => `name:${normaliseName(name)}`)
    const numbers = [person.idNo, ...person.formerIdNos].flatMap((id) => (id === undefined ? [] : [`id:${parseIdNo(id).value}`]))
    for (const word of new Set([...names, ...numbers])) {
      const same = this.#byWord.get(word)
      if (same) same.push(person)
      else this.#byWord.set(word, [person])
    }
  }

  get(personId: string): ExistingPerson | undefined {
    return this.#byId.get(personId)
  }

  match(row: RosterRow): Match {
    const who = identityOf(row)
    const near = [...(this.#byWord.get(`name:${who.name}`) ?? []), ...(who.idNo === undefined ? [] : this.#byWord.get(`id:${who.idNo}`) ?? [])]
    return matchRow(who, [...new Set(near)])
  }
}

const nothing: PlanSet = { person: {}, personPrivate: {}, mandate: {} }

function planNew(row: RosterRow): PlanSet {
  const complete = (data: Data, lines: readonly RemarkLine[], doubts: readonly Doubt[]): Data => ({
    ...data,
    ...(lines.length === 0 ? {} : { remark: [...new Set(lines.map((line) => line.text))].join('\n') }),
    ...(doubts.length === 0 ? {} : { doubts: doubts.map(({ field, code }) => ({ field, code })) }),
  })
  return {
    person: complete({ name: row.name, ...row.person }, row.remarks.person, row.doubts.person),
    personPrivate: complete(row.personPrivate, row.remarks.personPrivate, []),
    mandate: complete(row.mandate, row.remarks.mandate, row.doubts.mandate),
  }
}

/** Plans one row after the other; a later row may be a person whom an earlier row makes. */
export function planRoster(rows: readonly RosterRow[], existing: readonly ExistingPerson[], options: PlanOptions): readonly PlanRow[] {
  const people = new People(existing)
  const firstRows = new Map<string, RosterRow>()

  const find = (row: RosterRow): { readonly person?: ExistingPerson; readonly candidates?: readonly string[] } => {
    const answer = options.answers?.get(row.row)
    if (answer !== undefined) return answer === null ? {} : { person: people.get(answer) }
    const match = people.match(row)
    if (match.kind === 'new') return {}
    if (match.kind === 'one') return { person: people.get(match.personId) }
    const likely = match.likely === undefined ? undefined : people.get(match.likely)
    const first = likely === undefined ? undefined : firstRows.get(likely.personId)
    // Two rows that share nothing but the name and differ elsewhere are two people.
    const isOther = first !== undefined && repeatedDifferences(first, row).length > 0
    return { candidates: match.candidates.filter((id) => !id.startsWith(rowPrefix)), ...(likely === undefined || isOther ? {} : { person: likely }) }
  }

  return rows.map((row): PlanRow => {
    const base = { row: row.row, name: row.name, newMandate: false, set: nothing, links: {}, changes: [], errors: row.errors }
    if (row.errors.length > 0) return { ...base, outcome: 'wrong', doubtful: false, warnings: row.warnings }

    const { person, candidates } = find(row)
    const unsure: readonly RosterWarning[] = candidates === undefined ? [] : [{ row: row.row, column: '姓名', code: 'ambiguous-person', value: row.name }]
    const doubtful = candidates !== undefined || row.doubts.person.length + row.doubts.mandate.length > 0
    const named = candidates === undefined ? {} : { candidates }
    const first = person === undefined ? undefined : firstRows.get(person.personId)
    if (person !== undefined && first !== undefined) {
      const repeated: RosterWarning = { row: row.row, column: '', code: 'repeated-row', value: String(first.row) }
      const known = person.personId.startsWith(rowPrefix) ? {} : { personId: person.personId }
      return { ...base, ...known, outcome: 'same', doubtful: false, repeats: first.row, warnings: [repeated, ...repeatedDifferences(first, row)] }
    }
    if (person === undefined) {
      const made = existingFromRow(row)
      people.add(made)
      firstRows.set(made.personId, row)
      return { ...base, ...named, outcome: 'new', doubtful, newMandate: true, set: planNew(row), links: row.links, warnings: [...unsure, ...row.warnings] }
    }
    firstRows.set(person.personId, row)
    const plan = planKnown(row, person, options.today)
    return { ...plan, ...named, doubtful, warnings: [...unsure, ...plan.warnings], errors: [] }
  })
}

/** The figures that an import reports; rows that are wrong are the rest. */
export function countPlan(plan: readonly PlanRow[]): RosterCounts {
  const count = (outcome: PlanRow['outcome']): number => plan.filter((row) => row.outcome === outcome).length
  return { rows: plan.length, new: count('new'), changed: count('changed'), same: count('same') }
}

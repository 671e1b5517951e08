/**
 * What an import would do, row by row, before anything is written. The importer only has to carry it out: new records from `set`,
 * changed ones by laying `set` over the fields that are there.
 */
import type { Data } from '../fields'
import type { Doubt, RosterWarning } from './issue'
import type { ExistingPerson } from './match-person'
import { People } from './people'
import { planKnown } from './plan-known'
import type { PlanRow, PlanSet } from './plan-row'
import { bringsNothing, existingFromRow, repeatedDifferences, rowPrefix } from './repeated-row'
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
    // Whoever has every value of the row is the one that an earlier import made of it.
    const known = match.candidates.map((id) => people.get(id)).find((person) => person !== undefined && bringsNothing(row, person))
    if (known) return { person: known }
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
    if (person !== undefined) people.learn(person.personId, row)
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

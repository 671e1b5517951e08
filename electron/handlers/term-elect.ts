/**
 * Who won a by-election takes the seat in one commit: the person (known or new), the mandate made by 补选 and confirmed, and the
 * by-election that names it (domain.md A.21). Nobody is typed a second time.
 */
import type { InputOf, OutputOf } from '../../shared/contract'
import { intOf, textOf, type Facts } from '../../shared/facts'
import type { Data, Row } from '../../shared/fields'
import { townLevel } from '../../shared/measures/deputies-at'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareNew, type Prepared } from './prepare'
import { printRecord } from './print-record'
import { applyStep, commit, putOf, seeing } from './save'

type Elect = InputOf<'term.elect'>

const word = (row: Row, key: string): string => (typeof row[key] === 'string' ? row[key] : '')

/** The winner that is meant: the one of that name, or the only one. */
function winnerOf(rec: Rec, name: string | undefined): Result<Row> {
  const rows = rec.fields['candidates']
  const won = (Array.isArray(rows) ? (rows as readonly Row[]) : []).filter((row) => row['elected'] === true && word(row, 'name') !== '')
  const found = name === undefined ? won : won.filter((row) => word(row, 'name') === name)
  const [winner, other] = found
  if (winner === undefined) return fail('ref-not-found', { field: 'name', detail: { label: '当选人', value: name ?? '' } })
  return other === undefined ? ok(winner) : fail('required', { field: 'name', detail: { label: '当选人' } })
}

const asRec = (desk: Desk, id: string, { declaration, data }: Prepared): Rec => {
  const { status, ...fields } = data
  return { id, type: declaration.type, org: desk.store.office.code, version: '', fields, deleted: false, ...(typeof status === 'string' ? { status } : {}) }
}

/** Which time in the term the person is elected: an earlier mandate of the term that ended stays what it was. */
const nthOf = (facts: Facts, person: string, term: string): number =>
  facts.where('mandate', 'person', person).filter((rec) => textOf(rec.fields, 'level') === townLevel && facts.resolve(textOf(rec.fields, 'term')) === term).length + 1

/** The mandate's fields as the by-election tells them. */
function mandateFields(facts: Facts, rec: Rec, winner: Row, person: string): Data {
  const constituency = textOf(rec.fields, 'constituency')
  const term = facts.resolve(textOf(facts.get(constituency)?.fields ?? {}, 'term'))
  return {
    person, level: townLevel, nth: nthOf(facts, person, term), elect_kind: '2', constituency, elected_on: textOf(rec.fields, 'vote_on'),
    ...(term === '' ? {} : { term }), ...(typeof winner['votes'] === 'number' ? { votes: intOf(winner, 'votes') } : {}),
  }
}

export function electDeputy(desk: Desk, input: Elect): Result<OutputOf<'term.elect'>> {
  const rec = desk.store.get(desk.store.resolve(input.id))
  if (rec?.type !== 'by_election' || rec.deleted) return fail('not-found', { detail: { id: input.id } })
  const winner = winnerOf(rec, input.name)
  if (!winner.ok) return winner
  const facts = desk.store.facts([desk.store.office.code])
  const changes: Change[] = []
  const known = input.person ?? word(winner.value, 'person')
  const seen: Rec[] = []
  let person = known === '' ? '' : facts.resolve(known)
  if (person === '') {
    const made = prepareNew(desk, 'person', { name: word(winner.value, 'name') })
    if (!made.ok) return made
    person = desk.newId()
    seen.push(asRec(desk, person, made.value))
    changes.push({ op: 'put', type: 'person', uid: person, data: made.value.data })
  } else if (facts.get(person)?.type !== 'person') return fail('bad-ref', { field: 'person', detail: { id: person, label: '人员' } })
  const prepared = prepareNew(desk, 'mandate', mandateFields(facts, rec, winner.value, person), new Set([person]))
  if (!prepared.ok) return prepared
  const uid = desk.store.uidOf('mandate', prepared.value.data) ?? desk.newId()
  const started = asRec(desk, uid, prepared.value)
  const confirmed = applyStep(desk, started, 'confirm', { confirm_on: input.confirmed_on, ...(input.cert_no === undefined ? {} : { cert_no: input.cert_no }) }, seeing(desk.store.lookup(), ...seen, started))
  if (!confirmed.ok) return confirmed
  const mandate = confirmed.value.rec
  const done = applyStep(desk, rec, 'confirm', { confirmed_on: input.confirmed_on, mandate: uid }, seeing(desk.store.lookup(), ...seen, mandate))
  if (!done.ok) return done
  // the by-election comes last, so that 撤销 lets go of the deputy before it takes the deputy away
  const saved = commit(desk, [...changes, putOf(mandate), ...confirmed.value.changes, putOf(done.value.rec)])
  if (!saved.ok) return saved
  const own = saved.value.versions.find((one) => one.uid === rec.id)
  const after = desk.store.get(rec.id)
  if (own === undefined || after === null) return fail('internal')
  desk.remember(own.id, saved.value.versions)
  return ok({ record: printRecord(desk, after), mandate: uid, version: own.id, warnings: confirmed.value.warnings })
}

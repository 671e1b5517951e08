import { parseIdNo } from '../parse/id-no'
import { normaliseName } from '../parse/name'
import { identityOf, matchRow, type ExistingPerson, type Match } from './match-person'
import { alsoKnownBy } from './repeated-row'
import type { RosterRow } from './roster-row'

/** People by name and number, so that a row is compared with a handful and not with thousands. It learns from the rows of one file. */
export class People {
  readonly #idsByWord = new Map<string, Set<string>>()
  readonly #byId = new Map<string, ExistingPerson>()
  /** With what the rows of the file added: for finding them, never for what is changed. */
  readonly #learned = new Map<string, ExistingPerson>()

  constructor(people: readonly ExistingPerson[]) {
    for (const person of people) this.add(person)
  }

  add(person: ExistingPerson): void {
    this.#byId.set(person.personId, person)
    this.#index(person)
  }

  /** The person as the store has them. */
  get(personId: string): ExistingPerson | undefined {
    return this.#byId.get(personId)
  }

  /** The row is this person: the rows behind it may know them by its name, number or phones. */
  learn(personId: string, row: RosterRow): void {
    const person = this.#learned.get(personId) ?? this.#byId.get(personId)
    if (person) this.#index(alsoKnownBy(person, row))
  }

  match(row: RosterRow): Match {
    const who = identityOf(row)
    const words = [`name:${who.name}`, ...(who.idNo === undefined ? [] : [`id:${who.idNo}`])]
    const ids = new Set(words.flatMap((word) => [...(this.#idsByWord.get(word) ?? [])]))
    return matchRow(who, [...ids].flatMap((id) => this.#learned.get(id) ?? []))
  }

  #index(person: ExistingPerson): void {
    this.#learned.set(person.personId, person)
    const names = [person.name, ...person.formerNames].map((name) => `name:${normaliseName(name)}`)
    const numbers = [person.idNo, ...person.formerIdNos].flatMap((id) => (id === undefined ? [] : [`id:${parseIdNo(id).value}`]))
    for (const word of [...names, ...numbers]) {
      const same = this.#idsByWord.get(word)
      if (same) same.add(person.personId)
      else this.#idsByWord.set(word, new Set([person.personId]))
    }
  }
}

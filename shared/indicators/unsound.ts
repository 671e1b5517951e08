/** B10.01 and B10.10: what is not filled in, and what points nowhere. Read from the declarations, type by type. */
import { codeTables, type CodeTableName } from '../codes'
import { textOf, type Facts } from '../facts'
import { declarations, recordTypes } from '../records'
import { emptyCompleteFields } from '../records/data-quality'
import type { Declaration, Rec } from '../record'

export interface EmptyFields {
  readonly type: string
  readonly label: string
  /** Ids of records, once per field that data quality asks for and that is empty. */
  readonly ids: readonly string[]
}

/** Fields that data quality asks for and that are empty, by type; types without any are left out. */
export const emptyFields = (facts: Facts): readonly EmptyFields[] => facts.once('empty fields', () => recordTypes.flatMap((type) => {
  const declaration = declarations[type]
  const ids = facts.all(type).flatMap((rec) => emptyCompleteFields(declaration, rec.fields, facts).map(() => rec.id))
  return ids.length === 0 ? [] : [{ type, label: declaration.label, ids }]
}))

const codeSets = new Map<CodeTableName, ReadonlySet<string>>()

function codesOf(table: CodeTableName): ReadonlySet<string> {
  const known = codeSets.get(table)
  if (known) return known
  const made = new Set(codeTables[table].entries.map((entry) => entry.code))
  codeSets.set(table, made)
  return made
}

/** Choices of a type that take codes only. */
const choicesOf = (declaration: Declaration): readonly (readonly [string, CodeTableName])[] => Object.entries(declaration.fields)
  .flatMap(([key, field]) => (field.kind === 'choice' && field.codes && !field.orText ? [[key, field.codes] as const] : []))

function isUnsound(rec: Rec, facts: Facts, parents: readonly string[], choices: readonly (readonly [string, CodeTableName])[]): boolean {
  if (rec.conflict) return true
  if (parents.some((key) => textOf(rec.fields, key) !== '' && facts.get(textOf(rec.fields, key)) === null)) return true
  return choices.some(([key, table]) => textOf(rec.fields, key) !== '' && !codesOf(table).has(textOf(rec.fields, key)))
}

/** Ids of records whose parent is gone, that were changed in two places at once, or that hold a code nobody knows. */
export const unsoundRecords = (facts: Facts): readonly string[] => facts.once('unsound records', () => recordTypes.flatMap((type) => {
  const declaration = declarations[type]
  const parents = (declaration.parents ?? []).map((parent) => parent.field)
  const choices = choicesOf(declaration)
  return facts.all(type).filter((rec) => isUnsound(rec, facts, parents, choices)).map((rec) => rec.id)
}))

/** Ids of people and mandates, once per doubt that an import left. */
export const doubts = (facts: Facts): readonly string[] => ['person', 'mandate'].flatMap((type) => facts.all(type)).flatMap((rec) => {
  const rows = rec.fields['doubts']
  return Array.isArray(rows) ? rows.map(() => rec.id) : []
})

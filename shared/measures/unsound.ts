/** B10.01 and B10.10: what is not filled in, and what points nowhere. Read from the declarations, type by type. */
import { codeTables, type CodeTableName } from '../codes'
import type { Facts } from '../facts'
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

type Choice = readonly [key: string, codes: ReadonlySet<string>]

/** Choices of a type that take codes only. */
const choicesOf = (declaration: Declaration): readonly Choice[] => Object.entries(declaration.fields)
  .flatMap(([key, field]) => (field.kind === 'choice' && field.codes && !field.orText ? [[key, codesOf(field.codes)] as const] : []))

function isUnsound(rec: Rec, facts: Facts, parents: readonly string[], choices: readonly Choice[]): boolean {
  if (rec.conflict) return true
  for (const key of parents) {
    const parent = rec.fields[key]
    if (typeof parent === 'string' && parent !== '' && facts.get(parent) === null) return true
  }
  for (const [key, codes] of choices) {
    const code = rec.fields[key]
    if (typeof code === 'string' && code !== '' && !codes.has(code)) return true
  }
  return false
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

/** What the `types` command prints: every record type with its fields and steps, for programs that write records. */
import { codeTables } from '../codes'
import type { Field } from '../fields'
import type { Declaration } from '../record'
import type { Machine, Step } from './step'
import { declarations, recordTypes } from '../records/index'

type PrintedNeed = 'identity' | 'step' | 'complete' | 'optional'

export interface PrintedField {
  readonly key: string
  readonly label: string
  readonly kind: Field['kind']
  readonly need: PrintedNeed
  /** Set or computed by the application. */
  readonly readonly?: true
  readonly codes?: readonly { readonly code: string; readonly label: string; readonly aliases: readonly string[] }[]
  /** Free text is taken beside the codes or the reference. */
  readonly orText?: true
  /** Of this field and the one named here one is enough. */
  readonly or?: string
  /** Types that a reference may point at. */
  readonly to?: readonly string[]
  readonly items?: readonly PrintedField[]
  readonly max?: number
  readonly min?: number
}

export interface PrintedStep {
  readonly name: string
  readonly label: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Keys that the step requires, from its input or from the record. */
  readonly needs: readonly string[]
  /** All keys that it takes, in order. */
  readonly takes: readonly string[]
  /** Record type that is made from the input. */
  readonly makes?: string
}

export interface PrintedType {
  readonly name: string
  readonly label: string
  readonly scope: Declaration['scope']
  /** Fields that name the record; `[]` = one record per office, null = any number. */
  readonly key: readonly string[] | null
  readonly fields: readonly PrintedField[]
  readonly steps: readonly PrintedStep[]
}

/** All types in the order of the data dictionary. `machineOf` gives the status machine of a type, where it has one. */
export function typesForPrint(machineOf: (type: string) => Machine | null): { readonly types: readonly PrintedType[] } {
  return {
    types: Object.values(declarations).map((declaration) => ({
      name: declaration.type,
      label: declaration.label,
      scope: declaration.scope,
      key: declaration.key ?? null,
      fields: printFields(declaration.fields),
      steps: (machineOf(declaration.type)?.steps ?? []).map(printStep),
    })),
  }
}

const printFields = (fields: Readonly<Record<string, Field>>): readonly PrintedField[] => Object.entries(fields).map(([key, field]) => printField(key, field))

function printField(key: string, field: Field): PrintedField {
  return {
    key,
    label: field.label,
    kind: field.kind,
    need: field.or === undefined ? (field.need === 'app' ? 'optional' : field.need) : 'identity',
    ...(field.need === 'app' && !field.settable ? { readonly: true as const } : {}),
    ...(field.codes ? { codes: codeTables[field.codes].entries.map(({ code, label, aliases }) => ({ code, label, aliases })) } : {}),
    ...(field.orText ? { orText: true as const } : {}),
    ...(field.or === undefined ? {} : { or: field.or }),
    ...(field.to ? { to: field.to.length > 0 ? field.to : recordTypes } : {}),
    ...(field.items ? { items: printFields(field.items) } : {}),
    ...(field.max === undefined ? {} : { max: field.max }),
    ...(field.min === undefined ? {} : { min: field.min }),
  }
}

function printStep({ name, label, from, to, inputs, makes }: Step): PrintedStep {
  return {
    name, label, from, to,
    needs: inputs.filter((input) => input.required).map((input) => input.key),
    takes: inputs.map((input) => input.key),
    ...(makes === undefined ? {} : { makes }),
  }
}

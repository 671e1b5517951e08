/** One row of a code table. `hidden` rows are valid codes that forms do not offer. */
export interface CodeEntry {
  readonly code: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly hidden?: true
}

/** A choice's codes. Codes are text: '01' is not 1. `standard` is the number of the standard they come from. */
export interface CodeTable {
  readonly name: string
  readonly label: string
  readonly standard?: string
  readonly entries: readonly CodeEntry[]
  /** Endings a person leaves out: 民革会员 is also written 民革. */
  readonly endings?: readonly string[]
  /** Words that are taken, but only as the likeliest reading: the import says so. */
  readonly looseWords?: readonly string[]
}

/** Code, label, then the other words people write for it. */
export type Row = readonly [code: string, label: string, ...aliases: string[]]

interface TableSpec {
  readonly label: string
  readonly standard?: string
  readonly rows: readonly Row[]
  readonly endings?: readonly string[]
  readonly hiddenCodes?: readonly string[]
  readonly looseWords?: readonly string[]
}

function buildTable(name: string, spec: TableSpec): CodeTable {
  const entries = spec.rows.map(([code, label, ...aliases]): CodeEntry => {
    const hidden = spec.hiddenCodes?.includes(code) ?? false
    return hidden ? { code, label, aliases, hidden: true } : { code, label, aliases }
  })
  return {
    name,
    label: spec.label,
    entries,
    ...(spec.standard === undefined ? {} : { standard: spec.standard }),
    ...(spec.endings === undefined ? {} : { endings: spec.endings }),
    ...(spec.looseWords === undefined ? {} : { looseWords: spec.looseWords }),
  }
}

/** Declares a group of tables; each table carries the key it is declared under as its name. */
export function defineTables<Name extends string>(
  specs: Readonly<Record<Name, TableSpec>>,
): Readonly<Record<Name, CodeTable>> {
  const pairs = (Object.entries(specs) as [Name, TableSpec][]).map(
    ([name, spec]) => [name, buildTable(name, spec)] as const,
  )
  return Object.fromEntries(pairs) as Record<Name, CodeTable>
}

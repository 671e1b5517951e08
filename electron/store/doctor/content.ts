/** Content that no constraint holds, because a constraint would stop a whole import: told to people, no damage. */
import { codeTables } from '../../../shared/codes'
import type { Data } from '../../../shared/fields'
import type { Declaration } from '../../../shared/record'
import { declarationOf, declarations, recordTypes } from '../../../shared/records'
import { filled } from '../../../shared/records/conditions'
import { checkData } from '../../../shared/records/parse-data'
import { contentOf } from '../content'
import type { Core } from '../core'
import { columnsOf, quoted, tableOf } from '../typed-schema'
import { readValues } from '../version-codec'
import { headRows, livingOf, type Check } from './check'

/** Living records that point at nothing, where their declaration does not allow it. */
function orphans(core: Core): readonly string[] {
  const rows = core.db.sql(
    `SELECT DISTINCT o.uid AS uid, l.type AS type, l.field AS field FROM link l JOIN head o ON o.n = l.n LEFT JOIN head h ON h.uid = l.to_uid
     WHERE h.uid IS NULL OR h.deleted = 1 ORDER BY o.uid`,
  ).all() as { uid: string; type: string; field: string }[]
  return [...new Set(rows.filter((row) => declarationOf(row.type)?.parents?.some((parent) => parent.field === row.field && parent.onDelete === 'keep') !== true).map((row) => row.uid))]
}

/** Records of one town and type that carry the same number for people. */
function doubleNumbers(core: Core): readonly string[] {
  return recordTypes.flatMap((type) => ['no', 'doc_no', 'cert_no'].flatMap((key) => {
    const column = columnsOf(declarations[type]).find((one) => one.key === key && one.sql === 'TEXT')
    if (!column || declarations[type].key?.includes(key)) return []
    const table = tableOf(type)
    return core.db.column<string>(
      `SELECT uid FROM ${table} WHERE deleted = 0 AND (org, ${quoted(key)}) IN (SELECT org, ${quoted(key)} FROM ${table} WHERE deleted = 0 AND ${quoted(key)} <> '' GROUP BY 1, 2 HAVING count(*) > 1) ORDER BY uid`)
  }))
}

const knownCodes = new Map(Object.entries(codeTables).map(([name, table]) => [name, new Set(table.entries.map((entry) => entry.code))]))

/** Whether a record is such as its declaration would not let anybody save: an identity missing, a code that there is not, what its own check refuses. */
function breaksRules(declaration: Declaration, data: Data): boolean {
  const wrongField = Object.entries(declaration.fields).some(([key, field]) => {
    if (field.need === 'identity' && !filled(data, key)) return true
    const value = data[key]
    return field.kind === 'choice' && field.codes !== undefined && typeof value === 'string' && value !== '' && knownCodes.get(field.codes)?.has(value) === false
  })
  return wrongField || checkData(declaration, data).length > 0
}

function againstRules(core: Core): readonly string[] {
  const isLiving = livingOf(core)
  return [...headRows(core)].filter((head) => {
    const declaration = declarationOf(head.type)
    return declaration !== null && isLiving(head) && breaksRules(declaration, contentOf(readValues(head.type, head.sv, head.data)))
  }).map((head) => head.uid)
}

export const contentChecks: readonly Check[] = [
  { name: 'orphans', detail: 'references to records that are not there', content: true, find: orphans },
  { name: 'double-numbers', detail: 'equal numbers within one town', content: true, find: doubleNumbers },
  { name: 'against-rules', detail: 'content that the forms would not take', content: true, find: againstRules },
]

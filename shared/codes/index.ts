/** Registry of every code table (GB standards and the product's own choices), by the name that field declarations use. */
import type { CodeTable } from './define-tables'
import { deputyTables } from './deputy'
import { meetingTables } from './meeting'
import { officeTables } from './office'
import { personTables } from './person'
import { suggestionTables } from './suggestion'
import { supervisionTables } from './supervision'
import { voterTables } from './voter'
import { buildWords, wordKey, type WordIndex } from './words'

export type { CodeEntry, CodeTable } from './define-tables'

const tables = {
  ...personTables,
  ...deputyTables,
  ...meetingTables,
  ...supervisionTables,
  ...suggestionTables,
  ...voterTables,
  ...officeTables,
}

export type CodeTableName = keyof typeof tables

export const codeTables: Readonly<Record<CodeTableName, CodeTable>> = tables

const wordIndexes = new Map<CodeTableName, WordIndex>()

function wordsOf(table: CodeTableName): WordIndex {
  const known = wordIndexes.get(table)
  if (known) return known
  const built = buildWords(codeTables[table])
  wordIndexes.set(table, built)
  return built
}

/** The label of a code; an unknown code is shown as it is, so that data of a newer version stays readable. */
export function labelOf(table: CodeTableName, code: string): string {
  return codeTables[table].entries.find((entry) => entry.code === code)?.label ?? code
}

/** The code that a code, label, alias or usual short form of a label stands for; null when the word is unknown. */
export function codeOf(table: CodeTableName, word: string): string | null {
  return wordsOf(table).codeOf(word)
}

/** True for a word that is taken but does not say everything (请假 for 事假): the caller warns. */
export function isLooseWord(table: CodeTableName, word: string): boolean {
  return (codeTables[table].looseWords ?? []).some((loose) => wordKey(loose) === wordKey(word))
}

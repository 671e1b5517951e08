import { parseCsv } from 'hucre/csv'
import { ok, type Result } from '../../shared/result'
import { textCell, type RawSheet } from './make-table'

const delimiters = [',', '\t', ';', '|'] as const

/** The delimiter that most of the first lines have; hucre's own guess looks at the first line only, which is often a title. */
function guessDelimiter(text: string): string {
  const lines = text.slice(0, 65_536).split(/\r\n|\r|\n/u).slice(0, 30)
  const bare = lines.map((line) => line.replace(/"[^"]*"/gu, ''))
  const lineCounts = delimiters.map((delimiter) => ({
    delimiter,
    lines: bare.filter((line) => line.includes(delimiter)).length,
    marks: bare.join('').split(delimiter).length,
  }))
  lineCounts.sort((a, b) => b.lines - a.lines || b.marks - a.marks)
  return lineCounts[0]?.delimiter ?? ','
}

/** Excel is kept from changing a number by writing it as ="0123". */
const unwrap = (value: string): string => /^="(.*)"$/su.exec(value)?.[1] ?? value

/** Reads .csv and .txt. Every cell is text; `sep=;` as Excel writes it is taken and counted as a row. */
export function readDelimitedText(text: string): Result<readonly RawSheet[]> {
  const body = text.replace(/^\ufeff/u, '')
  const declared = /^sep=(.)\r?\n/iu.exec(body)
  const delimiter = declared?.[1] ?? guessDelimiter(body)
  const rows = parseCsv(body, { delimiter })
  const cells = rows.map((row) => row.map((value) => textCell(unwrap(String(value ?? '')))))
  if (declared) cells[0] = []
  return ok([{ name: '', cells, merges: [], hiddenColumns: [], hidden: false, untyped: true }])
}

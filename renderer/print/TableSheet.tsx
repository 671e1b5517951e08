import { Sheet } from './Sheet'

interface TableSheetProps {
  readonly title: string
  readonly lines: readonly string[]
  /** Words before the rows, numbers at the right. */
  readonly columns: readonly { readonly label: string; readonly numbers?: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** The sums below, a cell a column. */
  readonly sums?: readonly string[]
  readonly wide?: boolean
}

/** A list on paper: a number before each row, the head on every sheet. */
export function TableSheet({ title, lines, columns, rows, sums, wide = false }: TableSheetProps) {
  const look = (at: number): string | undefined => (columns[at]?.numbers === true ? 'num' : undefined)
  const cells = (row: readonly string[]) => row.map((cell, at) => <td key={columns[at]?.label} className={look(at)}>{cell}</td>)
  return (
    <Sheet title={title} lines={lines} wide={wide}>
      <table>
        <thead><tr><th>序号</th>{columns.map(({ label }, at) => <th key={label} className={look(at)}>{label}</th>)}</tr></thead>
        {/* The rows of a sheet never move. */}
        <tbody>{rows.map((row, at) => <tr key={at}><td>{at + 1}</td>{cells(row)}</tr>)}</tbody>
        {sums !== undefined && <tfoot><tr><td />{cells(sums)}</tr></tfoot>}
      </table>
    </Sheet>
  )
}

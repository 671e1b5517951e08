import type { GridCell } from './grid'

interface FormGridProps {
  readonly rows: readonly (readonly GridCell[])[]
  readonly at: string | null
  readonly onPick: (ref: string) => void
}

/** The form as the county made it; cells that can be filled are pressed to say what belongs in them. */
export function FormGrid({ rows, at, onPick }: FormGridProps) {
  return (
    <table className="form-grid">
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell) => (
              <td key={cell.ref} rowSpan={cell.rows} colSpan={cell.columns} className={cell.ref === at ? 'on' : cell.kind}>
                {cell.kind === 'open' ? <Open cell={cell} onPick={() => onPick(cell.ref)} /> : cell.kind === 'formula' ? <span className="mut" title="公式，打开表以后自己算">公式</span> : cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Open({ cell, onPick }: { readonly cell: GridCell; readonly onPick: () => void }) {
  const { entry, guess } = cell
  const shown = entry ? entry.value || '—' : guess ? '？' : ''
  return (
    <button type="button" className={entry ? 'filled' : guess ? 'guess' : undefined} title={entry?.name ?? guess?.name ?? '点一下，选填什么'} aria-label={`${cell.ref} ${entry ? `${entry.name} ${shown}` : '还没有指'}`} onClick={onPick}>
      {shown}
    </button>
  )
}

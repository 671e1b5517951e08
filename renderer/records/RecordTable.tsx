import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Titles } from '../../shared/contract/records'
import type { Field } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { titleOfRow } from '../state/titles'
import { CutTitle } from '../ui/CutTitle'
import { Status } from '../ui/Status'
import { sayCell, titleIn } from './format-value'
import type { ListView } from './list-view'
import { SortHeading } from './SortHeading'
import { toneOfStatus } from './status-words'
import { useRowWindow } from './use-row-window'

interface RecordTableProps {
  readonly declaration: Declaration
  readonly rows: readonly Rec[]
  readonly titles: Titles
  readonly sort: ListView['sort']
  /** Absent = the order is as given. */
  readonly onSort?: (sort: ListView['sort']) => void
  /** The row that was opened last: it gets the focus back. */
  readonly opened: string | null
  readonly onOpen: (rec: Rec) => void
  /** The arrow key at the last row asks for more. */
  readonly onEnd?: () => void
  /** A first column that is no field: the town, at the county. */
  readonly before?: { readonly label: string; readonly cell: (rec: Rec) => string }
  /** Columns that are drawn otherwise than by their field, by key; they do not sort unless `sorts` says so. */
  readonly cells?: Readonly<Record<string, (rec: Rec) => ReactNode>>
  /** Those of them that sort all the same. */
  readonly sorts?: readonly string[]
  /** What a row stands under, where no column says it: the meeting of an item of its agenda. */
  readonly under?: (rec: Rec) => string
  /** Ticks at the beginning of the rows. */
  readonly ticks?: { readonly ids: readonly string[]; readonly onChange: (ids: readonly string[]) => void }
  /** Buttons at the end of a row. */
  readonly tools?: (rec: Rec) => ReactNode
}

const titleKeys = ['title', 'name', 'topic', 'subject', 'item', 'problem', 'content', 'purpose', 'person']
const sortable = new Set<Field['kind']>(['text', 'date', 'month', 'ym', 'int', 'money', 'flag', 'choice'])

interface Column {
  readonly key: string
  readonly label: string
  readonly field: Field | null
  readonly sortable: boolean
}

function columnsOf(declaration: Declaration, cells: RecordTableProps['cells'], sorts: readonly string[]): readonly Column[] {
  return declaration.columns.map((key) => {
    const field = declaration.fields[key] ?? null
    // A status of a machine is no declared field.
    return { key, label: field?.label ?? '状态', field, sortable: (cells?.[key] === undefined || sorts.includes(key)) && (field === null || sortable.has(field.kind)) }
  })
}

/** The column that names a row: on a list of those present the person, not the meeting that all of them share. */
function mainOf({ columns, parents = [] }: Declaration): string | undefined {
  const [first, second] = columns
  const isParent = parents.some((parent) => parent.field === first && parent.onDelete === 'cascade')
  return titleKeys.find((key) => columns.includes(key)) ?? (isParent && second === 'mandate' ? second : first)
}

/** Records by the columns of their declaration; a row opens by a press anywhere, by Enter, and arrows move between rows. */
export function RecordTable(props: RecordTableProps) {
  const { declaration, rows, titles, sort, onSort, opened, onOpen, onEnd, before, cells, sorts = [], under, ticks, tools } = props
  const columns = columnsOf(declaration, cells, sorts)
  const main = mainOf(declaration)
  const body = useRef<HTMLTableSectionElement>(null)
  const first = useRef(opened)
  useEffect(() => {
    const row = first.current === null ? null : body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(first.current)}"]`)
    if (!row) return
    first.current = null
    row.focus()
    row.scrollIntoView({ block: 'center' })
  }, [rows])
  const drawn = useRowWindow(body, rows.length, opened === null ? 0 : Math.max(0, rows.findIndex((rec) => rec.id === opened)))
  const spacer = (height: number) => height > 0 && <tr className="rec-undrawn" aria-hidden="true"><td style={{ height }} colSpan={columns.length + (before === undefined ? 0 : 1) + (ticks === undefined ? 0 : 1) + (tools === undefined ? 0 : 1)} /></tr>

  return (
    <table className="tbl rec-table" aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          {ticks !== undefined && <TickAll rows={rows} ticks={ticks} />}
          {before !== undefined && <th scope="col">{before.label}</th>}
          {columns.map((column) => <Heading key={column.key} column={column} isMain={column.key === main} sort={sort} onSort={onSort} />)}
          {tools !== undefined && <th scope="col"><span className="unseen">操作</span></th>}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={(event) => moveByArrows(event, body.current, onEnd)}>
        {spacer(drawn.above)}
        {rows.slice(drawn.from, drawn.to).map((rec) => (
          <tr key={rec.id} className="opens" onClick={() => onOpen(rec)}>
            {ticks !== undefined && <td onClick={(event) => event.stopPropagation()}><Tick rec={rec} titles={titles} ticks={ticks} /></td>}
            {before !== undefined && <td>{before.cell(rec)}</td>}
            {columns.map((column) => (cells?.[column.key] !== undefined
              ? <td key={column.key}>{cells[column.key]?.(rec)}</td>
              : <Cell key={column.key} column={column} rec={rec} titles={titles} isMain={column.key === main} under={column.key === main ? under?.(rec) ?? '' : ''} onOpen={onOpen} />))}
            {tools !== undefined && <td className="num" onClick={(event) => event.stopPropagation()}>{tools(rec)}</td>}
          </tr>
        ))}
        {spacer(drawn.below)}
      </tbody>
    </table>
  )
}

type Ticks = NonNullable<RecordTableProps['ticks']>

function TickAll({ rows, ticks }: { readonly rows: readonly Rec[]; readonly ticks: Ticks }) {
  const all = rows.every((rec) => ticks.ids.includes(rec.id))
  return <th scope="col"><input type="checkbox" className="tick" aria-label="列出的全选" checked={all} onChange={() => ticks.onChange(all ? [] : rows.map((rec) => rec.id))} /></th>
}

function Tick({ rec, titles, ticks }: { readonly rec: Rec; readonly titles: Titles; readonly ticks: Ticks }) {
  const on = ticks.ids.includes(rec.id)
  return <input type="checkbox" className="tick" aria-label={`选上${titleOfRow(rec, titles)}`} checked={on} onChange={() => ticks.onChange(on ? ticks.ids.filter((id) => id !== rec.id) : [...ticks.ids, rec.id])} />
}

function Heading({ column, isMain, sort, onSort }: { readonly column: Column; readonly isMain: boolean; readonly sort: ListView['sort']; readonly onSort: RecordTableProps['onSort'] }) {
  const numeric = !isMain && isNumber(column.field) ? 'num' : undefined
  if (!column.sortable || onSort === undefined) return <th scope="col" className={numeric}>{column.label}</th>
  return <SortHeading name={column.key} label={column.label} sort={sort} onSort={onSort} className={numeric} />
}

interface CellProps {
  readonly column: Column
  readonly rec: Rec
  readonly titles: Titles
  readonly isMain: boolean
  readonly under: string
  readonly onOpen: (rec: Rec) => void
}

function Cell({ column, rec, titles, isMain, under, onOpen }: CellProps) {
  const { key, field } = column
  if (key === 'status') {
    const status = rec.status ?? (typeof rec.fields['status'] === 'string' ? rec.fields['status'] : '')
    return <td>{status !== '' && <Status tone={toneOfStatus(rec.type, status)} quiet>{status}</Status>}</td>
  }
  const said = field === null ? '' : sayCell(field, rec.fields[key], titleIn(titles))
  // a number alone names nothing: 20 is the twentieth meeting
  const text = isMain && field?.kind === 'int' ? titleOfRow(rec, titles) : said
  if (!isMain) return <td className={isNumber(field) ? 'num' : isProse(field) ? 'cut' : undefined} title={isProse(field) ? text : undefined}>{field?.kind === 'ref' ? <CutTitle text={text} /> : text}</td>
  const name = text || titleOfRow(rec, titles) || '（没有名称）'
  return (
    <td className="rec-main" title={text}>
      <div className="row">
        <button type="button" className="link cut" data-row={rec.id} aria-label={name} onClick={(event) => { event.stopPropagation(); onOpen(rec) }}>
          <CutTitle text={name} />
        </button>
        {rec.conflict === true && <Status tone="soon" quiet>两处都改过</Status>}
      </div>
      {under !== '' && <div className="sm mut cut" title={under}>{under}</div>}
    </td>
  )
}

/** What was counted has a unit too. */
const isNumber = (field: Field | null): boolean => field !== null && (field.kind === 'int' || field.kind === 'money' || (field.kind === 'derived' && field.unit !== undefined))

const isProse = (field: Field | null): boolean => field !== null && ['text', 'longText', 'refs', 'ref', 'list', 'derived'].includes(field.kind)

/** Up and down between rows; Home and End to the ends. */
export function moveByArrows(event: KeyboardEvent, body: HTMLElement | null, onEnd?: () => void): void {
  if (body === null || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return
  const links = [...body.querySelectorAll<HTMLElement>('[data-row]')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? links.length - 1 : at + (event.key === 'ArrowDown' ? 1 : -1)
  if (to >= links.length) onEnd?.()
  else links[to]?.focus()
}

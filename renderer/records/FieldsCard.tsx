import type { Field, Row } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { useOurs } from '../state/declarations'
import { go } from '../state/navigation'
import { useTitles } from '../state/titles'
import { whyKeys } from '../../shared/why/why-record'
import { Card } from '../ui/Card'
import { IdMasked } from '../ui/IdMasked'
import { WhyButton } from '../why/WhyButton'
import { isEmptyValue, isMasked } from './form-fields'
import { idsIn, sayRow, sayValue, type TitleOf } from './format-value'

interface FieldsCardProps {
  readonly declaration: Declaration
  readonly record: Rec
  readonly titleOf: TitleOf
  readonly title?: string
  readonly beside?: React.ReactNode
  readonly tools?: React.ReactNode
  /** Keys that are not shown: they stand in the head, or elsewhere. */
  readonly without?: readonly string[]
  /** Said where nothing is filled in. */
  readonly empty?: string
}

const longest = 20
/** In a row of a list within the record: what is longer is broken, so that the last column is not pushed out. */
const longestCell = 6

const isWords = (item: Field | undefined): boolean => item?.kind === 'text' || item?.kind === 'longText'

/** What would be broken into lines in half the width. */
const wide = (field: Field, value: unknown): boolean =>
  field.kind === 'longText' || field.kind === 'list' || (field.kind === 'derived' && Array.isArray(value)) || (field.kind === 'text' && typeof value === 'string' && value.length > longest)

/** What is filled in, in the order of the declaration; short values two in a line, long ones over the whole width. */
export function FieldsCard({ declaration: given, record, titleOf, title = '登记内容', beside, tools, without = [], empty = '还没有填内容。' }: FieldsCardProps) {
  const declaration = useOurs(given, record.org)
  const shown = Object.entries(declaration.fields).filter(([key, field]) => !without.includes(key) && field.kind !== 'files' && field.settable !== true && !isEmptyValue(record.fields[key]))
  const unknown = shown.flatMap(([key, field]) => idsIn(field, record.fields[key])).filter((id) => titleOf(id) === null)
  const known = useTitles(unknown)
  const name: TitleOf = (id) => titleOf(id) ?? known[id] ?? '…'
  return (
    <Card title={title} {...(beside === undefined ? {} : { beside })} {...(tools === undefined ? {} : { tools })}>
      {shown.length === 0 && <p className="mut">{empty}</p>}
      <dl className="rec-fields">
        {shown.map(([key, field]) => (
          <div key={key} className={wide(field, record.fields[key]) ? 'wide' : undefined}>
            <dt>{field.label}</dt>
            <dd>
              <FieldValue declaration={declaration} record={record} name={key} field={field} titleOf={name} />
              {whyKeys[record.type] === key && <WhyButton about={field.label} asked={{ of: 'record', input: { id: record.id, key } }} />}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

interface FieldValueProps {
  readonly declaration: Declaration
  readonly record: Rec
  readonly name: string
  readonly field: Field
  readonly titleOf: TitleOf
}

/** Ids of records, of a field that holds several or was worked out. */
const isIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

function FieldValue({ declaration, record, name, field, titleOf }: FieldValueProps) {
  const value = record.fields[name]
  if (isMasked(declaration, value)) return <IdMasked id={record.id} field={name} label={field.label} masked={value} />
  if (field.kind === 'ref' && typeof value === 'string' && field.orText !== true) {
    return <button type="button" className="link" onClick={() => go({ screen: 'record', id: value, ...(field.to?.length === 1 && field.to[0] !== undefined ? { type: field.to[0] } : {}) })}>{titleOf(value)}</button>
  }
  if ((field.kind === 'refs' || field.kind === 'derived') && isIds(value)) {
    return (
      <span className="rec-links">
        {value.map((id) => <button key={id} type="button" className="link" onClick={() => go({ screen: 'record', id })}>{titleOf(id)}</button>)}
      </span>
    )
  }
  if (field.kind === 'list' && Array.isArray(value)) return <ListTable field={field} rows={value as readonly Row[]} titleOf={titleOf} />
  return <span className={field.kind === 'longText' ? 'prose' : undefined}>{sayValue(field, value, titleOf)}</span>
}

function ListTable({ field, rows, titleOf }: { readonly field: Field; readonly rows: readonly Row[]; readonly titleOf: TitleOf }) {
  const columns = Object.entries(field.items ?? {}).filter(([key]) => rows.some((row) => !isEmptyValue(row[key])))
  const kept = { ...field, items: Object.fromEntries(columns) }
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl inner">
        <thead><tr>{columns.map(([key, item]) => <th key={key} scope="col">{item.label}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => <tr key={index}>{sayRow(kept, row, titleOf).map((cell, at) => <td key={at} className={isWords(columns[at]?.[1]) && cell.length > longestCell ? 'wrap' : undefined}>{cell}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  )
}

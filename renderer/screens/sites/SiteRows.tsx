import type { DrillRow } from '../../../shared/contract/figures'
import { go } from '../../state/navigation'
import { sayShortDate } from '../../ui/say-date'

/** Records of a station, each a way to its page. */
export function SiteRows({ rows, today }: { readonly rows: readonly DrillRow[]; readonly today: string }) {
  return (
    <ol className="record-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" onClick={() => go({ screen: 'record', id: row.id, type: row.type })}>
            <span className="row"><b className="cut grow" title={row.title}>{row.title}</b><span className="sm mut nw">{sayShortDate(row.date, today)}</span></span>
            <span className="sm mut cut">{row.note}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

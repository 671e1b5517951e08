import { useState } from 'react'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { sayShortDate } from '../../ui/say-date'

const page = 50

/** What the county lacks, one affair after the other. */
export function UnsentDrawer({ onClose }: { readonly onClose: () => void }) {
  const today = useOffice()?.today ?? ''
  const [rows, setRows] = useState(page)
  const query = useQuery('exchange.unsent', { limit: rows })
  return (
    <Drawer title="县里还没有的" onClose={onClose}>
      <Loaded query={query} rows={8}>
        {(data) => (data.total === 0
          ? <EmptyState title="县里都有了" />
          : (
            <>
              <ul className="record-rows">
                {data.rows.map((row) => (
                  <li key={row.id}>
                    <button type="button" onClick={() => go({ screen: 'record', id: row.id, type: row.type })}>
                      <span className="row"><b className="cut grow" title={row.title}>{row.title}</b><span className="sm mut nw">{sayShortDate(row.date, today)}</span></span>
                      <span className="sm mut cut">{row.note}</span>
                    </button>
                  </li>
                ))}
              </ul>
              {data.total > data.rows.length && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${String(Math.min(page, data.total - data.rows.length))} 件`}</button>}
            </>
          ))}
      </Loaded>
    </Drawer>
  )
}

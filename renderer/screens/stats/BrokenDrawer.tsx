import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Drawer } from '../../ui/Drawer'
import { Loaded } from '../../ui/Loading'
import { Status } from '../../ui/Status'
import type { PeriodChoice } from './periods'
import { useView } from './view'
import type { CheckLine } from './sums'

const most = 100

/** The records that break an identity. */
export function BrokenDrawer({ line, period, onClose }: { readonly line: CheckLine; readonly period: PeriodChoice; readonly onClose: () => void }) {
  // The list of all records that break an identity carries their names; this one's are picked out.
  const town = useView((view) => view.town)
  const query = useQuery('stats.drill', { indicator: 'B10.09', from: period.from, to: period.to, limit: 5000, ...(town === '' || town === 'each' ? {} : { town }) })
  const wanted = [...new Set(line.ids)]
  return (
    <Drawer title="对不上的记录" onClose={onClose}>
      <div className="drill-words">
        <Status tone="late">{line.words}</Status>
        <span className="sm mut">逐条打开，看日期、状态和关联的记录是不是填对了。</span>
      </div>
      <Loaded query={query}>
        {({ rows }) => {
          const known = new Map(rows.map((row) => [row.id, row]))
          return (
            <ol className="record-rows">
              {wanted.slice(0, most).map((id) => {
                const row = known.get(id)
                return (
                  <li key={id}>
                    <button type="button" onClick={() => go({ screen: 'record', id })}>
                      <b className="cut">{row?.title ?? '打开这条记录'}</b>
                      <span className="sm mut cut">{row?.note ?? ''}</span>
                    </button>
                  </li>
                )
              })}
            </ol>
          )
        }}
      </Loaded>
      {wanted.length > most && <p className="mut more-words">{`只列出前 ${String(most)} 条，共 ${String(wanted.length)} 条。`}</p>}
    </Drawer>
  )
}

import './county.css'
import './routes'
import { useState } from 'react'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { ConflictCard } from './ConflictCard'

const page = 10

/** Records that were changed in two places at the same time, side by side; a person decides. */
export default function ConflictsScreen({ route }: ScreenProps<'conflicts'>) {
  const county = useOffice()?.role === 'county'
  const [rows, setRows] = useState(page)
  const query = useQuery('exchange.conflicts', { limit: rows, ...(route.id === undefined ? {} : { first: route.id }) })
  const count = query.data?.total ?? query.data?.items.length ?? 0
  const away = (): void => go({ screen: county ? 'import' : 'report' })
  return (
    <>
      <PageHead title="两边都改过的" crumb={county ? '导入' : '上报'} onCrumb={away} tag={count > 0 && <Status tone="soon">{`${String(count)} 处`}</Status>} />
      <div className="body conflicts">
        <Loaded query={query} rows={8}>
          {({ items }) => {
            if (items.length === 0) return <div className="card"><EmptyState title="没有要定的" hint="同一条记录在两台电脑上都改过，会列在这里。"><Button onClick={away}>返回</Button></EmptyState></div>
            return (
              <>
                {items.map((item) => <ConflictCard key={item.id} conflict={item} onDecided={query.reload} />)}
                {count > items.length && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${String(Math.min(page, count - items.length))} 处，共 ${String(count)} 处`}</button>}
              </>
            )
          }}
        </Loaded>
      </div>
    </>
  )
}

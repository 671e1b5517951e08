import { useState } from 'react'
import type { AboveState } from '../../../shared/contract/exchange'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { AboveDialog } from './AboveDialog'

/** The county's own report to the level above: figures, never records unless asked. */
export function AboveCard() {
  const { above } = useLevel()
  const today = useOffice()?.today ?? ''
  const state = useQuery('exchange.above', {})
  const [open, setOpen] = useState(false)
  if (above === '') return null
  return (
    <Card className="above-card" title={`上报到${above}里`}>
      <Loaded query={state}>
        {(data) => (
          <>
            <div>{wordOf(data, above)}</div>
            {data.last !== null && <p className="mut">{`第 ${String(data.last.pseq)} 包，${sayMoment(data.last.made_at, today)}${data.last.confirmed ? '，已有回执' : '，等回执'}`}</p>}
            <Button onClick={() => setOpen(true)}>{data.paired === null ? `和${above}里配对` : '上报数字'}</Button>
            {open && <AboveDialog state={data} onClose={() => { setOpen(false); state.reload() }} onPaired={state.reload} />}
          </>
        )}
      </Loaded>
    </Card>
  )
}

function wordOf({ paired }: AboveState, above: string) {
  if (paired === null) return <Status tone="idle">还没有配对</Status>
  if (paired.closed) return <Status tone="late">{`${paired.name}已停用这台电脑`}</Status>
  return paired.accepted ? <Status tone="done">{paired.name}</Status> : <Status tone="soon">{`已配对，等${above}里准许`}</Status>
}

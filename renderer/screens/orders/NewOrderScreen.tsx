import './orders.css'
import { useState } from 'react'
import { declarationOf } from '../../../shared/records'
import { FieldRow } from '../../fields/FieldRow'
import { useLevel } from '../../state/level'
import { go } from '../../state/navigation'
import { notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { TownChoice } from './TownChoice'

const asked = ['order_no', 'title', 'kind', 'issued_on', 'due_on', 'due_form', 'content'] as const
const fields = declarationOf('county_order')?.fields ?? {}
const nobody: ReadonlySet<string> = new Set()

/** One order to as many towns as it concerns; each gets a record of its own, with the next receipt. */
export default function NewOrderScreen() {
  const today = useOffice()?.today ?? ''
  const level = useLevel()
  const towns = useQuery('exchange.order-towns', {}, { types: [] })
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>({ issued_on: today })
  const values: Readonly<Record<string, unknown>> = { order_no: towns.data?.next_no, ...typed }
  const [chosen, setChosen] = useState(nobody)
  const order = useCommand('exchange.order')
  const wrong = order.error
  const wrongField = wrong?.field !== undefined && (asked as readonly string[]).includes(wrong.field) ? wrong.field : null
  const ready = chosen.size > 0 && ['order_no', 'title'].every((key) => typeof values[key] === 'string' && values[key].trim() !== '')
  const run = async (): Promise<void> => {
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined))
    const answer = await order.run({ towns: [...chosen], fields: filled })
    if (!answer.ok) return
    notifySaved(`已交办给 ${String(answer.value.towns.length)} 个${level.which}，随下一份回执带给${level.theirs}`, { id: answer.value.ids[0] ?? '' })
    go({ screen: 'orders' })
  }
  return (
    <>
      <PageHead title="新交办" crumb="交办" onCrumb={() => go({ screen: 'orders' })} />
      <div className="body">
        <Loaded query={towns}>
          {(data) => (data.towns.length === 0
            ? <EmptyState title={`还没有${level.which}`} hint={`先在“${level.each}”给${level.theirs}做配对文件，再交办。`}><Button look="primary" onClick={() => go({ screen: 'towns' })}>去配对</Button></EmptyState>
            : (
              <Card className="order-form">
                {asked.map((key) => {
                  const field = fields[key]
                  return field === undefined ? null : (
                    <FieldRow
                      key={key} field={field} value={values[key]} onChange={(value) => setTyped({ ...typed, [key]: value })}
                      error={wrong && wrongField === key ? { code: wrong.code, ...(wrong.detail ? { detail: wrong.detail } : {}) } : null} autoFocus={key === 'title'}
                    />
                  )
                })}
                <TownChoice towns={data.towns} chosen={chosen} onChange={setChosen} />
                {wrong !== null && wrongField === null && <ErrorBox failure={wrong} label="交办给" />}
                <div className="row order-foot">
                  <Button look="primary" disabled={!ready} busy={order.busy} onClick={() => void run()}>{chosen.size === 0 ? '交办' : `交办给 ${String(chosen.size)} 个${level.which}`}</Button>
                  <Button onClick={() => go({ screen: 'orders' })}>不交办了</Button>
                  <span className="mut">{`${level.theirs}读了回执就会看到，列入待办；回告随${level.theirs}下一包上来。`}</span>
                </div>
              </Card>
            ))}
        </Loaded>
      </div>
    </>
  )
}

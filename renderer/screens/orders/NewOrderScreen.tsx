import './orders.css'
import { useState } from 'react'
import { declarationOf } from '../../../shared/records'
import type { OutputOf } from '../../../shared/contract'
import type { Draft } from '../../../shared/contract/records'
import { FieldRow } from '../../fields/FieldRow'
import { useDraft } from '../../state/drafts'
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
import { SaveBar } from '../../ui/SaveBar'
import { Status } from '../../ui/Status'
import { TownChoice } from './TownChoice'

const asked = ['order_no', 'title', 'kind', 'issued_on', 'due_on', 'due_form', 'content'] as const
const fields = declarationOf('county_order')?.fields ?? {}
const draftType = 'county_order'

/** One order to as many towns as it concerns; each gets a record of its own, with the next receipt. */
export default function NewOrderScreen() {
  const level = useLevel()
  const towns = useQuery('exchange.order-towns', {}, { types: [] })
  const drafts = useQuery('draft.list', { type: draftType }, { types: [] })
  return (
    <>
      <PageHead title="新交办" crumb="交办" onCrumb={() => go({ screen: 'orders' })} />
      {towns.data !== null && towns.data.towns.length > 0 && !drafts.loading
        ? <OrderForm given={towns.data} kept={drafts.data?.drafts.find((one) => one.record === null) ?? null} />
        : (
          <div className="body">
            <Loaded query={towns}>
              {(data) => data.towns.length === 0 && <EmptyState title={`还没有${level.which}`} hint={`先在“${level.each}”给${level.theirs}做配对文件，再交办。`}><Button look="primary" onClick={() => go({ screen: 'towns' })}>去配对</Button></EmptyState>}
            </Loaded>
          </div>
        )}
    </>
  )
}

const codesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly unknown[]).filter((one) => typeof one === 'string') : [])
const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

function OrderForm({ given, kept }: { readonly given: OutputOf<'exchange.order-towns'>; readonly kept: Draft | null }) {
  const today = useOffice()?.today ?? ''
  const level = useLevel()
  const draft = useDraft({ type: draftType, ...(kept === null ? {} : { id: kept.id }), initial: { order_no: given.next_no, issued_on: today, ...kept?.data } })
  const [incomplete, setIncomplete] = useState(false)
  const order = useCommand('exchange.order')
  const { values } = draft
  const chosen = new Set(codesIn(values['_towns']).filter((code) => given.towns.some((town) => town.code === code)))
  const wrong = order.error
  const wrongField = wrong?.field !== undefined && (asked as readonly string[]).includes(wrong.field) ? wrong.field : null
  const run = async (): Promise<void> => {
    const lacking = ['order_no', 'title'].find((key) => !isFilled(values[key]))
    setIncomplete(lacking !== undefined || chosen.size === 0)
    if (lacking !== undefined) return document.getElementById(idOf(lacking))?.focus()
    if (chosen.size === 0) return
    const filled: Readonly<Record<string, unknown>> = Object.fromEntries(asked.map((key) => [key, values[key]] as const).filter(([, value]) => value !== '' && value !== null && value !== undefined))
    const answer = await order.run({ towns: [...chosen], fields: filled })
    if (!answer.ok) return
    draft.drop()
    notifySaved(`已交办给 ${String(answer.value.towns.length)} 个${level.which}，随下一份回执带给${level.theirs}`, { id: answer.value.ids[0] ?? '' })
    go({ screen: 'orders' })
  }
  return (
    <>
      <div className="body">
        <Card className="order-form">
          {asked.map((key) => {
            const field = fields[key]
            return field === undefined ? null : (
              <FieldRow
                key={key} id={idOf(key)} field={field} value={values[key]} onChange={(value) => draft.set(key, value)} onLeave={draft.flush}
                error={wrong && wrongField === key ? { code: wrong.code, ...(wrong.detail ? { detail: wrong.detail } : {}) } : null} autoFocus={key === 'title'}
              />
            )
          })}
          <TownChoice towns={given.towns} chosen={chosen} onChange={(next) => draft.set('_towns', [...next])} />
          {wrong !== null && wrongField === null && <ErrorBox failure={wrong} label="交办给" />}
        </Card>
      </div>
      <SaveBar onSave={() => void run()} onLeave={() => go({ screen: 'orders' })} busy={order.busy} saveWord={chosen.size === 0 ? '交办' : `交办给 ${String(chosen.size)} 个${level.which}`}>
        {incomplete
          ? <Status tone="late">{`交办号和标题要填，再勾上要交办的${level.which}。`}</Status>
          : `${level.theirs}读了回执就会看到，列入待办；回告随${level.theirs}下一包上来。`}
      </SaveBar>
    </>
  )
}

const idOf = (key: string): string => `order-${key}`

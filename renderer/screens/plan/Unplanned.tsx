import { textOf } from '../../../shared/facts'
import type { PlanRecord, PlanYear } from '../../../shared/plan/plan-year'
import { call } from '../../api'
import { go } from '../../state/navigation'
import { notifyFailure, notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { labelOfType } from '../../state/type-words'
import { Card } from '../../ui/Card'
import { ListSelect } from '../../ui/ListSelect'
import { sayShortDate } from '../../ui/say-date'

/** What took place and belongs to no planned item; it can be put under one. */
export function Unplanned({ plan }: { readonly plan: PlanYear }) {
  const today = useOffice()?.today ?? ''
  if (plan.unplanned.length === 0) return null
  const items = plan.lines.filter((line) => line.state !== 'dropped').map(({ item }) => ({ value: item.id, label: textOf(item.fields, 'item') }))
  const link = async (one: PlanRecord, item: string): Promise<void> => {
    const answer = await call('record.set', { id: one.id, fields: { plan_ref: item } })
    if (answer.ok) notifySaved('已归到计划项', { id: answer.value.record.id, version: answer.value.record.version })
    else notifyFailure(answer)
  }
  return (
    <Card bare title="计划外开展的" beside={<span className="mut">{`${plan.unplanned.length} 项，选一项计划就归过去`}</span>}>
      <ul className="plan-outside" aria-label="计划外开展的">
        {plan.unplanned.map((one) => (
          <li key={one.id}>
            <button type="button" className="link cut" onClick={() => go({ screen: 'record', id: one.id, type: one.type })}>{one.title}</button>
            <span className="grow sm mut">{`${labelOfType(one.type)}　${sayShortDate(one.date, today)}`}</span>
            {items.length > 0 && (
              <ListSelect
                aria-label={`${one.title}归到`} placeholder="归到哪一项计划" value={null} options={items} showSearch={{ optionFilterProp: 'label' }}
                onChange={(item: string | null) => { if (item !== null) void link(one, item) }}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

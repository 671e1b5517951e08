import { PlusOutlined } from '@ant-design/icons'
import type { TermPlan } from '../../../shared/contract/term'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { tallyOf, type PlaceRow, type TermForm } from './plan-form'

interface PlacesPartProps {
  readonly plan: TermPlan
  readonly form: TermForm
  readonly onChange: (change: Partial<TermForm>) => void
}

/** Constituencies as they were, changed where they were drawn anew; which groups go on. */
export function PlacesPart({ plan, form, onChange }: PlacesPartProps) {
  const change = (at: number, row: Partial<PlaceRow>): void => onChange({ places: form.places.map((one, index) => (index === at ? { ...one, ...row } : one)) })
  const { seats } = tallyOf(form)
  return (
    <>
      <Card
        bare title="选区" beside={<span className="mut">{`${form.places.length} 个，应选 ${seats} 名${form.quota !== '' && Number(form.quota) !== seats ? `，和名额 ${form.quota} 名不一样` : ''}`}</span>}
        tools={<Button icon={<Icon of={PlusOutlined} />} onClick={() => onChange({ places: [...form.places, { from: null, no: String(form.places.length + 1), name: '', seats: '1' }] })}>加一个选区</Button>}
      >
        <table className="tbl term-table">
          <thead><tr><th>选区号</th><th>名称</th><th>应选名额</th><th><span className="unseen">去掉</span></th></tr></thead>
          <tbody>
            {form.places.map((place, at) => (
              <tr key={place.from ?? `new ${at}`}>
                <td><input className="input" style={{ width: 84 }} aria-label={`第${at + 1}行选区号`} maxLength={20} value={place.no} onChange={(event) => change(at, { no: event.target.value })} /></td>
                <td><input className="input" aria-label={`第${at + 1}行名称`} maxLength={100} value={place.name} onChange={(event) => change(at, { name: event.target.value })} /></td>
                <td><input className="input" style={{ width: 84 }} inputMode="numeric" aria-label={`第${at + 1}行应选名额`} maxLength={2} value={place.seats} onChange={(event) => change(at, { seats: event.target.value.trim() })} /></td>
                <td className="num"><Button look="text" aria-label={`去掉${place.no}选区`} onClick={() => onChange({ places: form.places.filter((_, index) => index !== at) })}>不再设</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {plan.groups.length > 0 && (
        <Card bare title="代表小组、代表团" beside={<span className="mut">打勾的接着设，连任的组员自动编进去</span>}>
          <ul className="term-groups">
            {plan.groups.map((group) => (
              <li key={group.id}>
                <label className="row">
                  <input type="checkbox" className="tick" checked={form.groups.includes(group.id)} onChange={() => onChange({ groups: form.groups.includes(group.id) ? form.groups.filter((id) => id !== group.id) : [...form.groups, group.id] })} />
                  <span>{group.name}</span><span className="mut">{`现有 ${group.members} 人`}</span>
                </label>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

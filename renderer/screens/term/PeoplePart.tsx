import type { TermPlan } from '../../../shared/contract/term'
import { constituencyName } from '../../../shared/records/constituency'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { freshOf, type TermForm } from './plan-form'

interface PeoplePartProps {
  readonly plan: TermPlan
  readonly form: TermForm
  readonly onChange: (change: Partial<TermForm>) => void
}

/** Who was elected: those of before by a tick, new ones a name a line. */
export function PeoplePart({ plan, form, onChange }: PeoplePartProps) {
  /** Number of the constituency that a deputy sits for now. */
  const placeOf = (constituency: string | null): string => form.places.find((place) => place.from !== null && place.from === constituency)?.no ?? ''
  const everybody = plan.deputies.filter((deputy) => deputy.status === '在任')
  const all = everybody.every((deputy) => form.stays[deputy.mandate] !== undefined)
  const tick = (mandate: string, constituency: string | null): void => {
    const { [mandate]: was, ...others } = form.stays
    onChange({ stays: was === undefined ? { ...form.stays, [mandate]: placeOf(constituency) } : others })
  }
  const fresh = freshOf(form.fresh)
  return (
    <div className="term-people">
      <Card
        bare title="连任的打勾" beside={<span className="mut">{`上届 ${plan.deputies.length} 名，连任 ${Object.keys(form.stays).length} 名`}</span>}
        tools={<Button look="text" onClick={() => onChange({ stays: all ? {} : Object.fromEntries(everybody.map((deputy) => [deputy.mandate, form.stays[deputy.mandate] ?? placeOf(deputy.constituency)])) })}>{all ? '都不选' : '在任的都选'}</Button>}
      >
        <div className="term-scroll">
          <table className="tbl term-table">
            <tbody>
              {plan.deputies.map((deputy) => {
                const place = form.stays[deputy.mandate]
                return (
                  <tr key={deputy.mandate}>
                    <td><label className="row"><input type="checkbox" className="tick" aria-label={`${deputy.name}连任`} checked={place !== undefined} onChange={() => tick(deputy.mandate, deputy.constituency)} /><span>{deputy.name}</span>{deputy.note !== '' && <span className="sm mut">{deputy.note}</span>}{deputy.status !== '在任' && <span className="sm mut">{deputy.status}</span>}</label></td>
                    <td className="num">
                      {place !== undefined && (
                        <select className="input" aria-label={`${deputy.name}的选区`} value={place} onChange={(event) => onChange({ stays: { ...form.stays, [deputy.mandate]: event.target.value } })}>
                          <option value="">没有填选区</option>
                          {form.places.map((one) => <option key={one.no} value={one.no}>{constituencyName(one.no, one.name)}</option>)}
                        </select>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </Card>
      <Card title="新当选的" beside={<span className="mut">{`${fresh.length} 名`}</span>}>
        <label htmlFor="term-fresh">一行一名：姓名，空一格，选区号。可从 Excel 粘贴两列。</label>
        <textarea id="term-fresh" className="input" rows={12} style={{ height: 'auto', marginTop: 8 }} maxLength={20_000} value={form.fresh} placeholder={'郭永生 3\n林志强 3'} onChange={(event) => onChange({ fresh: event.target.value })} />
        <p className="sm mut">性别、出生年月等以后用花名册一次导入补齐。</p>
      </Card>
    </div>
  )
}

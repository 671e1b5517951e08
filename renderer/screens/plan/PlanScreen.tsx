import '../../records/records.css'
import './plan.css'
import { PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { percent } from '../../../shared/measures/indicator'
import type { PlanYear } from '../../../shared/plan/plan-year'
import { SheetButtons } from '../../print/SheetButtons'
import { HubTabs } from '../../records/HubTabs'
import { tabsOf } from '../../records/menus'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice, useTakesNone } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { ListSelect } from '../../ui/ListSelect'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { PlanSheet } from './PlanSheet'
import { PlanTable } from './PlanTable'
import { Unplanned } from './Unplanned'
import type {} from './routes'

/** The plan of a year beside what was done: each item with its records, and what nobody had planned. */
export default function PlanScreen({ route }: ScreenProps<'plan'>) {
  const today = useOffice()?.today ?? ''
  const [year, setYear] = useState(route.year ?? Number(today.slice(0, 4)))
  const takes = !useTakesNone()
  const query = useQuery('plan.year', { year }, { types: ['plan_item', 'activity', 'supervision', 'training'] })
  return (
    <>
      <PageHead title="监督" />
      <div className="body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('supervision')} at="plan" label="监督" />
          <div className="rec-actions">
            <Button look="text" onClick={() => go({ screen: 'list', type: 'plan_item' })}>名册</Button>
            {takes && <Button look="primary" icon={<Icon of={PlusOutlined} />} onClick={() => go({ screen: 'edit', type: 'plan_item', preset: { year } })}>加一项计划</Button>}
          </div>
        </div>
        <Loaded query={query} rows={8}>{(plan) => <Plan plan={plan} onYear={setYear} />}</Loaded>
      </div>
    </>
  )
}

function Plan({ plan, onYear }: { readonly plan: PlanYear; readonly onYear: (year: number) => void }) {
  const office = useOffice()
  const takes = !useTakesNone()
  const { counts } = plan
  const share = percent(counts.done, counts.planned)
  return (
    <>
      <Card
        bare
        title={`${plan.year}年计划和完成情况`}
        tools={<ListSelect aria-label="年度" value={plan.year} options={plan.years.map((year) => ({ value: year, label: `${year}年` }))} onChange={onYear} />}
      >
        <p className="plan-sum" role="status" aria-label="完成情况">
          <span>计划 <b className="num">{counts.planned}</b> 项</span>
          <Status tone="done">{`完成 ${counts.done}`}</Status>
          <Status tone={counts.late > 0 ? 'late' : 'idle'}>{`过期未开展 ${counts.late}`}</Status>
          {counts.undone > 0 && <Status tone="idle">{`未完成 ${counts.undone}`}</Status>}
          {counts.dropped > 0 && <Status tone="idle">{`已调整 ${counts.dropped}，不计入`}</Status>}
          {share !== null && <span>完成率 <b className="num">{`${share}%`}</b></span>}
        </p>
        {plan.lines.length === 0
          ? <EmptyState title={`${plan.year}年还没有计划`} hint="把主席团工作要点、监督计划、代表活动计划一项一项加进来，做了什么会自动对上。">{takes && <Button onClick={() => go({ screen: 'edit', type: 'plan_item', preset: { year: plan.year } })}>加第一项</Button>}</EmptyState>
          : <PlanTable lines={plan.lines} />}
        {plan.lines.length + plan.unplanned.length > 0 && (
          <div className="rec-foot">
            <span className="grow" />
            <SheetButtons name={`${plan.year}年工作计划`} sheet={<PlanSheet plan={plan} office={office?.name ?? ''} today={office?.today ?? ''} />} />
          </div>
        )}
      </Card>
      <Unplanned plan={plan} />
    </>
  )
}

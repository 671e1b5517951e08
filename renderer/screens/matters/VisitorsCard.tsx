import { LockOutlined, PlusOutlined } from '@ant-design/icons'
import { labelOf } from '../../../shared/codes'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { declarations } from '../../../shared/records'
import { isMasked } from '../../records/form-fields'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useTitles } from '../../state/titles'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { IdMasked } from '../../ui/IdMasked'

const labelOfField = (key: string): string => declarations.visitor.fields[key]?.label ?? key
const keys = ['name', 'phone', 'address'] as const

interface VisitorsCardProps {
  readonly page: RecordPage
  readonly title?: string
  /** Code of `visitor.role` that a new one gets. */
  readonly role?: string
  /** Said where nobody is written down. */
  readonly none?: string
}

/** Who came: covered until 显示 is held, each look written down; the county has none of it. */
export function VisitorsCard({ page, title = '反映人', role = '1', none = '没有登记是谁反映的。' }: VisitorsCardProps) {
  const office = useOffice()
  const visitors = page.children.filter((list) => list.type === 'visitor').flatMap((list) => list.rows)
  const { record } = page
  if (office?.role === 'county') return null
  const anonymous = record.fields['anonymous'] === true
  const add = (): void => go({ screen: 'edit', type: 'visitor', preset: { about: record.id, role } })
  return (
    <Card
      title={title} className="matter-visitors"
      beside={<span className="mut sm row"><Icon of={LockOutlined} />只留在镇里</span>}
      tools={!record.deleted && !anonymous ? <Button look="text" icon={<Icon of={PlusOutlined} />} aria-label={`添加${title}`} onClick={add}>添加</Button> : undefined}
    >
      {visitors.length === 0 && <p className="mut">{anonymous ? '反映人不愿留名。' : none}</p>}
      {visitors.map((visitor) => <Visitor key={visitor.id} visitor={visitor} />)}
      {visitors.length > 0 && <p className="sm mut">按住“显示”才看得到，每看一次都记入操作记录。</p>}
    </Card>
  )
}

function Visitor({ visitor }: { readonly visitor: Rec }) {
  const village = textOf(visitor.fields, 'village')
  const titles = useTitles(village === '' ? [] : [village])
  return (
    <dl className="matter-visitor-lines">
      {keys.filter((key) => textOf(visitor.fields, key) !== '').map((key) => {
        const value = textOf(visitor.fields, key)
        return (
          <div key={key}>
            <dt>{key === 'name' ? labelOf('visitor.role', textOf(visitor.fields, 'role')) || labelOfField(key) : labelOfField(key)}</dt>
            <dd>{isMasked(declarations.visitor, value) ? <IdMasked id={visitor.id} field={key} label={labelOfField(key)} masked={value} /> : value}</dd>
          </div>
        )
      })}
      {village !== '' && <div><dt>{labelOfField('village')}</dt><dd>{titles[village] ?? '…'}</dd></div>}
      <div><dt /><dd><button type="button" className="link" onClick={() => go({ screen: 'edit', type: 'visitor', id: visitor.id })}>修改</button></dd></div>
    </dl>
  )
}

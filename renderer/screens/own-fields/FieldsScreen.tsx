import '../../records/records.css'
import './own-fields.css'
import './routes'
import { useState } from 'react'
import type { FieldsTold } from '../../../shared/contract/own-fields'
import { declarations, recordTypes, type RecordTypeName } from '../../../shared/records'
import { call } from '../../api'
import { tabWord } from '../../records/menus'
import { hasOwnColumns } from '../../records/own-columns'
import { go } from '../../state/navigation'
import { notify, notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { refreshOffice, useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { ColumnOrder } from './ColumnOrder'
import { FieldsTable } from './FieldsTable'
import { NewField } from './NewField'

const types = recordTypes.filter(hasOwnColumns)

/** What the roster shows a part of. */
const inRoster: readonly RecordTypeName[] = ['person', 'person_private', 'mandate']

/** Which columns a register has and what they are called, so that it reads like the county's own form. */
export default function FieldsScreen({ route }: ScreenProps<'own-fields'>) {
  const [type, setType] = useState<RecordTypeName>(types.find((one) => one === route.type) ?? 'suggestion')
  const query = useQuery('fields.get', {}, { types: ['office'] })
  return (
    <>
      <PageHead title="栏目设置" crumb="设置" onCrumb={() => go({ screen: 'settings' })} />
      <div className="body own-fields">
        <Loaded query={query}>
          {(told) => (
            <>
              <Offers told={told} />
              <Card
                title="哪一种台账"
                tools={<Button look="text" onClick={() => go({ screen: 'list', type })}>看名册</Button>}
              >
                <div className="row">
                  <select className="input" aria-label="哪一种台账" value={type} onChange={(event) => setType(event.target.value as RecordTypeName)}>
                    {types.map((one) => <option key={one} value={one}>{tabWord(one)}</option>)}
                  </select>
                  <span className="mut">改了名字，表格、名册、存成的表格都跟着改；统计和上报照旧。</span>
                </div>
                {inRoster.includes(type) && (
                  <p className="mut">“代表名册”那一页的栏是固定的，不随这里改：它把姓名、选区、小组、职务、今年参加的次数从几种台账合成一行。这里改的是填表、代表的详情页和下面这张明细名册。</p>
                )}
              </Card>
              <NewField key={`new ${type}`} type={type} onDone={done} />
              <ColumnOrder key={`order ${type}`} declaration={declarations[type]} settings={told.settings} onDone={done} />
              <FieldsTable key={type} declaration={declarations[type]} settings={told.settings} onDone={done} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

/** The window shows fields by what it knows of the office: that is read anew. */
async function done(text: string): Promise<void> {
  await refreshOffice()
  notify({ tone: 'done', text })
}

/** What the county sent, or the switch by which it sends. */
function Offers({ told }: { readonly told: FieldsTold }) {
  const role = useOffice()?.role
  const { offer } = told
  const decide = async (take: boolean): Promise<void> => {
    if (offer === null) return
    const answer = await call('fields.adopt', { id: offer.id, take })
    if (!answer.ok) return notifyFailure(answer)
    await done(take ? '已按县里的栏目改好' : '没有采用县里的栏目')
  }
  if (role === 'county') {
    return (
      <Card title="发给各镇">
        <label className="row">
          <input
            type="checkbox"
            className="tick"
            checked={told.offered}
            onChange={(event) => void call('fields.offer', { on: event.target.checked }).then((answer) => (answer.ok ? done(event.target.checked ? '以后的回执都带上这些栏目' : '回执不再带栏目') : notifyFailure(answer)))}
          />
          随回执把本县的栏目发给各镇。镇里看过、点“采用”才生效。
        </label>
      </Card>
    )
  }
  if (offer === null) return null
  const kinds = [...new Set(offer.settings.map((one) => one.type))]
  return (
    <div className="card row own-offer" role="status">
      <span className="grow"><b>{`${offer.from}发来了栏目设置`}</b>{`：${kinds.map(tabWord).join('、')}，共 ${offer.settings.length} 栏。采用后可以再改。`}</span>
      <Button onClick={() => void decide(false)}>不用</Button>
      <Button look="primary" onClick={() => void decide(true)}>采用</Button>
    </div>
  )
}

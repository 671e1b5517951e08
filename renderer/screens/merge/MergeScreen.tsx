import './merge.css'
import { SwapOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { MergePreview } from '../../../shared/contract/merge'
import { ref } from '../../../shared/fields'
import { RefControl } from '../../fields/RefControl'
import { listRoute, oneWord, tabWord } from '../../records/menus'
import { back, go, replace, stillHere } from '../../state/navigation'
import { notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useTitles } from '../../state/titles'
import { labelOfType } from '../../state/type-words'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { MergeTable } from './MergeTable'

const reasons = ['同一人登记了两次', '同一单位登记了两次', '名称写法不同'] as const

/** Two records of one person or unit side by side: what stays, what is filled in, and what will point at the one that stays. */
export default function MergeScreen({ route }: ScreenProps<'merge'>) {
  const { type, from, into } = route
  const titles = useTitles([from])
  const [other, setOther] = useState<string | null>(null)
  return (
    <>
      <PageHead title={`合并重复的${oneWord(type)}`} crumb={tabWord(type)} onCrumb={() => go(listRoute(type))} />
      {into === undefined ? (
        <div className="body">
          <Card title={`“${titles[from] ?? '…'}”和哪一条是同一个？`}>
            <RefControl id="merge-into" name="另一条" field={ref('另一条', [type], 'optional')} value={other} onChange={(value) => setOther(typeof value === 'string' ? value : null)} autoFocus />
            {other === from && <p className="mut">这就是它自己，请选另外一条。</p>}
            <div className="row merge-go">
              <Button onClick={back}>不合并</Button>
              <Button look="primary" disabled={other === null || other === from} onClick={() => other !== null && replace({ screen: 'merge', type, from, into: other })}>比一比</Button>
            </div>
          </Card>
        </div>
      ) : <Compare key={`${from} ${into}`} type={type} from={from} into={into} />}
    </>
  )
}

function Compare({ type, from, into }: { readonly type: string; readonly from: string; readonly into: string }) {
  const query = useQuery('merge.preview', { from, into })
  return <Loaded query={query} rows={6}>{(preview) => <Compared type={type} preview={preview} />}</Loaded>
}

function Compared({ type, preview }: { readonly type: string; readonly preview: MergePreview }) {
  const { from, into, titles, moved } = preview
  const merge = useCommand('record.merge')
  const [reason, setReason] = useState('')
  const press = (): void => {
    const isHere = stillHere()
    void merge.run({ from: from.id, into: into.id, reason }).then((answer) => {
      if (!answer.ok) return
      notifySaved(`已合并，留下“${titles[into.id]?.title ?? ''}”`, { id: from.id })
      if (isHere()) replace({ screen: 'record', id: into.id, type })
    })
  }
  return (
    <div className="body">
      {preview.different_person && (
        <div className="note late"><div className="grow"><b>两个人的身份证号不一样，不能合并。</b>同名不是一个人，请回去标成“不是同一人”；号码抄错了就先改号码。</div></div>
      )}
      <Card bare title="比一比" tools={<Button icon={<Icon of={SwapOutlined} />} onClick={() => replace({ screen: 'merge', type, from: into.id, into: from.id })}>换成留另一条</Button>}>
        <MergeTable preview={preview} />
      </Card>
      <Card title="合并以后">
        <ul className="merge-moved">
          {moved.length === 0 && <li>没有别的记录提到“{titles[from.id]?.title}”。</li>}
          {moved.map((one) => (
            <li key={one.type}><b>{labelOfType(one.type)} {one.count} 条</b>改为指向留下的这条<span className="mut">：{one.some.join('、')}{one.count > one.some.length ? ' 等' : ''}</span></li>
          ))}
          <li>同一次会议、活动里两条都有的，按留下的算一次。原来两条的内容都还在“全部记录”里，可以撤销。</li>
        </ul>
        <div className="choices merge-reasons" role="radiogroup" aria-label="原因">
          {reasons.map((one) => <label key={one}><input type="radio" name="merge-reason" checked={reason === one} onChange={() => setReason(one)} />{one}</label>)}
        </div>
        {merge.error !== null && <ErrorBox failure={merge.error} />}
        <div className="row merge-go">
          <Button onClick={back}>不合并</Button>
          <Button look="primary" busy={merge.busy} disabled={reason === '' || preview.different_person} onClick={press}>合并成一条</Button>
        </div>
      </Card>
    </div>
  )
}

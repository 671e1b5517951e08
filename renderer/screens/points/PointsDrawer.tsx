import { useState } from 'react'
import type { PointRow } from '../../../shared/contract/points'
import { readTenths } from '../../fields/NumberControl'
import { sayTenths } from '../../records/format-value'
import { go } from '../../state/navigation'
import { notifySaved } from '../../state/notices'
import { useTitles } from '../../state/titles'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { ErrorBox } from '../../ui/ErrorBox'

type Item = PointRow['items'][number]

/** How a total came about: every item with its records, and what people add or take off. */
export function PointsDrawer({ row, year, onClose }: { readonly row: PointRow; readonly year: number; readonly onClose: () => void }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Drawer title={`${row.name} · ${year}年 ${sayTenths(row.total)} 分`} width={480} loses onClose={onClose}>
      <div className="rec-step">
        <ul className="points-items">
          {row.items.map((item) => (
            <li key={item.item}>
              <div className="row">
                <b className="grow">{item.item}</b>
                <span className="mut">{item.times > 0 ? `${item.times} 次` : ''}</span>
                <b className="num">{sayTenths(item.auto_tenths + (item.manual_tenths ?? 0))}</b>
                <Button look="text" onClick={() => setOpen(open === item.item ? null : item.item)}>{open === item.item ? '收起' : '看记录、加减分'}</Button>
              </div>
              {item.manual_tenths !== null && <p className="sm mut">{`人工 ${item.manual_tenths > 0 ? '+' : ''}${sayTenths(item.manual_tenths)}：${item.reason}`}</p>}
              {open === item.item && <Item item={item} mandate={row.mandate} year={year} />}
            </li>
          ))}
        </ul>
        <Button look="text" onClick={() => go({ screen: 'deputy', mandate: row.mandate })}>看履职档案</Button>
      </div>
    </Drawer>
  )
}

function Item({ item, mandate, year }: { readonly item: Item; readonly mandate: string; readonly year: number }) {
  const titles = useTitles(item.ids)
  const [points, setPoints] = useState(item.manual_tenths === null ? '' : sayTenths(item.manual_tenths))
  const [reason, setReason] = useState(item.reason)
  const [wrong, setWrong] = useState<string | null>(null)
  const adjust = useCommand('points.adjust')
  const save = async (): Promise<void> => {
    const tenths = points.trim() === '' ? undefined : readTenths(points)
    if (typeof tenths === 'string') return setWrong('分数写成数字，如 2 或 -1.5。')
    if (reason.trim() === '') return setWrong('请写加减分的理由。')
    setWrong(null)
    const answer = await adjust.run({ year, mandate, item: item.item, reason: reason.trim(), ...(tenths === undefined ? {} : { tenths }) })
    if (answer.ok) notifySaved(`已记下“${item.item}”的加减分`, { id: answer.value.id })
  }
  return (
    <div className="points-open">
      {item.ids.length === 0 ? <p className="mut">没有算到的记录。</p> : <ul>{item.ids.map((id) => <li key={id}><button type="button" className="link cut" onClick={() => go({ screen: 'record', id })}>{titles[id] ?? '…'}</button></li>)}</ul>}
      <div className="row">
        <input className="input short" aria-label={`${item.item}加减分`} placeholder="加减分" value={points} maxLength={8} onChange={(event) => setPoints(event.target.value)} />
        <input className="input grow" aria-label={`${item.item}加减分的理由`} placeholder="理由" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        <Button busy={adjust.busy} onClick={() => void save()}>记下</Button>
      </div>
      {wrong !== null && <p className="sm points-wrong" role="alert">{wrong}</p>}
      {adjust.error !== null && <ErrorBox failure={adjust.error} />}
    </div>
  )
}

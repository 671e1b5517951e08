import { textOf } from '../../../shared/facts'
import type { PlanLine } from '../../../shared/plan/plan-year'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { kindWord, routeOfRecord, stateTones, stateWord, waysToDo, whenPlanned } from './plan-words'

/** Each planned item beside what was recorded for it. */
export function PlanTable({ lines }: { readonly lines: readonly PlanLine[] }) {
  const today = useOffice()?.today ?? ''
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl plan">
        <thead><tr><th>计划时间</th><th>事项</th><th>责任人</th><th>做了什么</th><th>情况</th><th><span className="unseen">办理</span></th></tr></thead>
        <tbody>
          {lines.map((line) => {
            const { item, records, state } = line
            const coming = records.find((one) => !one.held)
            return (
              <tr key={item.id}>
                <td>{whenPlanned(item) || '没有定'}</td>
                <td className="wrap">
                  <button type="button" className="link" onClick={() => go({ screen: 'record', id: item.id, type: 'plan_item' })}>{textOf(item.fields, 'item')}</button>
                  <div className="sm mut">{[kindWord(item), item.fields['focus'] === true ? '重点' : ''].filter((word) => word !== '').join('　')}</div>
                </td>
                <td>{textOf(item.fields, 'owner') || '—'}</td>
                <td className="wrap">
                  {records.length === 0 && <span className="mut">{textOf(item.fields, 'undone_reason') || '还没有记录'}</span>}
                  {records.map((one) => (
                    <div key={one.id}>
                      <button type="button" className="link" onClick={() => go({ screen: 'record', id: one.id, type: one.type })}>{one.title}</button>
                      <span className="sm mut nw">{`　${[sayShortDate(one.date, today), one.held ? '' : '还没开展'].filter((word) => word !== '').join('　')}`}</span>
                    </div>
                  ))}
                </td>
                <td><Status tone={stateTones[state]}>{stateWord(line)}</Status></td>
                <td>
                  {coming !== undefined && state !== 'done'
                    ? <Button aria-label={`登记开展：${coming.title}`} onClick={() => go(routeOfRecord(coming))}>登记开展</Button>
                    : (state === 'late' || state === 'coming') && waysToDo(item).map((way) => (
                      <Button key={way.word} look={state === 'late' ? 'plain' : 'text'} aria-label={`${way.word}：${textOf(item.fields, 'item')}`} onClick={() => go(way.route)}>{way.word}</Button>
                    ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

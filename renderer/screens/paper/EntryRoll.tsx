import '../../attendance/attendance.css'
import { useState } from 'react'
import type { PaperEntry } from '../../../shared/contract/paper'
import { countRoll, emptyRoll, participationRegister, rowsOfRoll, sessionRegister, type Roll } from '../../attendance/roll'
import { RollGrid } from '../../attendance/RollGrid'
import { call } from '../../api'
import { notifyFailure, notifySaved } from '../../state/notices'
import { useKeys } from '../../state/use-keys'
import { Button } from '../../ui/Button'
import { Status } from '../../ui/Status'

interface EntryRollProps {
  readonly entry: PaperEntry
  readonly roll: NonNullable<PaperEntry['roll']>
  readonly onDone: () => void
}

/** The names of the signed sheet in its own order: everybody came until unticked. */
export function EntryRoll({ entry, roll: names, onDone }: EntryRollProps) {
  const session = entry.type === 'session'
  const register = session ? sessionRegister : participationRegister
  const [roll, setRoll] = useState<Roll>(() => ({
    ...emptyRoll, marks: Object.fromEntries(names.flatMap(({ mandate, state }) => (state === null || state === register.present ? [] : [[mandate, state]]))),
  }))
  const [busy, setBusy] = useState(false)
  const ids = names.map(({ mandate }) => mandate)
  const count = countRoll(roll, register, ids)
  const save = async (): Promise<void> => {
    if (busy || ids.length === 0) return
    setBusy(true)
    const known = new Map(names.map(({ mandate, state }) => [mandate, state]))
    const side = rowsOfRoll(roll, register, ids).filter((row) => known.get(row.mandate) !== row.state)
      .map((row) => (session ? { type: 'attendance', parent: 'session', fields: { ...row } } : { type: 'participation', parent: 'event', fields: { ...row } }))
    const answer = side.length === 0 ? null : await call('record.quick', { type: entry.type, id: entry.record, fields: {}, side })
    setBusy(false)
    if (answer !== null && !answer.ok) return notifyFailure(answer)
    if (answer !== null) notifySaved(`点名已保存：实到 ${count.present} 人`, { id: answer.value.ids[0] ?? entry.record })
    onDone()
  }
  useKeys({ 'Ctrl+s': () => void save() })
  return (
    <div className="paper-roll">
      {entry.part !== undefined && <p><b>{`第 ${entry.part.page} 页，第 ${entry.part.from}–${entry.part.to} 位`}</b>　<span className="mut">{`全表 ${entry.part.total} 位，别的页不受影响`}</span></p>}
      {entry.list_changed === true
        ? <p><Status tone="soon">名单在打印以后变过，分不清这一页上是哪几位，下面是全体。</Status>　<span className="mut">只把这张纸上有名字、没签名的去掉勾；别的页看到时再改。</span></p>
        : <p className="mut">看着签名，没签的去掉勾。</p>}
      <div className="paper-roll-grid"><RollGrid people={names.map((one) => ({ ...one, note: '' }))} roll={roll} register={register} onChange={setRoll} /></div>
      <div className="row" role="status" aria-label="出席人数">
        <Status tone="done">{`出席 ${count.present}`}</Status>
        {count.away.filter((one) => one.count > 0).map((one) => <Status key={one.code} tone={one.tone}>{`${one.word} ${one.count}`}</Status>)}
        <span className="mut">{entry.part === undefined ? `应到 ${count.expected}` : `这一页应到 ${count.expected}`}</span>
      </div>
      <Button look="primary" busy={busy} title="Ctrl+S" onClick={() => void save()}>{`登记出席 ${count.present} 人，看下一张`}</Button>
    </div>
  )
}

import { useState } from 'react'
import { declarations } from '../../../shared/records'
import type { Rec } from '../../../shared/record'
import { call } from '../../api'
import { FieldControl } from '../../fields/FieldControl'
import { go } from '../../state/navigation'
import { notifyFailure, notifySaved } from '../../state/notices'

const { fields } = declarations.assessment
const points = ['full_tenths', 'self_tenths', 'county_tenths'] as const
type Key = 'item' | 'note' | (typeof points)[number]

/** One item of the assessment; a cell is kept when it is left, what is wrong with it is said and stays as typed. */
export function SheetRow({ rec }: { readonly rec: Rec }) {
  const [typed, setTyped] = useState<Readonly<Partial<Record<Key, unknown>>>>({})
  const no = typeof rec.fields['item_no'] === 'string' ? rec.fields['item_no'] : ''
  const evidence = Array.isArray(rec.fields['evidence']) ? rec.fields['evidence'].length : 0
  const leave = async (key: Key): Promise<void> => {
    if (!Object.hasOwn(typed, key)) return
    const value = typed[key] === '' ? null : typed[key]
    if ((value ?? null) === (rec.fields[key] ?? null)) return
    const answer = await call('record.set', { id: rec.id, fields: { [key]: value } })
    if (!answer.ok) return notifyFailure(answer)
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([one]) => one !== key)))
    notifySaved(`第${no}项已改`, { id: rec.id, version: answer.value.record.version })
  }
  const cell = (key: Key) => (
    <FieldControl
      field={{ ...fields[key], label: `第${no}项${fields[key]?.label ?? ''}`, kind: fields[key]?.kind ?? 'text', unit: undefined } as NonNullable<(typeof fields)[string]>}
      id={`${rec.id}-${key}`}
      value={Object.hasOwn(typed, key) ? typed[key] : rec.fields[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      onLeave={() => void leave(key)}
      compact
    />
  )
  return (
    <tr>
      <td className="sheet-no"><button type="button" className="link" onClick={() => go({ screen: 'record', id: rec.id, type: 'assessment' })}>{no}</button></td>
      <td>{cell('item')}</td>
      {points.map((key) => <td key={key} className="sheet-points">{cell(key)}</td>)}
      <td className="nw">
        <button type="button" className="link" onClick={() => go(evidence > 0 ? { screen: 'record', id: rec.id, type: 'assessment' } : { screen: 'edit', type: 'assessment', id: rec.id, focus: 'evidence' })}>{evidence > 0 ? `${evidence} 份` : '选佐证'}</button>
      </td>
      <td>{cell('note')}</td>
    </tr>
  )
}

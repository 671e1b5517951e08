import './attendance.css'
import { CopyOutlined, SnippetsOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import type { DeputyRow } from '../../shared/contract/records'
import { PasteNames } from '../fields/PasteNames'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Icon } from '../ui/Icon'
import { Status } from '../ui/Status'
import { sayShortDate } from '../ui/say-date'
import { LeaveDialog } from './LeaveDialog'
import { PickPeople } from './PickPeople'
import { allPresent, asLast, countRoll, expectOnly, markAway, presentOnly, type Register, type Roll } from './roll'
import { RollGrid } from './RollGrid'

interface RollCardProps {
  readonly title?: string
  readonly register: Register
  /** Everybody who can be meant. */
  readonly all: readonly DeputyRow[]
  /** Those whose names are shown. */
  readonly people: readonly DeputyRow[]
  readonly roll: Roll
  readonly onChange: (roll: Roll) => void
  readonly today: string
  readonly last?: { readonly date: string; readonly participants: readonly { readonly mandate: string; readonly state: string }[] } | null
  /** Whether a pasted list says who was expected or who came. */
  readonly paste?: 'expected' | 'present'
  /** The list of those expected is fixed: members of the presidium, all deputies. */
  readonly fixed?: boolean
  readonly emptyTitle?: string
  readonly emptyHint?: string
  /** Under the counts: the quorum. */
  readonly children?: ReactNode
}

/** The list of those present, ticked by names. */
export function RollCard(props: RollCardProps) {
  const { title = '出席', register, all, people, roll, onChange, today, last, paste = 'expected', fixed = false } = props
  const [open, setOpen] = useState<'paste' | 'leave' | 'pick' | null>(null)
  const ids = people.map((row) => row.mandate)
  const count = countRoll(roll, register, ids)
  const away = people.filter((row) => roll.marks[row.mandate] !== undefined)
  const pasted = (names: readonly string[], words: Readonly<Record<string, string>>): void => {
    // Where the list is not fixed, who came and does not stand in it yet comes into it: at a first meeting that is everybody.
    const others = names.filter((name) => !ids.includes(name))
    const came = presentOnly(roll, register, ids, names)
    const now = paste === 'expected' ? expectOnly(names) : fixed || others.length === 0 ? came : { ...came, ids: [...ids, ...others] }
    onChange(markAway(now, register, words))
    setOpen(null)
  }
  return (
    <Card
      bare
      className="roll"
      title={title}
      tools={
        <>
          {people.length > 0 && <Button onClick={() => onChange(allPresent(roll))}>全部出席</Button>}
          {last && <Button icon={<Icon of={CopyOutlined} />} onClick={() => onChange(asLast(register, last.participants))}>{`和上次一样（${sayShortDate(last.date, today)}）`}</Button>}
          <Button icon={<Icon of={SnippetsOutlined} />} onClick={() => setOpen('paste')}>{paste === 'present' ? '粘贴到会名单' : '从表格粘贴名单'}</Button>
        </>
      }
    >
      {people.length === 0
        ? (
          <EmptyState title={props.emptyTitle ?? '还没有选人'} hint={props.emptyHint ?? '选上参加的代表，再把没到的去掉勾。'}>
            {!fixed && all.length > 0 && <Button onClick={() => setOpen('pick')}>选人</Button>}
          </EmptyState>
        )
        : (
          <>
            <RollGrid people={people} roll={roll} register={register} onChange={onChange} />
            <div className="roll-sum" role="status" aria-label="出席人数">
              <span>应到 <b>{count.expected}</b></span>
              <Status tone="done">{`出席 ${count.present}`}</Status>
              {count.away.map((one) => <Status key={one.code} tone={one.count > 0 ? one.tone : 'idle'}>{`${one.word} ${one.count}`}</Status>)}
              <span className="grow" />
              {away.length > 0 && <Button look="text" onClick={() => setOpen('leave')}>填请假事由（选填）</Button>}
              {!fixed && <Button look="text" onClick={() => setOpen('pick')}>增减人员</Button>}
            </div>
          </>
        )}
      {props.children}
      {open === 'paste' && (
        <PasteNames
          people={(fixed ? people : all).map((one) => ({ id: one.mandate, title: one.name, note: one.note }))}
          title={paste === 'present' ? '粘贴到会名单' : '从表格粘贴名单'}
          roll
          onPick={pasted}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'leave' && <LeaveDialog people={away} roll={roll} register={register} onChange={onChange} onClose={() => setOpen(null)} />}
      {open === 'pick' && (
        <PickPeople
          all={all}
          chosen={ids}
          onPick={(next) => {
            onChange({ ...roll, ids: next })
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

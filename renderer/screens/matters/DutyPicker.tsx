import { useState } from 'react'
import type { DeputyRow } from '../../../shared/contract/records'
import { PickPeople } from '../../attendance/PickPeople'
import { LabelledRow } from '../../fields/LabelledRow'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { sayShortDate } from '../../ui/say-date'
import type { Duty } from './use-reception'

interface DutyPickerProps {
  readonly id: string
  /** Everybody who can receive voters. */
  readonly all: readonly DeputyRow[]
  /** Deputies of the site: their names stand ready to be ticked. */
  readonly ofSite: readonly string[]
  readonly chosen: readonly string[]
  /** Why they are chosen; null once a person has ticked. */
  readonly duty: Duty | null
  readonly onChange: (ids: readonly string[]) => void
  readonly onLeave: () => void
}

function hintOf(duty: Duty | null, today: string): string | undefined {
  switch (duty?.from) {
    case 'same-day': return '和当天上一件一样，不对就点名字改。'
    case 'reception': return '按当天接待活动的出席，不对就点名字改。'
    case 'last': return `和上次（${sayShortDate(duty.day, today)}）一样，不对就点名字改。`
    case 'site': return '这个站的代表，不对就点名字改。'
    case 'none': case undefined: return undefined
  }
}

/** Who received the voter: names of the site to tick, anybody else from the roster. */
export function DutyPicker({ id, all, ofSite, chosen, duty, onChange, onLeave }: DutyPickerProps) {
  const today = useOffice()?.today ?? ''
  const [open, setOpen] = useState(false)
  const shown = all.filter((row) => ofSite.includes(row.mandate) || chosen.includes(row.mandate))
  const toggle = (mandate: string, on: boolean): void => {
    onChange(all.map((row) => row.mandate).filter((one) => (one === mandate ? on : chosen.includes(one))))
    onLeave()
  }
  return (
    <LabelledRow label="接待代表" htmlFor={id} hint={hintOf(duty, today)}>
      <div className="choices matter-duty" id={id} role="group" aria-label="接待代表">
        {shown.map((row) => (
          <label key={row.mandate} title={row.note === '' ? undefined : row.note}>
            <input type="checkbox" checked={chosen.includes(row.mandate)} onChange={(event) => toggle(row.mandate, event.target.checked)} />
            {row.name}
          </label>
        ))}
        <Button look="text" onClick={() => setOpen(true)}>{shown.length === 0 ? '选代表' : '别的代表'}</Button>
      </div>
      {open && (
        <PickPeople
          all={all} chosen={chosen} title="接待代表" onClose={() => setOpen(false)}
          onPick={(ids) => {
            setOpen(false)
            onChange(ids)
            onLeave()
          }}
        />
      )}
    </LabelledRow>
  )
}

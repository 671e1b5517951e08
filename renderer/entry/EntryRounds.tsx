import { useState, type ComponentType } from 'react'
import type { FormValues } from '../state/drafts'
import { EntryDoor, type EntryDoorProps, type Opened } from './EntryDoor'

/** What a form of a quick entry is given; `onAgain` begins the next one (保存，再记一次) with what stays the same. */
export interface EntryFormProps {
  readonly opened: Opened
  readonly preset: FormValues
  readonly onAgain: (preset: FormValues) => void
}

interface EntryRoundsProps extends Omit<EntryDoorProps, 'children'> {
  /** Of the first one. */
  readonly preset: FormValues | undefined
  readonly form: ComponentType<EntryFormProps>
}

/** One entry after another: only the first goes on with a draft or changes what is saved. */
export function EntryRounds({ preset, form: Form, ...door }: EntryRoundsProps) {
  const [round, setRound] = useState<{ readonly count: number; readonly preset: FormValues }>({ count: 0, preset: preset ?? {} })
  return (
    <EntryDoor {...door}>
      {(opened) => (
        <Form key={round.count} opened={round.count === 0 ? opened : { ...opened, draft: null, page: null }} preset={round.preset} onAgain={(next) => setRound({ count: round.count + 1, preset: next })} />
      )}
    </EntryDoor>
  )
}

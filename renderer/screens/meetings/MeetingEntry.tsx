import './meetings.css'
import { useState } from 'react'
import { EntryDoor } from '../../entry/EntryDoor'
import { LabelledRow } from '../../fields/LabelledRow'
import type { FormValues } from '../../state/drafts'
import type { ScreenProps } from '../../state/routes'
import { Segmented } from '../../ui/Segmented'
import { PresidiumForm } from './PresidiumForm'
import { SessionForm } from './SessionForm'

const draftType = 'quick-meeting'
const kinds = [{ value: 'presidium', label: '主席团会议' }, { value: 'session', label: '人民代表大会' }] as const
type Kind = (typeof kinds)[number]['value']

/** Key under which a draft says which of the two it is. */
const kindKey = '_kind'

/** 记会议: a meeting of the presidium is written down whole; a session gets its own page, on which its agenda, roll and votes are kept. */
export default function MeetingEntry({ route }: ScreenProps<'quick-meeting'>) {
  const [round, setRound] = useState<{ readonly count: number; readonly preset: FormValues }>({ count: 0, preset: route.preset ?? {} })
  const [chosen, setChosen] = useState<Kind | null>(null)
  return (
    <EntryDoor title="记会议" crumb="会议" draftType={draftType} draft={route.draft} id={route.id}>
      {(opened) => {
        const begun: Kind = opened.draft?.values[kindKey] === 'session' || round.preset[kindKey] === 'session' ? 'session' : 'presidium'
        const kind = chosen ?? begun
        // What was kept of the other kind stays in its own draft.
        const fresh = round.count === 0 && kind === begun ? opened : { ...opened, draft: null, page: round.count === 0 ? opened.page : null }
        const choice = fresh.page === null && (
          <LabelledRow label="哪种会议" htmlFor="meeting-kind" required>
            <Segmented id="meeting-kind" label="哪种会议" options={kinds} value={kind} onChange={setChosen} />
          </LabelledRow>
        )
        const again = (preset: FormValues): void => setRound({ count: round.count + 1, preset })
        return kind === 'session'
          ? <SessionForm key="session" opened={fresh} preset={round.preset} choice={choice} />
          : <PresidiumForm key={`presidium ${round.count}`} opened={fresh} preset={round.preset} choice={choice} onAgain={again} />
      }}
    </EntryDoor>
  )
}

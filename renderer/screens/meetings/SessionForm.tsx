import { useState, type ReactNode } from 'react'
import type { Opened } from '../../entry/EntryDoor'
import { EntryField } from '../../entry/EntryField'
import { EntryPage } from '../../entry/EntryPage'
import { Fold } from '../../entry/Fold'
import { missingIn, useEntry } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { go, replace } from '../../state/navigation'
import { Card } from '../../ui/Card'
import { sessionKeys, sessionToSave } from './to-save'
import { useExpected } from './use-expected'

const special = '4'

/** A session begins with its number, its day and who called it; its page takes the rest. */
export function SessionForm({ opened, preset, choice }: { readonly opened: Opened; readonly preset: FormValues; readonly choice: ReactNode }) {
  const { today } = opened.office
  const [initial] = useState<FormValues>(() => ({ kind: '2', start_on: today, ...preset, _kind: 'session' }))
  const typed = useEntry({ draftType: 'quick-meeting', draft: opened.draft, initial }, sessionKeys)
  const { expected } = useExpected('session', typeof typed.values['start_on'] === 'string' ? typed.values['start_on'] : '', today)
  const values: FormValues = { ...(expected === null ? {} : { no: expected.no, place: expected.place }), ...typed.values }
  const entry = { ...typed, values }
  const isSpecial = values['kind'] === special
  const more = ['notice_on', 'start_time'] as const

  const save = async (): Promise<void> => {
    const missing = missingIn(entry.values, ['no', 'start_on'])
    if (Object.keys(missing).length > 0) return typed.refuse(missing)
    const saved = await typed.save(sessionToSave(entry.values, expected?.term ?? null), () => '已记下人代会，接着排议程、点名、记表决')
    if (saved !== null) replace({ screen: 'record', id: saved.record.id, type: 'session' })
  }

  return (
    <EntryPage title="记会议" crumb="会议" onCrumb={() => go({ screen: 'meetings' })} entry={entry} own={{ type: 'session' }} onSave={() => void save()} saveWord="保存，去排议程" note="议程、出席和表决在下一页记。">
      <div className="entry-main">
        <Card className="entry-form">
          {choice}
          <EntryField entry={entry} type="session" name="kind" />
          <div className="entry-two">
            <EntryField entry={entry} type="session" name="start_on" required as={{ label: '开会日期' }} />
            <EntryField entry={entry} type="session" name="no" as={{ label: '第几次', unit: '次' }} />
          </div>
          <div className="entry-two">
            <EntryField entry={entry} type="session" name="place" />
            <EntryField entry={entry} type="session" name="decide_on" as={{ label: '决定召开日期', hint: '主席团哪天决定的，可以以后再填' }} />
          </div>
          {isSpecial && (
            <>
              <EntryField entry={entry} type="session" name="convened_by" required />
              {values['convened_by'] === '2' && <EntryField entry={entry} type="session" name="proposers" required />}
            </>
          )}
          <Fold count={2} forced={more.some((key) => entry.errors[key] !== undefined)}>
            <EntryField entry={entry} type="session" name="notice_on" />
            <EntryField entry={entry} type="session" name="start_time" />
          </Fold>
        </Card>
      </div>
    </EntryPage>
  )
}

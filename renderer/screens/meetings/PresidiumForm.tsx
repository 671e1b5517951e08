import { useState, type ReactNode } from 'react'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import { participationRegister, rollOf, stateOf, type Roll } from '../../attendance/roll'
import { RollCard } from '../../attendance/RollCard'
import { savedRoll, townOfRoll } from '../../attendance/saved-roll'
import { recordKey, type Opened } from '../../entry/EntryDoor'
import { EntryField } from '../../entry/EntryField'
import { EntryPage } from '../../entry/EntryPage'
import { Fold } from '../../entry/Fold'
import { missingIn, useEntry } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { back, go, replace } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { RuleLine, useRule } from './QuorumLine'
import { sayQuorum } from './quorum-words'
import { isComing, meetingKeys, meetingToSave } from './to-save'
import { savedTopics, tasksIn, topicsOf, untitled, type Topic } from './topics'
import { topicId, Topics } from './Topics'
import { useExpected } from './use-expected'

interface PresidiumFormProps {
  readonly opened: Opened
  readonly preset: FormValues
  /** The choice between the two kinds of meeting; nothing for a saved one. */
  readonly choice: ReactNode
  readonly onAgain: (preset: FormValues) => void
}

const shown = [...meetingKeys, 'topics']
const more = ['start_time', 'recorder', 'minutes', 'nonvoting', 'extraordinary', 'proposers', 'remark'] as const

/** Those who only listened are no members: their lines are left as they are. */
const membersOnly = (page: RecordPage | null): RecordPage | null => (page === null ? null : {
  ...page, children: page.children.map((list) => (list.type === 'participation' ? { ...list, rows: list.rows.filter((row) => textOf(row.fields, 'role') !== '4') } : list)),
})

function startOf({ office }: Opened, page: RecordPage | null, preset: FormValues): FormValues {
  if (page === null) return { held_on: office.today, ...preset }
  const { fields, id } = page.record
  return { ...fields, [recordKey]: id, roll: savedRoll(page, 'participation', participationRegister), topics: savedTopics(page) }
}

/** A meeting of the presidium: when and where, who came, what was decided and who does it. */
export function PresidiumForm({ opened, preset, choice, onAgain }: PresidiumFormProps) {
  const { office } = opened
  const { today } = office
  const page = membersOnly(opened.page)
  const [initial] = useState(() => startOf(opened, page, preset))
  const typed = useEntry({ draftType: 'quick-meeting', draft: opened.draft, initial }, shown)
  const day = typeof typed.values['held_on'] === 'string' ? typed.values['held_on'] : ''
  const { people: members, all, expected } = useExpected('presidium_meeting', day, today, townOfRoll(office.role, page))
  const last = useQuery('activity.last', { type: 'presidium_meeting' }, { types: ['presidium_meeting', 'participation'] })
  const rule = useRule('presidium.quorum')
  const [wrong, setWrong] = useState<number | null>(null)
  // What is known from the last meeting stands in the form until somebody writes something else.
  const proposed: FormValues = page === null && expected !== null ? { no: expected.no, chair: expected.chair, place: expected.place } : {}
  const entry = { ...typed, values: { ...proposed, ...typed.values } }
  const roll = rollOf(entry.values['roll'])
  const people = roll.ids === null ? members : all.filter((row) => roll.ids?.includes(row.mandate) === true)
  const ids = people.map((row) => row.mandate)
  const fixed = members.length > 0
  const total = expected === null || expected.total === 0 ? ids.length : expected.total
  const present = ids.filter((id) => stateOf(roll, participationRegister, id) === '1').length
  // Nobody knows yet how many members there are: the list of this one meeting cannot say that it was enough.
  const unregistered = expected !== null && expected.total === 0
  const counted = sayQuorum('主席团成员', present, total, rule)
  const quorum = counted !== null && unregistered ? { ...counted, say: `${counted.say}还没有登记主席团成员，这是按这次的名单算的。` } : counted
  const topics = topicsOf(entry.values['topics'])
  const coming = isComing(day, today)
  const setTopics = (next: readonly Topic[]): void => {
    setWrong(null)
    typed.set('topics', next)
  }
  const setRoll = (next: Roll): void => typed.set('roll', fixed ? { ...next, ids: page === null ? null : next.ids ?? roll.ids } : next)

  const save = async (again: boolean): Promise<void> => {
    const missing = missingIn(entry.values, ['no', 'held_on'])
    if (Object.keys(missing).length > 0) return typed.refuse(missing)
    const nameless = untitled(topics)
    if (nameless !== null) {
      setWrong(nameless)
      document.getElementById(topicId(nameless))?.focus()
      return
    }
    const known = all.map((row) => row.mandate)
    const saved = await typed.save(meetingToSave({ values: entry.values, term: expected?.term ?? null, topics, roll, expected: ids, known, total, today, page }), () => wordsOf(coming, page !== null, tasksIn(topics)))
    if (saved === null) return
    if (again) onAgain({ place: entry.values['place'], chair: entry.values['chair'] })
    else if (page !== null) back()
    else replace({ screen: 'record', id: saved.record.id, type: 'presidium_meeting' })
  }

  return (
    <EntryPage
      title={page === null ? '记会议' : `修改：${page.title}`}
      crumb="会议"
      onCrumb={() => go({ screen: 'list', type: 'presidium_meeting' })}
      entry={entry}
      own={{ type: 'presidium_meeting', ...(page === null ? {} : { saved: page.record.fields }) }}
      onSave={() => void save(false)}
      {...(page === null ? { onSaveAndNew: () => void save(true) } : {})}
      saveWord={coming ? '存为筹备' : '保存'}
      note={coming ? '这一天还没到，先存为筹备；开会以后再点名。' : '议题可以只写名称，决定和时限以后再补。保存后可以撤销。'}
    >
      <div className="entry-main">
        <Card className="entry-form">
          {choice}
          <div className="entry-two">
            <EntryField entry={entry} type="presidium_meeting" name="held_on" required as={{ label: '开会日期' }} autoFocus />
            <EntryField entry={entry} type="presidium_meeting" name="no" as={{ label: '第几次', unit: '次' }} />
          </div>
          <div className="entry-two">
            <EntryField entry={entry} type="presidium_meeting" name="place" />
            <EntryField entry={entry} type="presidium_meeting" name="chair" />
          </div>
          <Fold count={more.length} forced={more.some((key) => entry.errors[key] !== undefined)}>
            {more.map((key) => <EntryField key={key} entry={entry} type="presidium_meeting" name={key} />)}
          </Fold>
        </Card>
        <div className="meeting-cols">
          {coming
            ? <Card title="出席"><EmptyState title="会还没有开" hint="开会以后打开这一条，点“开会”再点名。" /></Card>
            : (
              <RollCard
                register={participationRegister} all={all} people={people} roll={roll} onChange={setRoll} today={today} last={last.data} paste="present" fixed={fixed}
                emptyTitle="还没有登记主席团成员" emptyHint="到“代表”里的主席团成员登记一次，以后每次自动列出；也可以这次先选人。"
              >
                <div className="roll-rule"><RuleLine label="法定人数" said={quorum} entry={rule} open={unregistered} /></div>
              </RollCard>
            )}
          <Topics topics={topics} onChange={setTopics} onLeave={typed.draft.flush} wrong={wrong} />
        </div>
      </div>
    </EntryPage>
  )
}

function wordsOf(coming: boolean, saved: boolean, tasks: number): string {
  if (saved) return '已保存修改'
  if (coming) return '已存为筹备中的会议'
  return tasks === 0 ? '已记下会议' : `已记下会议，${tasks} 件有时限的决定列入待办`
}

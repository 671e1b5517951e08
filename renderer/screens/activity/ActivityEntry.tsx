import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { participationRegister, rollOf, type Roll, stateOf } from '../../attendance/roll'
import { RollCard } from '../../attendance/RollCard'
import { savedRoll, townOfRoll } from '../../attendance/saved-roll'
import { groupNames, useDeputies } from '../../attendance/use-deputies'
import { recordKey, type Opened } from '../../entry/EntryDoor'
import { EntryPage } from '../../entry/EntryPage'
import { EntryRounds, type EntryFormProps } from '../../entry/EntryRounds'
import { missingIn, useEntry, type Saved } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { back, go, replace } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { EmptyState } from '../../ui/EmptyState'
import { Card } from '../../ui/Card'
import { ActivityFields } from './ActivityFields'
import { Feeds } from './Feeds'
import { trainingKind } from './kinds'
import { activityKeys, halfDaysOf, isPlan, isTraining, toSave, trainingKeys } from './to-save'

const draftType = 'quick-activity'
const shown = ['kind', 'training_kind', 'title', 'start_on', 'groups', 'place', 'voters_met', 'teacher', 'systematic', ...activityKeys, ...trainingKeys]

/** 记活动: one entry makes every deputy's record, the figures and the sentence of the report. */
export default function ActivityEntry({ route }: ScreenProps<'quick-activity'>) {
  return <EntryRounds title="记活动" crumb="活动" draftType={draftType} draft={route.draft} id={route.id} preset={route.preset} form={Form} />
}

function startOf({ office, page }: Opened, preset: FormValues): FormValues {
  if (page === null) return { kind: '07', training_kind: '2', start_on: office.today, ...preset }
  const { fields, type, id } = page.record
  return { ...fields, [recordKey]: id, ...(type === 'training' ? { kind: trainingKind, training_kind: fields['kind'] } : {}), roll: savedRoll(page, 'participation', participationRegister) }
}

const textIn = (values: FormValues, key: string): string => (typeof values[key] === 'string' ? values[key] : '')

function Form({ opened, preset, onAgain }: EntryFormProps) {
  const { office, page } = opened
  const { today } = office
  const [initial] = useState(() => startOf(opened, preset))
  const entry = useEntry({ draftType, draft: opened.draft, initial }, shown)
  const { values } = entry
  const deputies = useDeputies(textIn(values, 'start_on'), today, townOfRoll(office.role, page))
  const groups = useQuery('record.list', { type: 'group', limit: 200 }, { types: ['group'] })
  const training = isTraining(values)
  const last = useQuery('activity.last', training ? { type: 'training' } : { kind: textIn(values, 'kind'), type: 'activity' }, { types: ['activity', 'training', 'participation'] })
  const roll = rollOf(values['roll'])
  const chosen = Array.isArray(values['groups']) ? (values['groups'] as readonly string[]) : []
  const proposed = chosen.length === 0 ? deputies.own : deputies.own.filter((row) => row.group !== null && chosen.includes(row.group))
  const people = roll.ids === null ? proposed : deputies.all.filter((row) => roll.ids?.includes(row.mandate) === true)
  const expected = people.map((row) => row.mandate)
  const plan = isPlan(values, today)
  const setRoll = (next: Roll): void => entry.set('roll', next)

  const onGroups = (names: readonly string[]): void => {
    const only = names.length === 1 ? groups.data?.rows.find((rec) => rec.fields['name'] === names[0])?.id ?? null : null
    // Another group is another list of names; who was absent of the old one says nothing.
    entry.patch({ groups: names, group: only, roll: { ids: null, marks: {}, reasons: {} } })
  }

  const save = async (again: boolean): Promise<void> => {
    const missing = missingIn(values, ['title', 'start_on'])
    if (Object.keys(missing).length > 0) return entry.refuse(missing)
    const typed = { ...values, ...(training || textIn(values, 'organizer') !== '' ? {} : { organizer: organizerOf(office, chosen) }) }
    const saved = await entry.save(toSave({ values: typed, roll, expected, known: deputies.all.map((row) => row.mandate), today, page }), () => wordsOf(plan, expected.filter((id) => stateOf(roll, participationRegister, id) === '1').length))
    if (saved === null) return
    if (again) onAgain({ kind: values['kind'], training_kind: values['training_kind'], groups: chosen, group: values['group'], start_on: values['start_on'] })
    else leave(saved, page !== null)
  }

  return (
    <EntryPage
      title={page === null ? '记活动' : `修改：${page.title}`}
      crumb="活动"
      onCrumb={() => go({ screen: 'activities' })}
      entry={entry}
      own={{ type: training ? 'training' : 'activity', ...(page === null ? {} : { saved: page.record.fields }) }}
      onSave={() => void save(false)}
      {...(page === null ? { onSaveAndNew: () => void save(true) } : {})}
      saveWord={plan ? '存为计划' : '保存'}
      note={plan ? '这一天还没到，先存为计划；开展以后再点名。' : '照片不是必填。保存后可以撤销。'}
    >
      <div className={plan ? 'entry-main' : 'entry-cols'}>
        <div className="entry-main">
          <ActivityFields
            entry={entry} groups={groupNames(deputies.own)} chosen={chosen} onGroups={onGroups} inOffice={deputies.own.length}
            saved={page === null ? null : page.record.type === 'training' ? 'training' : 'activity'}
          />
          {plan
            ? <Card title="出席"><EmptyState title="这次活动还没到日子" hint="开展以后打开这一条，点“登记开展”再点名。" /></Card>
            : (
              <RollCard
                register={participationRegister} all={deputies.all} people={people} roll={roll} onChange={setRoll} today={today} last={last.data}
                {...(deputies.all.length === 0 && !deputies.query.loading ? { emptyTitle: '还没有在任代表', emptyHint: '请先到“代表”里导入花名册。活动可以先存，以后再点名。' } : {})}
              />
            )}
        </div>
        {!plan && (
          <div className="entry-side">
            <Feeds
              day={textIn(values, 'start_on') || today}
              fed={{
                kind: textIn(values, 'kind'), ofGroup: textIn(values, 'group') !== '', atSite: textIn(values, 'site') !== '', expected: expected.length,
                present: people.filter((row) => stateOf(roll, participationRegister, row.mandate) === '1'),
                voters: typeof values['voters_met'] === 'number' ? values['voters_met'] : 0, halfDays: halfDaysOf(values),
              }}
            />
          </div>
        )}
      </div>
    </EntryPage>
  )
}

const organizerOf = (office: OfficeInfo, groups: readonly string[]): string => (groups.length === 0 ? `${office.name}人大主席团` : groups.join('、'))

const wordsOf = (plan: boolean, present: number): string => (plan ? '已存为计划' : `已记下活动，${present} 名代表的履职档案已更新`)

function leave({ record }: Saved, wasSaved: boolean): void {
  if (wasSaved) back()
  else replace({ screen: 'record', id: record.id, type: record.type })
}

import '../meetings/meetings.css'
import './supervision.css'
import { useState } from 'react'
import { participationRegister, rollOf, stateOf } from '../../attendance/roll'
import { RollCard } from '../../attendance/RollCard'
import { savedRoll, townOfRoll } from '../../attendance/saved-roll'
import { useDeputies } from '../../attendance/use-deputies'
import { recordKey, type Opened } from '../../entry/EntryDoor'
import { EntryField } from '../../entry/EntryField'
import { EntryPage } from '../../entry/EntryPage'
import { EntryRounds, type EntryFormProps } from '../../entry/EntryRounds'
import { Fold } from '../../entry/Fold'
import { missingIn, useEntry } from '../../entry/use-entry'
import { LabelledRow } from '../../fields/LabelledRow'
import { isEmptyValue } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'
import { back, go, replace } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ListSelect } from '../../ui/ListSelect'
import { Segmented } from '../../ui/Segmented'
import { problemsOf, unnamed, type Problem } from './findings'
import { mainFormOf, mainForms, otherForm, otherForms, wantsLaws, wantsPersons } from './forms'
import { problemId, Problems } from './Problems'
import { isPlanned, supervisionKeys, supervisionToSave } from './to-save'

const draftType = 'quick-supervision'
const shown = [...supervisionKeys, 'problems']
const more = ['leaders', 'linkage', 'plan_ref', 'focus', 'end_on', 'half_days', 'site', 'experts', 'process', 'remark'] as const

/** 记监督: what was supervised, who took part and what was found, in one entry. */
export default function SupervisionEntry({ route }: ScreenProps<'quick-supervision'>) {
  return <EntryRounds title="记监督" crumb="监督" draftType={draftType} draft={route.draft} id={route.id} preset={route.preset} form={Form} />
}

function startOf({ office, page }: Opened, preset: FormValues): FormValues {
  if (page === null) return { form: '03', linkage: '1', start_on: office.today, ...preset }
  return { ...page.record.fields, [recordKey]: page.record.id, roll: savedRoll(page, 'participation', participationRegister) }
}

function Form({ opened, preset, onAgain }: EntryFormProps) {
  const { office, page } = opened
  const { today } = office
  const [initial] = useState(() => startOf(opened, preset))
  const entry = useEntry({ draftType, draft: opened.draft, initial }, shown)
  const [wrong, setWrong] = useState<number | null>(null)
  const { values } = entry
  const day = typeof values['start_on'] === 'string' ? values['start_on'] : ''
  const form = typeof values['form'] === 'string' ? values['form'] : ''
  const deputies = useDeputies(day, today, townOfRoll(office.role, page))
  const last = useQuery('activity.last', { type: 'supervision', ...(form === '' ? {} : { kind: form }) }, { types: ['supervision', 'participation'] })
  const roll = rollOf(values['roll'])
  // A few take part in a supervision, not everybody: nobody is on the list until chosen.
  const people = deputies.all.filter((row) => roll.ids?.includes(row.mandate) === true)
  const expected = people.map((row) => row.mandate)
  const problems = problemsOf(values['problems'])
  const planned = isPlanned(day, today)
  const setProblems = (rows: readonly Problem[]): void => {
    setWrong(null)
    entry.set('problems', rows)
  }

  const save = async (again: boolean): Promise<void> => {
    const missing = missingIn(values, ['topic', ...(planned ? [] : ['start_on', ...(wantsLaws(form) ? ['laws'] : [])])])
    if (Object.keys(missing).length > 0) return entry.refuse(missing)
    const nameless = page === null ? unnamed(problems) : null
    if (nameless !== null) {
      setWrong(nameless)
      document.getElementById(problemId(nameless))?.focus()
      return
    }
    const given = { values, roll, expected, known: deputies.all.map((row) => row.mandate), problems, today, page }
    const present = expected.filter((id) => stateOf(roll, participationRegister, id) === '1').length
    const found = page === null ? problems.filter((row) => !isEmptyValue(row.problem)).length : 0
    const saved = await entry.save(supervisionToSave(given), () => wordsOf(planned, page !== null, present, found))
    if (saved === null) return
    if (again) onAgain({ form, field: values['field'], start_on: day })
    else if (page !== null) back()
    else replace({ screen: 'record', id: saved.record.id, type: 'supervision' })
  }

  return (
    <EntryPage
      title={page === null ? '记监督' : `修改：${page.title}`}
      crumb="监督"
      onCrumb={() => go({ screen: 'supervision' })}
      entry={entry}
      own={{ type: 'supervision', ...(page === null ? {} : { saved: page.record.fields }) }}
      onSave={() => void save(false)}
      {...(page === null ? { onSaveAndNew: () => void save(true) } : {})}
      saveWord={planned ? '存为计划' : '保存'}
      note={planned ? '这一天还没到，先存为计划；实施以后再记谁参加了、发现了什么。' : '保存后在它的页面上转交、登记反馈、逐条整改。'}
    >
      <div className="entry-main">
        <Card className="entry-form">
          <LabelledRow label="监督方式" htmlFor="entry-form" required>
            <Segmented id="entry-form" label="监督方式" options={mainForms} value={mainFormOf(form)} onChange={(value) => entry.set('form', value)} />
          </LabelledRow>
          {mainFormOf(form) === otherForm && (
            <LabelledRow label="哪一种" htmlFor="entry-other-form">
              <ListSelect id="entry-other-form" aria-label="哪一种" style={{ width: '100%' }} options={[...otherForms]} value={form} onChange={(value: string) => entry.set('form', value)} />
            </LabelledRow>
          )}
          <EntryField entry={entry} type="supervision" name="topic" autoFocus />
          {wantsLaws(form) && <EntryField entry={entry} type="supervision" name="laws" required={!planned} as={{ label: '检查的法律法规' }} />}
          {wantsPersons(form) && <EntryField entry={entry} type="supervision" name="persons" />}
          <div className="entry-two">
            <EntryField entry={entry} type="supervision" name="start_on" required={!planned} as={{ label: '时间' }} />
            <EntryField entry={entry} type="supervision" name="field" />
          </div>
          <div className="entry-two">
            <EntryField entry={entry} type="supervision" name="place" />
            <EntryField entry={entry} type="supervision" name="targets" as={{ label: '被监督单位' }} />
          </div>
          <Fold count={more.length} forced={more.some((key) => entry.errors[key] !== undefined)}>
            {more.map((key) => <EntryField key={key} entry={entry} type="supervision" name={key} />)}
          </Fold>
        </Card>
        {planned
          ? <Card title="参加人员"><EmptyState title="还没有到日子" hint="实施以后打开这一条，点“开始实施”再记。" /></Card>
          : (
            <div className={page === null ? 'meeting-cols' : undefined}>
              <RollCard
                title="参加人员" register={participationRegister} all={deputies.all} people={people} roll={roll} onChange={(next) => entry.set('roll', next)} today={today} last={last.data} paste="expected"
                emptyTitle="还没有选参加的代表" emptyHint="参加的代表会记进履职档案。"
              />
              {page === null && <Problems rows={problems} onChange={setProblems} onLeave={entry.draft.flush} wrong={wrong} />}
            </div>
          )}
      </div>
    </EntryPage>
  )
}

function wordsOf(planned: boolean, saved: boolean, present: number, found: number): string {
  if (saved) return '已保存修改'
  if (planned) return '已存为计划'
  return `已记下监督${present > 0 ? `，${present} 名代表的履职档案已更新` : ''}${found > 0 ? `，${found} 个问题等着交办` : ''}`
}

import { usualTitles } from '../../../shared/meetings/usual'
import { EntryField } from '../../entry/EntryField'
import { Fold } from '../../entry/Fold'
import { entryFieldId, type Entry } from '../../entry/use-entry'
import { Usual } from '../../entry/Usual'
import { LabelledRow } from '../../fields/LabelledRow'
import { Card } from '../../ui/Card'
import { ListSelect } from '../../ui/ListSelect'
import { Segmented } from '../../ui/Segmented'
import { mainKindOf, mainKinds, otherKind, otherKinds, trainingKind } from './kinds'

interface ActivityFieldsProps {
  readonly entry: Entry
  /** Names of the groups that some deputy is in. */
  readonly groups: readonly string[]
  readonly chosen: readonly string[]
  readonly onGroups: (names: readonly string[]) => void
  /** How many are in office: what stands in the field when no group is chosen. */
  readonly inOffice: number
  /** A saved record keeps its type: an activity does not become a training. */
  readonly saved: 'activity' | 'training' | null
}

const moreOfActivity = ['content', 'organizer', 'half_days', 'site', 'end_on', 'start_time', 'linkage', 'plan_ref', 'outcome'] as const
const moreOfTraining = ['half_days', 'site', 'end_on', 'plan_ref'] as const

/** The fields, in the order of the paper form. */
export function ActivityFields(props: ActivityFieldsProps) {
  const { entry, saved } = props
  const kind = typeof entry.values['kind'] === 'string' ? entry.values['kind'] : ''
  const training = kind === trainingKind
  const type = training ? 'training' : 'activity'
  const more = training ? moreOfTraining : moreOfActivity
  const offered = mainKinds.filter((one) => saved === null || (saved === 'training') === (one.value === trainingKind))
  return (
    <Card className="entry-form">
      <LabelledRow label="活动类型" htmlFor="entry-kind" required>
        <Segmented id="entry-kind" label="活动类型" options={offered} value={mainKindOf(kind)} onChange={(value) => entry.set('kind', value)} />
      </LabelledRow>
      {mainKindOf(kind) === otherKind && (
        <LabelledRow label="哪一种" htmlFor="entry-other">
          <ListSelect id="entry-other" aria-label="哪一种" style={{ width: '100%' }} options={[...otherKinds]} value={kind} onChange={(value: string) => entry.set('kind', value)} />
        </LabelledRow>
      )}
      <EntryField entry={entry} type={type} name="title" autoFocus as={{ label: '标题' }} />
      {saved === null && usualTitles(kind).length > 0 && (
        <div className="f">
          <span className="lab" aria-hidden />
          <Usual label="常用的写法" words={usualTitles(kind)} onTake={(word) => entry.set('title', word)} />
        </div>
      )}
      <div className="entry-two">
        <EntryField entry={entry} type={type} name="start_on" required as={{ label: '时间' }} />
        <GroupField {...props} />
      </div>
      <div className="entry-two">
        <EntryField entry={entry} type={type} name="place" />
        {training ? <EntryField entry={entry} type={type} name="teacher" /> : <EntryField entry={entry} type={type} name="voters_met" as={{ label: '接触选民' }} />}
      </div>
      {training && (
        <div className="entry-two">
          <EntryField entry={entry} type={type} name="kind" at="training_kind" as={{ label: '培训类型' }} />
          <EntryField entry={entry} type={type} name="systematic" />
        </div>
      )}
      <Fold count={more.length} forced={more.some((key) => entry.errors[key] !== undefined)}>
        {more.map((key) => <EntryField key={key} entry={entry} type={type} name={key} />)}
      </Fold>
    </Card>
  )
}

/** Whose activity it is decides who is expected; nothing chosen = all deputies. */
function GroupField({ groups, chosen, onGroups, inOffice }: Omit<ActivityFieldsProps, 'entry'>) {
  const id = entryFieldId('groups')
  return (
    <LabelledRow label="组织小组" htmlFor={id}>
      <ListSelect
        id={id}
        aria-label="组织小组"
        mode="multiple"
        style={{ width: '100%' }}
        allowClear
        maxTagCount="responsive"
        options={groups.map((name) => ({ value: name, label: name }))}
        value={[...chosen]}
        placeholder={inOffice === 0 ? '还没有代表' : `全体代表（${inOffice} 人）`}
        notFoundContent="还没有编小组"
        onChange={(names: readonly string[]) => onGroups(names)}
      />
    </LabelledRow>
  )
}

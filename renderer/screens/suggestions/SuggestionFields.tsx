import { CopyOutlined } from '@ant-design/icons'
import type { DeputyRow } from '../../../shared/contract/records'
import type { Due } from '../../../shared/rules/rule-book'
import { EntryField } from '../../entry/EntryField'
import { Fold } from '../../entry/Fold'
import { entryFieldId, type Entry } from '../../entry/use-entry'
import { LabelledRow } from '../../fields/LabelledRow'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { ListSelect } from '../../ui/ListSelect'
import { RuleTag } from '../../ui/RuleTag'
import { sayDate } from '../../ui/say-date'
import { sourceWords } from '../../../shared/rules/rule-words'

interface SuggestionFieldsProps {
  readonly entry: Entry
  readonly people: readonly DeputyRow[]
  /** When the answer will be due; null while no unit is named. */
  readonly due: Due | null
  /** Words of the last suggestion's days, and taking them over; null where there is none. */
  readonly last: { readonly words: string; readonly take: () => void } | null
}

const more = ['cohosts', 'mode', 'term_class', 'reviewer', 'kind', 'villages', 'voters_served', 'repeat_of', 'key_level', 'remark'] as const

/** The fields, in the order of the paper form; then what the back of it says of examination and assignment. */
export function SuggestionFields({ entry, people, due, last }: SuggestionFieldsProps) {
  const { values } = entry
  const field = (name: string, more: Partial<Parameters<typeof EntryField>[0]> = {}) => <EntryField entry={entry} type="suggestion" name={name} {...more} />
  return (
    <Card className="entry-form">
      {field('title', { autoFocus: true, as: { label: '标题', hint: '' } })}
      {field('body', { as: { label: '内容' } })}
      <div className="entry-two">
        <LeadField entry={entry} people={people} />
        {field('field')}
      </div>
      <div className="entry-two">
        {field('raised_on', { required: true })}
        {field('period', { required: true, onChange: (value) => entry.patch({ period: value, session: undefined }) })}
      </div>
      {values['period'] === '1' && field('session', { required: true, as: { label: '哪次会议', hint: '' } })}
      <div className="entry-two">
        {field('public_ok', { as: { hint: '' } })}
        {field('source')}
      </div>
      <h2 className="sug-part">立案交办
        <span className="sm mut grow">纸上已有的一起填；没有就空着</span>
        {last !== null && <Button look="text" icon={<Icon of={CopyOutlined} />} onClick={last.take}>{`日期和上一件一样（${last.words}）`}</Button>}
      </h2>
      <div className="entry-two">
        {field('host', { as: { label: '主办单位' } })}
        {field('review_on', { as: { label: '立案日期' } })}
      </div>
      <div className="entry-two">
        {field('assigned_on')}
        <p className="sug-until">
          {due !== null && <><b>{`${sayDate(due.due_on)}前答复`}</b><RuleTag who={due.rule.who}>{sourceWords(due.rule)}</RuleTag></>}
        </p>
      </div>
      <Fold count={more.length} forced={more.some((key) => entry.errors[key] !== undefined)}>
        {more.map((key) => <EntryField key={key} entry={entry} type="suggestion" name={key} />)}
        {typeof values['key_level'] === 'string' && values['key_level'] !== '' && (
          <>
            {field('key_leader')}
            {field('key_supervisor')}
          </>
        )}
      </Fold>
    </Card>
  )
}

/** The deputy who leads, by name or pinyin initials. */
function LeadField({ entry, people }: { readonly entry: Entry; readonly people: readonly DeputyRow[] }) {
  const id = entryFieldId('lead')
  const wrong = entry.errors['lead'] !== undefined
  return (
    <LabelledRow label="领衔代表" htmlFor={id} required error={wrong ? '请选领衔代表。' : null}>
      <ListSelect
        id={id}
        aria-label="领衔代表"
        style={{ width: '100%' }}
        allowClear
        {...(wrong ? { status: 'error' as const } : {})}
        showSearch={{ filterOption: (input, option) => option !== undefined && (option.name.includes(input.trim()) || option.start.startsWith(input.trim().toLowerCase())) }}
        options={people.map((row) => ({ value: row.mandate, name: row.name, start: row.initials, label: row.note === '' ? row.name : `${row.name}　${row.note}` }))}
        value={typeof entry.values['lead'] === 'string' ? entry.values['lead'] : null}
        placeholder="姓名或拼音首字母"
        notFoundContent="没有找到"
        onChange={(value: string | null | undefined) => entry.set('lead', value ?? null)}
        onBlur={entry.draft.flush}
      />
    </LabelledRow>
  )
}

import type { DeputyRow } from '../../../shared/contract/records'
import { idsOf } from '../../../shared/facts'
import { EntryField } from '../../entry/EntryField'
import { Fold } from '../../entry/Fold'
import { entryFieldId, type Entry } from '../../entry/use-entry'
import { Card } from '../../ui/Card'
import { DutyPicker } from './DutyPicker'
import { guessField } from './guess-field'
import { HandlingFields } from './HandlingFields'
import type { Reception } from './use-reception'

interface ReceptionFieldsProps {
  readonly entry: Entry
  readonly deputies: readonly DeputyRow[]
  readonly reception: Reception
  /** Nobody has ticked a deputy yet. */
  readonly proposed: boolean
}

const type = 'voter_matter'
const more = ['channel', 'headcount', 'village', 'opinion'] as const

/** The fields in the order of the reception book: where and when, who received, what was said, what is done. */
export function ReceptionFields({ entry, deputies, reception, proposed }: ReceptionFieldsProps) {
  const { values } = entry
  const guessed = values['_guessed'] === true
  const onContent = (next: unknown): void => {
    const free = values['category'] === undefined || values['category'] === null || guessed
    const field = typeof next === 'string' && free ? guessField(next) : null
    entry.patch({ content: next, ...(free ? { category: field, _guessed: field !== null } : {}) })
  }
  return (
    <Card className="entry-form">
      <div className="entry-two">
        <EntryField entry={entry} type={type} name="site" as={{ label: '联络站' }} />
        <EntryField entry={entry} type={type} name="received_on" />
      </div>
      <DutyPicker
        id={entryFieldId('deputies')} all={deputies} ofSite={idsOf(reception.siteRec?.fields ?? {}, 'deputies')} chosen={idsOf({ ids: values['deputies'] as readonly string[] }, 'ids')}
        duty={proposed ? reception.duty : null} onChange={(ids) => entry.set('deputies', ids)} onLeave={entry.draft.flush}
      />
      <EntryField entry={entry} type={type} name="content" autoFocus onChange={onContent} />
      <EntryField
        entry={entry} type={type} name="category" as={guessed ? { hint: '按反映内容选的，不对就改' } : {}}
        onChange={(next) => entry.patch({ category: next, _guessed: false })}
      />
      <HandlingFields entry={entry} />
      <Fold count={more.length} forced={more.some((key) => entry.errors[key] !== undefined)}>
        {more.map((key) => <EntryField key={key} entry={entry} type={type} name={key} />)}
      </Fold>
    </Card>
  )
}

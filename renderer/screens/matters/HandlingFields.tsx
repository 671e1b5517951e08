import { EntryField } from '../../entry/EntryField'
import { entryFieldId, type Entry } from '../../entry/use-entry'
import { LabelledRow } from '../../fields/LabelledRow'
import { say } from '../../../shared/text'
import { Segmented } from '../../ui/Segmented'
import { handlingOf, handlings, receiverOf, receivers } from './handling'

const type = 'voter_matter'

/** What is done with it: one press, then only what that way needs. */
export function HandlingFields({ entry }: { readonly entry: Entry }) {
  const handling = handlingOf(entry.values)
  const wrong = entry.errors['handling']
  const words = wrong === undefined ? null : say(wrong.code, { label: '怎么处理' })
  return (
    <>
      <LabelledRow label="怎么处理" htmlFor={entryFieldId('handling')} required error={words === null ? null : `${words.say}${words.next}`}>
        <Segmented id={entryFieldId('handling')} label="怎么处理" options={handlings} value={handling} invalid={wrong !== undefined} onChange={(value) => entry.set('handling', value)} />
      </LabelledRow>
      {handling === 'solved' && <EntryField entry={entry} type={type} name="reply_text" as={{ label: '怎么答复的', kind: 'text', hint: '代表只解释政策、反映情况，不当场决定问题' }} />}
      {handling === 'handed' && (
        <>
          <LabelledRow label="交给" htmlFor={entryFieldId('receiver')}>
            <Segmented id={entryFieldId('receiver')} label="交给" options={receivers} value={receiverOf(entry.values)} onChange={(value) => entry.set('receiver', value)} />
          </LabelledRow>
          <div className="entry-two">
            <EntryField entry={entry} type={type} name="to_unit" required />
            <EntryField entry={entry} type={type} name="due_on" as={{ label: '办理期限' }} />
          </div>
        </>
      )}
      {handling === 'own' && <EntryField entry={entry} type={type} name="due_on" as={{ label: '办理期限', hint: '代表协调各方、解释政策，不直接处理问题' }} />}
      {handling === 'refused' && <EntryField entry={entry} type={type} name="reject_reason" required />}
      {handling === 'suggestion' && <p className="matter-say mut">保存后生成一件建议草稿，领衔是第一位接待代表，提出以前可以改。</p>}
    </>
  )
}

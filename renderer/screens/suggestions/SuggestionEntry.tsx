import './suggestions.css'
import { useMemo } from 'react'
import { textOf } from '../../../shared/facts'
import { ruleBook } from '../../../shared/rules/presets'
import type { Rec } from '../../../shared/record'
import { useDeputies } from '../../attendance/use-deputies'
import { EntryPage } from '../../entry/EntryPage'
import { EntryRounds, type EntryFormProps } from '../../entry/EntryRounds'
import { missingIn, useEntry, type Entry, type Saved } from '../../entry/use-entry'
import { go, replace } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { sayShortDate } from '../../ui/say-date'
import { CosignCard } from './CosignCard'
import { SuggestionFields } from './SuggestionFields'
import { asLast, cosignOf, entryForm, sharedKeys, stageOf, toSave, withProposals } from './to-save'

const draftType = 'quick-suggestion'

/** 记建议: one entry from the paper form; examined and assigned in the same save where the paper says so. */
export default function SuggestionEntry({ route }: ScreenProps<'quick-suggestion'>) {
  return <EntryRounds title="记建议" crumb="建议" draftType={draftType} draft={route.draft} preset={route.preset} form={Form} />
}

const none: readonly Rec[] = []
const words = { raised: '保存后是“已提出”，等立案。', accepted: '保存后是“待交办”，等交办。', assigned: '保存后是“已交办”，开始计答复期限。' } as const

function Form({ opened, preset, onAgain }: EntryFormProps) {
  const { today } = opened.office
  const kept = useEntry({ draftType, draft: opened.draft, initial: { raised_on: today, kind: '1', ...preset } }, entryForm)
  const sessions = useQuery('record.list', { type: 'session', limit: 60, sort: 'start_on', descending: true }, { types: ['session'] }).data?.rows ?? none
  const latest = useQuery('record.list', { type: 'suggestion', limit: 1, sort: 'raised_on', descending: true }, { types: ['suggestion'] })
  const rules = useQuery('rules.list', {}, { types: [] }).data
  const book = useMemo(() => (rules === null ? null : ruleBook(null, rules.entries, rules.holidays, rules.shift)), [rules])
  const values = withProposals(kept.values, sessions, today)
  const entry: Entry = { ...kept, values }
  const deputies = useDeputies(textOf(values as Readonly<Record<string, string>>, 'raised_on'), today)
  const last = latest.data?.rows[0] ?? null
  const lead = values['lead']
  const chosen = Array.isArray(values['cosign']) ? (values['cosign'] as readonly string[]) : []
  const stage = stageOf(values)
  const from = values['assigned_on']
  const due = stage === 'assigned' && typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(from) ? book?.due(values['term_class'] === '2' ? 'suggest.reply.complex' : 'suggest.reply.normal', from) ?? null : null

  const save = async (again: boolean): Promise<void> => {
    const missing = missingIn(values, ['title', 'lead', 'raised_on', 'period', ...(values['period'] === '1' ? ['session'] : []), ...(stage === 'assigned' ? ['assigned_on', 'review_on'] : [])])
    if (Object.keys(missing).length > 0) return entry.refuse(missing)
    const saved = await entry.save(toSave({ ...values, cosign: chosen.filter((id) => id !== lead) }), wordsOf)
    if (saved === null) return
    if (again) onAgain(Object.fromEntries(sharedKeys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]])))
    else replace({ screen: 'record', id: saved.record.id, type: 'suggestion' })
  }

  return (
    <EntryPage
      title="记建议"
      crumb="建议"
      onCrumb={() => go({ screen: 'list', type: 'suggestion' })}
      entry={entry}
      own={{ type: 'suggestion' }}
      onSave={() => void save(false)}
      onSaveAndNew={() => void save(true)}
      note={`${words[stage]}编号保存时自动给。`}
    >
      <div className="entry-cols sug-entry">
        <div className="entry-main">
          <SuggestionFields
            entry={entry} people={deputies.all} due={due}
            last={last === null || textOf(last.fields, 'raised_on') === '' ? null : { words: sayShortDate(textOf(last.fields, 'raised_on'), today), take: () => entry.patch(asLast(last)) }}
          />
        </div>
        <CosignCard people={deputies.all.filter((row) => row.mandate !== lead)} chosen={chosen.filter((id) => id !== lead)} onChange={(ids) => entry.set('cosign', ids)} last={cosignOf(last).filter((id) => id !== lead)} />
      </div>
    </EntryPage>
  )
}

const wordsOf = ({ record }: Saved): string => `已记下建议 ${textOf(record.fields, 'no')}${record.status === undefined ? '' : `，现在是“${record.status}”`}`

import './matters.css'
import { idsOf } from '../../../shared/facts'
import { useDeputies } from '../../attendance/use-deputies'
import { EntryPage } from '../../entry/EntryPage'
import { EntryRounds, type EntryFormProps } from '../../entry/EntryRounds'
import { useEntry, type Entry } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { go, replace } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useTitles } from '../../state/titles'
import { handlingOf } from './handling'
import { ReceptionFeed } from './ReceptionFeed'
import { ReceptionFields } from './ReceptionFields'
import { hasVisitor, matterKeys, missingAtReception, receptionToSave, receptionWords, visitorKeys, visitorVillage } from './reception-to-save'
import { receptionRoute } from './reception-route'
import { useReception } from './use-reception'
import { VisitorCard } from './VisitorCard'

const draftType = 'quick-reception'
const shown = [...matterKeys, 'handling', 'reply_text', 'to_unit', 'due_on', 'reject_reason', ...visitorKeys, visitorVillage]

/** 记接待: what a voter said, who received it, what is done with it. */
export default function ReceptionEntry({ route }: ScreenProps<'quick-reception'>) {
  return <EntryRounds title="记接待" crumb="联络站" draftType={draftType} draft={route.draft} preset={route.preset} form={Form} />
}

const textIn = (values: FormValues, key: string): string => (typeof values[key] === 'string' ? values[key] : '')

/** What was typed with what is proposed where nobody typed: the entry as it stands on the screen. */
function useShown(entry: Entry, today: string) {
  const day = textIn(entry.values, 'received_on')
  const deputies = useDeputies(day, today)
  const typed = entry.values['site'] as string | null | undefined
  const reception = useReception(typed, day, deputies.all)
  const proposed = !Array.isArray(entry.values['deputies'])
  const values: FormValues = {
    ...entry.values, site: reception.site === '' ? null : reception.site, activity: reception.activity === '' ? null : reception.activity,
    ...(proposed ? { deputies: reception.duty.ids } : {}),
  }
  return { all: deputies.all, reception, proposed, values }
}

function Form({ opened, preset, onAgain }: EntryFormProps) {
  const { today } = opened.office
  const entry = useEntry({ draftType, draft: opened.draft, initial: { received_on: today, channel: '1', headcount: 1, ...preset } }, shown)
  const { all, reception, proposed, values } = useShown(entry, today)
  const unit = textIn(values, 'to_unit')
  const titles = useTitles(unit === '' ? [] : [unit])
  const chosen = idsOf({ ids: values['deputies'] as readonly string[] }, 'ids')

  const save = async (again: boolean): Promise<void> => {
    const missing = missingAtReception(values)
    if (Object.keys(missing).length > 0) return entry.refuse(missing)
    const saved = await entry.save(receptionToSave(values), () => receptionWords(values, titles[unit] ?? ''))
    if (saved === null) return
    if (again) onAgain({ received_on: values['received_on'], site: values['site'], deputies: chosen, channel: values['channel'] })
    else replace({ screen: 'record', id: saved.record.id, type: 'voter_matter' })
  }

  return (
    <EntryPage title="记接待" crumb="联络站" onCrumb={() => go({ screen: 'list', type: 'voter_matter' })} entry={entry} own={{ type: 'voter_matter' }} onSave={() => void save(false)} onSaveAndNew={() => void save(true)}>
      <div className="entry-cols">
        <div className="entry-main">
          <ReceptionFields entry={{ ...entry, values }} deputies={all} reception={reception} proposed={proposed} />
        </div>
        <div className="entry-side">
          <VisitorCard entry={{ ...entry, values }} />
          <ReceptionFeed
            handling={handlingOf(values)} received={all.filter((row) => chosen.includes(row.mandate))} day={textIn(values, 'received_on') || today}
            underReception={reception.activity !== ''} visitor={hasVisitor(values)}
            onReception={() => go(receptionRoute({ site: reception.siteRec, day: textIn(values, 'received_on'), deputies: chosen }))}
          />
        </div>
      </div>
    </EntryPage>
  )
}

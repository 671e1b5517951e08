import '../../records/records.css'
import './deputies.css'
import EditScreen from '../../records/EditScreen'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { NewDeputy } from './NewDeputy'

/** A saved mandate has the general form; a new one is a new deputy, person and all. */
export default function MandateForm({ route }: ScreenProps<'edit'>) {
  const drafts = useQuery('draft.list', route.draft === undefined ? null : { type: 'mandate' }, { types: [] })
  if (route.id !== undefined) return <EditScreen route={route} />
  if (drafts.loading) return null
  const kept = drafts.data?.drafts.find((draft) => draft.id === route.draft)
  const person = route.preset?.['person']
  return <NewDeputy kept={kept ?? null} person={typeof person === 'string' ? person : null} />
}

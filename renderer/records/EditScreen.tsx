import './records.css'
import { useState } from 'react'
import type { Declaration } from '../../shared/record'
import { fail } from '../../shared/result'
import { useDeclaration } from '../state/declarations'
import type { ScreenProps } from '../state/routes'
import { useQuery } from '../state/use-query'
import { ErrorBox } from '../ui/ErrorBox'
import { Loaded } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'
import { EditForm } from './EditForm'
import { oneWord, tabWord } from './menus'

/** The form of any record type: a new record, a saved one, or a draft that is gone on with. */
export default function EditScreen({ route }: ScreenProps<'edit'>) {
  const declaration = useDeclaration(route.type)
  if (declaration === null) {
    return (
      <>
        <PageHead title="填表" />
        <div className="body"><ErrorBox failure={fail('unknown-type', { detail: { type: route.type } })} /></div>
      </>
    )
  }
  return <Door route={route} declaration={declaration} />
}

/** Waits for the saved record and for what was typed before. A form that begins anew is another form. */
function Door({ route, declaration }: ScreenProps<'edit'> & { readonly declaration: Declaration }) {
  const [round, setRound] = useState(0)
  const { id, type } = route
  const saved = useQuery('record.get', id === undefined ? null : { id }, { types: [] })
  const wantsDraft = id !== undefined || route.draft !== undefined
  const drafts = useQuery('draft.list', wantsDraft ? { type } : null, { types: [] })
  const title = `${id === undefined ? '新' : '修改'}${oneWord(type)}`
  // An answer from before is not good enough to type over.
  const ready = (id === undefined || !saved.loading) && (!wantsDraft || !drafts.loading)
  const kept = drafts.data?.drafts.find((one) => (route.draft === undefined ? one.record === id : one.id === route.draft))
  if (ready && (id === undefined || saved.data !== null)) {
    return (
      <EditForm
        key={round} route={route} declaration={declaration} record={saved.data} kept={round === 0 ? kept ?? null : null}
        onAgain={() => setRound(round + 1)}
      />
    )
  }
  return (
    <>
      <PageHead title={title} crumb={tabWord(type)} />
      <div className="body"><Loaded query={saved}>{() => null}</Loaded></div>
    </>
  )
}

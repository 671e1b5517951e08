import type { ReactNode } from 'react'
import type { OfficeInfo } from '../../shared/contract/office'
import type { RecordPage } from '../../shared/contract/records'
import type { FormValues } from '../state/drafts'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Loaded } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'

/** Where a draft keeps the id of the saved record that it changes. */
export const recordKey = '_record'

export interface Opened {
  readonly office: OfficeInfo
  readonly draft: { readonly id: string; readonly values: FormValues } | null
  /** The record that is changed; null for a new one. */
  readonly page: RecordPage | null
}

export interface EntryDoorProps {
  readonly title: string
  readonly crumb: string
  readonly draftType: string
  /** The draft to go on with. */
  readonly draft: string | undefined
  /** The saved record to change. */
  readonly id?: string | undefined
  readonly children: (opened: Opened) => ReactNode
}

/** Waits for the draft that is gone on with and for the record that is changed, so that the form begins with what it needs. */
export function EntryDoor({ title, crumb, draftType, draft, id, children }: EntryDoorProps) {
  const office = useOffice()
  const wantsDraft = draft !== undefined || id !== undefined
  const drafts = useQuery('draft.list', wantsDraft ? { type: draftType } : null, { types: [] })
  const kept = drafts.data?.drafts.find((one) => (draft === undefined ? one.data[recordKey] === id : one.id === draft))
  const inDraft = kept?.data[recordKey]
  const recordId = id ?? (typeof inDraft === 'string' ? inDraft : undefined)
  const page = useQuery('record.page', recordId === undefined ? null : { id: recordId }, { types: [] })
  // An answer from before is not good enough to type over.
  const ready = (!wantsDraft || !drafts.loading) && (recordId === undefined || (!page.loading && page.data !== null))
  if (office !== null && ready) {
    return children({ office, draft: kept === undefined ? null : { id: kept.id, values: kept.data }, page: recordId === undefined ? null : page.data })
  }
  return (
    <>
      <PageHead title={title} crumb={crumb} />
      <div className="body"><Loaded query={page}>{() => null}</Loaded></div>
    </>
  )
}

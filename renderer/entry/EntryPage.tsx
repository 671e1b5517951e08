import './entry.css'
import type { ReactNode } from 'react'
import { back } from '../state/navigation'
import { ErrorBox } from '../ui/ErrorBox'
import { PageHead } from '../ui/PageHead'
import { SaveBar } from '../ui/SaveBar'
import { sayTime } from '../ui/say-date'
import { Status } from '../ui/Status'
import { OwnFields } from './OwnFields'
import type { Entry } from './use-entry'

interface EntryPageProps {
  readonly title: string
  readonly crumb: string
  readonly onCrumb: () => void
  readonly entry: Entry
  readonly onSave: () => void
  readonly onSaveAndNew?: (() => void) | undefined
  readonly saveWord?: string
  /** The quiet sentence of the bar. */
  readonly note?: string
  /** Whose own fields stand under the entry, and the saved record that is changed. */
  readonly own?: { readonly type: string; readonly saved?: Readonly<Record<string, unknown>> }
  readonly children: ReactNode
}

/** Head, form and the bar that never scrolls away. */
export function EntryPage(props: EntryPageProps) {
  const { title, crumb, onCrumb, entry, onSave, onSaveAndNew, saveWord, own, note = '带 * 的必须填，其他可以以后补。保存后可以撤销。' } = props
  const wrong = Object.keys(entry.errors).length
  const { kept, keptAt } = entry.draft
  return (
    <>
      <PageHead
        title={title}
        crumb={crumb}
        onCrumb={onCrumb}
        tag={kept === 'failed' ? <Status tone="late" box>草稿没有存上</Status> : kept !== 'nothing' && keptAt !== null && <Status tone="idle" box>{`草稿 已自动保存 ${sayTime(keptAt)}`}</Status>}
      />
      <div className="body">
        {entry.failure !== null && <ErrorBox failure={entry.failure} />}
        {props.children}
        {own !== undefined && <OwnFields entry={entry} {...own} />}
      </div>
      <SaveBar onSave={onSave} onLeave={back} busy={entry.busy} {...(onSaveAndNew === undefined ? {} : { onSaveAndNew })} {...(saveWord === undefined ? {} : { saveWord })}>
        {wrong > 0 ? <Status tone="late">{`有 ${wrong} 处要改，已标红框`}</Status> : note}
      </SaveBar>
    </>
  )
}

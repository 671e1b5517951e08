import { useEffect, useRef } from 'react'
import type { Draft } from '../../shared/contract/records'
import type { Declaration, Rec } from '../../shared/record'
import { sayWarning } from '../../shared/text'
import { back, go, replace, stillHere, useNavigation } from '../state/navigation'
import { notify, notifySaved } from '../state/notices'
import type { RouteOf } from '../state/routes'
import { useOffice } from '../state/session'
import { useTitles } from '../state/titles'
import { Button } from '../ui/Button'
import { ErrorBox } from '../ui/ErrorBox'
import { PageHead } from '../ui/PageHead'
import { SaveBar } from '../ui/SaveBar'
import { sayTime } from '../ui/say-date'
import { Status } from '../ui/Status'
import { ChangedElsewhere } from './ChangedElsewhere'
import { FormFields } from './FormFields'
import { listRoute, oneWord, tabWord } from './menus'
import { newRecord } from './new-record'
import { useRecordForm } from './use-record-form'

interface EditFormProps {
  readonly route: RouteOf<'edit'>
  readonly declaration: Declaration
  readonly record: Rec | null
  readonly kept: Draft | null
  /** A fresh form in place of this one. */
  readonly onAgain: () => void
}

/** Where a save leads: back to the page it was begun from, else to the page of what was saved. */
function leaveTo(saved: Rec, isNew: boolean): void {
  const from = useNavigation.getState().past.at(-1)
  if (from?.screen === 'record' || from?.screen === 'deputy' || (!isNew && from?.screen === 'edit')) back()
  else replace({ screen: 'record', id: saved.id, type: saved.type })
}

export function EditForm({ route, declaration, record, kept, onAgain }: EditFormProps) {
  const { type } = declaration
  const form = useRecordForm({
    declaration, record, ...(route.preset === undefined ? {} : { preset: route.preset }), ...(kept === null ? {} : { draft: { id: kept.id, values: kept.data } }),
  })
  const top = useRef<HTMLDivElement>(null)
  const office = useOffice()
  const own = useTitles(record === null ? [] : [record.id])
  const title = record === null ? `新${oneWord(type)}` : own[record.id] ?? ''
  const firstKey = form.groups.first[0] ?? form.groups.main[0] ?? null
  const focus = route.focus ?? (record === null ? firstKey : null)

  const saved = (rec: Rec, version: string, warnings: Parameters<typeof sayWarning>[0][]): void => {
    notifySaved(record === null ? `已保存，新${oneWord(type)}一条` : '已保存修改', { id: rec.id, version })
    for (const warning of warnings) {
      const words = sayWarning(warning, warning.field === undefined ? undefined : declaration.fields[warning.field]?.label)
      if (words !== null) notify({ tone: 'soon', text: words })
    }
  }
  const save = async (again: boolean, over?: Parameters<typeof form.save>[0]): Promise<void> => {
    if (form.untouched) return back()
    const isHere = stillHere()
    const done = await form.save(over)
    if (done === null) return
    saved(done.record, done.record.version, [...done.warnings])
    if (!isHere()) return
    if (again) onAgain()
    else leaveTo(done.record, record === null)
  }

  // What belongs to no field is said at the top, wherever the person was.
  useEffect(() => {
    if (form.failure !== null) top.current?.scrollIntoView({ block: 'nearest' })
  }, [form.failure])

  const wrong = Object.keys(form.errors).length
  const clash = form.failure?.code === 'changed-elsewhere' && record !== null && form.base !== null
  const mayRepeat = record === null && newRecord(type, office?.role ?? 'town') !== null
  return (
    <>
      <PageHead
        title={record === null ? title : `修改：${title}`}
        crumb={tabWord(type)}
        onCrumb={() => go(listRoute(type))}
        tag={form.draft.kept === 'failed'
          ? <Status tone="late" box>草稿没有存上</Status>
          : form.draft.keptAt !== null && <Status tone="idle" box>{`草稿已自动保存 ${sayTime(form.draft.keptAt)}`}</Status>}
      />
      <div className="body">
        {kept !== null && (
          <div className="note doing">
            <div className="grow">接着上次没存完的填。</div>
            <Button look="text" onClick={() => { form.draft.drop(); onAgain() }}>不要了，重新填</Button>
          </div>
        )}
        {form.failure !== null && (
          <div ref={top}>
            {clash
              ? (
                <ChangedElsewhere
                  declaration={declaration} before={record} values={form.draft.values} busy={form.busy}
                  onChoose={(base, values) => void save(false, { base, values })}
                  onGiveUp={() => { form.draft.drop(); back() }}
                />
              )
              : <ErrorBox failure={form.failure} />}
          </div>
        )}
        <FormFields
          declaration={declaration} record={record} groups={form.groups} read={form.read} onChange={form.onChange} onLeave={form.draft.flush}
          errors={form.errors} focus={focus}
        />
      </div>
      {!clash && (
        <SaveBar
          busy={form.busy} onSave={() => void save(false)} onLeave={back}
          {...(mayRepeat ? { onSaveAndNew: () => void save(true) } : {})}
        >
          {wrong > 0 ? <Status tone="late">{`有 ${wrong} 处要改，已标红框`}</Status> : '带 * 的必须填，其他可以以后补。保存后可以撤销。'}
        </SaveBar>
      )}
    </>
  )
}

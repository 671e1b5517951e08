import './records.css'
import { useState } from 'react'
import type { Data, Field } from '../../shared/fields'
import { declarationOf } from '../../shared/records'
import { fixedKeys } from '../../shared/records/key'
import type { Failure } from '../../shared/result'
import { say } from '../../shared/text'
import { call } from '../api'
import { FieldRow } from '../fields/FieldRow'
import { useDraft } from '../state/drafts'
import { back, replace } from '../state/navigation'
import { notify, notifySaved } from '../state/notices'
import type { ScreenProps } from '../state/routes'
import { useOffice } from '../state/session'
import { useKeys } from '../state/use-keys'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { ErrorBox } from '../ui/ErrorBox'
import { Bones } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'
import { SaveBar } from '../ui/SaveBar'
import { Status } from '../ui/Status'
import { sayTime } from '../ui/say-date'

/** The form of any record: fields in the order of the paper form, what names it first, what is seldom wanted folded. */
export default function EditScreen({ route }: ScreenProps<'edit'>) {
  const existing = useQuery('record.get', route.id === undefined ? null : { id: route.id }, { types: [] })
  const drafts = useQuery('draft.list', route.draft === undefined ? null : { type: route.type }, { types: [] })
  if (route.id !== undefined && !existing.data) return existing.error ? <div className="body"><ErrorBox failure={existing.error} /></div> : <div className="body"><Bones rows={6} /></div>
  if (route.draft !== undefined && !drafts.data) return <div className="body"><Bones rows={6} /></div>
  const draft = drafts.data?.drafts.find((one) => one.id === route.draft)
  const initial = draft?.data ?? (existing.data ? existing.data.fields : route.preset ?? {})
  return <Form key={`${route.type} ${route.id ?? ''} ${route.draft ?? ''}`} route={route} initial={initial} base={existing.data?.version} before={existing.data?.fields ?? {}} />
}

interface FormProps {
  readonly route: ScreenProps<'edit'>['route']
  readonly initial: Readonly<Record<string, unknown>>
  readonly base: string | undefined
  readonly before: Data
}

const mayType = (field: Field): boolean => field.kind !== 'derived' && (field.need !== 'app' || field.settable === true)

function initialOf(field: Field, today: string, term: string | null): unknown {
  if (field.initial === 'today') return today
  if (field.initial === 'current-term') return term ?? undefined
  return field.initial
}

function Form({ route, initial, base, before }: FormProps) {
  const declaration = declarationOf(route.type)
  const office = useOffice()
  const fields = Object.entries(declaration?.fields ?? {}).filter(([, field]) => mayType(field))
  const started = route.id === undefined
    ? { ...Object.fromEntries(fields.map(([key, field]) => [key, initialOf(field, office?.today ?? '', office?.term?.id ?? null)]).filter(([, value]) => value !== undefined)), ...initial }
    : initial
  const draft = useDraft({ type: route.type, initial: started, ...(route.id === undefined ? {} : { record: route.id }), ...(route.draft === undefined ? {} : { id: route.draft }) })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)

  const save = async (again: boolean, overwrite = false) => {
    if (!declaration || busy) return
    setBusy(true)
    setFailure(null)
    const given = Object.fromEntries(fields.map(([key]) => [key, draft.values[key]]).filter(([key, value]) => (route.id === undefined ? value !== undefined && value !== '' && value !== null : value !== before[String(key)])).map(([key, value]) => [key, value === undefined ? null : value]))
    const answer = route.id === undefined
      ? await call('record.quick', { type: route.type, fields: given, draft: draft.id })
      : await call('record.set', { id: route.id, fields: given, draft: draft.id, ...(base === undefined || overwrite ? {} : { base }) })
    setBusy(false)
    if (!answer.ok) {
      setFailure(answer)
      return
    }
    draft.drop()
    notifySaved(`已保存${declaration.label}`, { id: answer.value.record.id, version: answer.value.record.version })
    for (const warning of answer.value.warnings.slice(0, 2)) notify({ tone: 'soon', text: warningText(warning.code) })
    if (again) replace({ screen: 'edit', type: route.type, ...(route.preset ? { preset: route.preset } : {}) })
    else replace({ screen: 'record', id: answer.value.record.id, type: route.type })
  }
  useKeys({ 'mod+s': () => { void save(false) }, escape: back })
  if (!declaration) return null
  const first = fields.filter(([, field]) => field.need === 'identity')
  const wanted = fields.filter(([, field]) => field.need === 'step' || field.need === 'complete')
  const rest = fields.filter(([, field]) => field.need === 'optional' || field.need === 'app')
  const locked = new Set(route.id === undefined ? [] : fixedKeys(declaration, before))
  const errorOf = (key: string) => (failure?.field === key ? { code: failure.code, ...(failure.detail ? { detail: failure.detail } : {}) } : null)
  const row = ([key, field]: readonly [string, Field]) => (
    <FieldRow key={key} field={field} value={draft.values[key]} onChange={(value) => { draft.set(key, value) }} onLeave={draft.flush} error={errorOf(key)} {...(locked.has(key) ? { disabled: true } : {})} />
  )
  const hidden = rest.some(([key]) => failure?.field === key)
  return (
    <>
      <PageHead title={route.id === undefined ? `新建${declaration.label}` : `修改${declaration.label}`} crumb={declaration.label} onCrumb={back}
        tag={draft.kept === 'kept' && draft.keptAt ? <Status tone="idle" box>{`草稿 已自动保存 ${sayTime(draft.keptAt)}`}</Status> : undefined} />
      <div className="body">
        {failure && !fields.some(([key]) => key === failure.field) && (
          <ErrorBox failure={failure}>
            {failure.code === 'changed-elsewhere' && route.id !== undefined && <><Button onClick={() => { replace({ screen: 'record', id: route.id ?? '', type: route.type }) }}>看现在的内容</Button><Button onClick={() => { void save(false, true) }}>用我填的</Button></>}
          </ErrorBox>
        )}
        <section className="card form"><div className="b">
          {first.map(row)}
          {wanted.map(row)}
          {(open || hidden) && rest.map(row)}
          {rest.length > 0 && !open && !hidden && <Button look="text" onClick={() => { setOpen(true) }}>{`更多 ${String(rest.length)} 项`}</Button>}
        </div></section>
      </div>
      <SaveBar onSave={() => { void save(false) }} onLeave={back} busy={busy} {...(route.id === undefined ? { onSaveAndNew: () => { void save(true) } } : {})}>照片不是必填。保存后可以撤销。</SaveBar>
    </>
  )
}

const warningText = (code: string): string => {
  const words = say('bad-input', {})
  return code === '' ? words.say : `请留意：${code}`
}

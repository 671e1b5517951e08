import './records.css'
import { useState } from 'react'
import type { RecordPage, StepOnPage } from '../../shared/contract/records'
import type { Field } from '../../shared/fields'
import { declarationOf } from '../../shared/records'
import { call } from '../api'
import { back, go } from '../state/navigation'
import { notifyFailure, notifySaved } from '../state/notices'
import type { ScreenProps } from '../state/routes'
import { useOffice } from '../state/session'
import { labelOfType } from '../state/type-words'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ConfirmDelete } from '../ui/ConfirmDelete'
import { IdMasked } from '../ui/IdMasked'
import { Loaded } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'
import { RecordDoor } from '../ui/RecordDoor'
import { Status } from '../ui/Status'
import { TodoRow } from '../ui/TodoRow'
import { HistoryDrawer } from './HistoryDrawer'
import { RowTable } from './RowTable'
import { showValue, toneOfStatus } from './show-value'
import { StepDialog } from './StepDialog'

/** The page of any record: what comes next, what it says, what belongs to it. */
export default function RecordScreen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', route.type === undefined ? null : { id: route.id })
  if (route.type === undefined) return <RecordDoor route={route} />
  return <Loaded query={query} rows={6}>{(page) => <Page key={page.record.id} page={page} step={route.step} />}</Loaded>
}

const seldom = new Set(['undo_step', 'archive', 'call_off', 'cancel', 'withdraw', 'void', 'repeal', 'suspend', 'die', 'expire', 'report_end', 'resign', 'end', 'merge'])

function Page({ page, step: asked }: { readonly page: RecordPage; readonly step: string | undefined }) {
  const { record } = page
  const declaration = declarationOf(record.type)
  const office = useOffice()
  const [step, setStep] = useState<StepOnPage | null>(page.steps.find((one) => one.name === asked && one.open) ?? null)
  const [deleting, setDeleting] = useState(false)
  const [history, setHistory] = useState(false)
  if (!declaration) return null
  const open = page.steps.filter((one) => one.open)
  const next = open.filter((one) => !seldom.has(one.name))
  const others = open.filter((one) => seldom.has(one.name))
  const remove = async (reason: string) => {
    const answer = await call('record.delete', { id: record.id, reason, base: record.version })
    setDeleting(false)
    if (!answer.ok) {
      notifyFailure(answer)
      return
    }
    notifySaved(`已删除${declaration.label}`, { id: record.id })
    back()
  }
  return (
    <>
      <PageHead title={page.title} crumb={declaration.label} onCrumb={() => { go({ screen: 'list', type: record.type }) }}
        tag={record.status === undefined ? undefined : <Status tone={toneOfStatus(record.status, declaration.endStatuses)} box>{record.status}</Status>} />
      <div className="body record">
        <div className="record-cols">
          <div className="record-main">
            {next.length > 0 && !record.deleted && (
              <Card title="下一步"><div className="next-steps">
                {next.map((one, index) => <Button key={one.name} look={index === 0 ? 'primary' : 'plain'} large={index === 0} onClick={() => { setStep(one) }}>{one.label}</Button>)}
              </div></Card>
            )}
            {page.todos.length > 0 && <Card title="要办的"><ul>{page.todos.map((todo) => <TodoRow key={todo.id} todo={todo} today={office?.today ?? ''} />)}</ul></Card>}
            <Card title="内容" tools={!record.deleted && <Button onClick={() => { go({ screen: 'edit', type: record.type, id: record.id }) }}>修改</Button>}>
              <Fields page={page} />
            </Card>
            {page.children.map((list) => (
              <Card key={`${list.type} ${list.key}`} title={list.label} beside={`${String(list.total)} 条`} tools={<Button look="text" onClick={() => { go({ screen: 'edit', type: list.type, preset: { [list.key]: record.id } }) }}>{`新建${list.label}`}</Button>} bare>
                <RowTable type={list.type} rows={list.rows} titles={page.titles} without={[list.key]} onOpen={(id) => { go({ screen: 'record', id, type: list.type }) }} />
              </Card>
            ))}
          </div>
          <aside className="record-side">
            <Card title="完整程度">
              {page.incomplete.length === 0
                ? <p><Status tone="done">该填的都填了</Status></p>
                : <><p><Status tone="soon">{`还缺 ${String(page.incomplete.length)} 项`}</Status></p><p className="mut">{page.incomplete.map((key) => declaration.fields[key]?.label ?? key).join('、')}</p></>}
              {page.at_county !== null && <p>{page.at_county ? <Status tone="done">县里已有</Status> : <Status tone="doing">县里还没有</Status>}</p>}
              {record.conflict && <p><Status tone="late">两处同时改过，请到上报里处理</Status></p>}
            </Card>
            <Card title="其他">
              <div className="side-buttons">
                <AddChild type={record.type} id={record.id} />
                <Button look="text" onClick={() => { setHistory(true) }}>{`修改记录 ${String(page.versions)} 次`}</Button>
                {others.map((one) => <Button key={one.name} onClick={() => { setStep(one) }}>{one.label}</Button>)}
                {!record.deleted && <Button look="danger" onClick={() => { setDeleting(true) }}>删除</Button>}
              </div>
            </Card>
          </aside>
        </div>
      </div>
      {step && <StepDialog record={record} step={step} onClose={() => { setStep(null) }} />}
      {history && <HistoryDrawer id={record.id} type={record.type} titles={page.titles} onClose={() => { setHistory(false) }} />}
      {deleting && <ConfirmDelete question={`删除这条${declaration.label}？`} name={page.title} consequences={['可以在回收站里恢复。', ...page.children.map((list) => `下属的${list.label} ${String(list.total)} 条按规则一起处理。`)]} onDelete={(reason) => { void remove(reason) }} onClose={() => { setDeleting(false) }} />}
    </>
  )
}

/** What may be added under a record although it has none yet. */
const childrenOfType: Readonly<Record<string, readonly (readonly [type: string, key: string])[]>> = {
  session: [['agenda_item', 'session'], ['vote', 'meeting'], ['attendance', 'session']], presidium_meeting: [['decision', 'meeting'], ['participation', 'event']], supervision: [['finding', 'supervision'], ['participation', 'event']],
  training: [['participation', 'event']], activity: [['participation', 'event']], suggestion: [['contact', 'suggestion']], budget: [['expense', 'budget']], person: [['mandate', 'person'], ['person_private', 'person']],
  voter_matter: [['visitor', 'about']], mandate: [['debrief', 'mandate'], ['deed', 'mandate']],
}

function AddChild({ type, id }: { readonly type: string; readonly id: string }) {
  return <>{(childrenOfType[type] ?? []).map(([child, key]) => <Button key={child} onClick={() => { go({ screen: 'edit', type: child, preset: { [key]: id } }) }}>{`添加${labelOfType(child)}`}</Button>)}</>
}

const masked = new Set(['id_no', 'phone', 'phone2', 'address', 'bank_account', 'birth_on', 'wechat', 'email'])

function Fields({ page }: { readonly page: RecordPage }) {
  const declaration = declarationOf(page.record.type)
  const filled = Object.entries(declaration?.fields ?? {}).map(([key, field]) => [key, field, showValue(field, page.record.fields[key], page.titles)] as const).filter(([, , shown]) => shown !== '')
  return (
    <dl className="fields">
      {filled.map(([key, field, shown]) => (
        <div key={key} className={field.kind === 'longText' || shown.length > 40 ? 'wide' : ''}>
          <dt>{field.label}</dt>
          <dd><Shown page={page} name={key} field={field} shown={shown} /></dd>
        </div>
      ))}
    </dl>
  )
}

function Shown({ page, name, field, shown }: { readonly page: RecordPage; readonly name: string; readonly field: Field; readonly shown: string }) {
  const value = page.record.fields[name]
  if ((page.record.type === 'person_private' || page.record.type === 'visitor') && masked.has(name)) return <IdMasked id={page.record.id} field={name} label={field.label} masked={shown} />
  const target = field.kind === 'ref' && typeof value === 'string' ? page.titles[value] : undefined
  if (target && typeof value === 'string') return <button type="button" className="link" onClick={() => { go({ screen: 'record', id: value, type: target.type }) }}>{shown}</button>
  return <>{shown}</>
}

import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Draft } from '../../../shared/contract/records'
import { declarations } from '../../../shared/records'
import type { Rec } from '../../../shared/record'
import type { Failure } from '../../../shared/result'
import { sayWarning } from '../../../shared/text'
import { call } from '../../api'
import { FieldRow } from '../../fields/FieldRow'
import { doubtOf, isEmptyValue, type FieldErrors } from '../../records/form-fields'
import { useDraft, type DraftState } from '../../state/drafts'
import { back, go, replace, stillHere } from '../../state/navigation'
import { notify, notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useTitles } from '../../state/titles'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Icon } from '../../ui/Icon'
import { PageHead } from '../../ui/PageHead'
import { SaveBar } from '../../ui/SaveBar'
import { sayTime } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { Namesakes } from './Namesakes'
import { deputyCommand, deputyErrors, fieldsOf, missingOfDeputy, nameIn, startOfDeputy, type Part } from './new-deputy'

interface NewDeputyProps {
  readonly kept: Draft | null
  /** Somebody who is already on record. */
  readonly person: string | null
}

const personKey = '_person'
const idOf = (name: string): string => `new-${name}`

/** A deputy in one entry: person, mandate, and the numbers that stay in the town. */
export function NewDeputy(props: NewDeputyProps) {
  const [round, setRound] = useState(0)
  return <Form key={round} {...props} {...(round > 0 ? { kept: null, person: null } : {})} onAgain={() => setRound(round + 1)} />
}

function Form({ kept, person, onAgain }: NewDeputyProps & { readonly onAgain: () => void }) {
  const office = useOffice()
  const draft = useDraft({
    type: 'mandate', ...(kept === null ? {} : { id: kept.id }),
    initial: kept?.data ?? { ...startOfDeputy(office?.term?.id ?? null), ...(person === null ? {} : { [personKey]: person }) },
  })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const { values } = draft
  const known = typeof values[personKey] === 'string' ? values[personKey] : null
  const titles = useTitles(known === null ? [] : [known])
  const name = typeof values['person.name'] === 'string' ? values['person.name'] : (known !== null && titles[known]) || ''

  const show = (found: FieldErrors): void => {
    setErrors(found)
    const first = Object.keys(found)[0]
    if (first !== undefined) setTimeout(() => document.getElementById(idOf(first))?.focus(), 0)
  }
  const save = async (again: boolean): Promise<void> => {
    if (busy) return
    setFailure(null)
    const missing = missingOfDeputy(known === null ? values : { ...values, 'person.name': '-' })
    if (Object.keys(missing).length > 0) return show(missing)
    draft.flush()
    setBusy(true)
    const isHere = stillHere()
    const answer = await call('record.quick', deputyCommand(values, known, draft.id))
    setBusy(false)
    if (!answer.ok) {
      const { fields, rest } = deputyErrors(answer)
      setFailure(rest)
      return show(fields)
    }
    draft.drop()
    const { record, ids, warnings } = answer.value
    notifySaved(`已新增代表：${name}`, { id: record.id, version: record.version })
    for (const warning of warnings) {
      const words = sayWarning(warning)
      if (words !== null) notify({ tone: 'soon', text: words })
    }
    if (!isHere()) return
    const mandate = ids.at(-1)
    if (again) onAgain()
    else if (mandate !== undefined) replace({ screen: 'record', id: mandate, type: 'mandate' })
  }
  const chooseSame = (rec: Rec | null): void => draft.patch({ [personKey]: rec?.id ?? null })

  const wrong = Object.keys(errors).length
  const shared = { draft, errors, onErrors: setErrors }
  return (
    <>
      <PageHead title="新增代表" crumb="代表" onCrumb={() => go({ screen: 'deputies' })} tag={draft.keptAt !== null && <Status tone="idle" box>{`草稿已自动保存 ${sayTime(draft.keptAt)}`}</Status>} />
      <div className="body">
        {failure !== null && <ErrorBox failure={failure} />}
        {known !== null && person !== null
          ? <div className="note doing"><div>{`给“${titles[known] ?? '…'}”登记新的任职，个人资料沿用原来的。`}</div></div>
          : (
            <Section part="person" title="基本情况" {...shared}>
              {(key) => key === 'name' && <Namesakes name={name} chosen={known} onChoose={chooseSame} />}
            </Section>
          )}
        <Section part="mandate" title="任职" needsTerm={office?.term === null || office?.term === undefined} {...shared} />
        {known === null && <Section part="person_private" title="联系方式" beside="只留在本镇，不上报到县里" {...shared} />}
      </div>
      <SaveBar busy={busy} onSave={() => void save(false)} onSaveAndNew={() => void save(true)} onLeave={back}>
        {wrong > 0 ? <Status tone="late">{`有 ${wrong} 处要改，已标红框`}</Status> : '带 * 的必须填，其他可以以后补。保存后可以撤销。'}
      </SaveBar>
    </>
  )
}

interface SectionProps {
  readonly part: Part
  readonly title: string
  readonly beside?: string
  /** No term is registered yet: it must be chosen here. */
  readonly needsTerm?: boolean
  readonly draft: DraftState
  readonly errors: FieldErrors
  readonly onErrors: (errors: FieldErrors) => void
  readonly children?: (key: string) => React.ReactNode
}

const hints: Readonly<Record<string, string>> = { 'mandate.confirm_on': '主席团公告代表资格有效的日期。还没确认的先空着，保存后是“当选待确认”。' }

function Section({ part, title, beside, needsTerm = false, draft, errors, onErrors, children }: SectionProps) {
  const { shown, folded } = fieldsOf(part)
  const [open, setOpen] = useState(false)
  const unfolded = open || folded.some((key) => errors[nameIn(part, key)] !== undefined || !isEmptyValue(draft.values[nameIn(part, key)]))
  const declaration = declarations[part]
  const row = (key: string): React.ReactNode => {
    const field = declaration.fields[key]
    const name = nameIn(part, key)
    if (field === undefined) return null
    const hint = hints[name]
    return (
      <FieldRow
        key={key}
        id={idOf(name)}
        field={hint === undefined ? field : { ...field, hint }}
        value={draft.values[name]}
        error={errors[name] ?? null}
        warning={doubtOf(declaration, key, draft.values[name])}
        autoFocus={name === 'person.name'}
        onChange={(value) => {
          draft.set(name, value)
          if (errors[name] !== undefined) onErrors(Object.fromEntries(Object.entries(errors).filter(([one]) => one !== name)))
        }}
        onLeave={draft.flush}
      >
        {children?.(key)}
      </FieldRow>
    )
  }
  return (
    <Card className="rec-form" title={title} {...(beside === undefined ? {} : { beside: <span className="mut">{beside}</span> })}>
      {needsTerm && row('term')}
      {shown.map(row)}
      {folded.length > 0 && (
        <div className="rec-fold">
          <Button look="text" aria-expanded={unfolded} icon={<Icon of={unfolded ? UpOutlined : DownOutlined} />} onClick={() => setOpen(!open)}>
            {unfolded ? '收起不常用的' : `更多 ${folded.length} 项（都可以不填）`}
          </Button>
        </div>
      )}
      {unfolded && folded.map(row)}
    </Card>
  )
}

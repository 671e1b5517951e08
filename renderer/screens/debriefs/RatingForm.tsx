import './debriefs.css'
import { useEffect, useState } from 'react'
import type { Draft, StepOnPage } from '../../../shared/contract/records'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import { impossibleCount } from '../../../shared/records/rating-count'
import type { Failure } from '../../../shared/result'
import { sayWarning } from '../../../shared/text'
import { call } from '../../api'
import { Fold } from '../../entry/Fold'
import { FieldRow } from '../../fields/FieldRow'
import { errorsOf, isEmptyValue, type FieldErrors } from '../../records/form-fields'
import { stepDraftType } from '../../records/StepDrawer'
import { useDraft } from '../../state/drafts'
import { notify, notifySaved } from '../../state/notices'
import { useKeys } from '../../state/use-keys'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Status } from '../../ui/Status'
import { countList, listTrailKey, namesIn, namesKey } from './list-tally'
import { ListTally } from './ListTally'
import { ballots } from './tally'
import { Tally } from './Tally'
import { TallyCheck } from './TallyCheck'

interface RatingFormProps {
  readonly record: Rec
  readonly step: StepOnPage
  readonly today: string
  readonly onClose: () => void
}

/** The count of a rating, in the place of the next step. What was counted is kept ballot by ballot. */
export function RatingForm(props: RatingFormProps) {
  const drafts = useQuery('draft.list', { type: stepDraftType(props.record.type, props.step.name) }, { types: [] })
  if (drafts.loading) return null
  return <Form {...props} kept={drafts.data?.drafts.find((one) => one.record === props.record.id) ?? null} />
}

const isCounted = (key: string): boolean => ballots.some((one) => one.key === key)
const sheets = ['issued', 'collected'] as const
/** Left empty they are 总体 and the first round. */
const seldom = ['aspect', 'round'] as const
const isSeldom = (key: string): boolean => seldom.some((one) => one === key)
const isSheet = (key: string): boolean => sheets.some((one) => one === key)
/** Of a sheet that lists many names. */
const listKey = 'list'

function Form({ record, step, today, onClose, kept }: RatingFormProps & { readonly kept: Draft | null }) {
  const draft = useDraft({
    type: stepDraftType(record.type, step.name), record: record.id, ...(kept === null ? {} : { id: kept.id }),
    initial: kept?.data ?? {
      _label: step.label, rated_on: typeof record.fields['date'] === 'string' ? record.fields['date'] : today,
      ...Object.fromEntries(step.inputs.flatMap(({ key, value }) => (isSeldom(key) && !isEmptyValue(value) ? [[key, value]] : []))),
    },
  })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const { values } = draft
  const listing = typeof values[namesKey] === 'string'
  const names = namesIn(values[namesKey])
  const counted = countList(names.length, typeof values[listTrailKey] === 'string' ? values[listTrailKey] : '')
  const impossible = impossibleCount((listing ? { issued: values['issued'], collected: values['collected'], satisfied: counted.valid, invalid: counted.invalid } : values) as Data)
  const unfinished = listing && counted.sheet.length > 0
  const idOf = (key: string): string => `rate-${key}`
  useEffect(() => document.getElementById('rate-issued')?.focus(), [])

  const save = async (): Promise<void> => {
    if (busy || impossible !== null || unfinished) return
    if (listing ? counted.valid === 0 : ballots.every(({ key }) => isEmptyValue(values[key]))) {
      setErrors({ satisfied: { code: 'required' } })
      return
    }
    setFailure(null)
    setBusy(true)
    const given = Object.fromEntries(step.inputs.filter(({ key }) => !isEmptyValue(values[key]) && !(listing && (isCounted(key) || key === 'aspect'))).map(({ key }) => [key, values[key]]))
    const fields = listing ? { ...given, invalid: counted.invalid, list: names.map((aspect, at) => ({ aspect, ...counted.rows[at] })) } : given
    const answer = await call('step.run', { step: step.name, id: record.id, fields, base: record.version })
    setBusy(false)
    if (!answer.ok) {
      const { fields: wrong, rest } = errorsOf(answer, (key) => step.inputs.some((input) => input.key === key))
      setErrors(wrong)
      setFailure(rest)
      return
    }
    draft.drop()
    notifySaved('测评已记下', { id: record.id, version: answer.value.record.version })
    for (const warning of answer.value.warnings) {
      const words = sayWarning(warning)
      if (words !== null) notify({ tone: 'soon', text: words })
    }
    onClose()
  }
  useKeys({ 'Ctrl+s': () => void save() })
  const row = ({ key, required, field }: StepOnPage['inputs'][number]) => (
    <FieldRow key={key} id={idOf(key)} field={field} required={required} value={values[key]} error={errors[key] ?? null} onChange={(value) => { draft.set(key, value); setErrors({}) }} onLeave={draft.flush} />
  )
  return (
    <Card title="登记测评" className="entry-form rating" beside={<span className="mut sm">每唱一张都存了草稿，中途关掉也不会丢</span>}>
      {failure !== null && <ErrorBox failure={failure} />}
      <div className="rating-two">{step.inputs.filter(({ key }) => isSheet(key)).map(row)}</div>
      {listing
        ? <ListTally values={values} today={today} onChange={(change) => { draft.patch(change); setErrors({}) }} />
        : (
          <>
            <Tally values={values} wrong={impossible === null && errors['satisfied'] === undefined ? null : 'wrong'} onChange={(change) => { draft.patch(change); setErrors({}) }} />
            <TallyCheck data={values as Data} />
            {step.inputs.some(({ key }) => key === listKey) && ballots.every(({ key }) => isEmptyValue(values[key])) && <Button look="text" onClick={() => draft.patch({ [namesKey]: '' })}>一张票上列着很多人：按名单唱票</Button>}
          </>
        )}
      {listing && counted.valid + counted.invalid + counted.sheet.length === 0 && <Button look="text" onClick={() => draft.patch({ [namesKey]: null })}>一张票只评一项：直接唱票</Button>}
      {errors['satisfied'] !== undefined && <Status tone="late" quiet>{listing ? '还没有唱完的票。' : '还没有票数。先唱票，或在每格下面直接填总数。'}</Status>}
      {step.inputs.filter(({ key }) => !isSheet(key) && !isCounted(key) && !isSeldom(key) && key !== listKey).map(row)}
      <Fold count={listing ? 1 : seldom.length} forced={seldom.some((key) => errors[key] !== undefined) || Number(values['round'] ?? 1) > 1}>{step.inputs.filter(({ key }) => isSeldom(key) && !(listing && key === 'aspect')).map(row)}</Fold>
      <div className="rating-foot">
        <Button onClick={onClose}>先不存，返回</Button>
        <Button look="primary" busy={busy} disabled={impossible !== null || unfinished} title="Ctrl+S" onClick={() => void save()}>保存测评</Button>
      </div>
    </Card>
  )
}

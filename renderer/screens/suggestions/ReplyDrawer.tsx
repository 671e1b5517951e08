import { useEffect, useState } from 'react'
import type { Draft, RecordPage, StepOnPage } from '../../../shared/contract/records'
import { labelOf } from '../../../shared/codes'
import type { Timeline } from '../../../shared/suggestions/timeline'
import { EntryField } from '../../entry/EntryField'
import { Fold } from '../../entry/Fold'
import { entryFieldId, missingIn, useEntry, type Entry } from '../../entry/use-entry'
import { LabelledRow } from '../../fields/LabelledRow'
import { isEmptyValue } from '../../records/form-fields'
import { stepDraftType } from '../../records/StepDrawer'
import { useOffice } from '../../state/session'
import { useKeys } from '../../state/use-keys'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { ErrorBox } from '../../ui/ErrorBox'
import { Segmented } from '../../ui/Segmented'
import { completes, keyInForm, replyForm, replyToSave, situationOf, withProposals } from './reply-input'

interface ReplyDrawerProps {
  readonly page: RecordPage
  readonly timeline: Timeline
  readonly step: StepOnPage
  readonly nameOf: (id: string) => string
  readonly onClose: () => void
}

const draftType = stepDraftType('suggestion', 'reply')

/** The answer and, where the form has come back too, its rating: one sheet, one save, one undo. */
export function ReplyDrawer(props: ReplyDrawerProps) {
  const drafts = useQuery('draft.list', { type: draftType }, { types: [] })
  // A draft that cannot be read is no reason to keep the step away.
  if (drafts.loading) return null
  return <ReplyForm {...props} kept={drafts.data?.drafts.find((one) => one.record === props.page.record.id) ?? null} />
}

const classWords: Readonly<Record<string, string>> = { A: 'A 已解决', B: 'B 正在解决', C: 'C 暂不能解决', D: 'D 转上级' }
const classes = Object.entries(classWords).map(([value, label]) => ({ value, label }))
const classB = 'B'

function ReplyForm({ page, timeline, step, nameOf, onClose, kept }: ReplyDrawerProps & { readonly kept: Draft | null }) {
  const today = useOffice()?.today ?? ''
  const [situation] = useState(() => situationOf(timeline))
  const entry = useEntry({
    draftType, record: page.record.id, draft: kept === null ? null : { id: kept.id, values: kept.data }, initial: { _label: step.label }, keyOf: keyInForm,
  }, replyForm)
  const values = withProposals(entry.values, situation, today)
  const shown: Entry = { ...entry, values }
  const unit = typeof values['unit'] === 'string' ? values['unit'] : ''
  const last = completes(situation, unit)
  const rated = last && !isEmptyValue(values['rate_result'])
  const first = situation.units.length > 1 ? 'unit' : 'reply_on'
  useEffect(() => {
    // After the drawer has taken the focus for itself.
    const control = document.getElementById(entryFieldId(first))
    ;(control?.matches('input') === true ? control : control?.querySelector<HTMLElement>('input'))?.focus()
  }, [first])

  const save = async (): Promise<void> => {
    const missing = missingIn(values, ['reply_on', 'result_class', ...(rated ? ['feedback_on'] : [])])
    if (Object.keys(missing).length > 0) return entry.refuse(missing)
    const saved = await entry.save(replyToSave(page, values, situation), ({ record }) =>
      `已记下答复${rated ? `和测评（${labelOf('rate', String(values['rate_result']))}）` : ''}，现在是“${record.status ?? ''}”`)
    if (saved !== null) onClose()
  }
  useKeys({ 'Ctrl+s': () => void save() })
  const today1 = (key: string, label: string) => today !== '' && isEmptyValue(values[key]) && <Button look="text" onClick={() => entry.set(key, today)} aria-label={`${label}填今天`}>今天</Button>

  return (
    <Drawer
      title={situation.round > 1 ? `${step.label}（第 ${situation.round} 轮）` : step.label}
      width={640}
      onClose={onClose}
      footer={
        <>
          <span className="grow mut" style={{ alignSelf: 'center' }}>{kept === null ? '关闭也不会丢，下次接着填。' : '接着上次没存完的填。'}</span>
          <Button onClick={onClose}>先不办</Button>
          <Button look="primary" busy={entry.busy} title="Ctrl+S" onClick={() => void save()}>保存</Button>
        </>
      }
    >
      <div className="rec-step sug-reply">
        {entry.failure !== null && <ErrorBox failure={entry.failure} />}
        {situation.units.length > 1
          ? (
            <LabelledRow label="答复单位" htmlFor={entryFieldId('unit')} required>
              <Segmented id={entryFieldId('unit')} label="答复单位" options={situation.units.map((id) => ({ value: id, label: nameOf(id) }))} value={unit} onChange={(id) => entry.set('unit', id)} />
            </LabelledRow>
          )
          : unit !== '' && <p className="mut">{`答复单位：${nameOf(unit)}`}</p>}
        <EntryField entry={shown} type="reply" name="reply_on" required>{today1('reply_on', '答复日期')}</EntryField>
        <LabelledRow label="办理结果" htmlFor={entryFieldId('result_class')} required hint={isEmptyValue(values['result_class']) ? undefined : labelOf('result_class', String(values['result_class']))} error={entry.errors['result_class'] === undefined ? null : '请选一类。'}>
          <Segmented
            id={entryFieldId('result_class')} label="办理结果" options={classes} value={typeof values['result_class'] === 'string' ? values['result_class'] : null}
            invalid={entry.errors['result_class'] !== undefined} onChange={(value) => entry.set('result_class', value)}
          />
        </LabelledRow>
        {values['result_class'] === classB && (
          <>
            <EntryField entry={shown} type="promise" name="content" required={false} as={{ label: '承诺事项', hint: 'B 类一般要写明承诺做什么、哪月做完' }} />
            <EntryField entry={shown} type="promise" name="due" as={{ label: '承诺时限' }} />
          </>
        )}
        <EntryField entry={shown} type="reply" name="reply_no" />
        <EntryField entry={shown} type="reply" name="signer" />
        {situation.untalked && <EntryField entry={shown} type="contact" name="date" at="talk_on" required={false} as={{ label: '沟通日期', hint: '本轮还没有记与代表沟通；这次说过的，一起补上' }} />}
        {situation.untalked && !isEmptyValue(values['talk_on']) && (
          <>
            <EntryField entry={shown} type="contact" name="mode" at="talk_mode" as={{ label: '沟通方式' }} />
            <EntryField entry={shown} type="contact" name="who" at="talk_who" as={{ label: '沟通人' }} />
          </>
        )}
        <h3>代表测评</h3>
        {last
          ? (
            <>
              <EntryField entry={shown} type="reply" name="rate_result" required={false} as={{ label: '代表评价', hint: '征询意见表已经收回的，一起记；没收回就先空着' }} />
              {rated && (
                <>
                  <EntryField entry={shown} type="reply" name="feedback_on" required as={{ label: '收回日期' }} />
                  <EntryField entry={shown} type="reply" name="rate_process" />
                  <EntryField entry={shown} type="reply" name="rate_text" />
                </>
              )}
            </>
          )
          : <p className="mut">还有别的单位没有答复，等都答复了再登记测评。</p>}
        <Fold count={2} forced={entry.errors['text'] !== undefined || entry.errors['feedback_sent'] !== undefined}>
          <EntryField entry={shown} type="reply" name="text" />
          <EntryField entry={shown} type="reply" name="feedback_sent" as={{ label: '发表日期', hint: '征询意见表发出的日期；空着按答复日期算' }} />
        </Fold>
      </div>
    </Drawer>
  )
}

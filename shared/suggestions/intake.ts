/** How a suggestion came to the unit that answers it: raised, examined, assigned, sent back, assigned anew. */
import { labelOf } from '../codes'
import { idsOf, textOf } from '../facts'
import type { StatusEntry } from '../record'
import { replyRule } from '../measures/suggestion-answers'
import { ruleUsed } from '../rules/rule-used'
import { inputOf } from '../steps/status-log'
import { moment, termBy, termOf, type SuggestionFile } from './file'
import type { Moment } from './moment'

const afterReview: Readonly<Record<string, string>> = { 待交办: '立案', 草稿: '退回完善', 已并案: '并案', 已转出: '转出', 不立案: '不立案' }

/** The row of a step, or one made of the record's own day where the past was entered without steps. */
function rowsOf({ rec, log }: SuggestionFile, steps: readonly string[], day: string, to: string): readonly StatusEntry[] {
  const rows = log.filter((row) => steps.includes(row.step))
  const on = textOf(rec.fields, day)
  return rows.length > 0 || on === '' ? rows : [{ step: steps[0] ?? '', from: '', to, event_on: on, entered_at: '', by: '' }]
}

const given = (row: StatusEntry, key: string): string => textOf(inputOf(row), key)

function raised(file: SuggestionFile): readonly Moment[] {
  const { rec } = file
  if (rec.status === '草稿' && !file.log.some((row) => row.step === 'submit')) return []
  return rowsOf(file, ['submit'], 'raised_on', '已提出').map((row, index) => moment({
    key: `raised ${String(index)}`, kind: 'raised', round: 1, on: row.event_on, label: index === 0 ? '提出' : '再次提出', by: row.by,
    who: [textOf(rec.fields, 'lead')].filter((id) => id !== ''),
    said: [labelOf('suggestion.period', textOf(rec.fields, 'period')), joint(idsOf(rec.fields, 'cosign').length)].filter((word) => word !== '').join('，'),
  }))
}

const joint = (others: number): string => (others === 0 ? '' : `联名 ${String(others)} 人`)

function reviewed(file: SuggestionFile): readonly Moment[] {
  const { rec } = file
  const rows = rowsOf(file, ['review'], 'review_on', '待交办')
  return rows.map((row, index) => {
    // The record keeps the reason of the last examination only.
    const last = index === rows.length - 1
    const reason = last ? labelOf('not_suggestion_reason', textOf(rec.fields, 'accept_reason')) : ''
    const target = row.to === '已并案' ? textOf(rec.fields, 'merged_into') : ''
    return moment({
      key: `reviewed ${String(index)}`, kind: 'reviewed', round: 1, on: row.event_on, by: row.by, names: last ? textOf(rec.fields, 'reviewer') : '',
      label: row.to === '已转出' && last ? labelOf('accept', textOf(rec.fields, 'accept')) || '转出' : afterReview[row.to] ?? '审查',
      said: reason, record: target === '' ? null : { type: 'suggestion', id: target },
    })
  })
}

function merged(file: SuggestionFile): readonly Moment[] {
  const target = textOf(file.rec.fields, 'merged_into')
  return file.log.filter((row) => row.step === 'merge').map((row) => moment({
    key: 'merged', kind: 'merged', round: 1, on: row.event_on, label: '并案', by: row.by, record: target === '' ? null : { type: 'suggestion', id: target },
  }))
}

/** Assigning and assigning anew, each with the unit and the due day that it had then. */
function assigned(file: SuggestionFile): readonly Moment[] {
  const { rec } = file
  const rows = rowsOf(file, ['assign', 'reassign'], 'assigned_on', '已交办')
  return rows.map((row, index) => {
    const next = rows[index + 1]
    const host = next === undefined ? textOf(rec.fields, 'host') : given(next, 'old_host')
    const again = row.step === 'reassign'
    // What it waited for: the examination, or the unit that sent it back.
    const from = lastBefore(file, row, again ? 'send_back' : 'review') ?? (again ? '' : textOf(rec.fields, 'review_on'))
    return moment({
      key: `assigned ${String(index)}`, kind: again ? 'reassigned' : 'assigned', round: 1, on: row.event_on, label: again ? '改交' : '交办', by: row.by,
      who: [host, ...(next === undefined ? idsOf(rec.fields, 'cohosts') : [])].filter((id) => id !== ''),
      said: next === undefined ? [labelOf('handling_mode', textOf(rec.fields, 'mode')), labelOf('term_class', textOf(rec.fields, 'term_class'))].filter((word) => word !== '').join('，') : '',
      text: given(row, 'reason'), term: termOf(file, 'suggest.assign', from, row.event_on),
    })
  })
}

function lastBefore({ log }: SuggestionFile, row: StatusEntry, step: string): string | null {
  const at = log.indexOf(row)
  return at < 0 ? null : log.slice(0, at).filter((one) => one.step === step).at(-1)?.event_on ?? null
}

function sentBack(file: SuggestionFile): readonly Moment[] {
  const returns = Array.isArray(file.rec.fields['returns']) ? file.rec.fields['returns'] as readonly Readonly<Record<string, unknown>>[] : []
  return file.log.filter((row) => row.step === 'send_back').map((row, index) => {
    const unit = returns.filter((one) => one['date'] === row.event_on)[0]?.['unit']
    const from = lastBefore(file, row, 'reassign') ?? lastBefore(file, row, 'assign') ?? ''
    return moment({
      key: `sent_back ${String(index)}`, kind: 'sent_back', round: 1, on: row.event_on, label: '承办单位退回', by: row.by,
      who: typeof unit === 'string' ? [unit] : [], text: given(row, 'reason'), term: termOf(file, 'suggest.return', from, row.event_on),
    })
  })
}

/** All of it, unsorted. */
export const intakeOf = (file: SuggestionFile): readonly Moment[] => [...raised(file), ...reviewed(file), ...merged(file), ...assigned(file), ...sentBack(file)]

/** The term of the first answer, by the entry that it was made with. */
export const answerTerm = (file: SuggestionFile, on: string | null) =>
  termBy(file, ruleUsed(file.rules, replyRule(file.rec), textOf(file.rec.fields, 'due_rule')), textOf(file.rec.fields, 'due_on'), textOf(file.rec.fields, 'assigned_on'), on)

/** 群众反映事项: passed on, answered, told to the person who came (domain.md A.26, A.34). */
import { idsOf, textOf } from '../facts'
import { ref, type Data } from '../fields'
import { fail } from '../result'
import { machine, may, must, own, ownDay, step } from './define-step'
import { notBefore, refuse } from './refuse'

/** Status by code of the table `route`; 6 is the step `convert`. */
const afterRoute: Readonly<Record<string, string>> = {
  '1': '当场答复', '2': '代表自办', '3': '已转办', '4': '已转办', '5': '已转办', '9': '已转办', '7': '转信访', '8': '不受理',
}
const toUnit = ['3', '4', '5', '9']
const refused = '8'
const toSuggestion = '6'

const received = (data: Data) => [data['received_on'], '反映日期'] as const

const route = step('route', '审定去向', {
  from: ['登记', '已转办', '代表自办'], to: ['当场答复', '代表自办', '已转办', '转信访', '不受理'], on: 'routed_on',
  inputs: [
    must('routed_on'), must('route', { fresh: true }), may('to_unit', { fresh: true, requiredIf: (input) => toUnit.includes(textOf(input, 'route')) }), may('sent_on', { fresh: true }), may('due_on'),
    may('reject_reason', { requiredIf: (input) => textOf(input, 'route') === refused }), may('reply_text'),
  ],
  run: ({ rec, input, eventOn }) => {
    const code = textOf(input, 'route')
    if (code === toSuggestion) return refuse(rec.status, 'use-convert', { field: 'route' })
    const status = afterRoute[code]
    if (status === undefined) return fail('unknown-code', { field: 'route', detail: { value: code } })
    return notBefore('routed_on', eventOn, '审定日期', received(rec.fields)) ?? notBefore('due_on', input['due_on'], '期限', [eventOn, '审定日期']) ?? { ok: true, status }
  },
})

/** Where a suggestion comes from, by the channel of the matter (code table `suggestion.source`). */
const sourceByChannel: Readonly<Record<string, string>> = { '1': '03', '2': '04', '8': '05' }
const betweenSessions = '2'

/** A title to begin with: the first words of what was said. */
function titleOf(content: string): string {
  const words = [...content.replace(/\s+/g, ' ').trim()]
  const short = words.slice(0, 30).join('').replace(/[。，；、,.;]+$/u, '')
  return `关于${short}的建议`
}

const convert = step('convert', '转为代表建议', {
  from: ['登记', '当场答复', '代表自办', '已转办', '转建议', '转信访', '不受理', '已回复', '已告知'], to: '转建议', on: 'date', makes: 'suggestion',
  inputs: [may('date', ownDay('转建议日期')), may('lead', own(ref('领衔代表', ['mandate'], 'optional')))],
  run: ({ rec, input, eventOn, lookup, newId }) => {
    const existing = lookup.get(textOf(rec.fields, 'suggestion'))
    if (existing) return refuse(rec.status, 'already-converted', { field: 'suggestion', more: { suggestion: existing.id } })
    const early = notBefore('date', eventOn, '转建议日期', received(rec.fields))
    if (early) return early
    const lead = textOf(input, 'lead') || (idsOf(rec.fields, 'deputies')[0] ?? '')
    const village = textOf(rec.fields, 'village')
    const content = textOf(rec.fields, 'content')
    const category = textOf(rec.fields, 'category')
    const id = newId()
    const fields: Data = {
      kind: '1', period: betweenSessions, title: titleOf(content), body: content, source: sourceByChannel[textOf(rec.fields, 'channel')] ?? '99', source_ref: rec.id,
      ...(lead === '' ? {} : { lead }), ...(category === '' ? {} : { field: category }), ...(village === '' ? {} : { villages: [village] }),
    }
    return { ok: true, status: '转建议', set: { suggestion: id, route: toSuggestion }, side: [{ type: 'suggestion', id, isNew: true, fields }] }
  },
})

const reply = step('reply', '登记回复', {
  from: ['代表自办', '已转办', '转建议', '转信访'], to: '已回复', on: 'reply_on', inputs: [must('reply_on'), must('reply_text')],
  run: ({ rec, eventOn }) => notBefore('reply_on', eventOn, '回复日期', received(rec.fields)) ?? { ok: true, status: '已回复' },
})

const inform = step('inform', '告知反映人', {
  from: ['当场答复', '已回复', '不受理', '转建议', '转信访'], to: '已告知', on: 'informed_on', inputs: [must('informed_on'), may('visitor_rate')],
  run: ({ rec, eventOn }) => notBefore('informed_on', eventOn, '告知日期', received(rec.fields), [rec.fields['reply_on'], '回复日期']) ?? { ok: true, status: '已告知' },
})

const close = step('close', '归档', {
  from: ['当场答复', '已回复', '已告知', '不受理', '转建议', '转信访'], to: '归档', on: 'closed_on', inputs: [may('closed_on')],
  run: ({ rec, eventOn }) => notBefore('closed_on', eventOn, '归档日期', received(rec.fields)) ?? { ok: true, status: '归档' },
})

export const voterMatter = machine('voter_matter', { on: ['received_on'] }, [route, convert, reply, inform, close])

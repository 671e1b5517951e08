/** 文件 (domain.md A.31, A.34). */
import { textOf } from '../facts'
import type { Rec } from '../record'
import type { Warning } from '../result'
import { docNoState, nextDocNo } from '../rules/doc-number'
import { machine, may, must, ownDay, step } from './define-step'
import { notBefore } from './refuse'

const issue = step('issue', '印发', {
  from: ['拟稿', '已签发'], to: '已印发', on: 'issued_on', inputs: [must('issued_on'), may('doc_no')],
  run: ({ rec, input, eventOn, lookup, deviceLetter }) => {
    const typed = textOf(input, 'doc_no')
    const docNo = typed || nextDocNo(lookup, textOf(rec.fields, 'kind'), eventOn, deviceLetter)
    const { used, gap } = docNo === null ? { used: false, gap: 0 } : docNoState(lookup, docNo, rec.id)
    const warnings: Warning[] = []
    if (used) warnings.push({ code: 'doc-no-used', field: 'doc_no', detail: { doc_no: docNo } })
    else if (gap > 0) warnings.push({ code: 'doc-no-gap', field: 'doc_no', detail: { doc_no: docNo, gap } })
    return { ok: true, status: '已印发', ...(docNo === null ? {} : { set: { doc_no: docNo } }), warnings }
  },
})

const issued = (rec: Rec) => [rec.fields['issued_on'], '印发日期'] as const

export const document = machine('document', { step: 'issue', on: ['issued_on'] }, [
  step('sign', '签发', { from: '拟稿', to: '已签发', on: 'signed_on', inputs: [may('signed_on', ownDay('签发日期')), may('signer')] }),
  issue,
  step('file', '备案', {
    from: '已印发', to: '已备案', on: 'filed_on', inputs: [must('filed_on')],
    run: ({ rec, eventOn }) => notBefore('filed_on', eventOn, '报县备案日期', issued(rec)) ?? { ok: true, status: '已备案' },
  }),
  step('archive', '归档', {
    from: ['已印发', '已备案'], to: '已归档', on: 'archived_on', inputs: [may('archived_on', ownDay('归档日期'))],
    run: ({ rec, eventOn }) => notBefore('archived_on', eventOn, '归档日期', issued(rec)) ?? { ok: true, status: '已归档' },
  }),
  step('repeal', '废止', {
    from: ['已印发', '已备案', '已归档'], to: '已废止', on: 'repealed_on', inputs: [must('repealed_on')],
    run: ({ rec, eventOn }) => notBefore('repealed_on', eventOn, '废止日期', issued(rec)) ?? { ok: true, status: '已废止' },
  }),
])

/** What nobody can have meant is named at its field, and the rest is kept. */
import { describe, expect, it } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

const town = (): Promise<Office> => makeOffice('town', qingshi, '青石镇', new Clock())

describe('dates out of order', () => {
  it.each([
    ['letter', { received_on: '2026-02-10', subject: '路灯不亮', reply_on: '2026-02-01' }, 'reply_on', '收到日期'],
    ['document', { kind: '09', title: '接待日制度', effective_on: '2026-02-01', repealed_on: '2026-01-15' }, 'repealed_on', '施行日期'],
    ['voter_matter', { received_on: '2026-02-10', content: '路灯不亮', reply_on: '2026-02-01' }, 'reply_on', '日期'],
    ['expense', { date: '2026-01-05', amount_fen: 100, approved_on: '2026-02-10', paid_on: '2026-02-01' }, 'paid_on', '审批日期'],
    ['activity', { kind: '07', title: '小组活动', start_on: '2026-02-10', end_on: '2026-02-01' }, 'end_on', '开始日期'],
  ] as const)('of a %s: the later one is named with the earlier', async (type, fields, field, firstLabel) => {
    const office = await town()
    const { added, errors } = await office.get('record.add', { type, records: [fields] })
    expect([added, errors]).toMatchObject([0, [{ line: 1, code: 'date-order', field, detail: { firstLabel } }]])
  })

  it('a line that is wrong adds nothing of itself, the others are added', async () => {
    const office = await town()
    const { added, errors } = await office.get('record.add', { type: 'letter', records: [{ received_on: '2026-02-10', subject: '甲', closed_on: '2026-01-01' }, { received_on: '2026-02-10', subject: '乙' }] })
    expect([added, errors.length]).toEqual([1, 1])
  })

  it('a record that came with old dates can still be changed elsewhere, and be put right', async () => {
    const office = await town()
    const [id = ''] = (await office.get('record.add', { type: 'letter', records: [{ as_history: true, received_on: '2025-02-10', subject: '旧信', reply_on: '2025-02-01' }] })).ids
    await office.set(id, { subject: '旧来信' })
    await office.set(id, { reply_on: '2025-02-20' })
    expect(office.rec(id)?.fields).toMatchObject({ subject: '旧来信', reply_on: '2025-02-20' })
  })
})

async function deputy(office: Office, name: string, confirm = true): Promise<string> {
  const person = await office.add('person', { name })
  const mandate = await office.add('mandate', { person, level: '5', elected_on: '2021-12-01' })
  if (confirm) await office.get('step.run', { step: 'confirm', id: mandate, fields: { confirm_on: '2021-12-20' } })
  return mandate
}

const codes = (warnings: readonly { readonly code: string; readonly field?: string }[]) => warnings.map(({ code, field }) => [code, field])

describe('names', () => {
  it('one name five times on a bill counts once, and that is said at the names', async () => {
    const office = await town()
    const [lead, other] = [await deputy(office, '何秀兰'), await deputy(office, '陈国梁')]
    const made = await office.get('record.add', { type: 'bill', records: [{ title: '关于修路的议案', proposer_kind: '3', lead, cosign: [other, other, other, other, other] }] })
    expect([made.added, made.warnings]).toMatchObject([1, [{ code: 'named-again', field: 'cosign', detail: { again: 4 } }]])
    const [id = ''] = made.ids
    expect(office.rec(id)?.fields).toMatchObject({ title: '关于修路的议案', cosign: [other] })
    const set = await office.get('record.set', { id, fields: { cosign: [other, other] } })
    expect(codes(set.warnings)).toEqual([['named-again', 'cosign']])
  })

  it('the one who leads is not among those who join', async () => {
    const office = await town()
    const [lead, other] = [await deputy(office, '何秀兰'), await deputy(office, '陈国梁')]
    const made = await office.get('record.add', { type: 'suggestion', records: [{ title: '修路', lead, cosign: [lead, other], raised_on: '2026-02-01', field: '02' }] })
    expect([made.added, codes(made.warnings)]).toEqual([1, [['lead-joins', 'cosign']]])
  })

  it('a deputy in two groups of one term is said at the members', async () => {
    const office = await town()
    const he = await deputy(office, '何秀兰')
    await office.add('group', { kind: '1', name: '第一小组', members: [{ mandate: he }] })
    const made = await office.get('record.add', { type: 'group', records: [{ kind: '1', name: '第二小组', members: [{ mandate: he }] }] })
    expect([made.added, codes(made.warnings)]).toEqual([1, [['in-two-groups', 'members']]])
  })

  it('somebody who was no deputy on the day is said', async () => {
    const office = await town()
    const before = await deputy(office, '何秀兰')
    const made = await office.get('record.add', { type: 'deed', records: [{ mandate: before, kind: '1', title: '修路', date: '2021-11-01' }, { mandate: before, kind: '1', title: '修路', date: '2022-11-01' }] })
    expect([made.added, codes(made.warnings)]).toEqual([2, [['not-in-office', 'mandate']]])
  })
})

describe('what others point at, and what there is once', () => {
  it('a village that a constituency names is not deleted, and who names it is said', async () => {
    const office = await town()
    const village = await office.add('village', { name: '石桥村' })
    await office.add('constituency', { level: '5', no: '一', name: '第一选区', villages: [village] })
    expect(await office.ask('record.delete', { id: village, reason: '登记错误' })).toMatchObject({ ok: false, code: 'has-children', detail: { children: { constituency: 1 }, who: '选区“第一选区”' } })
  })

  it('a second session with the number of another is said at the number', async () => {
    const office = await town()
    await office.add('session', { no: 7, start_on: '2025-01-10' })
    const made = await office.get('record.add', { type: 'session', records: [{ no: 7, start_on: '2026-01-10' }] })
    expect([made.added, codes(made.warnings)]).toEqual([1, [['number-used', 'no']]])
  })
})

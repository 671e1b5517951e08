import { beforeEach, describe, expect, it } from 'vitest'
import { editedRule } from '../../../shared/rules/own-rule'
import { ruleBook } from '../../../shared/rules/presets'
import { World } from './world'

// 组织法第22、24、31条, 选举法第50条; domain.md A.16, A.19, A.20 and A.34.
let world: World
let office: ReturnType<World['term']>
const names = (from: number, to: number) => office.mandates.slice(from, to)

beforeEach(() => {
  world = new World()
  office = world.term(12)
})

describe('议案', () => {
  let id: string
  const receive = (cosign = names(1, 5), day = '2025-01-15') =>
    ({ received_on: day, session: office.session, proposer_kind: '3', lead: office.mandates[0] ?? '', cosign })
  beforeEach(() => {
    id = world.add('bill', { title: '关于修建敬老院的议案', grounds: '案据', proposal: '方案', deadline_on: '2025-01-15' })
  })

  it('five deputies make a bill, four do not (组织法第22条)', () => {
    expect(world.refused(id, 'receive', receive(names(1, 4)))).toEqual({ code: 'not-now', because: 'too-few-names', field: 'cosign' })
    expect(world.did(id, 'receive', receive())).toBe('审查')
    expect(world.get(id).fields['no']).toBe('19-3-议001')
  })

  it('refuses a name given twice and a deputy not in office that day', () => {
    expect(world.refused(id, 'receive', receive([...names(1, 5), office.mandates[0] ?? '']))).toEqual({ code: 'not-now', because: 'name-twice', field: 'cosign' })
    const suspended = world.deputy(office.term, {}, '暂停执行职务', '2024-12-01')
    expect(world.refused(id, 'receive', receive([...names(1, 5), suspended]))).toEqual({ code: 'not-now', because: 'not-in-office', field: 'cosign' })
  })

  it('the presidium and the government need no names', () => {
    expect(world.did(id, 'receive', { received_on: '2025-01-15', session: office.session, proposer_kind: '2' })).toBe('审查')
  })

  it('warns after the deadline', () => {
    expect(world.warned(id, 'receive', receive(names(1, 5), '2025-01-16'))).toEqual(['bill-late'])
  })

  it.each([['1', '列入议程'], ['2', '不列入'], ['3', '待转建议']])('the presidium decides %s: %s', (handling, status) => {
    world.did(id, 'receive', receive())
    expect(world.refused(id, 'decide', { handled_on: '2025-01-14', handling })).toEqual({ code: 'date-order', field: 'handled_on' })
    expect(world.did(id, 'decide', { handled_on: '2025-01-15', handling })).toBe(status)
  })

  it('becomes a suggestion that points back', () => {
    world.did(id, 'receive', receive())
    world.did(id, 'decide', { handled_on: '2025-01-15', handling: '3' })
    expect(world.did(id, 'convert', { event_on: '2025-01-16' })).toBe('转为建议')
    const made = world.get(String(world.get(id).fields['suggestion']))
    expect(made).toMatchObject({
      status: '草稿',
      fields: { title: '关于修建敬老院的建议', body: '案据\n方案', source: '08', source_ref: id, lead: office.mandates[0], cosign: names(1, 5), period: '1', session: office.session },
    })
  })

  it('is carried by more than half of all deputies, and not before it is counted', () => {
    world.did(id, 'receive', receive())
    world.did(id, 'decide', { handled_on: '2025-01-15', handling: '1' })
    const open = world.add('vote', { meeting: office.session, subject: '议案', kind: '1', total: 12 })
    expect(world.refused(id, 'vote', { voted_on: '2025-01-16', vote: open })).toEqual({ code: 'not-now', because: 'vote-without-result', field: 'vote' })
    const half = world.add('vote', { meeting: office.session, subject: '议案', kind: '1', total: 12, for_count: 6 })
    expect(world.did(id, 'vote', { voted_on: '2025-01-16', vote: half })).toBe('未通过')
    world.did(id, 'undo_step', { reason: '换了一次表决' })
    const carried = world.add('vote', { meeting: office.session, subject: '议案', kind: '1', total: 12, for_count: 7 })
    expect(world.did(id, 'vote', { voted_on: '2025-01-16', vote: carried })).toBe('通过')
    expect(world.refused(id, 'withdraw', { withdrawn_on: '2025-01-17', withdraw_agreed_on: '2025-01-17' })).toMatchObject({ because: 'wrong-status' })
    expect(world.did(id, 'close', { done_on: '2025-10-01', done_note: '已建成' })).toBe('执行完毕')
  })

  it('is withdrawn only with the consent of the presidium', () => {
    world.did(id, 'receive', receive())
    expect(world.refused(id, 'withdraw', { withdrawn_on: '2025-01-16' })).toMatchObject({ missing: ['withdraw_agreed_on'] })
    expect(world.did(id, 'withdraw', { withdrawn_on: '2025-01-16', withdraw_agreed_on: '2025-01-16' })).toBe('已撤回')
  })
})

describe('质询与询问', () => {
  const raise = (proposers: readonly string[]) =>
    ({ raised_on: '2025-01-15', lead: office.mandates[0] ?? '', proposers, target: office.roads, question: '公路养护资金去向' })

  it('a 质询案 has ten names (组织法第24条)', () => {
    const id = world.add('inquiry', { kind: '1', title: '公路养护' })
    expect(world.refused(id, 'raise', raise(names(1, 9)))).toEqual({ code: 'not-now', because: 'too-few-names', field: 'proposers' })
    expect(world.did(id, 'raise', raise(names(1, 10)))).toBe('已提出')
  })

  it('Beijing: a fifth of the deputies where there are at most forty, whatever the office changes it to counts in its stead', () => {
    world.rules = ruleBook('北京')
    const id = world.add('inquiry', { kind: '1', title: '公路养护' })
    // 12 deputies: ⌈12/5⌉
    expect(world.refused(id, 'raise', raise(names(1, 2)))).toEqual({ code: 'not-now', because: 'too-few-names', field: 'proposers' })
    expect(world.did(id, 'raise', raise(names(1, 3)))).toBe('已提出')
    const other = world.add('inquiry', { kind: '1', title: '公路养护' })
    const own = editedRule(world.rules.entry('inquiry.min'), { key: 'inquiry.min', n: 4, source: '本市条例' }, world.today)
    world.rules = ruleBook('北京', own.ok ? [own.value] : [])
    expect(world.refused(other, 'raise', raise(names(1, 3)))).toMatchObject({ because: 'too-few-names' })
    expect(world.did(other, 'raise', raise(names(1, 4)))).toBe('已提出')
  })

  it('is answered as the presidium decided, and again while more than half are dissatisfied', () => {
    const id = world.add('inquiry', { kind: '1', title: '公路养护' })
    world.did(id, 'raise', raise(names(1, 10)))
    expect(world.refused(id, 'answer', { date: '2025-01-16' })).toMatchObject({ because: 'wrong-status' })
    world.did(id, 'decide', { decided_on: '2025-01-15', answer_mode: '1' })
    expect(world.did(id, 'answer', { date: '2025-01-16', text: '已拨付', signer: '赵镇长', satisfied: 4, dissatisfied: 6 })).toBe('再答复')
    expect(world.did(id, 'answer', { date: '2025-02-16', text: '明细如下', satisfied: 5, dissatisfied: 5 })).toBe('已答复')
    expect(world.get(id).fields['answers']).toEqual([
      { round: 1, date: '2025-01-16', text: '已拨付', signer: '赵镇长', satisfied: 4, dissatisfied: 6 }, { round: 2, date: '2025-02-16', text: '明细如下', satisfied: 5, dissatisfied: 5 },
    ])
    expect(world.did(id, 'close', { closed_on: '2025-02-20' })).toBe('终结')
  })

  it('a question needs one deputy and may be answered on the spot', () => {
    const id = world.add('inquiry', { kind: '2', title: '公路养护' })
    world.did(id, 'raise', raise([]))
    expect(world.refused(id, 'answer', { date: '2025-01-14' })).toEqual({ code: 'date-order', field: 'date' })
    expect(world.refused(id, 'answer', { date: '2025-01-15', dissatisfied: -1 })).toEqual({ code: 'negative', field: 'dissatisfied' })
    expect(world.did(id, 'answer', { date: '2025-01-15', text: '已拨付' })).toBe('已答复')
  })

  it('is withdrawn before the answer', () => {
    const id = world.add('inquiry', { kind: '2', title: '公路养护' })
    world.did(id, 'raise', raise([]))
    expect(world.did(id, 'withdraw', { withdrawn_on: '2025-01-16' })).toBe('已撤回')
  })
})

describe('罢免与辞职', () => {
  it('a fifth of all deputies may move to recall a leader (组织法第31条)', () => {
    const id = world.add('recall', { kind: '1', target_name: '钱某', post: '副镇长' })
    // N = 12: ⌈12/5⌉ = 3
    expect(world.refused(id, 'propose', { proposed_on: '2025-01-15', proposer_kind: '2', proposers: names(0, 2) })).toEqual({ code: 'not-now', because: 'too-few-names', field: 'proposers' })
    expect(world.did(id, 'propose', { proposed_on: '2025-01-15', proposer_kind: '2', proposers: names(0, 3) })).toBe('已提出')
  })

  it('thirty voters may move to recall a deputy (选举法第50条), and the deputy goes with the decision', () => {
    const deputy = office.mandates[3] ?? ''
    const id = world.add('recall', { kind: '2', target: deputy })
    expect(world.refused(id, 'propose', { proposed_on: '2025-01-15', proposer_kind: '3' })).toMatchObject({ missing: ['voter_count'] })
    expect(world.refused(id, 'propose', { proposed_on: '2025-01-15', proposer_kind: '3', voter_count: 29 })).toEqual({ code: 'not-now', because: 'too-few-voters', field: 'voter_count' })
    world.did(id, 'propose', { proposed_on: '2025-01-15', proposer_kind: '3', voter_count: 30 })
    expect(world.warned(id, 'decide', { decided_on: '2025-03-01', passed: true })).toEqual([])
    expect(world.get(deputy)).toMatchObject({ status: '已终止', fields: { end_reason: '4', congress_on: '2025-03-01' } })
    expect(world.did(id, 'announce', { announced_on: '2025-03-05', announce_no: '5号' })).toBe('已公告')
  })

  it('who resigns needs nobody behind the request; the congress ends the mandate', () => {
    const deputy = office.mandates[3] ?? ''
    world.did(deputy, 'resign', { event_on: '2025-01-10' })
    const id = world.add('recall', { kind: '4', target: deputy })
    world.did(id, 'propose', { proposed_on: '2025-01-10', proposer_kind: '4' })
    const vote = world.add('vote', { kind: '1', total: 12, for_count: 6 })
    expect(world.refused(id, 'decide', { decided_on: '2025-01-16', passed: true, vote })).toMatchObject({ because: 'vote-not-passed' })
    const carried = world.add('vote', { kind: '1', total: 12, for_count: 10 })
    expect(world.refused(id, 'decide', { decided_on: '2025-01-16', passed: false, vote: carried })).toMatchObject({ because: 'vote-passed' })
    expect(world.did(id, 'decide', { decided_on: '2025-01-16', passed: true, vote: carried })).toBe('已通过')
    expect(world.get(deputy)).toMatchObject({ status: '已终止', fields: { end_reason: '2a', congress_on: '2025-01-16' } })
  })

  it('a deputy whose request was entered only here resigns and goes in one commit; undo takes both back', () => {
    const deputy = office.mandates[3] ?? ''
    const id = world.add('recall', { kind: '4', target: deputy })
    world.did(id, 'propose', { proposed_on: '2025-01-10', proposer_kind: '4' })
    world.did(id, 'decide', { decided_on: '2025-01-16', passed: true })
    expect(world.log(deputy).map((row) => [row.step, row.event_on])).toEqual([['add', '2025-12-31'], ['given', '2022-01-01'], ['resign', '2025-01-10'], ['vote_resignation', '2025-01-16']])
    world.did(id, 'undo_step', { reason: '登错了' })
    expect(world.get(deputy).status).toBe('在任')
  })

  it('a refused resignation leaves the deputy in office', () => {
    const deputy = office.mandates[3] ?? ''
    world.did(deputy, 'resign', { event_on: '2025-01-10' })
    const id = world.add('recall', { kind: '4', target: deputy })
    world.did(id, 'propose', { proposed_on: '2025-01-10', proposer_kind: '4' })
    expect(world.did(id, 'decide', { decided_on: '2025-01-16', passed: false })).toBe('未通过')
    expect(world.get(deputy).status).toBe('在任')
  })

  it('a leader who goes keeps the seat as a deputy', () => {
    const deputy = office.mandates[3] ?? ''
    const id = world.add('recall', { kind: '3', target: deputy, post: '副主席' })
    world.did(id, 'propose', { proposed_on: '2025-01-10', proposer_kind: '4' })
    world.did(id, 'decide', { decided_on: '2025-01-16', passed: true })
    expect(world.get(deputy).status).toBe('在任')
  })

  it('is withdrawn before the decision', () => {
    const id = world.add('recall', { kind: '1', target_name: '钱某' })
    world.did(id, 'propose', { proposed_on: '2025-01-10', proposer_kind: '1' })
    expect(world.did(id, 'withdraw', { event_on: '2025-01-12' })).toBe('已撤回')
  })
})

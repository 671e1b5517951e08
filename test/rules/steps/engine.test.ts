import { beforeEach, describe, expect, it } from 'vitest'
import { statusAt } from '../../../shared/facts'
import { declarationOf, declarations } from '../../../shared/records'
import { refusalReasons } from '../../../shared/steps/refuse'
import { nameMissing, offers, stepFields } from '../../../shared/steps/run-step'
import { historyLog } from '../../../shared/steps/status-log'
import { machineOf, machines, stepOf } from '../../../shared/steps'
import { refusalText } from '../../../shared/text/refusals'
import { stepWarningCodes, stepWarningText } from '../../../shared/text/warnings'
import { World } from './world'

let world: World
let office: ReturnType<World['term']>

beforeEach(() => {
  world = new World()
  office = world.term()
})

describe('the tables and the declarations agree', () => {
  it.each(machines.map((machine) => [machine.type, machine] as const))('%s: every input has a field, every status is reached or first', (type, machine) => {
    const declaration = declarationOf(type)
    if (!declaration) throw new Error(type)
    const unknown = machine.steps.flatMap((step) => {
      const fields = stepFields(step, declaration, declarationOf)
      return step.inputs.filter((input) => !(input.key in fields)).map((input) => `${step.name}.${input.key}`)
    })
    expect(unknown).toEqual([])
    const reached = new Set([declaration.firstStatus, ...machine.steps.flatMap((step) => step.to)])
    const from = new Set(machine.steps.flatMap((step) => step.from))
    expect([...from].filter((status) => !reached.has(status))).toEqual([])
    const ends = [...reached].filter((status) => status !== 'same' && !machine.steps.some((step) => step.name !== 'undo_step' && step.from.includes(status ?? '') && !step.to.includes('same')))
    expect(declaration.endStatuses?.filter((status) => !reached.has(status))).toEqual([])
    expect(ends.filter((status) => !declaration.endStatuses?.includes(status ?? ''))).toEqual([])
  })

  it('every type with a first status has a machine, and no other', () => {
    const withStatus = Object.values(declarations).filter((one) => one.firstStatus !== undefined).map((one) => one.type).sort()
    expect(machines.map((one) => one.type).sort()).toEqual(withStatus)
  })

  it('the event date of a step is one of its inputs', () => {
    const wrong = machines.flatMap((machine) => machine.steps.filter((step) => step.on !== undefined && !step.inputs.some((input) => input.key === step.on)).map((step) => `${machine.type}.${step.name}`))
    expect(wrong).toEqual([])
  })

  it('a type without status has no machine, and an unknown step is named', () => {
    expect(machineOf('letter')).toBeNull()
    expect(stepOf('suggestion', 'dance')).toBeNull()
    const id = world.add('suggestion', { title: '一' })
    expect(world.refused(id, 'dance')).toEqual({ code: 'unknown-step' })
  })
})

describe('input', () => {
  it('refuses a key that is no input of the step', () => {
    const id = world.add('suggestion', { title: '一' })
    expect(world.refused(id, 'submit', { weather: '晴' })).toEqual({ code: 'unknown-field', field: 'weather' })
  })

  it('every step takes a remark and files of the record', () => {
    const id = world.add('task', { title: '送材料' })
    world.did(id, 'finish', { done_on: '2025-03-01', remark: '已送', files: ['file-1'] })
    expect(world.get(id).fields).toMatchObject({ done_on: '2025-03-01', remark: '已送', files: ['file-1'] })
  })

  it('keeps what is no field of the type in the status log', () => {
    const id = world.add('session', { term: office.term, no: 4 })
    world.did(id, 'call_off', { event_on: '2025-03-01', cancel_reason: '改期另行召开' })
    expect(world.log(id).at(-1)).toEqual({
      step: 'call_off', from: '筹备', to: '已取消', event_on: '2025-03-01', entered_at: '2025-12-31T10:00:00+08:00', by: '周敏',
      input: JSON.stringify({ event_on: '2025-03-01', cancel_reason: '改期另行召开' }),
    })
    expect(world.get(id).fields).not.toHaveProperty('cancel_reason')
  })

  it('offers the steps that a status allows', () => {
    const machine = machineOf('finding')
    expect(machine && offers(machine, '已整改').map((offer) => `${offer.name} ${offer.label}`)).toEqual(['return 退回整改', 'accept 销号', 'undo_step 撤销上一步'])
  })

  it('a wrong status says what has to come before, in words too', () => {
    const id = world.add('suggestion', { title: '一' }, '已提出')
    const done = world.act(id, 'reply', { reply_on: '2025-04-01', result_class: 'A' })
    expect(done.ok ? null : refusalText(done.detail ?? {})).toBe('现在是“已提出”，这一步要在“已交办、重新办理”时办，还要先办：立案审查、交办。')
  })
})

describe('dates', () => {
  it('a planned day on the record dates the event; an entry today about last Monday gets Monday', () => {
    const id = world.add('session', { term: office.term, no: 4, kind: '2' })
    world.did(id, 'call', { decide_on: '2025-06-01', start_on: '2025-06-20' })
    world.did(id, 'open', { total_deputies: 3 })
    expect(world.log(id).map((row) => [row.step, row.event_on])).toEqual([['add', '2025-12-31'], ['call', '2025-06-01'], ['open', '2025-06-20']])
  })

  it('the day of an earlier event is not taken for a later one', () => {
    const deputy = office.mandates[0] ?? ''
    world.did(deputy, 'suspend', { event_on: '2025-02-01', suspend_reason: 'S1' })
    world.did(deputy, 'resume', { resume_on: '2025-05-01' })
    world.did(deputy, 'resign', {})
    expect(world.get(deputy).fields['event_on']).toBe('2025-12-31')
  })

  it('where two events of one day are typed the order typed counts', () => {
    const deputy = office.mandates[0] ?? ''
    world.did(deputy, 'suspend', { event_on: '2025-02-01', suspend_reason: 'S1' })
    world.did(deputy, 'resume', { resume_on: '2025-02-01' })
    expect(statusAt(world.get(deputy), '2025-02-01')).toBe('在任')
  })
})

describe('undo_step', () => {
  it('wants a reason', () => {
    const id = world.add('task', { title: '送材料' })
    world.did(id, 'finish', { done_on: '2025-03-01' })
    expect(world.refused(id, 'undo_step')).toMatchObject({ code: 'not-now', missing: ['reason'] })
  })

  it('takes status and values back; the row stays, marked, with the reason', () => {
    const id = world.add('task', { title: '送材料', done_on: '2025-01-01' })
    world.did(id, 'finish', { done_on: '2025-03-01' })
    expect(world.did(id, 'undo_step', { reason: '点错了' })).toBe('待办')
    expect(world.get(id).fields['done_on']).toBe('2025-01-01')
    expect(world.log(id)).toHaveLength(2)
    expect(world.log(id)[1]).toMatchObject({ step: 'finish', undone: true })
    expect(JSON.parse(world.log(id)[1]?.input ?? '')).toEqual({ _undone: { reason: '点错了', by: '周敏', at: '2025-12-31T10:00:00+08:00' } })
    expect(statusAt(world.get(id), '2025-12-31')).toBe('待办')
  })

  it('has nothing to take back on a record that was only saved', () => {
    const id = world.add('task', { title: '送材料' })
    expect(world.refused(id, 'undo_step', { reason: '点错了' })).toEqual({ code: 'not-now', because: 'nothing-to-undo' })
  })

  it('deletes the answer that the step made, and puts rating and rows back', () => {
    const id = world.add('suggestion', { title: '一', host: office.roads, assigned_on: '2025-03-05', mode: '1' }, '已交办')
    world.did(id, 'reply', { reply_on: '2025-04-01', result_class: 'C' })
    world.did(id, 'feedback', { feedback_on: '2025-04-10', rate_result: '3' })
    expect(world.did(id, 'undo_step', { reason: '登错了' })).toBe('待反馈')
    expect(world.all('reply')).toEqual([{ suggestion: id, round: 1, unit: office.roads, reply_on: '2025-04-01', result_class: 'C', feedback_sent: '2025-04-01' }])
    expect(world.did(id, 'undo_step', { reason: '登错了' })).toBe('已交办')
    expect(world.all('reply')).toEqual([])
    world.did(id, 'send_back', { date: '2025-03-10', reason: '不属本站' })
    world.did(id, 'undo_step', { reason: '登错了' })
    expect(world.get(id).fields['returns'] ?? []).toEqual([])
    expect(world.did(id, 'reply', { reply_on: '2025-04-02', result_class: 'A' })).toBe('待反馈')
  })

  it('undoes what the step did to another record, unless that has moved on', () => {
    const deputy = office.mandates[0] ?? ''
    const id = world.add('recall', { kind: '2', target: deputy })
    world.did(id, 'propose', { proposed_on: '2025-05-01', proposer_kind: '3', voter_count: 42 })
    world.did(id, 'decide', { decided_on: '2025-06-01', passed: true })
    expect(world.get(deputy).status).toBe('已终止')
    expect(world.did(id, 'undo_step', { reason: '登错了' })).toBe('已提出')
    expect(world.get(deputy)).toMatchObject({ status: '在任', fields: { level: '5' } })
    expect(world.get(deputy).fields).not.toHaveProperty('end_reason')
  })

  it('keeps a suggestion that has been raised since', () => {
    const id = world.add('voter_matter', { received_on: '2025-03-01', content: '路灯不亮', deputies: [office.mandates[0] ?? ''] })
    world.did(id, 'convert', { date: '2025-03-02' })
    const made = String(world.get(id).fields['suggestion'])
    world.did(made, 'submit', { raised_on: '2025-03-03' })
    expect(world.refused(id, 'undo_step', { reason: '登错了' })).toEqual({ code: 'not-now', because: 'made-record-in-use' })
    world.did(made, 'undo_step', { reason: '登错了' })
    world.did(id, 'undo_step', { reason: '登错了' })
    expect(world.records.has(made)).toBe(false)
    expect(world.get(id).fields).not.toHaveProperty('suggestion')
  })
})

describe('a record of the past', () => {
  const at = { today: '2025-12-31', now: '2025-12-31T10:00:00+08:00', by: '周敏' }
  const rows = (type: string, data: Readonly<Record<string, string>>, status: string) => {
    const machine = machineOf(type)
    const declaration = declarationOf(type)
    if (!machine || !declaration) throw new Error(type)
    return historyLog(machine, declaration, data, status, at)?.map((row) => [row.step, row.to, row.event_on])
  }

  it('is entered by its own day and ends on its closing day', () => {
    expect(rows('suggestion', { raised_on: '2023-03-01', assigned_on: '2023-03-05', closed_on: '2023-09-01' }, '已办结'))
      .toEqual([['add', '草稿', '2023-03-01'], ['submit', '已提出', '2023-03-01'], ['close', '已办结', '2023-09-01']])
  })

  it('ends on its last day where it has no closing day; a deadline is no such day', () => {
    expect(rows('suggestion', { raised_on: '2023-03-01', assigned_on: '2023-03-05', due_on: '2023-06-05' }, '已交办'))
      .toEqual([['add', '草稿', '2023-03-01'], ['submit', '已提出', '2023-03-01'], ['assign', '已交办', '2023-03-05']])
  })

  it('an activity of the past was held on its day', () => {
    expect(rows('activity', { start_on: '2023-05-01' }, '已开展')).toEqual([['add', '计划', '2023-05-01'], ['hold', '已开展', '2023-05-01']])
  })

  it('a mandate that ended is dated by the law: moved away on the day itself, else by the announcement', () => {
    const data = { elected_on: '2021-12-01', event_on: '2024-05-01', congress_on: '2024-07-01' }
    expect(rows('mandate', { ...data, end_reason: '1' }, '已终止')?.at(-1)).toEqual(['end', '已终止', '2024-05-01'])
    expect(rows('mandate', { ...data, end_reason: '2a' }, '已终止')?.at(-1)).toEqual(['vote_resignation', '已终止', '2024-07-01'])
    expect(rows('mandate', { ...data, end_reason: '8' }, '已终止')?.at(-1)).toEqual(['die', '已终止', '2024-05-01'])
  })

  it('a session that was called off was never opened, a void election never confirmed', () => {
    expect(rows('session', { decide_on: '2024-03-01' }, '已取消')).toEqual([['add', '筹备', '2024-03-01'], ['call_off', '已取消', '2024-03-01']])
    expect(rows('mandate', { elected_on: '2024-03-01' }, '当选无效')).toEqual([['add', '当选待确认', '2024-03-01'], ['void', '当选无效', '2024-03-01']])
  })

  it('refuses a status that the table does not know', () => {
    expect(rows('suggestion', { raised_on: '2023-03-01' }, '飞走了')).toBeUndefined()
  })
})

describe('the sentence of a refusal', () => {
  it('names what is missing by the labels of the form', () => {
    const id = world.add('follow_up', { title: '一' })
    const declaration = declarationOf('follow_up')
    const step = stepOf('follow_up', 'send')
    const done = world.act(id, 'send', { sent_on: '2025-03-01' })
    if (done.ok || !declaration || !step) throw new Error('send')
    const named = nameMissing(done, stepFields(step, declaration, declarationOf))
    expect(named.detail?.['missingLabels']).toEqual(['承办单位', '期限'])
    expect(refusalText(named.detail ?? {})).toBe('还缺：承办单位、期限。')
  })

  it('every reason and every warning has words', () => {
    expect(refusalReasons.map((because) => refusalText({ because })).filter((text) => text === null || text === '')).toEqual([])
    expect(stepWarningCodes.map((code) => stepWarningText({ code })).filter((text) => text === null || text === '')).toEqual([])
    expect(stepWarningText({ code: 'over-budget', detail: { spent_fen: 100_001, budget_fen: 100_000 } })).toBe('该科目支出合计1000.01元，超过预算1000.00元。')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeTables } from '../../../shared/codes'
import { textOf } from '../../../shared/facts'
import type { Data, Field, Value } from '../../../shared/fields'
import { declarationOf } from '../../../shared/records'
import { stepFields } from '../../../shared/rules/run-step'
import { machineOf, machines } from '../../../shared/rules/steps'
import type { Machine } from '../../../shared/rules/step'
import { World } from './world'

// Whatever people type in whatever order, a record never reaches a state that the tables forbid, and every step can be taken back.

const day = fc.integer({ min: 1, max: 28 }).chain((date) => fc.integer({ min: 1, max: 9 }).map((month) => `2025-0${String(month)}-${String(date).padStart(2, '0')}`))

/** Any value of the field's kind; references point at what the world has. */
function valueOf(world: World, field: Field): fc.Arbitrary<Value> {
  const ids = [...world.records.values()].filter((rec) => field.to?.includes(rec.type)).map((rec) => rec.id)
  switch (field.kind) {
    case 'date': return day
    case 'month': case 'ym': return fc.constantFrom('2025-03', '2025-11')
    case 'int': case 'money': return fc.integer({ min: 0, max: 100 })
    case 'flag': return fc.boolean()
    case 'choice': return field.codes === undefined ? fc.constant('1') : fc.constantFrom(...codeTables[field.codes].entries.map((one) => one.code))
    case 'ref': case 'file': return ids.length === 0 ? fc.constant('file-1') : fc.constantFrom(...ids)
    case 'refs': case 'files': return ids.length === 0 ? fc.constant(['file-1']) : fc.subarray(ids, { minLength: 1 })
    case 'list': {
      const row = Object.fromEntries(Object.entries(field.items ?? {}).map(([key, item]) => [key, valueOf(world, item)]))
      return fc.array(fc.record(row), { minLength: 1, maxLength: 3 }) as unknown as fc.Arbitrary<Value>
    }
    case 'text': case 'longText': case 'derived': return fc.constantFrom('一', '二')
  }
}

interface Move {
  readonly name: string
  readonly input: Data
}

/** Steps with input: mostly what the table asks for, now and then less. */
function moves(world: World, machine: Machine, count: number): fc.Arbitrary<readonly Move[]> {
  const declaration = declarationOf(machine.type)
  if (!declaration) throw new Error(machine.type)
  const move = fc.constantFrom(...machine.steps).chain((step) => {
    const fields = Object.entries(stepFields(step, declaration, declarationOf)).map(([key, field]) => [key, valueOf(world, field)] as const)
    const all = fc.record(Object.fromEntries(fields))
    const some = fc.record(Object.fromEntries(fields), { requiredKeys: [] })
    return fc.oneof({ weight: 3, arbitrary: all }, { weight: 1, arbitrary: some }).map((input) => ({ name: step.name, input: input as Data }))
  })
  return fc.array(move, { minLength: 1, maxLength: count })
}

function scene(type: string): { readonly world: World; readonly id: string } {
  const world = new World()
  const { term, session, mandates, roads } = world.term(6)
  const parents: Readonly<Record<string, Data>> = {
    mandate: { person: 'p', level: '5', term, nth: 1 }, session: { term, no: 4, kind: '2' }, presidium_meeting: { term, no: 4 }, suggestion: { title: '一', body: '二', mode: '3' },
    inquiry: { kind: '2', title: '一' }, recall: { kind: '4', target: mandates[0] }, by_election: { constituency: 'c' }, finding: { supervision: 's', no: 1, problem: '一' },
    voter_matter: { received_on: '2025-01-01', content: '一' }, debrief: { mandate: mandates[0] }, supervision: { form: '02', topic: '一' },
  }
  world.add('vote', { meeting: session, kind: '1', total: 6, for_count: 5 })
  world.add('vote', { meeting: session, kind: '1', total: 6, for_count: 1 })
  world.add('suggestion', { title: '别的' }, '已交办')
  world.add('organisation', { name: '镇水利站', near: roads })
  world.role = 'county'
  return { world, id: world.add(type, parents[type] ?? { title: '一', kind: '04' }) }
}

/** All content without the logs: what undo has to bring back. */
const content = (world: World): unknown =>
  [...world.records.values()].map(({ id, status, fields: { status_log: _, ...fields } }) => ({ id, status, fields })).sort((a, b) => (a.id < b.id ? -1 : 1))

describe.each(machines.map((machine) => machine.type))('any sequence of steps on %s', (type) => {
  it('keeps an unbroken log, and every step can be taken back', () => {
    const machine = machineOf(type)
    if (!machine) throw new Error(type)
    fc.assert(
      fc.property(moves(scene(type).world, machine, 40), (sequence) => {
        const { world, id } = scene(type)
        for (const { name, input } of sequence) {
          const before = content(world)
          const done = world.act(id, name, input)
          if (!done.ok) {
            expect(content(world)).toEqual(before)
            continue
          }
          const live = world.log(id).filter((row) => row.undone !== true)
          expect(live.slice(1).map((row) => row.from)).toEqual(live.slice(0, -1).map((row) => row.to))
          expect(live.at(-1)?.to).toBe(world.get(id).status)
          if (name === 'undo_step') continue
          const after = content(world)
          world.did(id, 'undo_step', { reason: '试一试' })
          expect(content(world)).toEqual(before)
          world.did(id, name, input)
          expect(JSON.stringify(after).replace(/new-\d+/g, 'new')).toBe(JSON.stringify(content(world)).replace(/new-\d+/g, 'new'))
        }
      }),
      { numRuns: 60, seed: 20251124 },
    )
  })
})

/** What the guards of domain.md A.17 forbid, said of one suggestion. */
function brokenGuards(world: World, id: string): readonly string[] {
  const { fields, status } = world.get(id)
  const replies = world.all('reply')
  const live = world.log(id).filter((row) => row.undone !== true)
  const steps = live.map((row) => row.step)
  const round = Math.max(0, ...replies.map((reply) => Number(reply['round'])))
  const last = replies.filter((reply) => reply['round'] === round)
  const broken: string[] = []
  if (replies.length > 0 && !steps.includes('assign')) broken.push('answered before it was assigned')
  for (let no = 2; no <= round; no++) if (!replies.some((reply) => reply['round'] === no - 1 && reply['rate_result'] === '3')) broken.push('a round that nobody asked for')
  if (status === '已办结') {
    const reason = textOf(fields, 'close_reason')
    const rated = last.length > 0 && last.every((reply) => ['1', '2'].includes(textOf(reply, 'rate_result')))
    if (reason === '1' && !rated) broken.push('closed without a good rating')
    if (reason === '2') {
      const open = last.filter((reply) => textOf(reply, 'feedback_on') === '')
      const running = open.some((reply) => (world.rules.due('suggest.feedback', textOf(reply, 'feedback_sent'))?.due_on ?? '') >= textOf(fields, 'closed_on'))
      if (open.length === 0 || running || last.some((reply) => reply['rate_result'] === '3')) broken.push('closed as 未反馈 too early')
    }
    if (reason === '3' && (textOf(fields, 'coordination') === '' || round < 2)) broken.push('closed as coordinated without coordination')
    const classA = last.some((reply) => reply['result_class'] === 'A') && last.every((reply) => reply['result_class'] === 'A')
    if (classA && fields['files'] === undefined && textOf(fields, 'outcome_note') === '') broken.push('class A without proof')
  }
  if (textOf(fields, 'assigned_on') !== '' && textOf(fields, 'assigned_on') < textOf(fields, 'review_on')) broken.push('assigned before the review')
  if (replies.some((reply) => textOf(reply, 'feedback_on') !== '' && textOf(reply, 'feedback_on') < textOf(reply, 'reply_on'))) broken.push('rated before the answer')
  return broken
}

describe('the guards of a suggestion', () => {
  /** In an order that people would use, with any dates and values, so that the late statuses are reached too. */
  const path = ['submit', 'review', 'assign', 'reply', 'reply', 'feedback', 'feedback', 'reply', 'reply', 'feedback', 'coordinate', 'close', 'close']

  it('hold after any sequence of steps', () => {
    const machine = machineOf('suggestion')
    if (!machine) throw new Error('suggestion')
    const reached = new Set<string>()
    const forward = fc.array(moves(scene('suggestion').world, machine, 12), { minLength: 1, maxLength: 3 }).map((parts) => parts.flat())
    fc.assert(
      fc.property(forward, fc.array(day, { minLength: path.length, maxLength: path.length }), fc.array(fc.constantFrom('1', '2', '3'), { minLength: path.length, maxLength: path.length }), (noise, days, codes) => {
        const { world, id } = scene('suggestion')
        const [lead] = [...world.records.values()].filter((rec) => rec.type === 'mandate').map((rec) => rec.id)
        const units = [...world.records.values()].filter((rec) => rec.type === 'organisation').map((rec) => rec.id)
        const ordered = [...days].sort()
        path.forEach((name, at) => {
          const on = ordered[at] ?? ''
          const code = codes[at] ?? '1'
          const unit = units[Number(code) % units.length] ?? ''
          const inputs: Readonly<Record<string, Data>> = {
            submit: { raised_on: on, period: '2', lead: lead ?? '' }, review: { review_on: on, accept: '1' }, assign: { assigned_on: on, host: units[0] ?? '', mode: code, cohosts: units.slice(1, 2) },
            reply: { reply_on: on, result_class: 'ABC'.charAt(Number(code) - 1), unit }, feedback: { feedback_on: on, rate_result: code, unit }, coordinate: { coordinated_on: on, coordination: '协商' },
            close: { closed_on: on, ...(code === '2' ? { outcome_note: '已办' } : {}), close_reason: code },
          }
          world.act(id, name, inputs[name] ?? {})
          const extra = noise[at]
          if (extra && Number(code) === 3) world.act(id, extra.name, extra.input)
          reached.add(world.get(id).status ?? '')
          expect(brokenGuards(world, id)).toEqual([])
        })
      }),
      { numRuns: 800, seed: 20251124 },
    )
    for (const status of ['已评价', '重新办理', '已办结', '待反馈', '协调处理']) expect([...reached]).toContain(status)
  })
})

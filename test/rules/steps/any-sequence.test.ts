import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeTables } from '../../../shared/codes'
import { textOf } from '../../../shared/facts'
import type { Data, Field, Value } from '../../../shared/fields'
import { declarationOf } from '../../../shared/records'
import { addDays } from '../../../shared/rules/calendar'
import { stepFields } from '../../../shared/rules/run-step'
import { machineOf, machines } from '../../../shared/rules/steps'
import type { Machine } from '../../../shared/rules/step'
import { World } from './world'

// Whatever people type in whatever order, a record never reaches a state that the tables forbid, and every step can be taken back.

/** Dice with a seed (mulberry32): a walk is one number, so that fast-check can show the one that failed. */
function diceOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (count: number): number => Math.floor(next() * count)
  return { upTo, oneIn: (count: number): boolean => upTo(count) === 0, of: <T>(values: readonly T[]): T | undefined => values[upTo(values.length)] }
}

type Dice = ReturnType<typeof diceOf>

/** Any value of the field's kind; references point at what the world has. Days mostly follow the last, now and then they are any day. */
function valueOf(dice: Dice, world: World, field: Field, cursor: string): Value {
  const ids = [...world.records.values()].filter((rec) => field.to?.includes(rec.type)).map((rec) => rec.id)
  switch (field.kind) {
    case 'date': return dice.oneIn(12) ? addDays('2025-01-01', dice.upTo(360)) : cursor
    case 'month': case 'ym': return '2025-11'
    case 'int': case 'money': return dice.upTo(100)
    case 'flag': return dice.oneIn(2)
    // the first code is the usual one in most tables; only 不满意 leads to the late rounds
    case 'choice': return field.codes === 'rate' && !dice.oneIn(3) ? '3' : (field.codes && !dice.oneIn(4) ? dice.of(codeTables[field.codes].entries)?.code : undefined) ?? '1'
    case 'ref': case 'file': return dice.of(ids) ?? 'file-1'
    case 'refs': case 'files': return ids.filter(() => dice.oneIn(2)).concat(dice.of(ids) ?? 'file-1').slice(0, 6)
    case 'list': return [0, 1].map(() => Object.fromEntries(Object.entries(field.items ?? {}).map(([key, item]) => [key, valueOf(dice, world, item, cursor) as string])))
    case 'text': case 'longText': case 'derived': return '一'
  }
}

/** A step that the status mostly allows, with all that the table asks for or, now and then, less. */
function move(dice: Dice, world: World, machine: Machine, id: string, cursor: string): { readonly name: string; readonly input: Data } {
  const declaration = declarationOf(machine.type)
  const forward = machine.steps.filter((one) => one.name !== 'undo_step' && one.from.includes(world.get(id).status ?? ''))
  const step = dice.of(dice.oneIn(15) || forward.length === 0 ? machine.steps : forward)
  if (!declaration || !step) throw new Error(machine.type)
  const odds = dice.of([Infinity, Infinity, 3, 8]) ?? 3
  const fields = Object.entries(stepFields(step, declaration, declarationOf)).filter(([key]) => odds === Infinity || !dice.oneIn(odds) || key === step.on)
  const input = Object.fromEntries(fields.map(([key, field]) => [key, valueOf(dice, world, field, cursor)]))
  // a unit need not be named where one alone is waited for
  return { name: step.name, input: dice.oneIn(2) ? input : Object.fromEntries(Object.entries(input).filter(([key]) => key !== 'unit')) }
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
  const rec = world.get(term)
  world.records.set(term, { ...rec, fields: { ...rec.fields, end_on: '2025-11-30' } })
  return { world, id: world.add(type, parents[type] ?? { title: '一', kind: '04' }) }
}

/** A suggestion that two units answer, together or apart. */
function assigned(dice: Dice): { readonly world: World; readonly id: string } {
  const { world, id } = scene('suggestion')
  const units = [...world.records.values()].filter((rec) => rec.type === 'organisation').map((rec) => rec.id)
  const [lead = ''] = [...world.records.values()].filter((rec) => rec.type === 'mandate').map((rec) => rec.id)
  world.did(id, 'submit', { raised_on: '2025-01-05', period: '2', lead })
  world.did(id, 'review', { review_on: '2025-01-06', accept: '1' })
  world.did(id, 'assign', { assigned_on: '2025-01-07', host: units[0] ?? '', cohosts: units.slice(1, 1 + dice.upTo(2)), mode: '3' })
  return { world, id }
}

/** All content without the logs: what undo has to bring back. */
const content = (world: World): unknown =>
  [...world.records.values()].map(({ id, status, fields: { status_log: _, ...fields } }) => ({ id, status, fields })).sort((a, b) => (a.id < b.id ? -1 : 1))

const walked = new Set<string>()

describe.each(machines.map((machine) => machine.type))('any sequence of steps on %s', (type) => {
  it('keeps an unbroken log, and every step can be taken back', () => {
    const machine = machineOf(type)
    if (!machine) throw new Error(type)
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed)
        const { world, id } = type === 'suggestion' && dice.oneIn(2) ? assigned(dice) : scene(type)
        for (let at = 0; at < 20; at++) {
          const { name, input } = move(dice, world, machine, id, addDays('2025-01-20', 14 * at))
          const before = content(world)
          const done = world.act(id, name, input)
          if (!done.ok) {
            expect(content(world)).toEqual(before)
            continue
          }
          walked.add(`${type}.${name}`)
          const live = world.log(id).filter((row) => row.undone !== true)
          expect(live.slice(1).map((row) => row.from)).toEqual(live.slice(0, -1).map((row) => row.to))
          expect(live.at(-1)?.to).toBe(world.get(id).status)
          if (name === 'undo_step') continue
          const after = withoutNewIds(content(world))
          world.did(id, 'undo_step', { reason: '试一试' })
          expect(content(world)).toEqual(before)
          world.did(id, name, input)
          expect(withoutNewIds(content(world))).toEqual(after)
        }
      }),
      { numRuns: 150, seed: 20251124, endOnFailure: true },
    )
    expect(machine.steps.map((step) => `${type}.${step.name}`).filter((step) => !walked.has(step))).toEqual([])
  })
})

const withoutNewIds = (value: unknown): string => JSON.stringify(value).replace(/new-\d+/g, 'new')

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
  it('hold after any sequence of steps', () => {
    const machine = machineOf('suggestion')
    if (!machine) throw new Error('suggestion')
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed)
        const { world, id } = dice.oneIn(4) ? scene('suggestion') : assigned(dice)
        for (let at = 0; at < 24; at++) {
          const { name, input } = move(dice, world, machine, id, addDays('2025-01-20', 10 * at))
          world.act(id, name, input)
          reached.add(`${world.get(id).status ?? ''}${textOf(world.get(id).fields, 'close_reason')}`)
          expect(brokenGuards(world, id)).toEqual([])
        }
      }),
      { numRuns: 1000, seed: 20251124, endOnFailure: true },
    )
    expect(['已评价', '重新办理', '待反馈', '协调处理', '已办结1', '已办结2', '已办结3'].filter((status) => !reached.has(status))).toEqual([])
  })
})

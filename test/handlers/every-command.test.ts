/**
 * Every command of the contract with random inputs, mostly sensible ones, at a town full of private people and at its county: nothing is a fault of
 * the program, nothing private leaves unasked, no version is lost. The long run asks each 10,000 times.
 */
import { appendFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { randomFrom } from '../support/random-inputs'
import { long, seedOf, times, tried } from '../support/tried'
import { Inquiry, type Asked } from './support/ask-everything'

/** Part 1 of 2 of the commands: ZHEN_PART=1/2, as the long run does in a process for each. ZHEN_COMMANDS='backup.make record.merge' asks these. */
const [part = 1, parts = 1] = (process.env['ZHEN_PART'] ?? '1/1').split('/').map(Number)
const only = process.env['ZHEN_COMMANDS']?.split(' ')
const isAsked = (name: string, at: number): boolean => (only === undefined ? at % parts === part - 1 : only.includes(name))
/** Inputs after which town and county are put back; the short run needs not. */
const together = long ? 500 : Infinity

/** How long a command takes for an input on average. */
const classOf = ({ ms, inputs }: Asked): string => (['under 1 ms', '1 to 10 ms', '10 to 100 ms'] as const)[Math.max(0, Math.floor(Math.log10(ms / inputs)) + 1)] ?? 'over 100 ms'

test('no command that reads says who a visitor is, or a number of anybody, unasked; no command faults, shows what is private or loses a version, whatever it is asked', async () => {
  if (long) process.env['ZHEN_SCRYPT_N'] = '16'
  const most = times(4, 10_000)
  const seed = seedOf(20260302)
  const inquiry = await Inquiry.begin()
  expect(await inquiry.askAboutPrivatePeople(randomFrom(7))).toBeGreaterThan(60)
  for (const [at, name] of Inquiry.commands.entries()) {
    if (!isAsked(name, at)) continue
    // Its own numbers for each command: one can be asked again without the others.
    const one = await inquiry.ask(name, most, randomFrom(seed + at), together)
    // A line for each command, added up at the end: a run that is cut short has told what it came to.
    tried(`random inputs of commands, ${String(most)} each`, one.inputs, {
      commands: 1, [`commands with ${String(most)}`]: Number(one.inputs >= most), answered: one.answered, refused: one.refused, [classOf(one)]: 1, seed,
    })
    const file = process.env['ZHEN_TIMINGS']
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(one)}\n`)
  }
  if (!long) await inquiry.examineAtTheEnd()
  expect(inquiry.faults).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
}, long ? 14_400_000 : 120_000)

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

/** How many commands take how long for an input on average. */
function classes(asked: readonly Asked[]): Readonly<Record<string, number>> {
  const upTo = (from: number, to: number): number => asked.filter(({ ms, inputs }) => ms / inputs >= from && ms / inputs < to).length
  return { 'under 1 ms': upTo(0, 1), '1 to 10 ms': upTo(1, 10), '10 to 100 ms': upTo(10, 100), 'over 100 ms': upTo(100, Infinity) }
}

test('no command that reads says who a visitor is, or a number of anybody, unasked; no command faults, shows what is private or loses a version, whatever it is asked', async () => {
  if (long) process.env['ZHEN_SCRYPT_N'] = '16'
  const most = times(4, 10_000)
  const seed = seedOf(20260302)
  const inquiry = await Inquiry.begin()
  expect(await inquiry.askAboutPrivatePeople(randomFrom(7))).toBeGreaterThan(60)
  const asked: Asked[] = []
  for (const [at, name] of Inquiry.commands.entries()) {
    if (!isAsked(name, at)) continue
    // Its own numbers for each command: one can be asked again without the others.
    const one = await inquiry.ask(name, most, randomFrom(seed + at), together)
    asked.push(one)
    const file = process.env['ZHEN_TIMINGS']
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(one)}\n`)
  }
  if (!long) await inquiry.examineAtTheEnd()
  const sum = (key: 'inputs' | 'answered' | 'refused'): number => asked.reduce((all, one) => all + one[key], 0)
  tried(`random inputs of commands, ${String(most)} each`, sum('inputs'), {
    commands: asked.length, [`commands with ${String(most)}`]: asked.filter(({ inputs }) => inputs >= most).length, answered: sum('answered'), refused: sum('refused'), ...classes(asked), seed,
  })
  expect(inquiry.faults).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
}, long ? 14_400_000 : 120_000)

/** Sample data: a believable made-up office, or a whole made-up county, written through the same door and steps as real work. */
import { fail, ok, type Result } from '../../shared/result'
import type { Sample } from '../../shared/seed/office'
import { usualProfile } from '../../shared/seed/profile'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { seedCounty, seedOpenCounty } from './seed-county'
import { seedTownOf } from './seed-writer'

type Input = Parameters<Handlers<Desk>['seed.run']>[0]
type Counts = Readonly<Record<string, number>>

const sampleOf = (input: Input): Sample => ({
  seed: input.seed ?? 1, index: input.index ?? 0, years: input.years ?? 1, scale: input.scale ?? 1, profile: input.profile ?? usualProfile(input.towns ?? 1),
})

async function run(input: Input, desk: Desk): Promise<Result<{ readonly counts: Counts }>> {
  if (desk.isOpen && desk.store.office.role === 'town') return ok({ counts: seedTownOf(desk, sampleOf(input)) })
  if (!desk.isOpen && desk.exists()) return fail('locked')
  if (input.towns === undefined) return desk.isOpen ? fail('wrong-role', { detail: { role: desk.store.office.role } }) : fail('no-store', { detail: { dir: desk.dir } })
  if (input.password === undefined) return fail('password-needed')
  const sample = { ...sampleOf(input), towns: input.towns, password: input.password, names: input.names ?? [] }
  const done = await (desk.isOpen ? seedOpenCounty(desk, sample) : seedCounty(desk, sample))
  return done.ok ? ok({ counts: done.value }) : done
}

export const seedHandlers = { 'seed.run': (input, desk) => run(input, desk) } satisfies Partial<Handlers<Desk>>

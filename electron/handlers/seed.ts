/** Sample data: a believable made-up office, or a whole made-up county, written through the same door and steps as real work. */
import { fail, ok, type Result } from '../../shared/result'
import type { Sample } from '../../shared/seed/office'
import { usualProfile } from '../../shared/seed/profile'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { seedCounty } from './seed-county'
import { seedTownOf } from './seed-writer'

type Input = Parameters<Handlers<Desk>['seed.run']>[0]
type Counts = Readonly<Record<string, number>>

const sampleOf = (input: Input): Sample => ({
  seed: input.seed ?? 1, index: input.index ?? 0, years: input.years ?? 1, scale: input.scale ?? 1, profile: input.profile ?? usualProfile(input.towns ?? 1),
})

async function run(input: Input, desk: Desk): Promise<Result<{ readonly counts: Counts }>> {
  if (desk.isOpen) return desk.store.office.role === 'town' ? ok({ counts: seedTownOf(desk, sampleOf(input)) }) : fail('wrong-role', { detail: { role: desk.store.office.role } })
  if (desk.exists()) return fail('locked')
  if (input.towns === undefined) return fail('no-store', { detail: { dir: desk.dir } })
  if (input.password === undefined) return fail('password-needed')
  const done = await seedCounty(desk, { ...sampleOf(input), towns: input.towns, password: input.password, names: input.names ?? [] })
  return done.ok ? ok({ counts: done.value }) : done
}

export const seedHandlers = { 'seed.run': (input, desk) => run(input, desk) } satisfies Partial<Handlers<Desk>>

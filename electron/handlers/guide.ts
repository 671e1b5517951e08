/** How far a new office is with its first hour. Kept are only the steps that were left out; the rest is read from the records. */
import type { Guide, GuideLine, GuideStep } from '../../shared/contract/guide'
import { guideSteps } from '../../shared/contract/guide'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { waitsForCounty } from '../store/county-first'
import type { Desk } from './desk'
import { pairedCounty } from './exchange-setup'

interface Kept {
  readonly skipped: readonly GuideStep[]
  readonly off: boolean
}

const nothing: Kept = { skipped: [], off: false }
const keptOf = (desk: Desk): Kept => ({ ...nothing, ...desk.store.settings.get<Partial<Kept>>('guide', {}) })

/** The records that say a step was taken. */
const recordOf: Readonly<Partial<Record<GuideStep, string>>> = { roster: 'mandate', groups: 'group', sites: 'site', presidium: 'presidium_member', activity: 'activity' }

function countOf(desk: Desk, step: GuideStep): number {
  const type = recordOf[step]
  if (type === undefined) return 0
  const page = desk.store.list(type, { limit: 1, org: desk.store.office.code })
  return page.ok ? page.value.total : 0
}

function lineOf(desk: Desk, { skipped }: Kept, step: GuideStep): GuideLine {
  const count = countOf(desk, step)
  const done = step === 'office' || count > 0 || (step === 'pairing' && pairedCounty(desk) !== null) || (step === 'backup' && desk.store.settings.get<string | null>('last_backup', null) !== null)
  return { step, count, state: done ? 'done' : skipped.includes(step) ? 'skipped' : 'open' }
}

function guideOf(desk: Desk): Guide {
  const kept = keptOf(desk)
  if (kept.off) return { lines: [], next: null, off: true }
  // What takes entries is not proposed to a computer that may not take any yet.
  const steps = guideSteps.filter((step) => recordOf[step] === undefined || !waitsForCounty(desk.store.settings))
  const lines = steps.map((step) => lineOf(desk, kept, step))
  return { lines, next: lines.find((line) => line.state === 'open')?.step ?? null, off: false }
}

export const guideHandlers = {
  'guide.get': (_input, desk) => ok(guideOf(desk)),
  'guide.set': ({ skip, want, off }, desk) => {
    const kept = keptOf(desk)
    const skipped = [...new Set([...kept.skipped, ...(skip ?? [])])].filter((step) => want?.includes(step) !== true)
    desk.store.settings.set('guide', { skipped, off: off ?? kept.off } satisfies Kept)
    return ok(guideOf(desk))
  },
} satisfies Partial<Handlers<Desk>>

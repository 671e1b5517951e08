/** The first hour: what a new office sets up, in order, and how far it is. Worked out from the records, so that it can be left at any time. */
import { arrayOf, boolean, command, object, oneOf, optional } from '../input'

export const guideSteps = ['office', 'roster', 'groups', 'sites', 'presidium', 'activity', 'pairing', 'backup'] as const
export type GuideStep = (typeof guideSteps)[number]

export interface GuideLine {
  readonly step: GuideStep
  readonly state: 'done' | 'open' | 'skipped'
  /** Records that there are; 0 where the step is no matter of counting. */
  readonly count: number
}

export interface Guide {
  readonly lines: readonly GuideLine[]
  /** The first step that is neither done nor left out; null = through. */
  readonly next: GuideStep | null
  /** Nobody wants to see the list any more. */
  readonly off: boolean
}

export const guideCommands = {
  'guide.get': command<Guide>()(object({})),
  /** `skip` and `want` a step; `off` takes the list from the home page, and brings it back. */
  'guide.set': command<Guide>()(object({ skip: optional(arrayOf(oneOf(...guideSteps), 8)), want: optional(arrayOf(oneOf(...guideSteps), 8)), off: optional(boolean) })),
} as const

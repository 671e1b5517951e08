/** Steps that are taken in the quick entry of their record: who came is ticked there. Pure. */
import type { Route } from './routes'

const entries: Readonly<Record<string, 'quick-activity' | 'quick-meeting' | 'quick-supervision'>> = {
  'activity hold': 'quick-activity', 'presidium_meeting open': 'quick-meeting', 'supervision start': 'quick-supervision',
}

/** The entry that takes this step on the record; null where the step has a form of its own. */
export function entryOfStep(type: string, step: string, id: string): Route | null {
  const screen = entries[`${type} ${step}`]
  return screen === undefined ? null : { screen, id }
}

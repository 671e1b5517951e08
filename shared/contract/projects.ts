/** 民生实事项目票决. */
import { arrayOf, bag, command, day, integer, nonEmpty, object, optional, string } from '../input'
import type { ProjectFate } from '../projects/decide'
import type { Rec } from '../record'
import type { Warning } from '../result'

const count = optional(integer(0, 100_000))

export const projectCommands = {
  /**
   * Saves the ballot (`vote` = its fields without candidates) and takes the step `vote` on every project that it decided, in one commit;
   * who is elected follows from the counts and the rule book. `fates` in the order of `projects`; an open one stays a candidate.
   */
  'project.vote': command<{ readonly record: Rec; readonly fates: readonly ProjectFate[]; readonly warnings: readonly Warning[] }>()(object({
    vote: bag, voted_on: day, draft: optional(string(60)),
    projects: arrayOf(object({ id: nonEmpty(60), for_count: count, against_count: count, abstain_count: count }), 200),
  })),
} as const

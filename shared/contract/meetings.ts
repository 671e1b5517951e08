/** Who is expected at a meeting of a day, by the rules. */
import { command, day, object, oneOf, optional, string } from '../input'
import type { Expected } from '../meetings/expected'

export const meetingCommands = {
  /** Deputies of the town for a session, members of the presidium for its meetings, as they are on `day`. */
  'meeting.expected': command<Expected>()(object({ type: oneOf('session', 'presidium_meeting'), day, town: optional(string(12)) })),
} as const

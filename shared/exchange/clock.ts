/**
 * The hybrid clock orders nothing but ties between versions that were made without knowledge of each other. It never goes back on one
 * computer and follows what was imported; nothing is clamped or refused because of it.
 */

/** The clock of the next version: `max(last + 1, now)`, both in milliseconds. */
export const tick = (last: number, nowMs: number): number => Math.max(last + 1, Math.floor(nowMs))

// The end of the year 9999. A nonsense clock beyond it wins its own tie, but must not push everybody else's towards 2^53.
const believable = 253_402_300_799_999

/** The clock after an import: never behind what was read. */
export const follow = (last: number, read: number): number => (read > believable ? last : Math.max(last, read))

const dayMs = 86_400_000

/** Whether the wall clock is more than a day ahead of the newest time known: the app asks before it writes. */
export const clockAhead = (nowMs: number, newestKnownMs: number | null): boolean => newestKnownMs !== null && nowMs - newestKnownMs > dayMs

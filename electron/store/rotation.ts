/**
 * Which backups are kept: three of the newest day, one a day for a week, one a week for five weeks, one a month for a year. Pure. A clock that
 * jumped years ahead must not make all that was there too old at once: on either side of a long gap each stretch has an age of its own.
 */

export interface Dated {
  readonly file: string
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  readonly day: string
}

const days = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
/** Monday-based number of the week. */
const weekOf = (day: string): number => Math.floor((days(day) + 3) / 7)
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** Days without a backup that are rather a wrong clock than a holiday. */
const longGap = 200
/** Stretches that are kept: a clock is put right once or twice, not every year. */
const mostStretches = 3

/** Files that may go, of `backups` newest first. Those dated after `today` (a wrong clock) are left alone. */
export function superfluous(backups: readonly Dated[], today: string): readonly string[] {
  const stretches: Dated[][] = []
  let later = today
  for (const one of backups.filter(({ day }) => day <= today)) {
    const last = stretches.at(-1)
    if (last && days(later) - days(one.day) <= longGap) last.push(one)
    else stretches.push([one])
    later = one.day
  }
  return stretches.flatMap((stretch, at) => (at < mostStretches ? tooMany(stretch, at === 0 && days(today) - days(stretch[0]?.day ?? today) <= longGap ? today : stretch[0]?.day ?? today) : stretch.map((one) => one.file)))
}

function tooMany(past: readonly Dated[], today: string): readonly string[] {
  const keep = new Set<string>()
  past.filter((one) => one.day === today).slice(0, 3).forEach((one) => keep.add(one.file))
  const firstOf = (name: (day: string) => number, within: (day: string) => boolean): void => {
    const seen = new Set<number>()
    for (const one of past) {
      if (!within(one.day) || seen.has(name(one.day))) continue
      seen.add(name(one.day))
      keep.add(one.file)
    }
  }
  firstOf(days, (day) => days(today) - days(day) < 8)
  firstOf(weekOf, (day) => weekOf(today) - weekOf(day) < 5)
  firstOf(monthOf, (day) => monthOf(today) - monthOf(day) < 12)
  // Whatever the clock says, the newest stays.
  if (past[0]) keep.add(past[0].file)
  return past.filter((one) => !keep.has(one.file)).map((one) => one.file)
}

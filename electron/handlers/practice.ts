/**
 * The practice office: a made-up town with its county, in a folder of its own beside the real data, where anything may be tried. Its realm
 * begins with `demo-`, so no real office takes what it sends, and its backups go back to a practice office alone. Nobody has to remember
 * a password for it, so its password is no secret; what is typed there is to be made up, which the window says on every page.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { Refused } from '../store/failure'
import { createDesk, type Desk } from './desk'
import { setUpExchange } from './exchange-setup'
import { asJob, type Job } from './job'
import { officeInfo } from './office-info'
import { seedCounty } from './seed-county'

const password = 'practice-is-no-secret'
const townName = '练习镇'

/** The folder that holds `county`, `town-01` and `stick`, of which the desk has one open. */
const placeOf = (desk: Desk): string => path.dirname(desk.dir)

/** Makes all of it under another name first: cut off half-way it counts as never begun. */
async function make(desk: Desk, job: Job): Promise<Result<true>> {
  const place = placeOf(desk)
  const making = `${place}.making`
  rmSync(making, { recursive: true, force: true })
  const base = createDesk({ dir: making, now: desk.now, practice: true })
  const done = await seedCounty(base, { seed: 7, index: 0, years: 1, scale: 1, profile: 'ordinary', towns: 1, names: [townName], password }, async (words, at, total) => {
    job.progress(words, at, total)
    await new Promise((next) => { setImmediate(next) })
    if (job.signal.aborted) throw new Refused(fail('cancelled'))
  })
  if (!done.ok) {
    rmSync(making, { recursive: true, force: true })
    return done
  }
  rmSync(place, { recursive: true, force: true })
  renameSync(making, place)
  return ok(true)
}

export const practiceHandlers = {
  'office.practice': ({ again, job: name }, desk) => asJob(desk, name, async (job) => {
    if (!desk.practice) return fail('demo-data')
    if (desk.isOpen) desk.close()
    if (again === true || !existsSync(placeOf(desk)) || !desk.exists()) {
      const made = await make(desk, job)
      if (!made.ok) return made
    }
    const opened = desk.unlock(password, undefined)
    if (!opened.ok) return opened
    await setUpExchange(desk)
    return ok({ office: officeInfo(desk) })
  }),
} satisfies Partial<Handlers<Desk>>

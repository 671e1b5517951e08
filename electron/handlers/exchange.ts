/** The exchange with the county, by command. */
import { existsSync } from 'node:fs'
import { fail, ok } from '../../shared/result'
import type { ImportedFile } from '../../shared/contract/exchange'
import type { Handlers } from '../ipc/route'
import { storeFailure } from '../store/failure'
import type { Desk } from './desk'
import { archiveHandlers } from './exchange-archive'
import { boardHandlers } from './exchange-board'
import { conflictHandlers } from './exchange-conflicts'
import { countyFirstHandlers } from './exchange-county-first'
import { deviceHandlers } from './exchange-devices'
import { exportDown } from './exchange-down'
import { figureHandlers } from './exchange-figures'
import { realmKeyHandlers } from './exchange-keys'
import { orderHandlers } from './exchange-orders'
import { pairingHandlers } from './exchange-pairing'
import { paperHandlers } from './exchange-paper'
import { recodeHandlers } from './exchange-recode'
import { recoveryHandlers } from './exchange-recovery'
import { aboveState, exportRollup } from './exchange-rollup'
import { slipHandlers } from './exchange-slips'
import { stateHandlers } from './exchange-state'
import { held, takeFile, type TakeOptions } from './exchange-take'
import { tidyOutbox } from './exchange-tidy'
import { townMapHandlers } from './exchange-town-map'
import { exportUp } from './exchange-up'
import { verifyHandlers } from './exchange-verify'
import { asJob, type Job } from './job'
import { later } from './later'

const underWay = new WeakMap<Desk, Promise<unknown>>()

/** One package at a time: a second click waits for the first, so that no two imports share a stage. */
function inTurn<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(desk) ?? Promise.resolve()
  const mine = before.then(work, work)
  underWay.set(desk, mine)
  return mine
}

/** One file; what our own disk refuses is said of this file, so that the others keep their answers. */
async function takeOne(desk: Desk, file: string, options: TakeOptions, job: Job): Promise<ImportedFile> {
  if (job.signal.aborted) return held(file, fail('cancelled'))
  try {
    return await takeFile(desk, file, options, job)
  } catch (error) {
    const failure = storeFailure(error)
    if (failure.code === 'internal' || failure.code === 'locked') throw error
    return held(file, failure)
  }
}

export const exchangeHandlers = {
  ...pairingHandlers,
  ...slipHandlers,
  ...countyFirstHandlers,
  ...realmKeyHandlers,
  ...deviceHandlers,
  ...recoveryHandlers,
  ...orderHandlers,
  ...recodeHandlers,
  ...paperHandlers,
  ...later({ 'exchange.plain': true }, async () => (await import('./exchange-plain')).plainHandlers),
  ...townMapHandlers,
  ...stateHandlers,
  ...boardHandlers,
  ...archiveHandlers,
  ...conflictHandlers,
  ...verifyHandlers,
  ...figureHandlers,
  'exchange.export': (input, desk) => inTurn(desk, () => asJob(desk, input.job, async (job) => {
    if (input.there === true && !existsSync(input.to)) return fail('stick-removed', { field: 'to' })
    const made = await (desk.store.office.role === 'county' ? exportDown(desk, input, job) : exportUp(desk, input, job))
    await tidyOutbox(desk)
    return made
  })),
  'exchange.rollup': (input, desk) => inTurn(desk, () => asJob(desk, input.job, async (job) => {
    const made = await exportRollup(desk, input, job)
    await tidyOutbox(desk)
    return made
  })),
  'exchange.above': (_input, desk) => (desk.store.office.role === 'county' ? ok(aboveState(desk)) : fail('wrong-role', { detail: { role: 'town' } })),
  'exchange.import': (input, desk) => inTurn(desk, () => asJob(desk, input.job, async (job) => {
    const files: ImportedFile[] = []
    try {
      for (const file of input.files) files.push(await takeOne(desk, file, { dryRun: input.dry_run === true, approve: input.approve === true, ...(input.check_no === undefined ? {} : { checkNo: input.check_no }) }, job))
    } finally {
      desk.aside.dismiss('import')
    }
    return ok({ files })
  })),
  // Everything in clear: for a terminal, whose caller has the password, never for a page.
  'exchange.dump': (_input, desk) => (desk.masks ? fail('unknown-command', { detail: { name: 'exchange.dump' } }) : ok({ lines: [...desk.store.dump()] })),
  'job.cancel': ({ job }, desk) => {
    desk.jobs.get(job)?.abort()
    return ok({ asked: true })
  },
} satisfies Partial<Handlers<Desk>>

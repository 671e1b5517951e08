/** The exchange with the county, by command. */
import { fail, ok } from '../../shared/result'
import type { ImportedFile } from '../../shared/contract/exchange'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { boardHandlers } from './exchange-board'
import { conflictHandlers } from './exchange-conflicts'
import { exportDown } from './exchange-down'
import { pairingHandlers } from './exchange-pairing'
import { takeFile } from './exchange-take'
import { exportUp } from './exchange-up'
import { verifyHandlers } from './exchange-verify'
import { asJob } from './job'

export const exchangeHandlers = {
  ...pairingHandlers,
  ...boardHandlers,
  ...conflictHandlers,
  ...verifyHandlers,
  'exchange.export': (input, desk) => asJob(desk, input.job, (job) => (desk.store.office.role === 'county' ? exportDown(desk, input, job) : exportUp(desk, input, job))),
  'exchange.import': (input, desk) => asJob(desk, input.job, async (job) => {
    const files: ImportedFile[] = []
    for (const file of input.files) {
      if (job.signal.aborted) return fail('cancelled')
      files.push(await takeFile(desk, file, { dryRun: input.dry_run === true, approve: input.approve === true }, job))
    }
    return ok({ files })
  }),
  'exchange.dump': (_input, desk) => ok({ lines: [...desk.store.dump()] }),
  'job.cancel': ({ job }, desk) => {
    desk.jobs.get(job)?.abort()
    return ok({ asked: true })
  },
} satisfies Partial<Handlers<Desk>>

/** The exchange with the county, by command. */
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { pairingHandlers } from './exchange-pairing'

export const exchangeHandlers = {
  ...pairingHandlers,
  'exchange.dump': (_input, desk) => ok({ lines: [...desk.store.dump()] }),
  'job.cancel': ({ job }, desk) => {
    desk.cancelled.add(job)
    return ok({ asked: true })
  },
} satisfies Partial<Handlers<Desk>>

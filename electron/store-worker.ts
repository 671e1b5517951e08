/**
 * The store's own process: it alone writes to the database, so that no import freezes the window and no save lands inside an import's
 * transaction. The main process only routes; while a work of one piece goes on here, a reader (reader-worker.ts) answers for it.
 */
import { handlers } from './handlers'
import { createDesk } from './handlers/desk'
import { backUpAtLeaving } from './handlers/leaving'
import { fail } from '../shared/result'
import { loadAhead } from './store/connection'
import { clearCopies } from './store/copies'
import { atRest } from './ipc/at-rest'
import { notOffered } from './ipc/offered'
import { route } from './ipc/route'
import type { StoreMessage } from './ipc/store-line'
import { clockOf } from './worker-clock'

interface Request {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const port = (process as unknown as { parentPort: Port }).parentPort
const say = (message: StoreMessage): void => { port.postMessage(message) }
// What a crash left in clear goes before anybody types a password.
clearCopies(process.argv[2] ?? '')
const practice = process.argv[3] === 'practice'
const offered = { practice, samples: process.env['ZHEN_SAMPLES'] === '1' }
const desk = createDesk({
  dir: process.argv[2] ?? '',
  practice,
  now: clockOf(process.env),
  tell: (event) => { say({ event }) },
  reader: { call: (reader) => { say({ reader }) }, aside: (aside) => { say({ aside }) }, dismiss: () => { say({ reader: null }) } },
})

// The pages that opening the office went through are not needed again soon, and an old computer misses their memory.
const tidy = atRest(800, () => { if (desk.isOpen) desk.store.letGo() })

port.on('message', ({ data }) => {
  tidy.heard()
  const request = data as Request
  if (request.name === 'close') {
    backUpAtLeaving(desk)
    desk.close()
    process.exit(0)
  }
  const refused = notOffered(request.name, offered)
  void (refused ? Promise.resolve(refused) : route(handlers, desk, request.name, request.input)).then((result) => {
    try {
      say({ id: request.id, result })
      // The home page follows: what it needs is computed while the window draws itself.
      if (request.name === 'office.unlock' && result.ok) {
        setImmediate(() => { if (desk.isOpen) void route(handlers, desk, 'home.get', {}) })
        tidy.wanted()
      }
    } catch (error) {
      // An answer that cannot cross the border is a fault of that command alone; the store stays open.
      say({ id: request.id, result: fail('internal', { detail: { what: error instanceof Error ? error.message : String(error) } }) })
    }
  })
})

// While the window draws itself.
setImmediate(loadAhead)

/**
 * The store's own process: it alone opens the database, so that no import freezes the window and no save lands inside an import's
 * transaction. The main process only routes.
 */
import { handlers } from './handlers'
import { createDesk } from './handlers/desk'
import { backUpAtLeaving } from './handlers/leaving'
import { fail } from '../shared/result'
import { clearCopies } from './store/copies'
import { notOffered } from './ipc/offered'
import { route } from './ipc/route'

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
const now = process.env['ZHEN_NOW']
const fixed = now ? new Date(/^\d{4}-\d{2}-\d{2}$/.test(now) ? `${now}T12:00:00+08:00` : now) : null
// What a crash left in clear goes before anybody types a password.
clearCopies(process.argv[2] ?? '')
const practice = process.argv[3] === 'practice'
const offered = { practice, samples: process.env['ZHEN_SAMPLES'] === '1' }
const desk = createDesk({
  dir: process.argv[2] ?? '',
  practice,
  now: fixed ? () => fixed : () => new Date(),
  tell: (event) => { port.postMessage({ event }) },
})

port.on('message', ({ data }) => {
  const request = data as Request
  if (request.name === 'close') {
    backUpAtLeaving(desk)
    desk.close()
    process.exit(0)
  }
  const refused = notOffered(request.name, offered)
  void (refused ? Promise.resolve(refused) : route(handlers, desk, request.name, request.input)).then((result) => {
    try {
      port.postMessage({ id: request.id, result })
      // The home page follows: what it needs is computed while the window draws itself.
      if (request.name === 'office.unlock' && result.ok) setImmediate(() => { if (desk.isOpen) void route(handlers, desk, 'home.get', {}) })
    } catch (error) {
      // An answer that cannot cross the border is a fault of that command alone; the store stays open.
      port.postMessage({ id: request.id, result: fail('internal', { detail: { what: error instanceof Error ? error.message : String(error) } }) })
    }
  })
})

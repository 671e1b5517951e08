/**
 * A reader: answers lists, searches and pages over a second, read-only connection while the store's own process is at work of one piece. It is
 * given the key when it is started, writes nothing, and ends with the work.
 */
import { handlers } from './handlers'
import type { ReaderOrder } from './handlers/aside'
import { createDesk } from './handlers/desk'
import { readerOf, type Asked } from './ipc/reader'
import { clockOf } from './worker-clock'

interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const port = (process as unknown as { parentPort: Port }).parentPort
const [, , dir = '', kind] = process.argv
const reader = readerOf(handlers, () => createDesk({ dir, practice: kind === 'practice', now: clockOf(process.env), tell: () => undefined }), (message) => { port.postMessage(message) })

port.on('message', ({ data }) => {
  // The key comes first, questions after it.
  if ('key' in (data as object)) {
    // A file that cannot be read by a second process is read by the first alone.
    if (!reader.open(data as ReaderOrder)) process.exit(0)
  } else reader.ask(data as Asked)
})

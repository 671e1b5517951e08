/** Starts the store's process and talks to it; a crash is told to every caller and the process starts again, locked. */
import { utilityProcess, type UtilityProcess } from 'electron'
import path from 'node:path'
import type { StoreEvent } from '../../shared/contract'
import { fail, type Result } from '../../shared/result'

type Answer = { readonly id: number; readonly result: Result<unknown> } | { readonly event: StoreEvent }

export interface StoreProcess {
  /** Starts the process ahead of the first question, once the application is ready: it loads while the window does. */
  start(): void
  ask(name: string, input: unknown): Promise<Result<unknown>>
  /** Ends the process after it has closed the database. */
  close(): Promise<void>
}

export function startStoreProcess(dataDir: string, practice: boolean, tell: (event: StoreEvent) => void): StoreProcess {
  let child: UtilityProcess | null = null
  let closing = false
  let last = 0
  const waiting = new Map<number, (result: Result<unknown>) => void>()

  const start = (): UtilityProcess => {
    const started = utilityProcess.fork(path.join(import.meta.dirname, 'store-worker.js'), [dataDir, practice ? 'practice' : 'real'], { serviceName: 'zhen-store', stdio: 'inherit' })
    started.on('message', (message: Answer) => {
      if ('event' in message) {
        tell(message.event)
        return
      }
      waiting.get(message.id)?.(message.result)
      waiting.delete(message.id)
    })
    started.on('exit', () => {
      child = null
      for (const answer of waiting.values()) answer(fail('internal', { detail: { why: 'store process ended' } }))
      waiting.clear()
      if (!closing) tell({ kind: 'locked', why: 'crashed' })
    })
    return started
  }

  return {
    start() {
      if (!closing) child ??= start()
    },
    ask(name, input) {
      if (closing) return Promise.resolve(fail('locked'))
      child ??= start()
      const id = ++last
      const to = child
      return new Promise((answer) => {
        waiting.set(id, answer)
        to.postMessage({ id, name, input })
      })
    },
    close() {
      closing = true
      const ending = child
      if (!ending) return Promise.resolve()
      return new Promise((done) => {
        const patience = setTimeout(() => { ending.kill() }, 5000)
        ending.once('exit', () => {
          clearTimeout(patience)
          done()
        })
        ending.postMessage({ id: 0, name: 'close', input: null })
      })
    },
  }
}

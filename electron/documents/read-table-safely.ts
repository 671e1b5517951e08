/**
 * The readers of spreadsheets are large libraries, and some damaged files make them loop for ever or eat all memory (seen with changed
 * bytes in an .xls). A thread with a deadline keeps the office's program answering: such a file is no table.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/result'
import type { Table } from '../../shared/roster/table'

const deadlineMs = 20_000
const worker = new URL('./table-worker.js', import.meta.url)

/** As `readTables`; a file that cannot be read within the deadline or in 512 MB is `not-a-table`. */
export async function readTablesSafely(bytes: Uint8Array, fileName: string): Promise<Result<Table[]>> {
  // Run from its sources, as the tests do, there is no built worker beside this file. Else the readers are loaded in the thread alone.
  if (!existsSync(fileURLToPath(worker))) return (await import('./read-table')).readTables(bytes, fileName)
  return new Promise((done) => {
    const thread = new Worker(worker, { workerData: { bytes, fileName }, resourceLimits: { maxOldGenerationSizeMb: 512 }, stderr: true })
    const refuse = (why: string) => { done(fail('not-a-table', { detail: { file: fileName, why } })) }
    const patience = setTimeout(() => {
      refuse('deadline')
      void thread.terminate()
    }, deadlineMs)
    thread.once('message', (result: Result<Table[]>) => {
      clearTimeout(patience)
      done(result)
      void thread.terminate()
    })
    thread.once('error', (error) => {
      clearTimeout(patience)
      refuse(error.name)
    })
  })
}

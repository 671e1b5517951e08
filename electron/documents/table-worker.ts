/** Reads one table file in a thread of its own, where a reader that never ends can be stopped (read-table-safely.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import { readTables } from './read-table'

const { bytes, fileName } = workerData as { readonly bytes: Uint8Array; readonly fileName: string }

void readTables(bytes, fileName).then((result) => { parentPort?.postMessage(result) })

/** The store's process and its reader, as Electron starts them; a crash is told to every caller and the process starts again, locked. */
import { utilityProcess } from 'electron'
import path from 'node:path'
import type { StoreEvent } from '../../shared/contract'
import { storeLine, type Child, type StoreLine } from '../ipc/store-line'

export type StoreProcess = StoreLine

export function startStoreProcess(dataDir: string, practice: boolean, tell: (event: StoreEvent) => void): StoreProcess {
  const fork = (worker: string, name: string) => <M>(heard: (message: M) => void, ended: () => void): Child => {
    const child = utilityProcess.fork(path.join(import.meta.dirname, worker), [dataDir, practice ? 'practice' : 'real'], { serviceName: name, stdio: 'inherit' })
    child.on('message', heard)
    child.on('exit', ended)
    return { post: (message) => { child.postMessage(message) }, kill: () => { child.kill() } }
  }
  return storeLine({ store: fork('store-worker.js', 'zhen-store'), reader: fork('reader-worker.js', 'zhen-reader') }, tell)
}

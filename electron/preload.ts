/** The only bridge between page and application: one call, one subscription, names from the contract. Sandboxed, bundled. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { contract, shellContract, type StoreEvent } from '../shared/contract'
import { fail } from '../shared/result'

const names = new Set([...Object.keys(contract), ...Object.keys(shellContract)])

contextBridge.exposeInMainWorld('api', {
  call: (name: unknown, input: unknown): Promise<unknown> =>
    typeof name === 'string' && names.has(name)
      ? ipcRenderer.invoke('call', name, input)
      : Promise.resolve(fail('unknown-command', { detail: { name: String(name) } })),
  on: (listener: (event: StoreEvent) => void): (() => void) => {
    const heard = (_: unknown, event: StoreEvent) => { listener(event) }
    ipcRenderer.on('event', heard)
    return () => { ipcRenderer.removeListener('event', heard) }
  },
  pathOf: (file: File): string => webUtils.getPathForFile(file),
})

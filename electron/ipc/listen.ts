/** The one place where messages of the page come in: the sender is checked before anything else. */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { shellContract, type StoreEvent } from '../../shared/contract'
import { fail, type Result } from '../../shared/result'

export interface Listeners {
  /** The window whose main frame alone may ask. */
  readonly page: () => WebContents | null
  readonly origin: string
  readonly store: (name: string, input: unknown) => Promise<Result<unknown>>
  readonly shell: (name: keyof typeof shellContract, input: unknown) => Promise<Result<unknown>>
}

const isShell = (name: string): name is keyof typeof shellContract => Object.hasOwn(shellContract, name)

/** Answers the page's calls; returns how events reach it. */
export function listen(listeners: Listeners): (event: StoreEvent) => void {
  ipcMain.handle('call', async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const page = listeners.page()
    const frame = event.senderFrame
    if (!page || !frame || frame !== page.mainFrame || !frame.url.startsWith(listeners.origin)) return fail('unknown-command', { detail: { why: 'sender' } })
    if (typeof name !== 'string') return fail('unknown-command')
    if (!isShell(name)) return listeners.store(name, input)
    const parsed = shellContract[name].input(input, '')
    return parsed.ok ? listeners.shell(name, parsed.value) : parsed
  })
  return (event) => {
    const page = listeners.page()
    if (page && !page.isDestroyed()) page.send('event', event)
  }
}

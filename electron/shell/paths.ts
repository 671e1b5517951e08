/** Where the application keeps things: the local data folder, never one that roams or syncs. */
import { app } from 'electron'
import path from 'node:path'

/** Folder of the store. `ZHEN_DATA` names another, for tests and for a second office on one computer. */
export function dataDir(): string {
  const asked = process.env['ZHEN_DATA']
  if (asked) return path.resolve(asked)
  const local = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : undefined
  return path.join(local ?? app.getPath('appData'), 'zhen-renda', 'data')
}

/** Chromium's own folder: beside the store, holding nothing of the office (the session lives in memory). */
export const chromiumDir = (data: string): string => path.join(path.dirname(data), `${path.basename(data)}-window`)

/** The practice office of one level: beside the real data, in a folder that nothing else uses. */
export const practiceDir = (data: string, role: 'town' | 'county'): string => path.join(path.dirname(data), `${path.basename(data)}-practice`, role === 'town' ? 'town-01' : 'county')

/** Offices for the bench: real encrypted stores in a temporary folder, filled through the same door as real work. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { handlers } from '../electron/handlers'
import { createDesk, type Desk } from '../electron/handlers/desk'
import { route } from '../electron/ipc/route'

const made: string[] = []

/** A new temporary folder. */
export function folder(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'zhen-bench-'))
  made.push(dir)
  return dir
}

/** Takes away everything that the bench put on the disk: some gigabytes. */
export function removeFolders(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true })
}

export const password = 'bench-2026'

export async function ask(desk: Desk, name: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
  const result = await route(handlers, desk, name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result).slice(0, 500)}`)
  return result.value as Readonly<Record<string, unknown>>
}

export async function office(role: 'town' | 'county', code: string, name: string): Promise<Desk> {
  const desk = createDesk({ dir: path.join(folder(), 'data'), now: () => new Date() })
  await ask(desk, 'office.init', { role, code, name, ...(role === 'town' ? { term: 19, term_start: '2016-12-20', quota: 60 } : {}), password })
  return desk
}

/** Versions held by the store. */
export const records = (desk: Desk): number => desk.store.towns().reduce((sum, town) => sum + town.records, 0)

/** The same office, opened by a program that has read nothing of it yet. */
export async function reopened(desk: Desk): Promise<Desk> {
  desk.close()
  const again = createDesk({ dir: desk.dir, now: () => new Date() })
  await ask(again, 'office.unlock', { password })
  return again
}

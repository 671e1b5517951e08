/**
 * The packages of a stick from the first look to the receipts. Kept outside of the screens: looking and importing go on while something
 * else is looked up. Files are taken one by one, so that each has its own result and a refused one stops nobody else.
 */
import { create } from 'zustand'
import type { ImportedFile } from '../../../shared/contract/exchange'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { isBelow } from '../../state/level'
import { refreshOffice, useSession } from '../../state/session'
import { canImport } from './package-words'

export interface StickItem {
  readonly path: string
  readonly name: string
  /** What it is; null until it was looked at. */
  readonly file: ImportedFile | null
  readonly chosen: boolean
  /** A new computer that was admitted here. */
  readonly approved: boolean
}

export interface Receipt {
  readonly town: string
  readonly name: string
  /** Null where nothing was to be said. */
  readonly file: string | null
  readonly failure: Failure | null
}

export interface StickDesk {
  readonly state: 'empty' | 'looking' | 'ready' | 'importing' | 'done'
  /** Where the packages lie and the receipts go; null = out of the archive, whose receipts were written. */
  readonly dir: string | null
  readonly items: readonly StickItem[]
  /** While importing: path of the package that is being read, the job to stop, how many of how many. */
  readonly at: string
  readonly job: string
  readonly done: number
  readonly total: number
  readonly stopping: boolean
  readonly receipts: readonly Receipt[]
  readonly failure: Failure | null
  /** Files that were handed over or picked: a stick that is plugged in does not take their place. */
  readonly handed: boolean
}

const fresh: StickDesk = { state: 'empty', dir: null, items: [], at: '', job: '', done: 0, total: 0, stopping: false, receipts: [], failure: null, handed: false }

export const useStickDesk = create<StickDesk>(() => fresh)

const get = useStickDesk.getState
const set = useStickDesk.setState

// Answers of an older look are dropped.
let look = 0

/** Nothing on the desk: the stick is gone, or not now. */
export function clearDesk(): void {
  look += 1
  set(fresh, true)
}

const change = (path: string, how: Partial<StickItem>): void => set(({ items }) => ({ items: items.map((item) => (item.path === path ? { ...item, ...how } : item)) }))

/** Looks at every package under `dir`: what each would change, without writing anything. */
export async function lookAt(dir: string): Promise<void> {
  if (get().state === 'importing') return
  const scan = await call('exchange.scan', { dir })
  if (!scan.ok) set({ ...fresh, dir, state: 'ready', failure: scan })
  else await lookAtFiles(dir, scan.value.files)
}

/** The same for files that the person picked, or for those of the archive (`dir` null). */
export async function lookAtFiles(dir: string | null, files: readonly { readonly path: string; readonly name: string }[]): Promise<void> {
  if (get().state === 'importing') return
  const mine = ++look
  set({ ...fresh, handed: dir === null, state: 'looking', dir, items: files.map(({ path, name }) => ({ path, name, file: null, chosen: false, approved: false })) })
  for (const { path } of files) {
    const answer = await call('exchange.import', { files: [path], dry_run: true })
    if (mine !== look) return
    const file = answer.ok ? answer.value.files[0] : { file: path, state: 'HELD' as const, code: answer.code, ...(answer.detail ? { detail: answer.detail } : {}) }
    // A copy of a package that lies here too would only be passed over.
    const copy = file?.id !== undefined && get().items.some((item) => item.path !== path && item.file?.id === file.id)
    if (file) change(path, { file, chosen: canImport(file) && file.code !== 'awaiting-approval' && !copy })
  }
  set(({ items }) => ({ state: 'ready', items: inOrder(items) }))
}

/** Importable ones first, a town's packages in their order. */
function inOrder(items: readonly StickItem[]): readonly StickItem[] {
  const rank = ({ file }: StickItem): number => (canImport(file) ? 0 : file?.state === 'HELD' ? 1 : 2)
  return items.toSorted((a, b) => rank(a) - rank(b) || (a.file?.from?.org ?? '').localeCompare(b.file?.from?.org ?? '') || (a.file?.pseq ?? 0) - (b.file?.pseq ?? 0))
}

export const choose = (path: string, chosen: boolean): void => change(path, { chosen })

/** Admits the computer that made the package: all that lies here from it is imported with the others. */
export function approve({ path, file }: Pick<StickItem, 'path' | 'file'>): void {
  const same = (item: StickItem): boolean => item.path === path ||
    (canImport(item.file) && item.file?.newcomer !== undefined && item.file.from?.device === file?.from?.device && item.file.newcomer.check_no === file?.newcomer?.check_no)
  set(({ items }) => ({ items: items.map((item) => (same(item) ? { ...item, approved: true, chosen: true } : item)) }))
}

/** Writes the receipt of one town to where its package came from. */
export async function writeReceipt(dir: string, town: string, name: string): Promise<Receipt> {
  const made = await call('exchange.export', { to: dir, there: true, town, always: true })
  return { town, name, file: made.ok ? made.value.file : null, failure: made.ok ? null : made }
}

/** One package that the system handed over, with its receipt to go where it lies. */
export async function lookAtHanded(path: string): Promise<void> {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  const looking = lookAtFiles(path.slice(0, at), [{ path, name: path.slice(at + 1) }])
  set({ handed: true })
  await looking
}

/** The approval names the computer that was shown: the stick may have been changed since. */
const approval = ({ approved, file }: StickItem): { readonly approve?: true; readonly check_no?: string } =>
  approved && file?.newcomer !== undefined ? { approve: true, check_no: file.newcomer.check_no } : {}

/** Imports what is ticked, then writes a receipt for each of these towns. */
export async function importChosen(): Promise<void> {
  const { items, dir, state } = get()
  const chosen = items.filter((item) => item.chosen && canImport(item.file))
  if (state !== 'ready' || chosen.length === 0) return
  const towns = new Map<string, string>()
  set({ state: 'importing', done: 0, total: chosen.length, stopping: false, receipts: [], failure: null })
  for (const item of chosen) {
    if (get().stopping) break
    const job = crypto.randomUUID()
    set({ at: item.path, job })
    const answer = await call('exchange.import', { files: [item.path], job, ...approval(item) })
    if (!answer.ok) {
      // Of the whole machine, not of this file: the others would fare no better.
      set({ failure: answer })
      break
    }
    const file = answer.value.files[0]
    // Stopped before it wrote: the package stands as it was looked at.
    if (file?.code === 'cancelled') break
    if (file) {
      change(item.path, { file, chosen: false })
      // A receipt of the level above is answered by the next report.
      if (file.from && isBelow(file.from.org, useSession.getState().office?.code ?? '') && (file.state === 'COMMITTED' || file.state === 'DUPLICATE')) towns.set(file.from.org, file.from.name)
    }
    set(({ done }) => ({ done: done + 1 }))
  }
  if (dir !== null) for (const [town, name] of towns) {
    const receipt = await writeReceipt(dir, town, name)
    set(({ receipts }) => ({ receipts: [...receipts, receipt] }))
  }
  set({ state: 'done', at: '', job: '', stopping: false })
  // A backup was made before: the rail says so.
  void refreshOffice()
}

/** Stops after the package that is being read; what was imported stays. */
export function stopImport(): void {
  const { job, state } = get()
  if (state !== 'importing') return
  set({ stopping: true })
  if (job !== '') void call('job.cancel', { job })
}

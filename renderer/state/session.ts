/** The office that is open, how large the text is, and why the start failed if it did. */
import { create } from 'zustand'
import type { OfficeInfo, OfficeState } from '../../shared/contract/office'
import { fail, type Failure } from '../../shared/result'
import { call } from '../api'

export type TextSize = 'standard' | 'large' | 'xlarge'
export const textSizes: readonly TextSize[] = ['standard', 'large', 'xlarge']
export const textSizeWords: Readonly<Record<TextSize, string>> = { standard: '标准', large: '大', xlarge: '特大' }

export type Contrast = 'standard' | 'high'

interface Session {
  /** `loading` until the first answer. */
  readonly phase: OfficeState['phase'] | 'loading'
  readonly office: OfficeInfo | null
  readonly names: readonly string[]
  readonly dataDir: string
  readonly failure: Failure | null
  readonly lockedBecause: 'asked' | 'idle' | 'crashed' | null
  readonly size: TextSize
  /** Chosen while no store was open: at the first set-up, at the lock. It is kept as soon as one is. */
  readonly sizeToKeep: TextSize | null
  readonly contrast: Contrast
  /** The window looks at the practice office. */
  readonly practice: boolean
  /** Filters and orders of the lists as the store kept them (records/list-view). */
  readonly lists: string
}

const fresh: Session = {
  phase: 'loading', office: null, names: [], dataDir: '', failure: null, lockedBecause: null, size: 'standard', sizeToKeep: null, contrast: 'standard', practice: false, lists: '{}',
}

export const useSession = create<Session>(() => fresh)

/** The open office; null outside of it. Screens behind the lock may rely on it. */
export const useOffice = (): OfficeInfo | null => useSession((state) => state.office)

/** Whether this is a further computer of its town that takes no entries yet: nothing is offered that would be refused. */
export const useTakesNone = (): boolean => useSession((state) => state.office?.county_first === true)

/** Asks what state the store is in: at the start, after unlocking, after a restore. */
export async function readOffice(): Promise<void> {
  const answer = await call('office.state', {})
  if (!answer.ok) {
    useSession.setState({ phase: 'failed', failure: answer })
    return
  }
  const { phase, office, names, data_dir, failure, practice } = answer.value
  useSession.setState({ phase, office, names, dataDir: data_dir, practice: practice === true, failure: failure ? fail(failure.code, { detail: failure.detail }) : null })
  if (office !== null) await readSize()
}

// What the window remembers lies in the store, because the window keeps nothing of its own on the disk.
async function readSize(): Promise<void> {
  const { sizeToKeep } = useSession.getState()
  if (sizeToKeep !== null) {
    useSession.setState({ sizeToKeep: null })
    await call('settings.set', { ui: { font_size: sizeToKeep } })
  }
  const answer = await call('settings.get', {})
  const kept = answer.ok ? answer.value.ui['font_size'] : undefined
  const size = textSizes.find((one) => one === kept)
  if (size !== undefined) showTextSize(size)
  const lists = answer.ok ? answer.value.ui['lists'] : undefined
  useSession.setState({ lists: typeof lists === 'string' ? lists : '{}' })
  if (answer.ok) showContrast(answer.value.ui['contrast'] === 'high' ? 'high' : 'standard')
}

/** The office as it is now, after something of it was changed (a backup, its own record, a new term). */
export async function refreshOffice(): Promise<void> {
  const answer = await call('office.state', {})
  if (answer.ok && answer.value.office !== null) useSession.setState({ office: answer.value.office })
}

/** The store is open: set up, unlocked or changed. */
export function openOffice(office: OfficeInfo): void {
  useSession.setState({ phase: 'open', office, failure: null, lockedBecause: null })
  void readSize()
}

/** The store does not open, whatever the password. */
export function noteFailed(failure: Failure): void {
  useSession.setState({ phase: 'failed', failure, office: null })
}

/** The store locked itself or was locked. */
export function noteLocked(why: 'asked' | 'idle' | 'crashed'): void {
  useSession.setState({ office: null, lockedBecause: why, phase: 'locked', lists: '{}' })
}

function showTextSize(size: TextSize): void {
  document.documentElement.dataset['size'] = size
  useSession.setState({ size })
}

function showContrast(contrast: Contrast): void {
  document.documentElement.dataset['contrast'] = contrast
  useSession.setState({ contrast })
}

/** Black on white with hard edges, for eyes or screens that lose the greys; kept like the text size. */
export function setContrast(contrast: Contrast): void {
  showContrast(contrast)
  if (useSession.getState().phase === 'open') void call('settings.set', { ui: { contrast } })
}

/** Sets the text size of the whole window; it is kept in the store, in the one that is opened next if none is open. */
export function setTextSize(size: TextSize): void {
  showTextSize(size)
  if (useSession.getState().phase === 'open') void call('settings.set', { ui: { font_size: size } })
  else useSession.setState({ sizeToKeep: size })
}

/** One size up or down; stays at the ends. */
export function stepTextSize(by: 1 | -1): void {
  const at = textSizes.indexOf(useSession.getState().size)
  setTextSize(textSizes[Math.min(textSizes.length - 1, Math.max(0, at + by))] ?? 'standard')
}

export function resetSession(): void {
  useSession.setState(fresh, true)
}

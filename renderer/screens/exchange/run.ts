/** The report that is being made: kept outside of the screen, so that who looks something up meanwhile finds it again. */
import { create } from 'zustand'
import type { OutputOf, ProgressEvent } from '../../../shared/contract'
import type { Failure } from '../../../shared/result'
import { call, onEvent } from '../../api'
import { notify } from '../../state/notices'
import { readReceipts, type ReadReceipts } from './receipts'

export type Run =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly job: string; readonly progress: ProgressEvent | null; readonly phaseSince: number; readonly at: number; readonly stopping: boolean }
  | { readonly state: 'done'; readonly to: string; readonly made: OutputOf<'exchange.export'>; readonly read: ReadReceipts | null }
  | { readonly state: 'failed'; readonly failure: Failure; readonly full: boolean }

export const useRun = create<{ readonly run: Run }>(() => ({ run: { state: 'idle' } }))

const set = (run: Run): void => useRun.setState({ run })

/** Back to the button. */
export const clearRun = (): void => set({ state: 'idle' })

/** Takes a finished report's words away; one that is going on or failed stays. */
export function clearDone(): void {
  if (useRun.getState().run.state === 'done') clearRun()
}

export interface SendOptions {
  /** Everything again, whatever the county has. */
  readonly full?: boolean
  /** Also when there is nothing new. */
  readonly always?: boolean
  /** At most so many megabytes of attachments, the newest; the others wait for the next package. */
  readonly attachmentsMb?: number
  /** Receipts on the stick that are not read yet: they come first, so that the package leaves out what the county has. */
  readonly receipts?: readonly string[]
}

/** Makes the package and puts it under `to`. One at a time. */
export async function send(to: string, options: SendOptions = {}): Promise<void> {
  if (useRun.getState().run.state === 'running') return
  const job = crypto.randomUUID()
  set({ state: 'running', job, progress: null, phaseSince: Date.now(), at: Date.now(), stopping: false })
  const stop = onEvent((event) => {
    const { run } = useRun.getState()
    if (event.kind !== 'progress' || event.job !== job || run.state !== 'running') return
    set({ ...run, progress: event, at: Date.now(), phaseSince: run.progress?.phase === event.phase ? run.phaseSince : Date.now() })
  })
  const read = (options.receipts ?? []).length === 0 ? null : await readReceipts(options.receipts ?? [])
  const answer = await call('exchange.export', { to, there: true, job, ...(options.full ? { full: true } : {}), ...(options.always ? { always: true } : {}), ...(options.attachmentsMb === undefined ? {} : { attachments_mb: options.attachmentsMb }) })
  stop()
  if (!answer.ok && answer.code === 'cancelled') {
    clearRun()
    notify({ tone: 'doing', text: '已经取消，什么都没有改' })
    return
  }
  set(answer.ok ? { state: 'done', to, made: answer.value, read } : { state: 'failed', failure: answer, full: options.full === true })
}

/** Asks the work to stop; it ends with the failure `cancelled`. */
export function cancelRun(): void {
  const { run } = useRun.getState()
  if (run.state !== 'running') return
  set({ ...run, stopping: true })
  void call('job.cancel', { job: run.job })
}

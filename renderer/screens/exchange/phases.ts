/** The steps of making a package as a person sees them, and how long the one that is going on will still take. */
import type { ProgressEvent } from '../../../shared/contract'
import { sayBytes } from '../../ui/say-date'
import { sayTimeLeft } from '../../state/time-left'

export const steps = ['检查', '打包', '加密盖章', '写入 U 盘', '读回核对', '可以拔出'] as const

const stepOf: Readonly<Record<string, number>> = { copy: 0, records: 1, private: 1, blobs: 1, seal: 2, write: 3, check: 4 }

/** Index of the step that is going on; the first before anything was heard. */
export const stepAt = (progress: Pick<ProgressEvent, 'phase'> | null): number => (progress === null ? 0 : stepOf[progress.phase] ?? 0)

/** Share of the whole work in percent: packing is a third, writing a half, reading back the rest. */
export function percentDone(progress: ProgressEvent | null): number {
  if (progress === null || progress.total === 0) return 0
  const share = Math.min(1, progress.done / progress.total)
  const [start, size] = ([[0, 3], [3, 27], [30, 5], [35, 45], [80, 20]] as const)[stepAt(progress)] ?? [0, 0]
  return Math.round(start + size * share)
}

/** 11.2 / 18.0 MB，还要约 8 秒: only where bytes are counted. */
export function sayLeft(progress: ProgressEvent | null, sinceMs: number): string {
  if (progress === null || (progress.phase !== 'write' && progress.phase !== 'check') || progress.total === 0) return ''
  const amount = `${sayBytes(progress.done)} / ${sayBytes(progress.total)}`
  const left = sayTimeLeft(progress.done, progress.total, sinceMs)
  return left === '' ? amount : `${amount}，${left}`
}

/** Makes the chosen documents of a year, and on wish each as PDF as well. */
import type { MadeFile } from '../../../shared/contract/figures'
import { fail, ok, type Result } from '../../../shared/result'
import { call, onEvent } from '../../api'
import { inFolder } from '../../print/out-folder'
import type { ReportKind } from './kinds'

export interface MadeReport {
  readonly files: readonly Pick<MadeFile, 'path' | 'bytes'>[]
  readonly missing: readonly string[]
  /** Characters that may not be shown, in words. */
  readonly rare?: readonly string[]
}

/** How far it is; `stop` ends it with the failure `cancelled`, and keeps what was made. */
export interface Making {
  readonly job: string
  readonly progress: (words: string, done: number, total: number) => void
  readonly stopped: () => boolean
}

export async function makeReport(year: number, out: string, kinds: readonly ReportKind[], pdf: boolean, { job, progress, stopped }: Making): Promise<Result<MadeReport>> {
  const hear = onEvent((event) => {
    if (event.kind === 'progress' && event.job === job) progress(event.phase, event.done, event.total)
  })
  const made = await call('report.make', { year, out, kinds, job })
  hear()
  if (!made.ok || !pdf) return made
  const files: Pick<MadeFile, 'path' | 'bytes'>[] = [...made.value.files]
  const unshown = new Set<string>()
  for (const [at, kind] of kinds.entries()) {
    if (stopped()) return fail('cancelled')
    progress('PDF', at, kinds.length)
    const page = await call('report.html', { year, kind })
    if (!page.ok) return page
    const printed = await call('shell.pdf', { path: inFolder(out, page.value.name), html: page.value.html })
    if (!printed.ok) return printed
    files.push(printed.value)
    for (const char of printed.value.unshown ?? []) unshown.add(char)
  }
  const rare = [...(unshown.size === 0 ? [] : [`PDF 里显示不出：${[...unshown].join('')}，这台电脑没有这些字的字库`]), ...(made.value.rare ?? [])]
  return ok({ files, missing: made.value.missing, ...(rare.length === 0 ? {} : { rare }) })
}

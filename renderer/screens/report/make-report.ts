/** Makes the chosen documents of a year, and on wish each as PDF as well. */
import type { MadeFile } from '../../../shared/contract/figures'
import { fail, ok, type Result } from '../../../shared/result'
import { call } from '../../api'
import { inFolder } from '../../print/out-folder'
import type { JobTold } from '../../state/use-job'
import type { ReportKind } from './kinds'

export interface MadeReport {
  readonly files: readonly Pick<MadeFile, 'path' | 'bytes' | 'aside'>[]
  readonly missing: readonly string[]
  /** Characters that may not be shown, in words. */
  readonly rare?: readonly string[]
}

/** Called off, it ends with the failure `cancelled` and keeps what was made. */
export async function makeReport(year: number, out: string, kinds: readonly ReportKind[], pdf: boolean, job: string, { say, stopped }: JobTold): Promise<Result<MadeReport>> {
  const made = await call('report.make', { year, out, kinds, job })
  if (!made.ok || !pdf) return made
  const files: Pick<MadeFile, 'path' | 'bytes' | 'aside'>[] = [...made.value.files]
  const unshown = new Set<string>()
  for (const [at, kind] of kinds.entries()) {
    if (stopped()) return fail('cancelled')
    say('PDF', at, kinds.length)
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

/** All that was done under some conditions, page after page: the screen itself reads only the newest. */
import type { InputOf } from '../../../shared/contract'
import type { AuditRow } from '../../../shared/contract/audit'
import { fail, ok, type Result } from '../../../shared/result'
import { call } from '../../api'
import type { JobTold } from '../../state/use-job'
import { readChanges, type ChangesInWords } from './read-changes'

const page = 500
/** Some hundred sheets. */
const most = 5000

export interface WholeAudit {
  readonly rows: readonly AuditRow[]
  readonly changes: ChangesInWords
}

/** Newest first, with what each change changed. Errors: too-long beyond 5000, cancelled, and those of the list itself. */
export async function readAudit(asked: Pick<InputOf<'audit.list'>, 'group' | 'by' | 'from' | 'to'>, { say, stopped }: JobTold): Promise<Result<WholeAudit>> {
  const rows: AuditRow[] = []
  const changes = new Map<string, string>()
  for (let after: string | null = null; ;) {
    const answer: Awaited<ReturnType<typeof call<'audit.list'>>> = await call('audit.list', { ...asked, limit: page, ...(after === null ? {} : { after }) })
    if (!answer.ok) return answer
    const words = await readChanges(answer.value.rows)
    if (!words.ok) return words
    rows.push(...answer.value.rows)
    for (const [version, text] of words.value) changes.set(version, text)
    after = answer.value.next
    if (after === null) return ok({ rows, changes })
    if (stopped()) return fail('cancelled')
    if (rows.length >= most) return fail('too-long', { detail: { max: most, rows: most } })
    say(`已读 ${String(rows.length)} 条`, 0, 0)
  }
}

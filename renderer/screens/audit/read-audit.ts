/** All that was done under some conditions, page after page: the screen itself reads only the newest. */
import type { InputOf } from '../../../shared/contract'
import type { AuditRow } from '../../../shared/contract/audit'
import { fail, ok, type Result } from '../../../shared/result'
import { call } from '../../api'

const page = 500
/** Some hundred sheets. */
const most = 5000

/** Newest first. Errors: too-long beyond 5000, and those of the list itself. */
export async function readAudit(asked: Pick<InputOf<'audit.list'>, 'group' | 'by' | 'from' | 'to'>): Promise<Result<readonly AuditRow[]>> {
  const rows: AuditRow[] = []
  for (let after: string | null = null; ;) {
    const answer: Awaited<ReturnType<typeof call<'audit.list'>>> = await call('audit.list', { ...asked, limit: page, ...(after === null ? {} : { after }) })
    if (!answer.ok) return answer
    rows.push(...answer.value.rows)
    after = answer.value.next
    if (after === null) return ok(rows)
    if (rows.length >= most) return fail('too-long', { detail: { max: most, rows: most } })
  }
}

/** What the changes of a page of the list changed, before and after, in the words of a record's own history: private values stay covered. */
import type { AuditRow } from '../../../shared/contract/audit'
import { ok, type Result } from '../../../shared/result'
import { call } from '../../api'
import { historyWords } from '../../records/history-words'
import { titleIn } from '../../records/format-value'
import { declarationNow } from '../../state/declarations'

/** By version: 工作单位：供销社 → 石桥村委会. */
export type ChangesInWords = ReadonlyMap<string, string>

/** One question for all of them, up to 500. */
export async function readChanges(rows: readonly AuditRow[]): Promise<Result<ChangesInWords>> {
  const asked = rows.flatMap(({ version, record }) => (version === undefined || record === undefined ? [] : [{ record: record.id, version }]))
  if (asked.length === 0) return ok(new Map())
  const answer = await call('audit.changes', { changes: asked })
  if (!answer.ok) return answer
  const { changes, titles } = answer.value
  return ok(new Map(changes.flatMap(({ type, versions }) => {
    const declaration = declarationNow(type)
    const [version] = declaration ? historyWords(declaration, versions, titleIn(titles)) : []
    return version ? [[version.id, version.lines.map((line) => `${line.label}：${line.before === '' ? '' : `${line.before} → `}${line.after === '' ? '（清空）' : line.after}`).join('；')] as const] : []
  })))
}

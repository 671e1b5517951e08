/** What the changes of a printed list changed, before and after, in the words of a record's own history: private values stay covered. */
import type { AuditRow } from '../../../shared/contract/audit'
import { ok, type Result } from '../../../shared/result'
import { call } from '../../api'
import { historyWords, idsInVersions } from '../../records/history-words'
import { declarationNow } from '../../state/declarations'

/** By version: 工作单位：供销社 → 石桥村委会. */
export type ChangesInWords = ReadonlyMap<string, string>

/** Errors: those of the histories themselves. */
export async function readChanges(rows: readonly AuditRow[]): Promise<Result<ChangesInWords>> {
  const asked = new Set(rows.flatMap(({ version }) => (version === undefined ? [] : [version])))
  const records = new Map(rows.flatMap(({ version, record }) => (version === undefined || record === undefined ? [] : [[record.id, record.type] as const])))
  const titles = new Map<string, string>()
  const changes = new Map<string, string>()
  for (const [id, type] of records) {
    const declaration = declarationNow(type)
    if (!declaration) continue
    const history = await call('record.history', { id })
    if (!history.ok) return history
    const { versions } = history.value
    const shown = versions.filter((version, at) => asked.has(version.id) || asked.has(versions[at - 1]?.id ?? ''))
    for (const other of idsInVersions(declaration, shown)) if (!titles.has(other)) titles.set(other, await titleOf(other))
    for (const version of historyWords(declaration, versions, (other) => titles.get(other) ?? '…')) {
      if (asked.has(version.id)) changes.set(version.id, version.lines.map((line) => `${line.label}：${line.before === '' ? '' : `${line.before} → `}${line.after === '' ? '（清空）' : line.after}`).join('；'))
    }
  }
  return ok(changes)
}

async function titleOf(id: string): Promise<string> {
  const page = await call('record.page', { id })
  return page.ok ? page.value.title : '（找不到的记录）'
}

/** The versions of a record as changes in words. Pure. */
import type { Version } from '../../shared/contract/records'
import type { Data, Row } from '../../shared/fields'
import { fieldToTell } from '../../shared/measures/began'
import type { Declaration } from '../../shared/record'
import { stepOf } from '../../shared/steps'
import { isEmptyValue } from './form-fields'
import { idsIn, sayValue, type TitleOf } from './format-value'

export interface ChangeLine {
  readonly label: string
  readonly before: string
  readonly after: string
}

export interface VersionWords {
  readonly id: string
  readonly by: string
  readonly at: string
  /** 新建, 修改, 删除 … */
  readonly what: string
  readonly reason: string
  readonly lines: readonly ChangeLine[]
}

/** What a step of the machine is called; the saving itself is 登记. */
export const stepLabel = (type: string, step: string): string => stepOf(type, step)?.label ?? (step === 'add' ? '登记' : step)

const logOf = (data: Data | null): readonly Row[] => (Array.isArray(data?.['status_log']) ? (data['status_log'] as readonly Row[]) : [])

/** The step that a version took, by the row that its log has more; 撤销 where the log got shorter or a row was taken back. */
function stepOfVersion(type: string, before: Data | null, after: Data | null): string | null {
  const [old, fresh] = [logOf(before), logOf(after)]
  const undone = (rows: readonly Row[]): number => rows.filter((row) => row['undone'] === true).length
  if (fresh.length < old.length || undone(fresh) > undone(old)) return '撤销'
  const last = fresh.at(-1)?.['step']
  return fresh.length > old.length && typeof last === 'string' ? stepLabel(type, last) : null
}

const operations: Readonly<Record<Version['op'], string>> = { put: '修改', del: '删除', merge: '并入另一条', erase: '抹去' }

/** Set by the application beside the fields; only the status is told. */
const silent = new Set(['status_log', 'as_history', 'custom'])
const mostLetters = 60

const cut = (text: string): string => ([...text].length > mostLetters ? `${[...text].slice(0, mostLetters).join('')}…` : text)

/** Private values are never told in the history, only that they changed. */
function lineOf(declaration: Declaration, key: string, before: Data, after: Data, titleOf: TitleOf): ChangeLine | null {
  if (key === 'status') return { label: '状态', before: words(before[key]), after: words(after[key]) }
  const field = fieldToTell(declaration.fields, key)
  if (field === undefined || silent.has(key)) return null
  if (declaration.scope === 'town' && (field.kind === 'text' || field.kind === 'date')) {
    return { label: field.label, before: isEmptyValue(before[key]) ? '' : '（不显示）', after: isEmptyValue(after[key]) ? '' : '（不显示）' }
  }
  return { label: field.label, before: cut(sayValue(field, before[key], titleOf)), after: cut(sayValue(field, after[key], titleOf)) }
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Newest first, as the store answers. `titleOf` names what references point at. */
export function historyWords(declaration: Declaration, versions: readonly Version[], titleOf: TitleOf): readonly VersionWords[] {
  return versions.map((version, index) => {
    const older = versions.slice(index + 1).find((one) => one.data !== null)?.data ?? null
    const isFirst = index === versions.length - 1
    const keys = isFirst ? Object.keys(version.data ?? {}) : version.changed
    const step = isFirst || version.op !== 'put' ? null : stepOfVersion(declaration.type, older, version.data)
    const restored = version.op === 'put' && versions[index + 1]?.op === 'del'
    return {
      id: version.id, by: version.by, at: version.at, reason: version.reason ?? '', what: isFirst && version.op === 'put' ? '新建' : restored ? '恢复' : step ?? operations[version.op],
      lines: version.op !== 'put' || restored ? [] : keys.flatMap((key) => {
        const line = lineOf(declaration, key, isFirst ? {} : older ?? {}, version.data ?? {}, titleOf)
        return line === null || (line.before === '' && line.after === '') ? [] : [line]
      }),
    }
  })
}

/** Ids that any version points at. */
export function idsInVersions(declaration: Declaration, versions: readonly Version[]): readonly string[] {
  return [...new Set(versions.flatMap(({ data }) => Object.entries(declaration.fields).flatMap(([key, field]) => idsIn(field, data?.[key]))))]
}

/** What was done, as a person says it. Pure. */
import type { AuditGroup, AuditRow } from '../../../shared/contract/audit'
import { fieldToTell } from '../../../shared/measures/began'
import { declarationNow } from '../../state/declarations'

export const groupWords: Readonly<Record<AuditGroup, string>> = { change: '登记和修改', view: '查看遮住的内容', out: '打印和导出', in: '导入和恢复', office: '登录、备份、设置' }

const words: Readonly<Record<string, string>> = {
  new: '新建', put: '修改', del: '删除', merge: '并入另一条', erase: '抹去',
  view: '查看遮住的内容', print: '打印', export: '导出', scope: '随上报包带出了镇里的内容', import: '导入', restore: '恢复', recover: '用恢复单找回', archive: '归档没能导入的文件',
  unlock: '打开软件', password: '改密码', backup: '备份', rules: '改期限规则', device: '管理电脑', code: '改行政区划代码', town: '合并或改名的镇', unclean: '上次没有正常关掉', purge: '到期抹去来访人信息', assessment: '个人信息保护影响评估',
}

/** Kinds that are not known here (a newer version wrote them) are shown as they are. */
export const whatWord = (row: AuditRow): string => words[row.what] ?? row.what

/** Notes that the store writes in its own words. */
const whatWords: Readonly<Record<string, string>> = { invite: '配对文件', 'slip withdrawn': '作废配对码', 'keys renewed': '更换本县的钥匙', 'county keys': '县里换了钥匙', 'started alone': '没等县里的记录，直接开始记', 'recovery sheet': '恢复单', 'recovery code': '打印密码恢复单', recovered: '用密码恢复单换了密码' }

const keyLabel = (row: AuditRow, key: string): string => fieldToTell(declarationNow(row.record?.type ?? '')?.fields, key)?.label ?? key

/** Kept by the program beside what a person types. */
const silent: ReadonlySet<string> = new Set(['status_log', 'as_history', 'custom'])

const changedWords = (row: AuditRow): string =>
  [...new Set((row.changed ?? []).filter((key) => !silent.has(key)).map((key) => (key === 'status' ? '状态' : keyLabel(row, key))))].join('、')

/** What else was noted: which fields were changed or looked at, how many files or records. */
export function detailWords(row: AuditRow): string {
  const { key, what, files, rows, records, pseq, code } = row.detail
  return [
    changedWords(row), typeof key === 'string' ? keyLabel(row, key) : '',
    typeof what === 'string' ? whatWords[what] ?? what : '',
    typeof files === 'number' ? `${files} 个文件` : '', typeof rows === 'number' ? `${rows} 行` : '', typeof records === 'number' ? `${records} 条` : '',
    typeof pseq === 'number' ? `第 ${pseq} 包` : '', typeof code === 'string' ? `没有成功（${code}）` : '',
  ].filter(Boolean).join(' · ')
}

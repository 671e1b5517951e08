/** Records of a package that were refused while the others were taken, as people are told of them. */
import type { ImportedFile, Issue } from '../../shared/contract/exchange'
import { declarationOf } from '../../shared/records'
import { sayFault } from '../../shared/text/line-faults'
import type { Desk } from './desk'
import type { LineFault } from './exchange-counts'
import { shownTitle } from './print-record'

const most = 200

/** What the record is called here; '' where this office has none of it. */
const titleHere = (desk: Desk, { uid, type }: LineFault): string => (uid !== '' && desk.store.versionOf(uid) !== null ? shownTitle(desk, uid, type) : '')

/** As an import answers them, in the order of their lines. */
export const faultsShown = (desk: Desk, faults: readonly LineFault[]): NonNullable<ImportedFile['errors']> =>
  [...faults].sort((a, b) => a.line - b.line).slice(0, most).map((fault) => ({ ...fault, title: titleHere(desk, fault) }))

/** Among what a town is asked to mend, on the county's paper. */
export const faultIssues = (desk: Desk, faults: readonly LineFault[]): readonly Issue[] => faults.slice(0, most).map((fault) => {
  const { say, next } = sayFault(fault, 'writer')
  const title = titleHere(desk, fault)
  return { uid: fault.uid, type: fault.type, title: title === '' ? `${declarationOf(fault.type)?.label ?? '记录'}（包里第 ${String(fault.line)} 条）` : title, field: null, code: fault.code, say: `${say}${next}`, level: 'error' }
})

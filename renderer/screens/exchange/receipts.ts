/** The county's receipts on a stick: which ones are new here, and reading them in. */
import type { ImportedFile } from '../../../shared/contract/exchange'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'

export interface ReadReceipts {
  readonly taken: number
  readonly known: number
  /** Refused files: the first one's reason is said. */
  readonly held: readonly ImportedFile[]
  readonly failure: Failure | null
}

/** Reads receipts in, oldest name first; one that was read before changes nothing. */
export async function readReceipts(files: readonly string[], job?: string): Promise<ReadReceipts> {
  const answer = await call('exchange.import', { files: [...files], ...(job === undefined ? {} : { job }) })
  if (!answer.ok) return { taken: 0, known: 0, held: [], failure: answer }
  const of = (state: ImportedFile['state']): readonly ImportedFile[] => answer.value.files.filter((file) => file.state === state)
  return { taken: of('COMMITTED').length, known: of('DUPLICATE').length, held: of('HELD'), failure: null }
}

/**
 * New receipts for us on a stick. A county's stick carries those of all its towns, so that the file's name is a hint where to look; what
 * a file is, is told by its content.
 */
export async function findReceipts(dir: string, town: string): Promise<readonly string[]> {
  const scan = await call('exchange.scan', { dir })
  if (!scan.ok) return []
  const ours = scan.value.files.filter((file) => file.name.startsWith(`${town}_`)).map((file) => file.path)
  if (ours.length === 0) return []
  const look = await call('exchange.import', { files: ours, dry_run: true })
  return look.ok ? look.value.files.filter((file) => file.state === 'PREVIEWED').map((file) => file.file) : []
}

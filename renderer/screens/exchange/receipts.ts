/** The county's receipts on a stick: which ones are new here, and reading them in. */
import type { ImportedFile } from '../../../shared/contract/exchange'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { notify } from '../../state/notices'
import { sayDate } from '../../ui/say-date'
import type { Faults } from './FaultDrawer'

export interface ReadReceipts {
  readonly taken: number
  readonly known: number
  /** Refused files: the first one's reason is said. */
  readonly held: readonly ImportedFile[]
  /** Records in them that were not taken, and how many. */
  readonly faults: Faults
  readonly faultCount: number
  readonly failure: Failure | null
}

/** Reads receipts in, oldest name first; one that was read before changes nothing. */
export async function readReceipts(files: readonly string[]): Promise<ReadReceipts> {
  const answer = await call('exchange.import', { files: [...files] })
  if (!answer.ok) return { taken: 0, known: 0, held: [], faults: [], faultCount: 0, failure: answer }
  const of = (state: ImportedFile['state']): readonly ImportedFile[] => answer.value.files.filter((file) => file.state === state)
  const faults = of('COMMITTED').flatMap((file) => file.errors ?? [])
  const faultCount = of('COMMITTED').reduce((sum, file) => sum + Math.max(file.counts?.['error'] ?? 0, (file.errors ?? []).length), 0)
  // Nothing else of a receipt asks for a telephone call.
  for (const { keys } of of('COMMITTED')) if (keys) notify({ tone: 'soon', text: `${keys.county}${sayDate(keys.since)}换了钥匙，新的核对号 ${keys.check_no}`, next: '请打电话和县里念一念，一样就放心；不一样，先不要上报，请县里给一张新纸条。' })
  return { faults, faultCount, taken: of('COMMITTED').length, known: of('DUPLICATE').length, held: of('HELD'), failure: null }
}

/** The clocks of two offices differ. */
const clocksApart = 2 * 86_400_000

/** Receipts for us on a stick that this computer has not taken yet. `since` = when it made its first package, '' = none yet: a receipt of before cannot be for it. */
export async function findReceipts(dir: string, since: string): Promise<readonly string[]> {
  const scan = await call('exchange.scan', { dir })
  const mine = (created: string | undefined): boolean => since !== '' && (created === undefined || Date.parse(created) >= Date.parse(since) - clocksApart)
  return scan.ok ? scan.value.files.filter((file) => file.state === 'new' && mine(file.created)).map((file) => file.path) : []
}

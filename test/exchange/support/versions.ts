/** Builders of versions for the exchange's tests: only what matters is named. */
import { createHash } from 'node:crypto'
import { idFrom } from '../../../shared/exchange/ids'
import { buildVersion, type Version, type VersionDraft } from '../../../shared/exchange/version'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The n-th made-up id; bytes are spread so that ids do not sort in the order of n. */
export function idOf(n: number): string {
  const bytes = createHash('sha256').update(`id ${n}`).digest()
  return idFrom(bytes.subarray(0, 16))
}

export const town = '511321101'

/** A version; by default a suggestion of the made-up town, written by 王五 at noon. */
export function version(draft: Partial<VersionDraft> & { readonly n: number }): Version {
  const { n, ...rest } = draft
  const built = buildVersion({
    id: idOf(n), uid: idOf(1_000_000), type: 'suggestion', org: town, op: 'put', seen: [], hlc: 1_790_000_000_000 + n, sv: 1, by: '王五',
    at: '2026-08-11T12:00:00+08:00', data: { title: `第${n}号` }, ...rest,
  }, sha256)
  if (!built.ok) throw new Error(JSON.stringify(built))
  return built.value.version
}

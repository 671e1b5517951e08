/** The next package made in memory, opened again as the county would, and thrown away: nothing in the outbox, no number used. */
import type { Rehearsal } from '../../shared/contract/rehearsal'
import { declarationOf } from '../../shared/records'
import { memorySink } from '../exchange/bytes'
import { testBytes } from '../exchange/package-file'
import { writePackage } from '../exchange/write-package'
import { travelling } from './exchange-blobs'
import { ownKeys, pairedCounty } from './exchange-setup'
import { plan } from './exchange-up'
import type { Desk } from './desk'

/**
 * What the next package would carry, by the registers that people know; null while no county is paired. Its records are sealed and read
 * again; the attachments, which may be a gigabyte, are only looked for.
 */
export async function packageAside(desk: Desk): Promise<Rehearsal['pack']> {
  const county = pairedCounty(desk)
  if (!county) return null
  const { parts } = await plan(desk, county, {}, Number.POSITIVE_INFINITY, new Set())
  const header = { ...parts.header, sizes: { ...parts.header.sizes, blobs: 0, blobBytes: 0 } }
  const sink = memorySink()
  const written = await writePackage(sink, { ...parts, header, blobs: [] })
  const tested = written.ok ? await testBytes(sink.bytes(), { header, keys: ownKeys(desk), written: written.value }) : written
  const counts = Object.entries(parts.manifest.counts)
  const groups = new Map<string, number>()
  for (const [type, count] of counts) {
    const label = declarationOf(type)?.label ?? type
    groups.set(label, (groups.get(label) ?? 0) + count)
  }
  const wanted = travelling(desk, desk.store.office.code).map(({ sha256 }) => sha256)
  const here = await desk.blobs.held(wanted)
  return {
    records: counts.reduce((sum, [, count]) => sum + count, 0),
    groups: [...groups].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh-CN')),
    bytes: sink.size() + parts.header.sizes.blobBytes, files: parts.blobs.length, files_gone: wanted.filter((sha256) => !here.has(sha256)).length,
    problem: county.closed === true ? 'device-closed' : tested.ok ? null : tested.code,
  }
}

/** Attachments by package, against age of the same bytes by the same library: making it, taking it in, and how much memory that needs. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { decryptStream, encryptStream } from '../electron/exchange/age'
import { makeRecoveryKey } from '../electron/exchange/keys'
import type { Desk } from '../electron/handlers/desk'
import { ask, folder } from './office'
import { least, part, timedAsync, type Part } from './measure'

const MIB = 1024 * 1024

/** A PDF by its beginning and its end, otherwise bytes that no compression shortens. */
function pdf(bytes: number): string {
  const file = path.join(folder(), 'scan.pdf')
  writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 32), Buffer.from('\n%%EOF\n')]))
  return file
}

/** Greatest memory above what there was before, while `work` runs, in MB. */
async function extraMemory(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss) }, 20)
  await work()
  clearInterval(watch)
  return (most - before) / 1e6
}

async function age(bytes: number): Promise<{ readonly encrypt: number; readonly decrypt: number }> {
  const key = await makeRecoveryKey()
  const plain = randomBytes(MIB)
  const pieces = function* () { for (let at = 0; at < bytes; at += MIB) yield plain }
  const sealed: Uint8Array[] = []
  const encrypt = await timedAsync(async () => { for await (const piece of encryptStream(pieces(), { recipients: [key.recipient] })) sealed.push(piece) })
  const decrypt = await timedAsync(async () => {
    for await (const _piece of decryptStream(async function* () { yield* sealed }(), { identities: [key.identity] })) { /* only the time counts */ }
  })
  return { encrypt, decrypt }
}

/** Sends `mib` of attachments, in files of 16 MiB, from a paired town whose records the county has. */
export async function measureAttachments(town: Desk, county: Desk, stick: string, mib: number): Promise<readonly Part[]> {
  const owner = await ask(town, 'record.quick', { type: 'document', fields: { kind: '10', title: '扫描件' } })
  const { id } = owner['record'] as { readonly id: string }
  for (let at = 0; at < mib; at += 16) await ask(town, 'file.add', { owner: id, path: pdf(16 * MIB), name: `扫描${String(at)}.pdf` })
  let file = ''
  let make = 0
  let take = 0
  const memory = await extraMemory(async () => {
    make = await timedAsync(async () => { file = String((await ask(town, 'exchange.export', { to: stick }))['file']) })
    take = await timedAsync(async () => { await ask(county, 'exchange.import', { files: [file], approve: true }) })
  })
  const limits = [await age(mib * MIB), await age(mib * MIB)]
  return [
    part('make', make, least(limits.map((one) => one.encrypt)), 2),
    part('take', take, least(limits.map((one) => one.decrypt)), 2),
    part('extra-memory-mb', memory, 200, 1),
  ]
}

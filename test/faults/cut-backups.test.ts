/** A backup that lost its end, or a byte, anywhere: it is refused under its code, and the office that stands stays as it is. */
import { readFileSync, writeFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreBackup } from '../../electron/store/backup'
import { long, tried } from '../support/tried'
import { folder, office } from '../store/support/office'

const page = 4096
const now = (): Date => new Date('2026-03-02T01:00:00Z')

test('a backup that is cut at any page, or has one byte changed in any page, is refused and nothing is touched', () => {
  const town = office()
  for (let n = 0; n < (long ? 2000 : 10); n++) town.put('person', { name: `张${String(n)}`, resume: '简历'.repeat(200) })
  const file = join(folder(), '备份.zrb')
  const made = town.store.backups.to(file)
  if (!made.ok) throw new Error(made.code)
  const before = [...town.store.dump()]
  town.store.close()
  const files = readdirSync(town.dir).sort()
  const whole = readFileSync(file)
  const pages = Math.ceil(whole.length / page)
  const copy = join(folder(), '坏.zrb')
  const codes: Record<string, number> = {}
  const wrong: string[] = []
  const restore = (what: string, bytes: Uint8Array): void => {
    writeFileSync(copy, bytes)
    const done = restoreBackup(copy, town.dir, { now })
    const code = done.ok ? 'restored' : done.code
    codes[code] = (codes[code] ?? 0) + 1
    if (!['truncated', 'damaged', 'not-a-backup'].includes(code)) wrong.push(`${what}: ${code}`)
  }
  for (let at = 0; at < whole.length; at += page) {
    for (const length of long ? [at, at + 1, at + page - 1] : [at + 1]) if (length < whole.length) restore(`cut at ${String(length)}`, whole.subarray(0, length))
    const flipped = Buffer.from(whole)
    const spot = Math.min(at + ((at / page) * 37) % page, whole.length - 1)
    flipped.writeUInt8(flipped.readUInt8(spot) ^ 0x10, spot)
    if (long || (at / page) % 16 === 0) restore(`byte ${String(spot)}`, flipped)
  }
  expect(wrong).toEqual([])
  expect(readdirSync(town.dir).sort()).toEqual(files)
  expect([...town.reopen().dump()]).toEqual(before)
  tried('backups cut at every page, a byte changed in every page', Object.values(codes).reduce((sum, n) => sum + n, 0), { pages, ...codes })
}, long ? 1_200_000 : 60_000)

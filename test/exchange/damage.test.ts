import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../shared/result'
import { bytesOf, makeRealm, open, trustOf, upParts, type Realm } from './support/packages'
import { idOf, version } from './support/versions'
import { long, tried } from '../support/tried'

let r: Realm
let bytes: Uint8Array
let whole: string
beforeAll(async () => {
  r = await makeRealm()
  const blob = long ? [randomBytes(190_000)] : [randomBytes(300)]
  bytes = await bytesOf(upParts(r, [version({ n: 1 }), version({ n: 2, uid: idOf(2000) })], { blobs: blob, privateVersions: [version({ n: 3, uid: idOf(2001), type: 'visitor' })] }))
  whole = await outcome(bytes)
})

async function outcome(file: Uint8Array): Promise<string> {
  const { code, read } = await open(file, trustOf(r, 'county'), r.county.keys)
  return code === 'whole' ? JSON.stringify(read) : code
}

const held: readonly ErrorCode[] = ['damaged', 'bad-seal', 'truncated', 'not-a-package', 'too-big']

describe('a package of which one thing is wrong', () => {
  it('is read when nothing is', () => {
    expect(whole).toContain('第1号')
    expect(bytes.length).toBeGreaterThan(4000)
  })

  it('is held, whichever byte is changed, or read as if it were not', async () => {
    const wrong: string[] = []
    const codes = new Set<string>()
    for (let i = 0; i < bytes.length; i++) {
      for (const mask of [1 << (i % 8), 0xff]) {
        const file = Uint8Array.from(bytes)
        file[i]! ^= mask
        const got = await outcome(file)
        codes.add(got)
        if (got !== whole && !(held as readonly string[]).includes(got)) wrong.push(`byte ${i} ^ ${mask}: ${got.slice(0, 80)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(codes.has(whole)).toBe(false)
    tried('bytes of a package changed, one at a time, in two ways', bytes.length)
  }, long ? 3_600_000 : 60_000)

  it('is held, wherever it is cut, and told apart from a file of another kind', async () => {
    const codes = new Map<string, number>()
    for (let length = 0; length < bytes.length; length++) {
      const got = await outcome(bytes.subarray(0, length))
      codes.set(got, (codes.get(got) ?? 0) + 1)
    }
    expect([...codes.keys()].sort()).toEqual(['not-a-package', 'truncated'])
    // Too little to be known by.
    expect(codes.get('not-a-package')).toBe(30)
    tried('lengths at which a package was cut', bytes.length)
  }, long ? 3_600_000 : 60_000)

  it('is held when something is put behind, before or into it', async () => {
    const zeros = new Uint8Array(512)
    const middle = Math.floor(bytes.length / 2)
    expect([
      await outcome(Buffer.concat([bytes, zeros])), await outcome(Buffer.concat([zeros, bytes])),
      await outcome(Buffer.concat([bytes.subarray(0, middle), zeros, bytes.subarray(middle)])),
      await outcome(Buffer.concat([bytes.subarray(0, middle), bytes.subarray(middle + 1)])), await outcome(Buffer.concat([bytes, bytes])),
      await outcome(zeros), await outcome(Buffer.from('镇人大')), await outcome(new Uint8Array(0)),
    ]).toEqual(['damaged', 'not-a-package', 'damaged', 'damaged', 'damaged', 'not-a-package', 'not-a-package', 'not-a-package'])
  })
})

import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decryptStream, encryptStream } from '../../electron/exchange/age'
import { ageThreads, type Age } from '../../electron/exchange/age-threads'
import { ExchangeFault, fault } from '../../electron/exchange/fault'
import { makeRecoveryKey } from '../../electron/exchange/keys'

const root = join(import.meta.dirname, '../..')
const program = join(root, '.cache', `age-threads-${String(process.pid)}`)
const MiB = 1024 * 1024

let age: Age
let key: Awaited<ReturnType<typeof makeRecoveryKey>>
beforeAll(async () => {
  key = await makeRecoveryKey()
  await build({
    root, configFile: false, logLevel: 'error', ssr: { noExternal: true },
    build: {
      ssr: true, outDir: program, target: 'node20',
      rollupOptions: {
        input: { 'age-threads': join(root, 'electron/exchange/age-threads.ts'), 'age-worker': join(root, 'electron/exchange/age-worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  age = ageThreads(pathToFileURL(join(program, 'age-worker.js')))
}, 60_000)
afterAll(() => { rmSync(program, { recursive: true, force: true }) })

/** Pieces as they come from a file: memory of their own, which is given away. */
async function* pieces(bytes: Uint8Array, size = 256 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size))
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = []
  for await (const piece of stream) found.push(Uint8Array.from(piece))
  return Buffer.concat(found)
}

const sealed = (bytes: Uint8Array): Promise<Buffer> => all(encryptStream(pieces(bytes), { recipients: [key.recipient] }))

/** What a stream ended with. */
async function end(stream: AsyncIterable<Uint8Array>): Promise<unknown> {
  try {
    return (await all(stream)).length
  } catch (error) {
    return error instanceof ExchangeFault ? error.failure : error
  }
}

describe('attachments that a thread encrypts and decrypts', () => {
  it.each([0, 1, 65_536, MiB, 3 * MiB + 777])('of %i bytes are what age makes of them, both ways', async (size) => {
    const bytes = randomBytes(size)
    const made = await all(age.encrypt(pieces(bytes), { recipients: [key.recipient] }))
    expect(Buffer.compare(await all(decryptStream(pieces(made), { identities: [key.identity] })), bytes)).toBe(0)
    expect(Buffer.compare(await all(age.decrypt(pieces(await sealed(bytes), 1000), { identities: [key.identity] })), bytes)).toBe(0)
  })

  it('wait for one another where there are more of them than threads', async () => {
    const many = Array.from({ length: 7 }, () => randomBytes(400_000))
    const made = await Promise.all(many.map((bytes) => all(age.encrypt(pieces(bytes), { recipients: [key.recipient] }))))
    const opened = await Promise.all(made.map((bytes) => all(age.decrypt(pieces(bytes), { identities: [key.identity] }))))
    expect(opened.map((bytes, n) => bytes.equals(many[n] ?? Buffer.alloc(0)))).toEqual(many.map(() => true))
  })

  it('leave the memory alone that other bytes lie in', async () => {
    const bytes = randomBytes(200_000)
    const before = Buffer.from(bytes)
    await all(age.encrypt((async function* () { yield bytes.subarray(0, 100_000); yield bytes.subarray(100_000) })(), { recipients: [key.recipient] }))
    expect(bytes.equals(before)).toBe(true)
  })

  it('are not read much further than somebody takes them', async () => {
    let given = 0
    const endless = async function* () { for (;;) { given += MiB; yield new Uint8Array(MiB) } }
    const stream = age.encrypt(endless(), { recipients: [key.recipient] })
    expect((await stream.next()).done).toBe(false)
    await wait(500)
    await stream.return(undefined)
    expect(given).toBeLessThan(32 * MiB)
  })
})

describe('what goes wrong in a thread', () => {
  it('is told as without one: a foreign key, changed bytes, a cut end, something else', async () => {
    const bytes = await sealed(randomBytes(300_000))
    const other = await makeRecoveryKey()
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(250_000) ^ 1, 250_000)
    const cases: readonly (readonly [Uint8Array, string])[] = [[bytes, other.identity], [changed, key.identity], [bytes.subarray(0, 200_000), key.identity], [randomBytes(100_000), key.identity], [bytes, key.identity]]
    for (const [cipher, identity] of cases) {
      const expected = await end(decryptStream(pieces(cipher), { identities: [identity] }))
      expect(await end(age.decrypt(pieces(cipher), { identities: [identity] }))).toEqual(expected)
    }
    expect(await end(age.decrypt(pieces(bytes), { identities: [other.identity] }))).toMatchObject({ code: 'bad-key' })
  })

  it('in the bytes before it comes through as it was, and what follows works', async () => {
    const stopped = async function* () { yield new Uint8Array(100_000); throw fault('cancelled') }
    expect(await end(age.encrypt(stopped(), { recipients: [key.recipient] }))).toEqual({ ok: false, code: 'cancelled' })
    const broken = async function* () { yield new Uint8Array(100_000); throw new TypeError('a mistake') }
    expect(await end(age.encrypt(broken(), { recipients: [key.recipient] }))).toEqual(new TypeError('a mistake'))
    expect((await all(age.encrypt(pieces(randomBytes(1000)), { recipients: [key.recipient] }))).length).toBeGreaterThan(1000)
  })

  it('and a reader that leaves early closes the file behind it', async () => {
    let closed = 0
    const file = async function* () { try { for (let n = 0; n < 100; n++) yield new Uint8Array(MiB) } finally { closed += 1 } }
    for await (const _piece of age.encrypt(file(), { recipients: [key.recipient] })) break
    expect(closed).toBe(1)
  })

  it('is an error that says so when the thread dies, or is not there', async () => {
    writeFileSync(join(program, 'dies.js'), 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { process.exit(3) })')
    writeFileSync(join(program, 'throws.js'), 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { throw new Error("no memory") })')
    for (const [name, what] of [['dies.js', /died: exit 3/u], ['throws.js', /died: no memory/u], ['missing.js', /died: .*missing\.js/u]] as const) {
      const threads = ageThreads(pathToFileURL(join(program, name)), 1)
      for (let times = 0; times < 2; times++) {
        expect(await end(threads.encrypt(pieces(randomBytes(MiB)), { recipients: [key.recipient] }))).toMatchObject({ code: 'internal', detail: { part: 'age', what: expect.stringMatching(what) } })
      }
    }
  })
})

it('a program with idle threads ends at once, and finds the built thread beside itself', () => {
  writeFileSync(join(program, 'run.js'), `
    import { ageApart } from './age-threads.js'
    let bytes = 0
    for await (const piece of ageApart.encrypt((async function* () { yield new Uint8Array(100000) })(), { recipients: [${JSON.stringify(key.recipient)}] })) bytes += piece.length
    console.log(bytes > 100000, await new Promise((done) => { setImmediate(() => { done(process.getActiveResourcesInfo().includes('MessagePort')) }) }))
    process.on('exit', () => { console.log(performance.now() - from < 1500 ? 'at once' : 'late') })
    const from = performance.now()
  `)
  const said = execFileSync(process.execPath, [join(program, 'run.js')], { encoding: 'utf8', timeout: 20_000 })
  expect(said.trim().split('\n')).toEqual(['true false', 'at once'])
})

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { bytesOf, makeRealm, open, trustOf, upParts } from './support/packages'
import { version } from './support/versions'

const root = join(import.meta.dirname, '../..')
const runtime = join(root, '.cache/electron/electron')

// Electron's crypto is BoringSSL: what passes in Node may fail in the app.
it.skipIf(!existsSync(runtime))('packages made in Node are opened by Electron\'s runtime and the other way round', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-runtime-'))
  try {
    const r = await makeRealm()
    writeFileSync(join(dir, 'keys.json'), JSON.stringify(r))
    writeFileSync(join(dir, 'from-node.zpk'), await bytesOf(upParts(r, [version({ n: 1, data: { title: '来自Node' } })])))
    await build({
      root, configFile: false, logLevel: 'error', ssr: { noExternal: true },
      build: { ssr: join(import.meta.dirname, 'support/other-runtime.ts'), outDir: join(dir, 'out'), target: 'node20', rollupOptions: { output: { entryFileNames: 'run.mjs', chunkFileNames: '[name].mjs' } } },
    })
    const said = execFileSync(runtime, [join(dir, 'out/run.mjs'), join(dir, 'keys.json'), dir], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    expect(JSON.parse(said)).toEqual({ electron: expect.stringMatching(/^\d+\./), code: 'whole', titles: [{ title: '来自Node' }] })
    const back = await open(readFileSync(join(dir, 'from-electron.zpk')), trustOf(r, 'county'), r.county.keys)
    expect([back.code, back.read.map((x) => x.ok && x.version.data)]).toEqual(['whole', [{ title: '来自Electron' }]])
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}, 60_000)

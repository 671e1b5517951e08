/** Builds the writer as the product is built and starts it in a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { build } from 'vite'

export async function startWriter(dir: string, password: string): Promise<ChildProcessByStdio<null, Readable, null>> {
  // Inside the checkout, so that the addon is found.
  const outDir = join(process.cwd(), '.cache', `writer-${process.pid}`)
  onTestFinished(() => { rmSync(outDir, { recursive: true, force: true }) })
  await build({
    configFile: false, logLevel: 'error',
    build: { ssr: 'test/store/support/writer.ts', outDir, emptyOutDir: true, rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'writer.mjs' } } },
    ssr: { noExternal: ['pinyin-pro'] },
  })
  return spawn(process.execPath, [join(outDir, 'writer.mjs'), dir, password], { stdio: ['ignore', 'pipe', 'inherit'] })
}

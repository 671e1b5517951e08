// `npm run bench`: sets up and builds what is missing, then measures.
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { build, WINDOW_PARTS } from './build.mjs'
import { onAScreen, run } from './display.mjs'
import { electronExecutable } from './electron-runtime.mjs'
import { root } from './paths.mjs'

await bootstrap({ window: true })
await build([...WINDOW_PARTS, 'cli', 'bench'])
const env = { ...process.env, ZHEN_ELECTRON: electronExecutable() }
const script = path.join(root, 'dist/bench/bench.js')
process.exitCode = run(onAScreen([process.execPath, script, ...process.argv.slice(2)]), { cwd: root, env })

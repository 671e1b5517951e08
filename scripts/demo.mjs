// `npm run demo`: sets up and builds what is missing, then runs the main job in the real application.
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { build, WINDOW_PARTS } from './build.mjs'
import { onAScreen, run } from './display.mjs'
import { electronExecutable } from './electron-runtime.mjs'
import { root } from './paths.mjs'

await bootstrap({ window: true })
await build([...WINDOW_PARTS, 'cli', 'demo'])
const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
const env = { ...process.env, ZHEN_ELECTRON: electronExecutable(), ZHEN_SCREEN: hasScreen ? 'real' : 'virtual' }
const script = path.join(root, 'dist/demo/demo.js')
process.exitCode = run(onAScreen([process.execPath, script, ...process.argv.slice(2)]), { cwd: root, env })

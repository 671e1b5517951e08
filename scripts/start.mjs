// `npm start`: sets up and builds what is missing, then opens the application.
import { spawn } from 'node:child_process'
import { bootstrap } from './bootstrap.mjs'
import { build, WINDOW_PARTS } from './build.mjs'
import { electronExecutable } from './electron-runtime.mjs'
import { root } from './paths.mjs'

await bootstrap({ window: true })
await build(WINDOW_PARTS)

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('这台电脑没有图形桌面，窗口打不开；可改用 npm run demo。/ No display here; try npm run demo.')
  process.exit(1)
}
// Chromium refuses to run its sandbox as root, and refuses to run as root with it.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const app = spawn(electronExecutable(), [...asRoot, root, ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl+C reaches the window too; it closes in its own time and this process with it.
process.on('SIGINT', () => undefined)
app.on('exit', (code) => {
  process.exitCode = code ?? 1
})

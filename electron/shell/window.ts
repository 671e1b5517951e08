/** The window: sandboxed page, session in memory, its own protocol. What it may not do stands in guard.ts. */
import { BrowserWindow, protocol, screen, session, type ProtocolResponse, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { paperAt } from './paper'
import { windowBox } from './window-box'

export const origin = 'app://zhen/'

/** antd writes its styles at run time: the one exception in an otherwise closed policy. */
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'",
].join('; ')

/** The worker that reads returned sheets compiles WebAssembly and nothing else does; a worker has the policy of its own file. */
const readerPolicy = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
const policyOf = (file: string): string => (/^paper-worker-[\w-]+\.js$/u.test(path.basename(file)) ? readerPolicy : policy)

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.json': 'application/json', '.wasm': 'application/wasm', '.md': 'text/markdown; charset=utf-8',
}

/** To be called before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false } }])
}

/** A document to print runs no script and loads nothing. */
const paperPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

const answered = (data: Buffer, type: string, csp: string): ProtocolResponse => ({
  data, mimeType: type.replace(/;.*$/u, ''), charset: 'utf-8', headers: { 'content-type': type, 'content-security-policy': csp, 'x-content-type-options': 'nosniff' },
})

const refused = (statusCode: number): ProtocolResponse => ({ statusCode, data: Buffer.alloc(0) })

async function answerTo(url: string, root: string): Promise<ProtocolResponse> {
  const paper = paperAt(url)
  if (paper !== null) return answered(Buffer.from(paper), 'text/html; charset=utf-8', paperPolicy)
  const asked = decodeURIComponent(new URL(url).pathname)
  const file = path.join(root, asked === '/' ? 'index.html' : asked)
  if (!file.startsWith(root + path.sep)) return refused(403)
  try {
    return answered(await readFile(file), kinds[path.extname(file)] ?? 'application/octet-stream', policyOf(file))
  } catch {
    return refused(404)
  }
}

/** Serves the built page from its folder and documents on their way to paper, and nothing else from anywhere. */
function closeSession(root: string): Session {
  const ours = session.fromPartition('zhen', { cache: false })
  // `protocol.handle` first loads the whole of Node's fetch: 35 ms of the start and 5 MB, in the process that everything waits for.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- goes with `protocol.handle` or `protocol.registerSource` once it is removed
  ours.protocol.registerBufferProtocol('app', (request, answer) => {
    void answerTo(request.url, root).then(answer)
  })
  return ours
}

export interface WindowOptions {
  readonly rendererDir: string
  readonly preload: string
  readonly show: boolean
}

/** Opens the main window. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...windowBox(screen.getPrimaryDisplay().workAreaSize), show: false, backgroundColor: '#F3F3F1', title: '镇人大工作台', autoHideMenuBar: true,
    webPreferences: {
      session: closeSession(options.rendererDir), preload: options.preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false,
      webviewTag: false, devTools: process.env['ZHEN_DEVTOOLS'] === '1',
    },
  })
  window.removeMenu()
  if (options.show) window.once('ready-to-show', () => { window.show() })
  void window.loadURL(origin)
  return window
}

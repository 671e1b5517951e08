/** Starts the real application with nothing beside it: the test speaks to it through a pipe, so that whatever socket there is, is the application's own. */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { CommandName, InputOf, OutputOf } from '../../../shared/contract'
import type { Result } from '../../../shared/result'

const root = path.resolve(import.meta.dirname, '../../..')

export interface AloneApp {
  readonly child: ChildProcess
  /** Evaluates in the page and gives the value. */
  evaluate(script: string): Promise<unknown>
  ask<N extends CommandName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  close(): Promise<void>
}

type Answer = { readonly id?: number; readonly result?: { readonly [key: string]: unknown }; readonly error?: { readonly message: string } }

function talkTo(child: ChildProcess): (method: string, params?: object, session?: string) => Promise<Record<string, unknown>> {
  const [, , , into, from] = child.stdio as unknown as readonly [unknown, unknown, unknown, Writable, Readable]
  const waiting = new Map<number, (answer: Answer) => void>()
  let [rest, last] = ['', 0]
  from.setEncoding('utf8')
  from.on('data', (data: string) => {
    const messages = (rest + data).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    }
  })
  return (method, params = {}, session) => new Promise((done, broken) => {
    const id = ++last
    waiting.set(id, ({ result, error }) => { if (error) broken(new Error(`${method}: ${error.message}`)); else done(result ?? {}) })
    into.write(`${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`)
  })
}

export async function launchAlone(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<AloneApp> {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env
  const child = spawn(process.env['ZHEN_ELECTRON'] ?? path.join(root, '.cache/electron/electron'), [
    ...(process.getuid?.() === 0 || process.env['ZHEN_SANDBOX'] === 'off' ? ['--no-sandbox'] : []), '--remote-debugging-pipe', process.env['ZHEN_APP'] ?? root,
  ], { cwd: root, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...inherited, ZHEN_DATA: dataDir, ZHEN_SCRYPT_N: '1024', ...env } })
  const send = talkTo(child)
  let session = ''
  for (let tries = 0; session === '' && tries < 200; tries++) {
    const { targetInfos } = await send('Target.getTargets') as unknown as { targetInfos: readonly { type: string; url: string; targetId: string }[] }
    const page = targetInfos.find((one) => one.type === 'page' && one.url.startsWith('app://zhen/'))
    if (page) session = String((await send('Target.attachToTarget', { targetId: page.targetId, flatten: true }))['sessionId'])
    else await new Promise((again) => { setTimeout(again, 50) })
  }
  const evaluate = async (script: string): Promise<unknown> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression: script, awaitPromise: true, returnByValue: true }, session) as { result?: { value?: unknown }; exceptionDetails?: unknown }
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails).slice(0, 500))
    return result?.value
  }
  // The first answer of the page itself: before, its frame has not yet the address that the store's keeper asks for.
  for (let tries = 0; tries < 200; tries++) {
    const phase = await evaluate(`document.readyState === 'complete' && window.api.call('office.state', {}).then((answer) => answer.ok)`).catch(() => false)
    if (phase === true) break
    await new Promise((again) => { setTimeout(again, 100) })
  }
  return {
    child, evaluate,
    async ask(name, input) {
      const answer = await evaluate(`window.api.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`) as Result<never>
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value
    },
    close: () => new Promise((done) => {
      child.once('exit', () => { done() })
      void send('Browser.close').catch(() => undefined)
    }),
  }
}

/** The process and everything that it started. */
export function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    try {
      parents.set(Number(name), Number(fs.readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) \S+ /su, '').split(' ')[0]))
    } catch {
      // It has ended since.
    }
  }
  const family = new Set([pid])
  for (let grown = true; grown;) {
    grown = false
    for (const [child, parent] of parents) if (family.has(parent) && !family.has(child)) grown = Boolean(family.add(child))
  }
  return [...family]
}

/** Internet sockets of these processes, in any state: `tcp 0100007F:0035`. */
export function socketsOf(pids: readonly number[]): readonly string[] {
  const known = new Map<string, string>()
  for (const kind of ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6']) {
    for (const line of fs.readFileSync(`/proc/net/${kind}`, 'utf8').split('\n').slice(1)) {
      const words = line.trim().split(/\s+/u)
      if (words[9] !== undefined) known.set(words[9], `${kind} ${words[1] ?? ''} ${words[2] ?? ''}`)
    }
  }
  return pids.flatMap((pid) => {
    try {
      return fs.readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
        try {
          const inode = /^socket:\[(\d+)\]$/u.exec(fs.readlinkSync(`/proc/${String(pid)}/fd/${fd}`))?.[1]
          return inode !== undefined && known.has(inode) ? [`${String(pid)} ${known.get(inode) ?? ''}`] : []
        } catch {
          return []
        }
      })
    } catch {
      return []
    }
  })
}

/**
 * The command line: the same handlers as the window, in this process. Exactly one JSON value on standard output; on failure one JSON
 * object on standard error and status 1, or 2 for wrong usage. This contract is stable.
 */
import { briefDetail } from '../../shared/contract/brief'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { say } from '../../shared/text'
import { createDesk, type Desk } from '../handlers/desk'
import { setUpExchange } from '../handlers/exchange-setup'
import { storeFailure } from '../store/failure'
import { readArguments, type Arguments } from './arguments'
import { commands } from './commands'
import { clockFrom, passwordFrom } from './environment'

async function run(argv: readonly string[]): Promise<Result<unknown>> {
  const name = argv[0] ?? ''
  if (name === 'help' || name === '--help') return ok({ commands: Object.entries(commands).map(([command, { spec }]) => ({ command, usage: spec.usage })) })
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return fail('usage', { field: name, detail: { why: 'unknown command', commands: Object.keys(commands) } })
  const parsed = readArguments(argv.slice(1), command.spec)
  if (!parsed.ok) return parsed
  const args = parsed.value
  const clock = clockFrom(args)
  if (!clock.ok) return clock
  if (command.opens === 'nothing') return command.run(args, createDesk({ dir: args.text('data') ?? '', now: clock.value }))
  const dir = args.text('data') ?? ''
  if (dir === '' && command.opens === 'maybe') return command.run(args, createDesk({ dir: '', now: clock.value }))
  if (dir === '') return fail('usage', { field: '--data', detail: { why: 'needs a value', usage: command.spec.usage } })
  const desk = createDesk({ dir, now: clock.value })
  try {
    return await withPassword(desk, args, command.opens === 'before' ? null : command, () => command.run(args, desk))
  } finally {
    desk.close()
  }
}

/** Unlocks first where the command works on an existing store. */
async function withPassword(desk: Desk, args: Arguments, unlocks: object | null, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  if (!unlocks) return work()
  const password = passwordFrom(args)
  if (!password.ok) return password
  const opened = desk.unlock(password.value, args.text('by'))
  if (!opened.ok) return opened
  await setUpExchange(desk)
  return work()
}

function report(failure: Failure): void {
  // Where in the program a fault lies is for its log, not for a reader of one JSON object.
  const { stack: _stack, ...told } = failure.detail ?? {}
  const detail = briefDetail(told)
  const words = say(failure.code, { ...(failure.field === undefined ? {} : { field: failure.field }), ...detail })
  process.stderr.write(`${JSON.stringify({ ok: false, code: failure.code, message: `${words.say}${words.next}`, ...(failure.field === undefined ? {} : { field: failure.field }), detail })}\n`)
}

async function main(): Promise<void> {
  let result: Result<unknown>
  try {
    result = await run(process.argv.slice(2))
  } catch (error) {
    result = storeFailure(error)
  }
  if (!result.ok) {
    report(result)
    process.exitCode = result.code === 'usage' ? 2 : 1
    return
  }
  const value = result.value
  // `dump` alone prints lines: two stores are compared with diff.
  const text = typeof value === 'object' && value !== null && 'lines' in value && Array.isArray(value.lines) && Object.keys(value).length === 1
    ? (value.lines as string[]).map((line) => `${line}\n`).join('')
    : `${JSON.stringify(value)}\n`
  await printed(text)
}

/** Waits until everything is written. Whoever reads only the beginning (`head`) has what it wants. */
function printed(text: string): Promise<void> {
  return new Promise((done, broken) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') done(); else broken(error) })
    process.stdout.write(text, (error) => { if (!error) done() })
  })
}

await main()

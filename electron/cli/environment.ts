/** What the command line takes from outside its arguments: the password, the pairing code, the clock. */
import { readFileSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/result'
import type { Arguments } from './arguments'

/** The password from ZHEN_PASSWORD or --password-file, never from an argument, so that it stands in no process list. */
export function passwordFrom(args: Arguments): Result<string> {
  const file = args.text('password-file')
  if (file !== undefined) {
    try {
      const password = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
      return password === '' ? fail('password-needed', { field: 'password-file', detail: { file } }) : ok(password)
    } catch {
      return fail('file-not-found', { field: 'password-file', detail: { file } })
    }
  }
  const password = process.env['ZHEN_PASSWORD']
  return password ? ok(password) : fail('password-needed')
}

/** The thirtieth of February is no day, although the engine takes it for the second of March. */
function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** The clock: --now ISO (a moving clock from that moment would make tests unequal, so it stands still), else the computer's. */
export function clockFrom(args: Arguments): Result<() => Date> {
  const now = args.text('now') ?? process.env['ZHEN_NOW']
  if (now === undefined || now === '') return ok(() => new Date())
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(now) ? `${now}T12:00:00+08:00` : now)
  return Number.isNaN(time) || !isRealDay(now.slice(0, 10)) ? fail('usage', { field: '--now', detail: { why: 'needs an ISO time', given: now } }) : ok(() => new Date(time))
}

/** What a program that calls the command line may rely on: one value, one error, and a status that tells which. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createDesk } from '../../electron/handlers/desk'
import { connect } from '../../electron/store/connection'
import { databaseFiles, databasePath } from '../../electron/store/files-of-store'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { cli, folder, jsonl, password, refusal, run, town } from './support/run'

const base = folder()
const data = path.join(base, 'town')

beforeAll(() => {
  run(['types'])
  town(data)
}, 120_000)

test('prints exactly one JSON value and nothing else, by npm as well', () => {
  for (const npm of [false, true]) {
    const { code, out, err } = run(['list', 'term', '--data', data], { npm })
    expect([code, err, out.endsWith('\n'), out.trim().includes('\n')]).toEqual([0, '', true, false])
    expect(JSON.parse(out)).toMatchObject({ rows: [{ type: 'term', org: '511321101', status: '现任', deleted: false }], next: null, total: 1 })
  }
})

test('a refusal is one JSON object on standard error, status 1; wrong usage has status 2', () => {
  const told = refusal(['get', 'nobody', '--data', data])
  expect(told).toEqual({ ok: false, code: 'not-found', message: told.message, detail: { id: 'nobody' }, exit: 1 })
  expect(told.message).toMatch(/。$/u)
  for (const args of [[], ['fly'], ['list', '--data', data], ['list', 'term'], ['list', 'term', 'x', '--data', data], ['list', 'term', '--data', data, '--nope'],
    ['list', 'term', '--data', data, '--limit', 'viele'], ['list', 'term', '--data', data, '--where', 'x'], ['list', 'term', '--data', data, '--password', 'x'],
    ['init', '--data', data, '--role', 'mayor', '--code', '1', '--name', 'x'], ['list', 'term', '--data', data, '--now', '2026-02-30'], ['list', 'term', '--data', data, '--now', 'gestern']]) {
    expect(refusal(args), args.join(' ')).toMatchObject({ code: 'usage', exit: 2 })
  }
}, 60_000)

describe('the store', () => {
  test('does not open without its password, which stands in the environment or in a file', () => {
    expect(refusal(['list', 'term', '--data', data], { env: { ZHEN_PASSWORD: 'falsch' } })).toMatchObject({ code: 'wrong-password', exit: 1 })
    expect(refusal(['list', 'term', '--data', data], { env: { ZHEN_PASSWORD: '' } })).toMatchObject({ code: 'password-needed', exit: 1 })
    const file = path.join(base, 'password.txt')
    writeFileSync(file, `\uFEFF${password}\r\n`)
    expect(cli(['list', 'term', '--data', data, '--password-file', file], { env: { ZHEN_PASSWORD: 'falsch' } })).toMatchObject({ total: 1 })
    expect(refusal(['list', 'term', '--data', data, '--password-file', path.join(base, 'none')])).toMatchObject({ code: 'file-not-found', exit: 1 })
  })

  test('is made once, and told where there is none', () => {
    expect(refusal(['init', '--data', data, '--role', 'town', '--code', '511321101', '--name', '青石镇'])).toMatchObject({ code: 'store-exists', exit: 1 })
    expect(refusal(['list', 'term', '--data', path.join(base, 'nothing')])).toMatchObject({ code: 'no-store', exit: 1 })
    const file = path.join(base, 'a-file')
    writeFileSync(file, 'x')
    expect(refusal(['init', '--data', file, '--role', 'town', '--code', '511321101', '--name', '青石镇'])).toMatchObject({ code: 'not-a-folder', exit: 1 })
    expect(refusal(['init', '--data', path.join(base, 'n'), '--role', 'county', '--code', '511321101', '--name', '南部县'])).toMatchObject({ code: 'out-of-range', field: 'code', exit: 1 })
  })

  test('opens for one process at a time', () => {
    process.env['ZHEN_SCRYPT_N'] = '1024'
    const desk = createDesk({ dir: data, now: () => new Date() })
    expect(desk.unlock(password, undefined).ok).toBe(true)
    try {
      expect(refusal(['list', 'term', '--data', data])).toMatchObject({ code: 'in-use', exit: 1 })
    } finally {
      desk.close()
    }
    expect(cli(['list', 'term', '--data', data])).toMatchObject({ total: 1 })
  })

  test('of a newer program or with damage is left as it is', () => {
    const dir = path.join(base, 'damaged')
    town(dir)
    const key = unlockKeyfile(dir, password)
    if (!key.ok) throw new Error(key.code)
    const raw = connect(databasePath(dir), key.value)
    raw.pragma('user_version = 99')
    raw.close()
    expect(refusal(['list', 'term', '--data', dir])).toMatchObject({ code: 'newer-version', exit: 1 })
    for (const file of databaseFiles(dir).slice(0, 1)) writeFileSync(file, 'no database at all, whatever its name says'.repeat(200))
    expect(refusal(['list', 'term', '--data', dir])).toMatchObject({ code: 'damaged', exit: 1 })
  })
})

test('the clock is the computer’s or the one that is given', () => {
  const [id] = cli<{ ids: string[] }>(['add', 'task', '--data', data, '--now', '2026-01-05T08:00:00+08:00', '--by', '李干事'], { stdin: jsonl([{ title: '写计划' }]) }).ids
  const { versions } = cli<{ versions: { at: string; by: string }[] }>(['history', id ?? '', '--data', data])
  expect(versions).toMatchObject([{ at: '2026-01-05T08:00:00+08:00', by: '李干事' }])
})

test('places where nothing can be written are told at once', () => {
  const taken = path.join(base, 'taken')
  mkdirSync(taken)
  expect(refusal(['backup', '--data', data, '--to', taken])).toMatchObject({ code: 'bad-input', field: 'to', exit: 1 })
  // What is no backup is not written over; an earlier backup of that name, an empty file and whatever --overwrite names are.
  const letter = path.join(base, '给县里的信.docx')
  writeFileSync(letter, '不是备份')
  expect(refusal(['backup', '--data', data, '--to', letter])).toMatchObject({ code: 'already-exists', field: 'to', exit: 1, message: '“给县里的信.docx”是别的文件，没有覆盖它。请换一个文件名或文件夹。' })
  expect(readFileSync(letter, 'utf8')).toBe('不是备份')
  expect(cli(['backup', '--data', data, '--to', letter, '--overwrite'])).toMatchObject({ ok: true, file: letter })
  expect(cli(['backup', '--data', data, '--to', letter])).toMatchObject({ ok: true, file: letter })
  const empty = path.join(base, 'empty.zrb')
  writeFileSync(empty, '')
  expect(cli(['backup', '--data', data, '--to', empty])).toMatchObject({ ok: true })
  if (process.platform !== 'linux') return
  // Node's own recursive mkdir never comes back here.
  expect(refusal(['report', '--data', data, '--year', '2025', '--out', '/proc/zhen/report'])).toMatchObject({ code: 'read-only', field: 'out', exit: 1 })
  expect(refusal(['init', '--data', '/proc/zhen/store', '--role', 'town', '--code', '511321101', '--name', '青石镇'])).toMatchObject({ code: 'read-only', exit: 1 })
}, 60_000)

// `npm run test:long`: what must not be lost, tried for hours. Whole, or in pieces: `npm run test:long -- kill histories`.
// `npm run test:faults`: what an old computer, a bad disk and a hostile file do to an office; in pieces too.
// What a piece that is running has tried and noted so far stands in .cache/reports/tried-PIECE-PID.jsonl; a run that is cut short leaves it there.
// ZHEN_TIMES=n tries each history or kill n times instead; ZHEN_SEED=n repeats the random histories of an earlier run.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { passedOn } from './checks.mjs'
import { root } from './paths.mjs'

const faults = process.argv.includes('--faults')

/** Pieces by name: what each tries, the tests that do it, and how many processes share it. */
const long = {
  histories: ['random histories of edits, lost, late, repeated and broken sticks, restores, in memory; wrong rules', ['test/exchange/histories.test.ts']],
  files: ['the same with real stores and real files', ['test/handlers/exchange-histories.test.ts']],
  bytes: ['every byte of a package of 200 KB changed, and every length cut', ['test/exchange/damage.test.ts']],
  kill: ['kill -9 while packages are made and taken in', ['test/faults/kill.test.ts']],
  crash: ['a power cut after every step', ['test/handlers/exchange-crash.test.ts']],
  sticks: ['sticks that are full, break, are pulled or lie', ['test/faults/stick.test.ts']],
  hostile: ['files that somebody made to do harm', ['test/exchange/hostile.test.ts', 'test/handlers/exchange-adversary.test.ts', 'test/exchange/pairing.test.ts']],
  golden: ['packages of every release', ['test/handlers/golden.test.ts']],
  published: ['the published figures of 18 and of 16 towns, from records that went by stick', ['test/seed/office.test.ts']],
  outsider: ['seal and records read without our code', ['test/exchange/independent.test.ts', 'test/exchange/by-hand.test.ts']],
  postgres: ['heads worked out set-wise in a real PostgreSQL server, against the merge rule', ['test/postgres/merge.test.ts', 'test/postgres/load.test.ts']],
  documents: ['documents and printed forms rendered by another program', ['test/documents/render.test.ts', 'test/documents/forms-in-word.test.ts']],
}

const ofFaults = {
  work: ['kill -9 during saves, rosters, backups, reports and restores', ['test/faults/kill-office.test.ts']],
  upgrade: ['kill -9 and a power cut at every step of an upgrade of the file of the first release', ['test/faults/kill-migration.test.ts']],
  kill: long.kill,
  errors: ['every SQLite error at every write of a save and an import', ['test/faults/sqlite-errors.test.ts']],
  disk: ['a disk that fills at every megabyte (mounts one: needs root)', ['test/faults/full-disk.test.ts', 'test/faults/small-disk.test.ts']],
  backups: ['backups cut at every page', ['test/faults/cut-backups.test.ts']],
  inputs: ['10,000 random inputs for every command of the contract', ['test/handlers/every-command.test.ts'], 2 * os.cpus().length],
  files: ['files from outside that are broken or made to do harm', ['test/faults/hostile-files.test.ts']],
  old: ['database files of every release', ['test/store/old-files.test.ts']],
}
const pieces = faults ? ofFaults : long

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((name) => !Object.hasOwn(pieces, name))
if (unknown.length > 0) {
  console.error(`没有这一项 / no such piece: ${unknown.join(' ')}\n${Object.entries(pieces).map(([name, [what]]) => `  ${name.padEnd(10)} ${what}`).join('\n')}`)
  process.exit(2)
}

await bootstrap({ window: false, office: true, server: true })
const reports = path.join(root, '.cache/reports')
fs.mkdirSync(reports, { recursive: true })
const book = path.join(reports, faults ? 'faults.jsonl' : 'long.jsonl')

/** Lines of what a piece tried, equal ones added up. */
function read(file) {
  const rows = new Map()
  for (const line of fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []) {
    const { what, times, ...outcome } = JSON.parse(line)
    const row = rows.get(what) ?? { times: 0, outcome: {} }
    row.times += times
    for (const [key, n] of Object.entries(outcome)) row.outcome[key] = key === 'seed' ? n : (row.outcome[key] ?? 0) + n
    rows.set(what, row)
  }
  return [...rows].map(([what, { times, outcome }]) => ({ what, times, ...outcome }))
}

/** One of the processes that share a piece: the same random numbers for all, and a disk in memory where there is one. */
const seed = process.env.ZHEN_SEED ?? String(Math.floor(Date.now() / 1000))
const share = (part, of) => ({ ZHEN_PART: `${part}/${of}`, ZHEN_SEED: seed, ...(fs.existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {}) })

const failed = []
const all = []
for (const name of asked.length > 0 ? asked : Object.keys(pieces)) {
  const file = path.join(reports, `tried-${name}-${process.pid}.jsonl`)
  fs.rmSync(file, { force: true })
  const started = Date.now()
  const vitest = [process.execPath, path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...pieces[name][1]]
  const processes = pieces[name][2] ?? 1
  const shares = Array.from({ length: processes }, (_, at) => passedOn(processes === 1 ? name : `${name} ${at + 1}/${processes}`, vitest, { ...process.env, ZHEN_LONG: '1', ZHEN_TRIED: file, ...(processes === 1 ? {} : share(at + 1, processes)) }))
  const ok = (await Promise.all(shares)).every(Boolean)
  if (!ok) failed.push(name)
  const rows = read(file)
  all.push(...rows)
  fs.appendFileSync(book, `${JSON.stringify({ piece: name, at: new Date(started).toISOString(), seconds: Math.round((Date.now() - started) / 1000), ok, node: process.version, cpus: os.cpus().length, tried: rows })}\n`)
  fs.rmSync(file, { force: true })
}

for (const { what, times, ...outcome } of all) {
  const more = Object.entries(outcome).map(([key, n]) => `${key} ${n}`).join(', ')
  console.log(`${String(times).padStart(9)}  ${what}${more === '' ? '' : ` (${more})`}`)
}
for (const name of failed) console.log(`FAILED  ${name}`)
console.log(`${all.length} kinds tried, ${failed.length} pieces failed; kept in ${path.relative(root, book)}`)
process.exitCode = failed.length > 0 ? 1 : 0

import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { password } from './support/office'
import { familyOf, launchAlone, socketsOf, type AloneApp } from './support/launch-alone'
import { freshDataDir } from './support/launch-app'

// Reads what the system knows of processes and sockets; only Linux shows it as files.
const started = Date.now()
const letter = (): string => String.fromCodePoint(randomInt(0x4e00, 0x9fa5))
const made = (): string => `${letter()}${letter()}${letter()}${letter()}`
/** Nobody else on this computer has these. */
const secret = { name: made(), visitor: made(), id: `5113211978${String(randomInt(10_000_000, 99_999_999))}`, phone: `139${String(randomInt(10_000_000, 99_999_999))}` }

/** The words as any program would write them. */
const traces: readonly Buffer[] = Object.values(secret).flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(encodeURIComponent(word))])

/** Files changed since the test began that hold one of the words. */
function holding(dir: string, skip: readonly string[]): readonly string[] {
  const found: string[] = []
  const look = (at: string): void => {
    if (skip.includes(at)) return
    let entries: fs.Dirent[] = []
    try {
      entries = fs.readdirSync(at, { withFileTypes: true })
    } catch {
      return
    }
    for (const entry of entries) {
      const file = path.join(at, entry.name)
      if (entry.isDirectory()) look(file)
      else if (entry.isFile()) {
        try {
          const { mtimeMs, size } = fs.statSync(file)
          if (mtimeMs < started - 1000 || size > 256 * 1024 * 1024) continue
          const bytes = fs.readFileSync(file)
          if (traces.some((trace) => bytes.includes(trace))) found.push(file)
        } catch {
          // It has gone since.
        }
      }
    }
  }
  look(dir)
  return found
}

interface Watch {
  readonly seen: Set<string>
  readonly look: () => void
  readonly looks: () => number
  readonly stop: () => void
}

function watchSockets({ child }: AloneApp): Watch {
  const seen = new Set<string>()
  let looks = 0
  const look = (): void => {
    looks += 1
    for (const socket of socketsOf(familyOf(child.pid ?? 0))) seen.add(socket)
  }
  const timer = setInterval(look, 60)
  return { seen, look, looks: () => looks, stop: () => { clearInterval(timer) } }
}

/** Work that is begun and called off at once, however far it has come by then. */
async function calledOff(app: AloneApp, job: string, work: () => Promise<unknown>): Promise<void> {
  let going = true
  const ended = work().then(() => 'made', () => 'called off').finally(() => { going = false })
  while (going) {
    await app.ask('job.cancel', { job })
    await new Promise((later) => { setTimeout(later, 20) })
  }
  expect(await ended).toBe('called off')
}

/** A year of records, private people among them, an attachment opened, documents made and printed, backups, a lock in between. */
async function yearOfWork(app: AloneApp, out: string): Promise<void> {
  await app.ask('office.init', { role: 'town', code: '511321101', name: '青禾镇', term: 19, term_start: '2021-12-20', quota: 60, password })
  await app.ask('seed.run', { years: 1, scale: 1 })
  const person = (await app.ask('record.quick', { type: 'person', fields: { name: secret.name } })).record.id
  await app.ask('record.quick', { type: 'person_private', fields: { person, id_no: secret.id, phone: secret.phone } })
  const matter = (await app.ask('record.quick', { type: 'voter_matter', fields: { received_on: '2026-04-01', content: `${secret.visitor}反映东干渠漏水` } })).record.id
  await app.ask('record.quick', { type: 'visitor', fields: { about: matter, name: secret.visitor, phone: secret.phone } })
  await app.ask('draft.save', { id: 'draft-1', type: 'person', data: { name: secret.name, remark: secret.phone } })
  await app.ask('search.all', { text: secret.name })
  await app.ask('record.list', { type: 'person', sort: 'name', limit: 1000 })
  const photo = path.join(out, '照片.png')
  fs.writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(`${secret.name}${secret.id}`)]))
  const { file } = await app.ask('file.add', { owner: person, path: photo, original: true })
  await app.ask('file.picture', { id: file.id })
  // Dragged into the window, and a returned sheet from the scanner: only their bytes come.
  const content = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(`${secret.name}${secret.phone}`)]).toString('base64')
  await app.ask('file.add', { owner: person, name: `${secret.name}.png`, content })
  await app.ask('paper.take', { name: '扫描.png', page: 1, content, codes: [] })
  await app.ask('stats.get', { from: '2025-01-01', to: '2026-12-31' })
  await app.ask('report.make', { year: 2026, out })
  const html = await app.ask('report.html', { year: 2026, kind: 'annual' })
  await app.ask('shell.pdf', { path: path.join(out, html.name), html: html.html })
  await app.ask('shell.print', { html: html.html.replace('</body>', `${secret.name}${secret.id}</body>`), dialog: false }).catch(() => undefined)
  // Two papers in one PDF: laid out, counted, numbered and put together from several printings.
  const two = [1, 2].map((n) => `<div class="paper"><p>第${String(n)}份 ${secret.name} ${secret.id}</p><div class="alone even">抄送</div></div>`).join('')
  await app.ask('shell.pdf', { path: path.join(out, '两份.pdf'), html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>${two}</body></html>` })
  await app.ask('list.file', { type: 'person', out })
  // What leaves the office whole: the archive of the term, the folder for those who come to look, the hand-in without a seal.
  const covered = await app.ask('archive.make', { term: (await app.ask('record.list', { type: 'term' })).rows[0]?.id ?? '', out })
  expect(fs.readFileSync(path.join(covered.path, 'SHA256SUMS'), 'utf8')).toContain('index.html')
  await app.ask('report.folder', { from: '2026-01-01', to: '2026-12-31', out })
  await app.ask('exchange.plain', { to: out, private: 'masked' })
  // An archive that takes everything along uncovered, called off on its way: nothing of it stays, wherever it was meant to go.
  const term = (await app.ask('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const archive = app.ask('archive.make', { term, out: path.join(path.dirname(out), '存档'), private: true, job: 'archive' }).then(() => 'made', () => 'called off')
  for (let tries = 0; tries < 200 && !fs.existsSync(path.join(path.dirname(out), '存档')); tries++) await new Promise((later) => { setTimeout(later, 20) })
  await app.ask('job.cancel', { job: 'archive' })
  expect(await archive).toBe('called off')
  await calledOff(app, 'folder', () => app.ask('report.folder', { from: '2025-01-01', to: '2026-12-31', out: path.join(path.dirname(out), '查阅'), job: 'folder' }))
  await app.ask('backup.place', { folder: path.join(path.dirname(out), '第二处') })
  await calledOff(app, 'stick', () => app.ask('backup.stick', { drive: path.dirname(out), job: 'stick' }))
  await app.ask('backup.make', { to: path.join(path.dirname(out), '备份.zrb') })
  await app.evaluate('localStorage.setItem("x", "1")').catch(() => undefined)
  await app.ask('office.lock', {})
  await app.ask('office.unlock', { password })
  await app.ask('file.open', { id: file.id })
}

test('a year of work and a crash: no process ever has a socket, and no file outside what was exported holds a name or an ID number', async () => {
  test.setTimeout(240_000)
  const listening = createServer().listen(0, '127.0.0.1')
  await expect.poll(() => socketsOf([process.pid]).length).toBeGreaterThan(0)
  listening.close()
  const home = freshDataDir()
  const [data, out] = [path.join(home, 'data'), path.join(home, 'out')]
  fs.mkdirSync(out)
  const first = await launchAlone(data, { ZHEN_SAMPLES: '1' })
  const sockets = watchSockets(first)
  await yearOfWork(first, out)
  // The daily backup and the rehearsal come a little after the start.
  await new Promise((later) => { setTimeout(later, 7000) })
  const family = familyOf(first.child.pid ?? 0)
  expect(family.length).toBeGreaterThan(3)
  // First as a fault of its own kills a page or the store, which leaves dumps where there are any, then as a power cut.
  for (const pid of family.filter((one) => one !== first.child.pid)) process.kill(pid, 'SIGSEGV')
  await new Promise((later) => { setTimeout(later, 1500) })
  for (const pid of [...family, ...familyOf(first.child.pid ?? 0)]) if (fs.existsSync(`/proc/${String(pid)}`)) process.kill(pid, 'SIGKILL')
  sockets.stop()
  // The copy that another program shows is all that a crash leaves in clear, and the proof that the search finds what there is.
  expect(holding(home, [out]).map((file) => path.relative(data, path.dirname(path.dirname(file))))).toEqual(['tmp'])

  const second = await launchAlone(data)
  const again = watchSockets(second)
  await expect.poll(() => fs.existsSync(path.join(data, 'tmp'))).toBe(false)
  expect((await second.ask('office.unlock', { password })).office.unclean_exit).toEqual({ sound: true })
  expect((await second.ask('draft.list', {})).drafts).toHaveLength(1)
  expect((await second.ask('record.list', { type: 'person_private' })).total).toBeGreaterThan(0)
  again.look()
  await second.close()
  again.stop()

  expect([sockets.looks() > 10, [...sockets.seen], again.looks() > 0, [...again.seen]]).toEqual([true, [], true, []])
  const places = ['.config', '.cache', '.local/share', 'Downloads'].map((name) => path.join(os.homedir(), name))
  expect([os.tmpdir(), '/tmp', '/var/tmp', '/dev/shm', '/var/crash', ...places, home].flatMap((dir) => holding(dir, [out]))).toEqual([])
  // Nothing of what was called off is there but the folder of the stick, without a backup in it.
  expect(fs.readdirSync(home).sort()).toEqual(['data', 'data-window', 'out', '备份.zrb', '备份附件', '存档', '第二处', '镇人大备份'].sort())
  expect(fs.readdirSync(path.join(home, '镇人大备份'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:zrb|part|partial)$/u.test(name))).toEqual([])
  expect(fs.readdirSync(path.join(home, '第二处')).some((name) => name.endsWith('.zrb'))).toBe(true)
  expect(fs.readdirSync(path.join(home, '存档'))).toEqual([])
})

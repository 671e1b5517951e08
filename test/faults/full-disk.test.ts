/** A disk that fills: saves, attachments and backups say so, nothing that was saved is lost, and with room again everything goes on. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../electron/store/connection'
import { Db } from '../../electron/store/db'
import { databasePath } from '../../electron/store/files-of-store'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { liveStore } from '../../electron/store/live-store'
import { long, tried } from '../support/tried'
import { Clock, folder, Office, password, qingshi } from '../handlers/support/offices'
import { actor, office } from '../store/support/office'

test('a file that may not grow by one more page refuses the save with its code at whatever page that is, and keeps what it had', () => {
  const town = office()
  for (let n = 0; n < 20; n++) town.put('person', { name: `张${String(n)}` })
  town.store.close()
  const key = unlockKeyfile(town.dir, password)
  if (!key.ok) throw new Error(key.code)
  const codes = new Set<string>()
  for (let more = 0; more < 24; more += 3) {
    const dir = folder()
    cpSync(town.dir, dir, { recursive: true })
    const raw = connect(databasePath(dir), key.value)
    const pages = Number(raw.pragma('page_count', { simple: true }))
    raw.pragma(`max_page_count = ${String(pages + more)}`)
    const store = liveStore({ dir, db: new Db(raw), key: key.value, lock: null, now: () => new Date('2026-03-02T01:00:00Z') })
    let saved = 20
    for (;;) {
      const done = store.commit(actor, [{ op: 'put', type: 'person', data: { name: `后${String(saved)}`, resume: '勤走访，多记录。'.repeat(300) } }])
      if (!done.ok) {
        codes.add(done.code)
        break
      }
      saved += 1
    }
    expect([store.counts()['person'], store.doctor().ok]).toEqual([saved, true])
    raw.pragma('max_page_count = 1000000')
    expect(store.commit(actor, [{ op: 'put', type: 'person', data: { name: '又有地方了' } }]).ok).toBe(true)
    store.close()
  }
  expect([...codes]).toEqual(['disk-full'])
})

/** Needs the right to mount; the long run is made by whoever has it. */
if (long) {
  test('a real disk that fills at every megabyte', async () => {
    const megabyte = 1024 * 1024
    const most = 40
    const base = mkdtempSync(join(tmpdir(), 'zhen-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(most + 24)}m`, 'tmpfs', base])
    const codes: Record<string, number> = {}
    const count = (what: string): void => { codes[what] = (codes[what] ?? 0) + 1 }
    const wrong: string[] = []
    try {
      const clock = new Clock()
      const from = new Office(join(base, 'from'), clock)
      await from.get('office.init', { role: 'town', code: qingshi, name: '青石镇', password, term: 19, term_start: '2021-12-20' })
      await from.get('record.add', { type: 'person', records: Array.from({ length: 300 }, (_, n) => ({ name: `代表${String(n)}`, resume: '勤走访，多记录。'.repeat(40) })) })
      const owner = await from.add('person', { name: '何秀兰' })
      from.desk.close()
      const photo = join(folder(), '照片.png')
      writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(2 * megabyte)]))
      for (let left = 0; left <= most; left++) {
        const dir = join(base, 'office')
        cpSync(from.dir, dir, { recursive: true })
        const { bavail, bsize } = statfsSync(base)
        writeFileSync(join(base, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left * megabyte)))
        const town = new Office(dir, clock)
        const opened = town.desk.unlock(password, undefined)
        if (!opened.ok) count(`open: ${opened.code}`)
        else {
          const saved: string[] = []
          const work = async (): Promise<void> => {
            for (let n = 0; n < 400; n++) {
              const done = await town.ask('record.quick', { type: 'person', fields: { name: `后${String(n)}`, resume: randomBytes(6000).toString('base64') } })
              if (!done.ok) return count(`save: ${done.code}`)
              saved.push(done.value.record.id)
            }
            count('save: ok')
          }
          await work()
          const tries = { file: await town.ask('file.add', { owner, path: photo, original: true }), backup: await town.ask('backup.make', { to: join(base, 'a.zrb') }), report: await town.ask('report.make', { year: 2026, out: join(base, 'out') }), export: await town.ask('list.file', { type: 'person', out: join(base, 'out') }) }
          for (const [what, done] of Object.entries(tries)) count(`${what}: ${done.ok ? 'ok' : done.code}`)
          const bad = Object.entries(tries).filter(([, done]) => !done.ok && done.code !== 'disk-full')
          for (const [what, done] of bad) wrong.push(`${String(left)} MB ${what}: ${JSON.stringify(done).slice(0, 200)}`)
          rmSync(join(base, 'filler'))
          const missing = saved.filter((id) => town.rec(id) === null)
          if (missing.length > 0 || !town.store.doctor().ok) wrong.push(`${String(left)} MB: ${String(missing.length)} lost`)
          if (!(await town.ask('record.quick', { type: 'person', fields: { name: '又有地方了' } })).ok) wrong.push(`${String(left)} MB: no save afterwards`)
          const halves = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(part|partial)$/u.test(name))
          if (halves.length > 0) wrong.push(`${String(left)} MB: ${halves.join(' ')}`)
        }
        town.desk.close()
        const again = new Office(dir, clock)
        rmSync(join(base, 'filler'), { force: true })
        await again.open()
        if (again.store.lookup().all('person').length < 301 || !again.store.doctor().ok) wrong.push(`${String(left)} MB: reopened with less`)
        again.desk.close()
        for (const name of ['office', 'a.zrb', 'out', '备份附件']) rmSync(join(base, name), { recursive: true, force: true })
      }
      expect(statSync(photo).size).toBe(readFileSync(photo).length)
    } finally {
      execFileSync('umount', ['-l', base])
      rmSync(base, { recursive: true, force: true })
    }
    tried('a disk that fills, at every megabyte', most + 1, codes)
    expect(wrong).toEqual([])
  }, 3_600_000)
}

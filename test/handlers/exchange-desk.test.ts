import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { sha256 } from '../../electron/store/version-codec'
import { limits } from '../../shared/exchange/limits'
import { buildVersion } from '../../shared/exchange/version'
import { forgeUp, line } from './support/forge'
import { paired, qingshi, trip } from './support/offices'

afterEach(() => { vi.useRealTimers() })

describe('while a package is taken in', () => {
  test('saves of the window go on, each in its own commit, and none is lost or mixed in', async () => {
    const { county, town, stick } = await paired()
    await town.get('record.add', { type: 'person', records: Array.from({ length: 3000 }, (_, i) => ({ name: `甲${String(i)}` })) })
    const up = await town.send(stick)
    const importing = county.get('exchange.import', { files: [up ?? ''], job: 'j1' })
    const saved: string[] = []
    const during: number[] = []
    let done = false
    void importing.finally(() => { done = true })
    while (!done) {
      saved.push(await county.add('organisation', { name: `县里的单位${String(saved.length)}` }))
      during.push(county.store.counts()['person'] ?? 0)
      await new Promise((next) => { setImmediate(next) })
    }
    const { files } = await importing
    expect(files[0]).toMatchObject({ state: 'COMMITTED', counts: { new: 3000, conflict: 0, error: 0 } })
    // Something was saved while nothing of the package was there yet; the package came as a whole.
    expect(during.filter((n) => n === 0).length).toBeGreaterThan(3)
    expect(during.filter((n) => n !== 0 && n !== 3000)).toEqual([])
    expect(county.store.counts(qingshi)['person']).toBe(3000)
    for (const id of saved) expect(county.store.history(id)).toMatchObject([{ by: '县人大', received_in: null }])
    const phases = [...new Set(county.events.flatMap((event) => (event.kind === 'progress' ? [event.phase] : [])))]
    expect(phases).toEqual(['copy', 'records', 'commit'])
  })

  test('it can be cancelled until it commits; the files before it keep their answers', async () => {
    const { county, town, stick } = await paired()
    await town.add('organisation', { name: '水利站' })
    const first = await town.send(stick)
    await town.get('record.add', { type: 'person', records: Array.from({ length: 3000 }, (_, i) => ({ name: `甲${String(i)}` })) })
    const [second, third] = [await town.send(stick), await town.send(stick)]
    const importing = county.get('exchange.import', { files: [first ?? '', second ?? '', third ?? ''], job: 'j1' })
    // As soon as the first file is in: how far the second has come by then is the machine's affair.
    while (county.store.counts(qingshi)['organisation'] === undefined) await new Promise((next) => { setImmediate(next) })
    await county.get('job.cancel', { job: 'j1' })
    const { files } = await importing
    expect(files.map(({ state, code }) => [state, code])).toEqual([['COMMITTED', undefined], ['HELD', 'cancelled'], ['HELD', 'cancelled']])
    expect([county.store.counts(qingshi)['person'], readdirSync(join(county.dir, 'inbox'))]).toEqual([undefined, []])
    expect(await county.take(third)).toMatchObject({ state: 'COMMITTED', counts: { new: 3000 } })
  })

  test('a second click waits for the first', async () => {
    const { county, town, stick } = await paired()
    await town.get('record.add', { type: 'person', records: Array.from({ length: 500 }, (_, i) => ({ name: `甲${String(i)}` })) })
    const up = await town.send(stick)
    const both = await Promise.all([county.take(up), county.take(up)])
    expect(both.map(({ state }) => state)).toEqual(['COMMITTED', 'DUPLICATE'])
    const made = await Promise.all([town.get('exchange.export', { to: stick, always: true }), town.get('exchange.export', { to: stick, always: true })])
    expect(made.map(({ pseq }) => pseq)).toEqual([3, 4])
  })
})

describe('what the county asks', () => {
  test('comes with the receipt, stands with the record, and is gone once the record was changed', async () => {
    const { county, town, stick } = await paired()
    const id = await town.add('person', { name: '甲' })
    await trip({ county, stick }, town)
    await county.get('exchange.issue', { uid: id, field: 'edu', say: '学历\u202e和县里\n名册不同', due_on: '2026-04-01' })
    expect(await county.ask('exchange.issue', { uid: 'a'.repeat(26), say: '没有' })).toMatchObject({ ok: false, code: 'not-found' })
    expect((await county.get('exchange.board', {})).towns[0]).toMatchObject({ open_issues: 1, state: 'issues' })
    const receipt = await county.send(stick, { town: qingshi })
    expect(await county.send(stick, { town: qingshi })).toBe(null)
    await town.take(receipt)
    const issue = { uid: id, type: 'person', title: '甲', field: 'edu', label: '文化程度', code: 'county', level: 'warning', say: '学历 和县里 名册不同', due_on: '2026-04-01' }
    expect((await town.get('exchange.state', {})).issues).toEqual([{ ...issue, label: expect.any(String) as string }])
    await town.set(id, { post: '会计' })
    expect((await town.get('exchange.state', {})).issues).toEqual([])
    await trip({ county, stick }, town)
    expect((await county.get('exchange.board', {})).towns[0]).toMatchObject({ open_issues: 0, state: 'complete' })
  })

  test('an older receipt that comes late takes nothing back', async () => {
    const { county, town, stick } = await paired()
    const id = await town.add('person', { name: '甲' })
    await trip({ county, stick }, town)
    const old = await county.send(stick, { town: qingshi, always: true })
    await county.get('exchange.issue', { uid: id, say: '请核对' })
    await town.take(await county.send(stick, { town: qingshi }))
    expect(await town.take(old)).toMatchObject({ state: 'COMMITTED' })
    expect((await town.get('exchange.state', {})).issues).toMatchObject([{ uid: id, say: '请核对' }])
  })
})

describe('the stick', () => {
  test('is looked through without taking anything in', async () => {
    const { county, town, stick } = await paired()
    await town.add('person', { name: '甲' })
    const up = await town.get('exchange.export', { to: stick })
    await writeFile(join(stick, '坏了.zpk'), 'x')
    await county.send(stick, { town: qingshi, always: true })
    const look = async (): Promise<unknown> => (await county.get('exchange.scan', { dir: stick })).files.map(({ name, state, code, from, pseq }) => [name, state, code, from?.name, pseq])
    expect(await look()).toEqual([['坏了.zpk', 'unreadable', 'not-a-package', undefined, undefined], [up.file?.split('/').at(-1), 'new', undefined, '青石镇', 2]])
    await county.take(up.file)
    expect(await look()).toMatchObject([['坏了.zpk', 'unreadable', 'not-a-package', undefined, undefined], [up.file?.split('/').at(-1), 'known', undefined, '青石镇', 2]])
    expect((await town.get('exchange.scan', { dir: stick })).files.map(({ state, from }) => [state, from?.name])).toEqual([['unreadable', undefined], ['new', '南部县']])
  })

  test('keeps our newest three packages and those that the county has not confirmed', async () => {
    const { county, town, stick } = await paired()
    const names = (kind: string): number => readdirSync(join(stick, '镇县数据', '南部县', kind)).length
    for (let i = 0; i < 5; i++) await town.send(stick, { always: true })
    expect([names('上报'), readdirSync(join(town.dir, 'outbox')).length]).toEqual([5, 3])
    for (let i = 0; i < 3; i++) await trip({ county, stick }, town)
    // Five that nobody has confirmed, and of the three others all.
    expect(names('上报')).toBe(8)
    for (const one of (await county.get('exchange.scan', { dir: stick })).files) await county.take(one.path)
    await trip({ county, stick }, town)
    await trip({ county, stick }, town)
    expect([names('上报'), names('回执')]).toEqual([3, 3])
    expect(existsSync(join(town.dir, 'outbox')) ? readdirSync(join(town.dir, 'outbox')) : []).toEqual([])
    expect(readdirSync(join(county.dir, 'outbox')).length).toBe(1)
    expect(readdirSync(join(town.dir, 'archive')).length).toBe(3)
  })

  test('that cannot be written leaves no trace of the package, and its number is given again', async () => {
    const { town, stick } = await paired()
    await town.add('person', { name: '甲' })
    const file = join(stick, '不是文件夹')
    await writeFile(file, 'x')
    expect(await town.ask('exchange.export', { to: file })).toMatchObject({ ok: false })
    expect((await town.get('exchange.state', {})).packages.length).toBe(1)
    const sent = await town.get('exchange.export', { to: stick })
    expect([sent.pseq, sent.file === null]).toEqual([2, false])
    expect(dirname(dirname(dirname(sent.file ?? '')))).toBe(join(stick, '镇县数据'))
  })
})

describe('attachments', () => {
  test('that do not fit into what a person allowed wait, the newest go first, and records never wait for them', async () => {
    const { county, town, stick } = await paired()
    const owner = await town.add('person', { name: '甲' })
    const png = (fill: number): Buffer => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(700_000, fill)])
    const ids: string[] = []
    for (const n of [1, 2, 3]) {
      const photo = join(stick, `${String(n)}.png`)
      writeFileSync(photo, png(n))
      ids.push((await town.get('file.add', { owner, path: photo, original: true })).file.id)
    }
    const come = async (): Promise<readonly boolean[]> => { const { files } = await county.get('file.list', { owner }); return ids.map((id) => files.find((file) => file.id === id)?.here ?? false) }
    const none = await town.send(stick, { attachments_mb: 0 })
    expect(await county.take(none)).toMatchObject({ complete: true, counts: { new: 4, error: 0 } })
    expect([await come(), (await county.get('exchange.board', {})).towns[0]?.pending_attachments]).toEqual([[false, false, false], 3])
    await county.take(await town.send(stick, { attachments_mb: 1 }))
    expect(await come()).toEqual([false, false, true])
    await town.take(await county.send(stick, { town: qingshi }))
    await county.take(await town.send(stick))
    expect([await come(), (await county.get('exchange.board', {})).towns[0]?.pending_attachments]).toEqual([[true, true, true], 0])
  })
})

describe('a county', () => {
  test('that lost its computer puts back a backup and takes its archive in again', async () => {
    const { county, town, stick } = await paired()
    const backup = join(stick, '县.zrb')
    await county.get('backup.make', { to: backup })
    for (const name of ['甲', '乙']) {
      await town.add('person', { name })
      await trip({ county, stick }, town)
    }
    const before = county.dump()
    county.desk.close()
    await county.get('backup.restore', { file: backup })
    await county.open()
    expect(county.dump()).not.toEqual(before)
    const archive = join(county.dir, 'archive')
    // What is in the records already is not offered again.
    const waiting = (await county.get('exchange.archive', {})).files
    expect(waiting.length).toBe(2)
    const { files } = await county.get('exchange.import', { files: readdirSync(archive).map((name) => join(archive, name)) })
    expect(files.map(({ state }) => state).sort()).toEqual(['COMMITTED', 'COMMITTED', 'DUPLICATE'])
    expect(county.dump()).toEqual(before)
    expect((await county.get('exchange.archive', {})).files).toEqual([])
    expect(await town.ask('exchange.archive', {})).toMatchObject({ ok: false, code: 'wrong-role' })
  })

  test('whose records of a town went back to an old day hears from it what is missing, and gets it', async () => {
    const { county, town, stick } = await paired()
    const backup = join(stick, '县.zrb')
    await county.get('backup.make', { to: backup })
    const lost = await town.add('person', { name: '甲' })
    await trip({ county, stick }, town)
    county.desk.close()
    await county.get('backup.restore', { file: backup })
    await county.open()
    await town.add('person', { name: '乙' })
    const up = await county.take(await town.send(stick))
    expect(up).toMatchObject({ state: 'COMMITTED', complete: false, missing: 1 })
    expect((await county.get('exchange.board', {})).towns[0]).toMatchObject({ complete: false, state: 'missing' })
    await town.take(await county.send(stick, { town: qingshi }))
    expect(await county.take(await town.send(stick))).toMatchObject({ complete: true, counts: { new: 1 } })
    expect(county.rec(lost)?.fields['name']).toBe('甲')
    expect((await county.get('exchange.board', {})).towns[0]).toMatchObject({ complete: true, state: 'complete' })
  })
})

describe('a record', () => {
  test('of a later program is kept, shown as far as it is understood and sent on, but not written over', async () => {
    const { county, town, stick } = await paired()
    const uid = town.desk.newId()
    const lines = [line(town, { uid, type: 'person', sv: 2, data: { name: '甲', later_field: '新的意思' } }), line(town, { type: 'later_type', data: { name: '乙' } })]
    expect(await county.take(await forgeUp(town, lines), { dry_run: true })).toMatchObject({ state: 'PREVIEWED', counts: { held: 2, new: 0, error: 0 } })
    expect(await county.take(await forgeUp(town, lines))).toMatchObject({ state: 'COMMITTED', counts: { held: 2, new: 0, error: 0 } })
    expect(county.rec(uid)?.fields['name']).toBe('甲')
    expect(await county.ask('record.set', { id: uid, fields: { post: '会计' } })).toMatchObject({ ok: false, code: 'needs-upgrade' })
    expect(county.store.doctor().findings.find((one) => one.check === 'unknown-types')?.count).toBe(2)
    // It goes down to the town's other computers as it came.
    await town.take(await county.send(stick, { town: qingshi, always: true }))
    expect(town.dump().filter((one) => one.includes('later'))).toEqual(county.dump().filter((one) => one.includes('later')))
    expect(town.dump().filter((one) => one.includes('later')).length).toBe(2)
  })

  test('that is erased anywhere is blank everywhere, whatever was written meanwhile', async () => {
    const { county, town, stick } = await paired()
    const id = await town.add('person', { name: '甲', post: '要忘记的' })
    await trip({ county, stick }, town)
    await town.set(id, { post: '也要忘记的' })
    const late = await town.send(stick)
    const erased = county.store.commit(county.desk.actor, [{ op: 'erase', uid: id, reason: '本人要求' }])
    expect(erased.ok).toBe(true)
    await county.take(late)
    await town.take(await county.send(stick, { town: qingshi }))
    for (const one of [county, town]) {
      expect(one.store.history(id).map(({ op, data }) => [op, op === 'erase' ? null : data])).toEqual(expect.arrayContaining([['erase', null], ['put', null]]))
      expect(one.store.history(id).every(({ op, data }) => op === 'erase' || data === null)).toBe(true)
      expect(await one.ask('record.set', { id, fields: { post: '又来' } })).toMatchObject({ ok: false, code: 'already-deleted' })
    }
    await trip({ county, stick }, town)
    expect([county.dump(qingshi), await town.send(stick)]).toEqual([town.dump(), null])
  })

  test('that was changed more often than a version can name still travels without a conflict', async () => {
    const { county, town, stick } = await paired()
    const id = await town.add('person', { name: '甲' })
    await trip({ county, stick }, town)
    // Four thousand states on a computer that burnt since: they are known by their names alone.
    const seen = [town.store.versionOf(id) ?? '', ...Array.from({ length: limits.seen - 1 }, () => town.desk.newId())].sort()
    const built = buildVersion({ id: town.desk.newId(), uid: id, type: 'person', org: qingshi, op: 'put', seen, hlc: town.clock.ms, sv: 1, by: '主席', at: '2026-03-02T09:00:00+08:00', data: { name: '甲', post: '四千次' } }, sha256)
    if (!built.ok) throw new Error(JSON.stringify(built))
    town.store.putVersions([built.value.version], { receivedIn: null })
    await town.set(id, { post: '再一次' })
    expect(await county.take(await town.send(stick))).toMatchObject({ state: 'COMMITTED', counts: { changed: 1, conflict: 0 } })
    await county.set(id, { post: '县里' })
    await town.take(await county.send(stick, { town: qingshi }))
    expect([town.rec(id)?.fields['post'], town.rec(id)?.conflict]).toEqual(['县里', undefined])
    const [head] = [...county.store.exchange.headsLacking(new Uint8Array(), { type: 'person' })]
    expect(head?.meta.seen.length).toBe(limits.seen)
    expect(head?.meta.seen.filter((one) => seen.includes(one)).length).toBe(limits.seen - 2)
  })
})

test('the first start of a day makes a backup, a little after the home page is there', async () => {
  const { town } = await paired()
  town.desk.close()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const password = '青石镇人大2026'
  await town.get('office.unlock', { password })
  const today = (): readonly string[] => readdirSync(join(town.dir, 'backups')).filter((name) => name.startsWith('20260303'))
  expect(today()).toEqual([])
  await vi.runAllTimersAsync()
  expect(today()).toEqual([expect.stringMatching(/^20260303-\d{6}-daily\.zrb$/)])
  expect((await town.get('office.state', {})).office?.last_backup?.slice(0, 10)).toBe('2026-03-03')
  town.desk.close()
  await town.get('office.unlock', { password })
  await vi.runAllTimersAsync()
  expect(today().length).toBe(1)
})

test('a clock that runs ahead is said before anything is written', async () => {
  const { town, clock } = await paired()
  expect((await town.get('exchange.state', {})).clock_ahead).toBe(false)
  clock.forward(400)
  expect((await town.get('exchange.state', {})).clock_ahead).toBe(true)
})

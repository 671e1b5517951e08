/** A handover and a move that are called off, or that the disk refuses half-way: nothing half, and whoever goes on finds all as it was. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handOverPhases, movePhases } from '../../shared/contract/safety'
import type { StoreCommandName, InputOf } from '../../shared/contract'
import { folder, officeIn, paired, password, type Office } from './support/offices'

const fresh = '新主席的密码2026'
const order = { password, fresh, by: '李建国', chair: true } as const

/** All that a handover changes: key file, records, the sheet and its key, who works. */
const standing = async (town: Office): Promise<readonly unknown[]> => [
  readFileSync(join(town.dir, 'key.json'), 'utf8'), town.dump(), town.store.settings.get('town_recovery', null), town.store.settings.get('recovery_sheet', null), town.desk.by,
  (await town.get('backup.list', {})).backups.length, readdirSync(town.dir).filter((name) => name.endsWith('.partial')),
]

/** Asks, and calls off as soon as it says that it has come to `phase`. */
async function calledOff<N extends StoreCommandName>(town: Office, phase: string, name: N, input: InputOf<N>): Promise<unknown> {
  town.events.length = 0
  const asked = town.ask(name, input)
  while (!town.events.some((event) => event.kind === 'progress' && event.phase === phase)) await new Promise((next) => { setImmediate(next) })
  await town.get('job.cancel', { job: 'one' })
  return asked
}

test('a handover that is called off before the secrets are changed leaves the old chair with everything', async () => {
  const { town } = await paired()
  const before = await standing(town)
  for (const phase of [handOverPhases.check, handOverPhases.change]) {
    expect(await calledOff(town, phase, 'office.hand-over', { ...order, job: 'one' })).toMatchObject({ ok: false, code: 'cancelled' })
    expect(await standing(town)).toEqual(before)
  }
})

test('called off during its backup a handover holds, gives its papers and says that the backup is wanting', async () => {
  const { town } = await paired()
  const done = await calledOff(town, handOverPhases.backup, 'office.hand-over', { ...order, job: 'one' }) as { readonly value: { readonly code: string } }
  expect(done).toMatchObject({ ok: true, value: { office: { by: '李建国', chair: '李建国' }, unsaved: { code: 'cancelled' } } })
  expect(readdirSync(join(town.dir, 'backups')).filter((name) => !name.endsWith('.zrb') || name.includes('-asked'))).toEqual([])
  await town.get('office.lock', {})
  expect(await town.ask('office.unlock', { password })).toMatchObject({ ok: false, code: 'wrong-password' })
  expect(await town.ask('office.recover', { code: done.value.code, fresh })).toMatchObject({ ok: true })
})

test('a key file that the disk refuses takes the new chair and the new sheet back with it', async () => {
  const { town } = await paired()
  const before = await standing(town)
  mkdirSync(join(town.dir, 'key.json.partial'))
  expect(await town.ask('office.hand-over', order)).toMatchObject({ ok: false, code: 'io-error' })
  rmSync(join(town.dir, 'key.json.partial'), { recursive: true })
  expect(await standing(town)).toEqual(before)
  expect(await town.ask('office.hand-over', order)).toMatchObject({ ok: true })
})

test('a move that is called off leaves this computer open and nothing on the stick to go on with; the next one moves all', async () => {
  const { town, stick, clock } = await paired()
  const owner = await town.add('activity', { title: '走访选民', kind: '3', start_on: '2026-02-10' })
  const photo = join(folder(), '照片.png')
  for (const n of [1, 2]) {
    writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(200_000, n)]))
    await town.get('file.add', { owner, path: photo, original: true })
  }
  const left = (): readonly string[] => readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:zrb|part|partial)\b/u.test(name))
  for (const phase of [movePhases.records, movePhases.files]) {
    expect(await calledOff(town, phase, 'office.move', { drive: stick, job: 'one' })).toMatchObject({ ok: false, code: 'cancelled' })
    expect([left(), town.store.settings.get('moved', null)]).toEqual([[], null])
    await town.add('person', { name: `接着记的${phase}` })
  }
  const moved = await town.get('office.move', { drive: stick, job: 'two' })
  const said = town.events.flatMap((event) => (event.kind === 'progress' && event.job === 'two' ? [event.phase] : []))
  expect([...new Set(said)]).toEqual([movePhases.records, movePhases.files, movePhases.close])
  const next = officeIn(folder(), clock)
  await next.get('backup.restore', { file: moved.file, password })
  await next.get('office.unlock', { password })
  expect(next.dump()).toEqual(town.dump())
})

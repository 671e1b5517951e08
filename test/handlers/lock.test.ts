import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clearCopies } from '../../electron/store/copies'
import { folder, paired, password, type Office, type World } from './support/offices'

/** The county takes in a package of many records; the answer is not waited for. */
async function importing(): Promise<World & { readonly taking: ReturnType<Office['take']>; readonly records: number }> {
  const world = await paired()
  const people = Array.from({ length: 400 }, (_, n) => ({ name: `代表${String(n)}`, resume: '勤走访，多记录。'.repeat(20) }))
  await world.town.get('record.add', { type: 'person', records: people })
  const file = await world.town.send(world.stick)
  const taking = world.county.take(file)
  await new Promise((go) => { setTimeout(go, 5) })
  return { ...world, taking, records: people.length }
}

describe('A lock while the county takes a package in', () => {
  test('hides everything at once, lets the import go to its end, and closes the store with it', async () => {
    const { county, taking, records } = await importing()
    expect(await county.get('office.lock', { why: 'idle' })).toEqual({ locked: true })
    expect(county.events.at(-1)).toEqual({ kind: 'locked', why: 'idle' })
    expect((await county.get('office.state', {})).phase).toBe('locked')
    expect(await county.ask('record.list', { type: 'person' })).toMatchObject({ ok: false, code: 'locked' })
    expect(await county.ask('office.unlock', { password: '猜的' })).toMatchObject({ ok: false, code: 'wrong-password' })
    expect(await taking).toMatchObject({ state: 'COMMITTED', complete: true })
    expect([county.desk.isOpen, county.desk.isHidden, (await county.get('office.state', {})).phase]).toEqual([false, false, 'locked'])
    await county.get('office.unlock', { password })
    expect((await county.get('record.list', { type: 'person' })).total).toBe(records)
  })

  test('is taken off with the password while the import still runs', async () => {
    const { county, taking, records } = await importing()
    await county.get('office.lock', {})
    const { office } = await county.get('office.unlock', { password, by: '梁静宜' })
    expect([office.by, office.unclean_exit]).toEqual(['梁静宜', undefined])
    expect(await taking).toMatchObject({ state: 'COMMITTED' })
    expect([county.desk.isOpen, (await county.get('record.list', { type: 'person' })).total]).toEqual([true, records])
  })
})

describe('A copy in clear of an attachment', () => {
  const opened = async (): Promise<{ readonly office: Office; readonly copy: string }> => {
    const { town } = await paired()
    const owner = await town.add('person', { name: '何秀兰' })
    const photo = join(folder(), '照片.png')
    writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)]))
    const { file } = await town.get('file.add', { owner, path: photo, original: true })
    return { office: town, copy: (await town.get('file.open', { id: file.id })).path }
  }

  test('goes with the lock', async () => {
    const { office, copy } = await opened()
    expect(existsSync(copy)).toBe(true)
    await office.get('office.lock', {})
    expect(existsSync(copy)).toBe(false)
  })

  test('that a crash left behind goes at the next start, before any password', async () => {
    const dir = folder()
    mkdirSync(join(dir, 'tmp', 'x'), { recursive: true })
    writeFileSync(join(dir, 'tmp', 'x', '名单.docx'), '何秀兰')
    clearCopies(dir)
    expect(readdirSync(dir)).toEqual([])
    clearCopies(dir)
  })
})

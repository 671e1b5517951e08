import { cpSync, readdirSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asJob, type Job, type Milestone } from '../../electron/handlers/job'
import { takeFile } from '../../electron/handlers/exchange-take'
import { exportUp } from '../../electron/handlers/exchange-up'
import { tried } from '../support/tried'
import { folder, officeIn, paired, qingshi, type Clock, type Office, type World } from './support/offices'

/** Pictures of an office's folder as a power cut at each milestone would leave it. */
async function pictures<T>(office: Office, work: (job: Job) => Promise<T>): Promise<{ readonly at: ReadonlyMap<Milestone, string>; readonly done: T }> {
  const at = new Map<Milestone, string>()
  const done = await asJob(office.desk, undefined, (job) => work({
    ...job,
    reached: (milestone) => {
      const dir = folder()
      cpSync(office.dir, dir, { recursive: true, filter: (file) => !file.endsWith('.lock') && !file.endsWith('lock') })
      at.set(milestone, dir)
    },
  }))
  return { at, done }
}

const placesOf = (office: Office): readonly (readonly string[])[] => ['inbox', 'outbox', 'blobs'].map((place) => {
  try {
    return readdirSync(join(office.dir, place)).filter((name) => place !== 'blobs' || name.endsWith('.part'))
  } catch {
    return []
  }
})

const reopened = (dir: string, clock: Clock): Promise<Office> => officeIn(dir, clock).open()

async function withPhoto(world: World): Promise<string | null> {
  const { town, stick } = world
  const id = await town.add('person', { name: '甲' })
  const photo = join(stick, '照片.png')
  await writeFile(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(1000)]))
  await town.get('file.add', { owner: id, path: photo, original: true })
  await town.add('organisation', { name: '水利站' })
  return town.send(stick)
}

describe('a power cut', () => {
  test('at any moment of an import leaves all of it or nothing, and taking it again brings the rest', async () => {
    const world = await paired()
    const { county, clock, stick } = world
    const up = await withPhoto(world)
    const before = county.dump()
    const { at, done } = await pictures(county, (job) => takeFile(county.desk, up ?? '', { dryRun: false, approve: false }, job))
    expect(done).toMatchObject({ state: 'COMMITTED', counts: { new: 3 } })
    const after = county.dump()
    expect([...at.keys()]).toEqual(['copied', 'checked', 'staged', 'attached', 'backed-up', 'committed', 'archived'])
    for (const [milestone, dir] of at) {
      const again = await reopened(dir, clock)
      const whole = milestone === 'committed' || milestone === 'archived'
      expect([milestone, again.dump()]).toEqual([milestone, whole ? after : before])
      expect([milestone, placesOf(again)]).toEqual([milestone, [[], readdirSync(join(county.dir, 'outbox')), []]])
      expect([milestone, (await again.get('doctor.run', {})).findings.filter((finding) => !finding.ok)]).toEqual([milestone, []])
      expect([milestone, (await again.take(up)).state]).toEqual([milestone, whole ? 'DUPLICATE' : 'COMMITTED'])
      expect([milestone, again.dump()]).toEqual([milestone, after])
      expect([milestone, readdirSync(join(again.dir, 'archive')).sort()]).toEqual([milestone, readdirSync(join(county.dir, 'archive')).sort()])
      expect(await again.send(stick, { town: qingshi })).not.toBe(null)
      again.desk.close()
    }
    tried('power cuts after a step of an import', at.size)
  })

  test('at any moment of taking a receipt leaves all of it or nothing', async () => {
    const world = await paired()
    const { county, town, clock, stick } = world
    const id = await town.add('person', { name: '甲' })
    await county.take(await town.send(stick))
    await county.set(id, { post: '县里改' })
    const down = await county.send(stick, { town: qingshi })
    const before = [town.dump(), (await town.get('exchange.state', {})).packages]
    const { at } = await pictures(town, (job) => takeFile(town.desk, down ?? '', { dryRun: false, approve: false }, job))
    const after = [town.dump(), (await town.get('exchange.state', {})).packages.map(({ state }) => state)]
    for (const [milestone, dir] of at) {
      const again = await reopened(dir, clock)
      const whole = milestone === 'committed' || milestone === 'archived'
      if (!whole) expect([milestone, again.dump(), (await again.get('exchange.state', {})).packages]).toEqual([milestone, ...before])
      await again.take(down)
      expect([milestone, again.dump(), (await again.get('exchange.state', {})).packages.map(({ state }) => state)]).toEqual([milestone, ...after])
      again.desk.close()
    }
    tried('power cuts after a step of taking a receipt', at.size)
  })

  test('at any moment of making a package costs at most this package', async () => {
    const world = await paired()
    const { county, town, clock, stick } = world
    await town.add('person', { name: '甲' })
    const { at, done } = await pictures(town, (job) => exportUp(town.desk, { to: stick }, job))
    expect([...at.keys()]).toEqual(['made', 'on-stick'])
    for (const dir of at.values()) {
      const again = await reopened(dir, clock)
      expect(again.dump()).toEqual(town.dump())
      // What reached the stick is good even where its own computer does not know that it did.
      const next = await again.get('exchange.export', { to: stick })
      expect(next.counts).toEqual({ person: 1 })
      expect((await county.take(next.file)).state).toBe('COMMITTED')
      again.desk.close()
    }
    tried('power cuts after a step of making a package', at.size)
    expect(await county.take(done.ok ? done.value.file : null)).toMatchObject({ state: 'COMMITTED', counts: { same: 1 }, complete: true })
  })
})

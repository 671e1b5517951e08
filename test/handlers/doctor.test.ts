import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, makeOffice, paired, qingshi, trip, type Office } from './support/offices'

const png = (text: string): string => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(text)]).toString('base64')
const blobs = (office: Office): readonly string[] => readdirSync(join(office.dir, 'blobs'))
const sick = async (office: Office, fix = false) => (await office.get('doctor.run', { fix })).findings.filter((finding) => finding.count > 0).map(({ check, ok, count, fixed }) => [check, ok, count, fixed])

test('a county that lost an attachment, or holds a broken one, gets both again with the town’s next package', async () => {
  const world = await paired()
  const { county, town } = world
  const owner = await town.add('activity', { title: '走访选民', start_on: '2026-02-10', kind: '走访选民' })
  for (const text of ['一', '二']) await town.get('file.add', { owner, name: `${text}.png`, content: png(text), original: true })
  await trip(world, town)
  expect([await sick(county), blobs(county).length]).toEqual([[], 2])
  const [one = '', other = ''] = blobs(county)
  rmSync(join(county.dir, 'blobs', one))
  const bytes = readFileSync(join(county.dir, 'blobs', other))
  bytes.writeUInt8(bytes.readUInt8(45) ^ 1, 45)
  writeFileSync(join(county.dir, 'blobs', other), bytes)
  expect(await sick(county)).toEqual([['attachments-missing', false, 1, 0], ['attachments-broken', false, 1, 0]])
  expect(await sick(county, true)).toEqual([['attachments-missing', true, 1, 1], ['attachments-broken', true, 1, 1]])
  expect(await sick(county)).toEqual([])
  // The receipt says what is lacking, the package after it brings it.
  for (let n = 0; n < 2; n++) await trip(world, town)
  expect(blobs(county).filter((name) => !name.endsWith('.broken'))).toHaveLength(2)
  expect(await sick(county)).toEqual([])
}, 60_000)

test('a look at the data says check by check how far it is, can be called off anywhere, and changes nothing', async () => {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const owner = await town.add('person', { name: '何秀兰' })
  for (const text of ['一', '二', '三']) await town.get('file.add', { owner, name: `${text}.png`, content: png(text), original: true })
  const before = town.dump()
  for (const phase of ['记录', '附件']) {
    town.events.length = 0
    const asked = town.ask('doctor.run', { job: 'look' })
    while (!town.events.some((event) => event.kind === 'progress' && event.phase === phase && event.total > 2)) await new Promise((next) => { setImmediate(next) })
    await town.get('job.cancel', { job: 'look' })
    expect(await asked).toMatchObject({ ok: false, code: 'cancelled' })
    expect(town.dump()).toEqual(before)
  }
  expect(await sick(town)).toEqual([])
})

/** Makes the golden packages of a release, once: ZHEN_GOLDEN=0.1.0 npx vitest run test/handlers/make-golden.test.ts */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goldenFile, goldenRoot, identityOf, writeGolden } from './support/golden'
import { qingshi, strangers } from './support/offices'

const release = process.env['ZHEN_GOLDEN'] ?? ''

test.runIf(release !== '')('the golden packages of a release', async () => {
  const { county, town, stick, clock } = await strangers()
  const made = new Date(clock.ms).toISOString()
  mkdirSync(join(goldenRoot, release), { recursive: true })
  const keep = (name: string, file: string | null): string => {
    copyFileSync(file ?? '', goldenFile(release, name))
    return goldenFile(release, name)
  }
  const invite = await county.get('exchange.invite', { code: qingshi, name: '青石镇', out: stick })
  keep('invite.zpk', invite.file)
  const invites = county.store.settings.all('invite.')
  await town.get('exchange.join', { file: invite.file, code: invite.code })
  const zhang = await town.add('person', { name: '张有田', sex: '1', birth: '1970-05' })
  const twin = await town.add('person', { name: '张友田' })
  const wrong = await town.add('person', { name: '写错的' })
  const li = await town.add('person', { name: '李春花' })
  const gone = await town.add('person', { name: '请抹去' })
  await town.add('person_private', { person: zhang, phone: '13900000001' })
  const photo = join(stick, '照片.png')
  writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(500, 7)]))
  await town.get('file.add', { owner: zhang, path: photo, original: true })
  await town.add('suggestion', { title: '关于𠮷祥路口装灯的建议', raised_on: '2026-03-01' })
  const first = keep('up-1.zpk', await town.send(stick))
  expect((await county.take(first, { approve: true })).state).toBe('COMMITTED')
  const afterFirst = county.dump(qingshi)
  await town.take(keep('down-1.zpk', await county.send(stick, { town: qingshi })))
  await town.set(zhang, { post: '村支书' })
  await town.get('record.delete', { id: wrong, reason: '重复' })
  await town.get('record.merge', { from: twin, into: zhang, reason: '同一人' })
  town.store.commit(town.desk.actor, [{ op: 'erase', uid: gone, reason: '本人要求' }])
  await county.set(li, { work_unit: '县里备注' })
  expect((await county.take(keep('up-2.zpk', await town.send(stick)))).state).toBe('COMMITTED')
  await county.get('exchange.issue', { uid: zhang, field: 'birth', say: '与县名册不一致', due_on: '2026-04-01' })
  const afterSecond = county.dump(qingshi)
  keep('down-2.zpk', await county.send(stick, { town: qingshi }))
  keep('full.zpk', await county.send(stick, { town: qingshi, full: true }))
  writeGolden(release, {
    made, code: invite.code, county: identityOf(county, invites), town: identityOf(town, {}), after: { 'up-1': afterFirst, 'up-2': afterSecond, full: county.dump(qingshi) },
  })
})

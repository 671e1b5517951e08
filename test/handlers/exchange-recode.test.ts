import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { join2, liuxi, makeOffice, nanbu, officeIn, paired, qingshi, strangers, trip } from './support/offices'

describe('a town that was set up with a wrong code', () => {
  test('gets the right one in one step, with everything it wrote, and pairs under it', async () => {
    const { county, town, stick } = await strangers()
    const person = await town.add('person', { name: '张有田' })
    await town.set(person, { post: '会计' })
    const village = await town.add('village', { code: '511321101201', name: '青石村' })
    await town.add('constituency', { level: '5', no: '1', name: '第一选区', villages: [village] })
    const gone = await town.add('person', { name: '请抹去' })
    town.store.commit(town.desk.actor, [{ op: 'erase', uid: gone, reason: '本人要求' }])
    const dead = await town.add('person', { name: '写错的' })
    await town.get('record.delete', { id: dead, reason: '重复' })
    const photo = join(stick, '照片.png')
    writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(50, 1)]))
    await town.get('file.add', { owner: person, path: photo, original: true })
    await town.get('draft.save', { id: 'd1', type: 'village', record: village, data: { name: '青石社区' } })
    const counts = town.store.counts()
    // It had even been brought to the county, which did not let it in.
    await join2({ county, stick }, town)
    await town.send(stick)

    expect(await town.get('exchange.correct-code', { code: liuxi, name: '柳溪乡' })).toEqual({ code: liuxi, name: '柳溪乡' })
    expect([town.store.office.code, town.store.office.name]).toEqual([liuxi, '柳溪乡'])
    expect(town.store.counts()).toEqual({ ...counts })
    expect(town.dump().filter((line) => line.includes(qingshi) && !line.includes('511321101201'))).toEqual([])
    expect(town.rec(person)).toMatchObject({ org: liuxi, fields: { name: '张有田', post: '会计' } })
    expect(town.store.history(person).map((entry) => entry.data?.['post'])).toEqual(['会计', '会计', undefined])
    const moved = town.store.uidOf('village', { code: '511321101201', name: '青石村' }) ?? ''
    expect(moved).not.toBe(village)
    expect([town.rec(village), town.rec(moved)?.fields['name'], town.store.lookup().all('constituency')[0]?.fields['villages']]).toEqual([null, '青石村', [moved]])
    expect((await town.get('draft.list', {})).drafts.map((draft) => draft.record)).toEqual([moved])
    expect(town.rec(town.store.lookup().all('office')[0]?.id ?? '')?.fields).toMatchObject({ code: liuxi, name: '柳溪乡' })
    expect((await town.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
    expect((await town.get('exchange.state', {})).paired).toBe(null)

    const again = await town.restart()
    expect(again.store.office.code).toBe(liuxi)
    await join2({ county, stick }, again)
    await trip({ county, stick }, again, { approve: true })
    expect(county.dump(liuxi)).toEqual(again.dump())
    expect(county.dump(qingshi)).toEqual([])
    expect((await county.get('exchange.board', {})).towns.find((one) => one.code === liuxi)).toMatchObject({ name: '柳溪乡', complete: true })
  })

  test('cannot be changed once the county has taken a package, nor at a county, nor into nonsense', async () => {
    const { county, town } = await paired()
    const before = town.dump()
    expect(await town.ask('exchange.correct-code', { code: liuxi })).toMatchObject({ ok: false, code: 'not-now' })
    expect(town.dump()).toEqual(before)
    expect(await county.ask('exchange.correct-code', { code: liuxi })).toMatchObject({ ok: false, code: 'wrong-role' })
    const fresh = await makeOffice('town', qingshi, '青石镇', town.clock)
    expect(await fresh.ask('exchange.correct-code', { code: nanbu })).toMatchObject({ ok: false, code: 'out-of-range', field: 'code' })
    expect(await fresh.get('exchange.correct-code', { code: qingshi, name: '青石街道' })).toEqual({ code: qingshi, name: '青石街道' })
    fresh.desk.close()
    expect((await officeIn(fresh.dir, town.clock).open()).store.office.name).toBe('青石街道')
  })
})

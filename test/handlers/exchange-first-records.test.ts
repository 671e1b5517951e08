/** What a new computer wrote at its set-up, beside the records that its town has at the county already: nothing that anybody typed is lost, nobody decides what nobody wrote. */
import { describe, expect, test } from 'vitest'
import { folder, join2, liuxi, makeOffice, officeIn, paired, password, qingshi, trip, type Office, type World } from './support/offices'

const office = async (of: Office): Promise<string> => (await of.get('record.list', { type: 'office' })).rows[0]?.id ?? ''
const term = async (of: Office): Promise<string> => (await of.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
const conflicts = async (of: Office): Promise<readonly (readonly unknown[])[]> => (await of.get('exchange.conflicts', {})).items.map(({ heads }) => heads.map(({ fields }) => fields['chair'] ?? null).toSorted())

/** The town's file is filled in and at the county; another computer is set up and paired. */
async function another(more: Readonly<Record<string, unknown>> = {}): Promise<World & { readonly fresh: Office; readonly file: string }> {
  const world = await paired()
  const file = await office(world.town)
  await world.town.set(file, { chair: '李青山', address: '集镇中心路1号' })
  await trip(world, world.town)
  const fresh = officeIn(folder(), world.clock)
  await fresh.get('office.init', { role: 'town', code: qingshi, name: '青石镇', password, term: 19, term_start: '2021-12-20', ...more })
  await join2(world, fresh)
  return { ...world, fresh, file }
}

describe('the records of a set-up', () => {
  test('do not travel before the county has answered, are not counted as waiting, and give way then', async () => {
    const { county, town, stick, fresh, file } = await another()
    expect([(await fresh.get('exchange.state', {})).unsent.records, (await fresh.get('exchange.unsent', {})).total]).toEqual([0, 0])
    // Nobody waits for the county here: what is typed is counted, the set-up is not.
    await fresh.get('exchange.start-alone', {})
    await fresh.add('person', { name: '甲' })
    expect((await fresh.get('exchange.state', {})).unsent.records).toBe(1)
    await trip({ county, stick }, fresh, { approve: true })
    expect([fresh.rec(file)?.fields['chair'], await conflicts(fresh)]).toEqual(['李青山', []])
    for (const one of [fresh, town, fresh]) await trip({ county, stick }, one)
    expect([await conflicts(county), fresh.dump(), town.dump()]).toEqual([[], county.dump(qingshi), county.dump(qingshi)])
  })

  test('give way without a trace: what the first computer changed before it heard of the new one asks nobody', async () => {
    const { county, town, stick, fresh, file } = await another()
    await town.set(file, { chair: '周维安' })
    await trip({ county, stick }, fresh, { approve: true })
    for (const one of [town, fresh, town]) await trip({ county, stick }, one)
    for (const one of [county, town, fresh]) expect([one.rec(file)?.fields['chair'], await conflicts(one)]).toEqual(['周维安', []])
    expect([fresh.dump(), town.dump()]).toEqual([county.dump(qingshi), county.dump(qingshi)])
    expect((await fresh.get('doctor.run', {})).findings.filter(({ ok }) => !ok)).toEqual([])
  })

  test('wait and give way also where the new computer was set up under a wrong code, which was put right', async () => {
    const { county, town, stick, clock, file } = await another()
    const wrong = await makeOffice('town', liuxi, '柳溪乡', clock)
    await wrong.get('exchange.correct-code', { code: qingshi, name: '青石镇' })
    await join2({ county, stick }, wrong)
    expect((await wrong.get('exchange.state', {})).unsent.records).toBe(0)
    await trip({ county, stick }, wrong, { approve: true })
    for (const one of [wrong, town]) await trip({ county, stick }, one)
    for (const one of [county, town, wrong]) expect([one.rec(file)?.fields['chair'], await conflicts(one)]).toEqual(['李青山', []])
    expect(wrong.dump()).toEqual(county.dump(qingshi))
  })

  test('do not decide between two values that people wrote elsewhere', async () => {
    const { county, town, stick, fresh, file } = await another()
    await county.set(file, { chair: '王明' })
    await town.set(file, { chair: '周维安' })
    await county.take(await town.send(stick))
    expect(await conflicts(county)).toEqual([['周维安', '王明'].toSorted()])
    await trip({ county, stick }, fresh, { approve: true })
    for (const one of [fresh, town]) await trip({ county, stick }, one)
    for (const one of [county, town, fresh]) expect((await conflicts(one))[0]).toEqual(expect.arrayContaining(['周维安', '王明']))
  })

  test('what was typed into them before the answer stands beside what the town had, for a person to decide', async () => {
    const { county, town, stick, fresh, file } = await another()
    await fresh.set(file, { chair: '新来的' })
    await trip({ county, stick }, fresh, { approve: true })
    await trip({ county, stick }, town)
    for (const one of [county, town, fresh]) expect(await conflicts(one)).toEqual([['新来的', '李青山'].toSorted()])
  })

  test('what was said at the set-up and stands nowhere else is kept in the town\'s own record', async () => {
    const { county, town, stick, fresh, file } = await another({ quota: 60, county_name: '南部县' })
    await trip({ county, stick }, fresh, { approve: true })
    for (const one of [fresh, town]) await trip({ county, stick }, one)
    for (const one of [county, town, fresh]) {
      expect([one.rec(await term(town))?.fields['quota'], one.rec(file)?.fields['county_name'], one.rec(file)?.fields['chair'], await conflicts(one)]).toEqual([60, '南部县', '李青山', []])
    }
  })

  test('wait for the town\'s own also where the new computer is put back to before the answer', async () => {
    const { county, town, stick, fresh, file } = await another()
    const backup = `${stick}/新.zrb`
    await fresh.get('backup.make', { to: backup })
    for (let n = 0; n < 2; n++) await trip({ county, stick }, fresh, n === 0 ? { approve: true } : {})
    for (const one of [town, town]) await trip({ county, stick }, one)
    fresh.desk.close()
    await fresh.get('backup.restore', { file: backup })
    await fresh.open()
    // The county believes that this computer has everything, and says nothing of the file until it has heard otherwise.
    await fresh.take(await county.send(stick, { town: qingshi, always: true }))
    expect((await fresh.get('exchange.state', {})).paired).toMatchObject({ accepted: true })
    for (const one of [fresh, fresh, town]) await trip({ county, stick }, one)
    expect([fresh.rec(file)?.fields['chair'], await conflicts(fresh), await conflicts(county), fresh.dump()]).toEqual(['李青山', [], [], county.dump(qingshi)])
    expect(await fresh.send(stick)).toBe(null)
  })

  test('of two new computers give way on both, and neither asks anybody', async () => {
    const { county, town, stick, fresh, clock, file } = await another()
    const third = await makeOffice('town', qingshi, '青石镇', clock)
    await join2({ county, stick }, third)
    await county.take(await third.send(stick), { approve: true })
    await trip({ county, stick }, fresh, { approve: true })
    for (const one of [third, fresh, town, third, fresh]) await trip({ county, stick }, one)
    for (const one of [county, town, fresh, third]) expect([one.rec(file)?.fields['chair'], await conflicts(one)]).toEqual(['李青山', []])
    expect([third.dump(), fresh.dump(), town.dump()]).toEqual([county.dump(qingshi), county.dump(qingshi), county.dump(qingshi)])
  })

  test('that the town has nowhere else stand, and go up with the first package after the answer', async () => {
    const { county, town, stick, fresh } = await another({ term: 20, term_start: '2026-02-20' })
    await trip({ county, stick }, fresh, { approve: true })
    const terms = async (of: Office): Promise<readonly unknown[]> => (await of.get('record.list', { type: 'term' })).rows.map(({ fields }) => fields['no']).toSorted()
    expect([await terms(county), await terms(fresh)]).toEqual([[19], [19, 20]])
    for (const one of [fresh, town]) await trip({ county, stick }, one)
    expect([await terms(county), await terms(town), await conflicts(county)]).toEqual([[19, 20], [19, 20], []])
  })
})

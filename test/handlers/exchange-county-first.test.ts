/** A further computer of a town first gets what the county has, and takes entries then: what two computers write down of one matter would be there twice. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { say } from '../../shared/text'
import { folder, join2, liuxi, makeOffice, officeIn, paired, password, qingshi, strangers, trip, type Office, type World } from './support/offices'

const refused = { ok: false, code: 'county-first' } as const
const waits = async (office: Office): Promise<boolean> => (await office.get('office.state', {})).office?.county_first === true
const save = (office: Office) => office.ask('record.quick', { type: 'person', fields: { name: '新来的' } })

/** The town has somebody at the county; a new computer of it has opened its slip. */
async function further(): Promise<World & { readonly fresh: Office; readonly person: string }> {
  const world = await paired()
  const person = await world.town.add('person', { name: '甲' })
  await trip(world, world.town)
  const fresh = await makeOffice('town', qingshi, '青石镇', world.clock)
  await join2(world, fresh)
  return { ...world, fresh, person }
}

describe('a further computer of a town', () => {
  test('takes no entries before it has read the receipt, keeps what was typed, and takes them then', async () => {
    const { county, stick, fresh, person } = await further()
    await fresh.get('draft.save', { id: 'd1', type: 'person', data: { name: '新来的' } })
    const answer = await fresh.ask('record.quick', { type: 'person', fields: { name: '新来的' }, draft: 'd1' })
    expect(answer).toMatchObject(refused)
    expect(say('county-first')).toEqual({ say: '这是本镇的又一台电脑，县里已有的记录还没有读进来，先不能记新的。', next: '请到“上报”把第一包交给县里，读了县里的回执就能记；正在填的表还在，没有丢。' })
    expect([await waits(fresh), (await fresh.get('draft.list', {})).drafts.length, (await fresh.get('record.list', { type: 'person' })).total]).toEqual([true, 1, 0])
    // The request goes up; that it was sent, and a start of the program, change nothing yet.
    const up = await fresh.send(stick, { always: true })
    await fresh.restart()
    expect(await save(fresh)).toMatchObject(refused)
    await county.take(up, { approve: true })
    expect(await fresh.take(await county.send(stick, { town: qingshi, always: true }))).toMatchObject({ state: 'COMMITTED', complete: true })
    expect([await waits(fresh), fresh.rec(person)?.fields['name']]).toEqual([false, '甲'])
    expect(await save(fresh)).toMatchObject({ ok: true })
  })

  test('says the same however the entry comes: by the form, by lines, a step, a table, a roster, many at once, the undo', async () => {
    const { fresh } = await further()
    const put = (name: string, text: string): string => {
      const path = join(folder(), name)
      writeFileSync(path, text)
      return path
    }
    const before = fresh.dump()
    const lines = await fresh.get('record.add', { type: 'person', records: [{ name: '乙' }, { name: '丙' }] })
    expect([lines.added, lines.errors.map(({ code }) => code)]).toEqual([0, ['county-first', 'county-first']])
    const roster = put('花名册.csv', '姓名,性别,出生年月,当选日期\n李明,男,1980-02,2021-12-01')
    for (const answer of [
      await save(fresh),
      await fresh.ask('record.quick', { type: 'activity', fields: { kind: '3', title: '走访' }, steps: [{ step: 'hold', fields: { start_on: '2026-02-01' } }] }),
      await fresh.ask('history.import', { type: 'suggestion', text: '标题\t提出日期\n关于修渠的建议\t2025-03-01' }),
      await fresh.ask('roster.import', { file: roster }),
    ]) expect(answer).toMatchObject(refused)
    expect(fresh.dump()).toEqual(before)
  })

  test('neither changes, deletes, merges nor takes back what it had before it was paired; erasing is a duty all the same', async () => {
    const { county, town, stick, clock } = await paired()
    const fresh = await makeOffice('town', qingshi, '青石镇', clock)
    const [one, two] = [await fresh.add('person', { name: '甲' }), await fresh.add('person', { name: '甲' })]
    const letter = await fresh.get('record.quick', { type: 'letter', fields: { received_on: '2026-02-02', subject: '反映路灯' } })
    const visitor = await fresh.add('visitor', { about: letter.record.id, name: '王来访' })
    await join2({ county, stick }, fresh)
    const before = fresh.dump()
    for (const answer of [
      await fresh.ask('record.set', { id: one, fields: { post: '主任' } }), await fresh.ask('record.set-many', { ids: [one, two], fields: { remark: '核对过' } }),
      await fresh.ask('record.delete', { id: one, reason: '录错' }), await fresh.ask('record.merge', { from: one, into: two, reason: '同一个人' }),
      await fresh.ask('record.undo', { id: letter.record.id }),
    ]) expect(answer).toMatchObject(refused)
    expect(fresh.dump()).toEqual(before)
    expect(await fresh.ask('record.erase', { id: visitor, reason: '本人要求' })).toMatchObject({ ok: true })
    // The first computer goes on as ever.
    expect(await save(town)).toMatchObject({ ok: true })
  })

  test('can be set up, practise, be backed up and report meanwhile', async () => {
    const { county, stick, fresh } = await further()
    const file = (await fresh.get('record.list', { type: 'office' })).rows[0]?.id ?? ''
    await fresh.set(file, { phone: '0817-1234567' })
    await fresh.get('settings.set', { settings: { visitor_years: 5 } })
    await fresh.get('backup.make', { to: join(folder(), '备份.zrb') })
    await fresh.get('exchange.sheet', { printed: true })
    // What would be refused is not among the first things to do; what is left is.
    expect((await fresh.get('guide.get', {})).lines.map(({ step }) => step)).toEqual(['office', 'pairing', 'backup'])
    await trip({ county, stick }, fresh, { approve: true })
    expect((await fresh.get('guide.get', {})).lines).toHaveLength(8)
  })

  test('goes on waiting where a receipt brought only a part, and until the county has admitted it', async () => {
    const { county, town, stick, fresh, person } = await further()
    const backup = join(folder(), '新.zrb')
    await fresh.get('backup.make', { to: backup })
    for (let n = 0; n < 2; n++) await trip({ county, stick }, fresh, n === 0 ? { approve: true } : {})
    await trip({ county, stick }, town)
    fresh.desk.close()
    await fresh.get('backup.restore', { file: backup })
    await fresh.open()
    // The county believes that this computer has everything.
    await fresh.take(await county.send(stick, { town: qingshi, always: true }))
    expect([fresh.rec(person), await waits(fresh)]).toEqual([null, true])
    await trip({ county, stick }, fresh)
    expect([fresh.rec(person)?.fields['name'], await waits(fresh)]).toEqual(['甲', false])
  })

  test('that goes on from the first one\'s handover file has everything and takes entries at once', async () => {
    const { county, town, stick, clock } = await paired()
    const person = await town.add('person', { name: '甲' })
    await trip({ county, stick }, town)
    const { file } = await town.get('backup.stick', { drive: stick })
    const second = officeIn(folder(), clock)
    await second.get('backup.restore', { file, password, second: true })
    await second.open()
    await join2({ county, stick }, second)
    expect([await waits(second), second.rec(person)?.fields['name']]).toEqual([false, '甲'])
    expect(await save(second)).toMatchObject({ ok: true })
  })

  test('that goes on from a computer which waits itself waits too', async () => {
    const { county, stick, clock, fresh } = await further()
    const { file } = await fresh.get('backup.stick', { drive: stick })
    const third = officeIn(folder(), clock)
    await third.get('backup.restore', { file, password, second: true })
    await third.open()
    await join2({ county, stick }, third)
    expect(await save(third)).toMatchObject(refused)
  })

  test('waits for nothing more where a person says that nothing will come, which is written down; the receipt is read all the same when it comes', async () => {
    const { county, stick, fresh, person } = await further()
    expect(await fresh.get('exchange.start-alone', {})).toEqual({ started: true })
    expect(await fresh.ask('exchange.start-alone', {})).toMatchObject({ ok: false, code: 'not-now' })
    expect(fresh.store.events.list({ kind: 'device' })).toMatchObject([{ by: '主席', about: qingshi, detail: { what: 'started alone' } }])
    expect([await waits(fresh), (await save(fresh)).ok]).toEqual([false, true])
    await trip({ county, stick }, fresh, { approve: true })
    expect([fresh.rec(person)?.fields['name'], await waits(fresh)]).toEqual(['甲', false])
  })

  test('waits for nothing more where its code was typed wrongly, until it has opened the slip of the right town', async () => {
    const { county, stick, fresh, clock } = await further()
    await fresh.get('exchange.correct-code', { code: liuxi, name: '柳溪乡' })
    expect(await waits(fresh)).toBe(false)
    const wrong = await makeOffice('town', liuxi, '柳溪乡', clock)
    await wrong.get('exchange.correct-code', { code: qingshi, name: '青石镇' })
    await join2({ county, stick }, wrong)
    expect(await save(wrong)).toMatchObject(refused)
  })
})

describe('the first computer of a town', () => {
  test('takes entries from the first day on, also where the county has given the town something to do before', async () => {
    const { county, town, stick } = await strangers()
    await county.get('exchange.invite', { code: qingshi, name: '青石镇', out: stick })
    await county.get('exchange.order', { towns: [qingshi], fields: { order_no: '1', title: '报送名单' } })
    await join2({ county, stick }, town)
    expect([await waits(town), (await save(town)).ok]).toEqual([false, true])
    await trip({ county, stick }, town, { approve: true })
    expect((await save(town)).ok).toBe(true)
  })

  test('that asks the county again, which was put back to an earlier day, is no new one', async () => {
    const { county, town, stick } = await paired()
    await join2({ county, stick }, town)
    expect([await waits(town), (await save(town)).ok]).toEqual([false, true])
  })
})

import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { say } from '../../shared/text'
import { join2, liuxi, makeOffice, nanbu, paired, qingshi, strangers, trip, type Office } from './support/offices'

const invite = (county: Office, stick: string, code: string = qingshi, name = '青石镇') => county.get('exchange.invite', { code, name, out: stick })
const held = (code: string) => ({ state: 'HELD', code })

describe('an invitation', () => {
  test('opens with its slip however it is typed, for its town only, for sixty days', async () => {
    const { county, town, stick, clock } = await strangers()
    const made = await invite(county, stick)
    expect(made.code).toMatch(/^\d{4} \d{4} \d{4} \d$/)
    const digit = Number(made.code[0])
    expect(await town.ask('exchange.join', { file: made.file, code: `${String((digit + 1) % 10)}${made.code.slice(1)}` })).toMatchObject({ ok: false, code: 'bad-code' })
    const other = await makeOffice('town', liuxi, '柳溪乡', clock)
    expect(await other.ask('exchange.join', { file: made.file, code: made.code })).toMatchObject({ ok: false, code: 'wrong-town' })
    const fullWidth = made.code.replaceAll(' ', '').replaceAll(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    const joined = await town.get('exchange.join', { file: made.file, code: fullWidth })
    expect(joined).toEqual({ county: { code: nanbu, name: '南部县' }, fingerprint: expect.stringMatching(/^\d{4} \d{4} \d{4}$/) as string })
    expect((await town.get('office.state', {})).office?.paired).toEqual({ county: '南部县', fingerprint: joined.fingerprint })
    clock.forward(61)
    expect(await town.ask('exchange.join', { file: made.file, code: made.code })).toMatchObject({ ok: false, code: 'invite-expired' })
    expect(await county.ask('exchange.join', { file: made.file, code: made.code })).toMatchObject({ ok: false, code: 'wrong-role' })
  })

  test('is for a town of this county, and one that was withdrawn lets nobody in while a newer one does', async () => {
    const { county, town, stick } = await strangers()
    expect(await county.ask('exchange.invite', { code: '511322101', name: '别处', out: stick })).toMatchObject({ ok: false, code: 'wrong-town' })
    expect(await county.ask('exchange.invite', { code: '51132110', name: '少一位', out: stick })).toMatchObject({ ok: false, code: 'out-of-range' })
    expect(await town.ask('exchange.invite', { code: qingshi, name: '青石镇', out: stick })).toMatchObject({ ok: false, code: 'wrong-role' })
    const [old, fresh] = [await invite(county, stick), await invite(county, stick)]
    expect(await town.ask('exchange.join', { file: old.file, code: fresh.code })).toMatchObject({ ok: false, code: 'bad-code', detail: { reason: 'other-slip' } })
    await town.get('exchange.join', { file: old.file, code: old.code })
    const { slips } = await county.get('exchange.slips', { town: qingshi })
    expect(slips.map(({ no, town: of, expired }) => [no, of, expired])).toEqual([[1, qingshi, false], [2, qingshi, false]])
    expect([old.no, fresh.no]).toEqual([1, 2])
    expect(await town.ask('exchange.withdraw-slip', { id: slips[0]?.id ?? '' })).toMatchObject({ ok: false, code: 'wrong-role' })
    await county.get('exchange.withdraw-slip', { id: slips[0]?.id ?? '' })
    expect(await county.take(await town.send(stick), { approve: true })).toMatchObject({ ...held('unknown-device'), detail: { reason: 'slip-withdrawn' } })
    await town.get('exchange.join', { file: fresh.file, code: fresh.code })
    expect(await county.take(await town.send(stick), { approve: true })).toMatchObject({ state: 'COMMITTED' })
    expect((await county.get('exchange.board', {})).towns.map((row) => row.state)).toEqual(['complete'])
    expect((await county.get('exchange.slips', {})).slips).toEqual([])
    // A used slip is the computer's history; closing that computer is another matter.
    expect(await county.ask('exchange.withdraw-slip', { id: slips[1]?.id ?? '' })).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('made for a town by mistake leaves the board again when its slip is withdrawn', async () => {
    const { county, stick, clock } = await strangers()
    await invite(county, stick, '511321109', '写错的镇')
    expect((await county.get('exchange.board', {})).towns.map(({ name, state }) => [name, state])).toEqual([['写错的镇', 'invited']])
    clock.forward(70)
    const [slip] = (await county.get('exchange.slips', {})).slips
    expect(slip).toMatchObject({ name: '写错的镇', expired: true })
    await county.get('exchange.withdraw-slip', { id: slip?.id ?? '' })
    expect((await county.get('exchange.board', {})).towns).toEqual([])
    expect(await county.ask('exchange.withdraw-slip', { id: 'a'.repeat(26) })).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('lets one computer in and no second one', async () => {
    const { county, town, stick, clock } = await strangers()
    const made = await invite(county, stick)
    await town.get('exchange.join', { file: made.file, code: made.code })
    await county.take(await town.send(stick), { approve: true })
    const thief = await makeOffice('town', qingshi, '青石镇', clock)
    await thief.get('exchange.join', { file: made.file, code: made.code })
    expect(await county.take(await thief.send(stick), { approve: true })).toMatchObject({ ...held('unknown-device'), detail: { reason: 'invite-used' } })
  })

  test('of another county with the same code does not lead to this one', async () => {
    const { county, town, stick, clock } = await strangers()
    await join2({ county, stick }, town)
    const up = await town.send(stick)
    const [again, elsewhere] = [await makeOffice('county', nanbu, '南部县', clock), await makeOffice('county', '511322', '营山县', clock)]
    expect(await again.take(up, { approve: true })).toMatchObject(held('wrong-realm'))
    expect(await elsewhere.take(up, { approve: true })).toMatchObject(held('wrong-county'))
  })
})

describe('two computers that were paired before the package of either had come', () => {
  test('are both approved, each once, in whichever order they come, and each knows what the other wrote', async () => {
    const { county, town: first, stick, clock } = await strangers()
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    for (const office of [first, second]) await join2({ county, stick }, office)
    await first.add('person', { name: '甲' })
    await second.add('person', { name: '乙' })
    const [one, two] = [await first.send(stick), await second.send(stick)]
    // Nobody is admitted unasked, and looking admits nobody.
    expect(await county.take(two)).toMatchObject(held('awaiting-approval'))
    const looks = [await county.take(one, { dry_run: true }), await county.take(two, { dry_run: true })]
    expect(looks.map(({ state, code, newcomer }) => [state, code, newcomer?.slip_no, newcomer?.computers])).toEqual([['PREVIEWED', 'awaiting-approval', 1, 0], ['PREVIEWED', 'awaiting-approval', 2, 0]])
    const numbers = await Promise.all([first, second].map(async (office) => (await office.get('office.state', {})).office?.check_no))
    expect(looks.map(({ newcomer }) => newcomer?.check_no)).toEqual(numbers)
    expect(new Set(numbers).size).toBe(2)
    expect((await county.get('exchange.devices', {})).devices).toEqual([])

    expect(await county.take(two, { approve: true })).toMatchObject({ state: 'COMMITTED' })
    // The approval of one computer is not that of the other.
    expect(await county.take(one)).toMatchObject(held('awaiting-approval'))
    expect(await county.take(one, { dry_run: true })).toMatchObject({ newcomer: { slip_no: 1, computers: 1 } })
    expect(await county.take(one, { approve: true })).toMatchObject({ state: 'COMMITTED' })
    expect((await county.get('exchange.slips', {})).slips).toEqual([])
    const receipt = await county.send(stick, { town: qingshi })
    for (const office of [first, second]) {
      expect(await office.take(receipt)).toMatchObject({ state: 'COMMITTED' })
      expect((await office.get('exchange.state', {})).paired).toMatchObject({ accepted: true })
      expect((await office.get('record.list', { type: 'person' })).rows.map(({ fields }) => fields['name']).toSorted()).toEqual(['乙', '甲'])
    }
    expect([second.store.device.letter, first.store.device.letter]).toEqual(['', 'B'])
    // From now on neither is asked about again.
    for (const office of [first, second]) {
      await office.add('person', { name: '丙' })
      expect(await county.take(await office.send(stick))).toMatchObject({ state: 'COMMITTED', complete: true })
    }
  })

  test('are not mixed up by a stick that was changed between the look and the import: the approval is for the computer that was shown', async () => {
    const { county, town: first, stick, clock } = await strangers()
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    for (const office of [first, second]) await join2({ county, stick }, office)
    const path = join(stick, '上报.zpk')
    await copyFile(await first.send(stick) ?? '', path)
    const shown = (await county.take(path, { dry_run: true })).newcomer?.check_no ?? ''
    await copyFile(await second.send(stick) ?? '', path)
    const before = county.dump()
    const refused = await county.take(path, { approve: true, check_no: shown })
    const other = (await second.get('office.state', {})).office?.check_no ?? ''
    expect(refused).toMatchObject({ ...held('awaiting-approval'), detail: { reason: 'other-computer', check_no: other } })
    expect(say('awaiting-approval', refused.detail ?? {})).toEqual({
      say: `这个文件现在是另一台电脑做的（核对号 ${other}），不是刚才核对的那台。`, next: '没有读入。U 盘可能换过，请再看一遍，重新核对后再准许。',
    })
    expect([county.dump(), (await county.get('exchange.devices', {})).devices]).toEqual([before, []])
    // A number alone admits nobody; the right one does however it was typed, and the computer's next package is its own again.
    expect(await county.take(path, { check_no: other })).toMatchObject(held('awaiting-approval'))
    expect(await county.take(path, { approve: true, check_no: other.replaceAll(' ', '') })).toMatchObject({ state: 'COMMITTED' })
    await second.add('person', { name: '乙' })
    const next = await second.send(stick)
    expect(await county.take(next, { approve: true, check_no: shown })).toMatchObject({ ...held('awaiting-approval'), detail: { reason: 'other-computer' } })
    expect(await county.take(next, { approve: true, check_no: other.replaceAll(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) })).toMatchObject({ state: 'COMMITTED' })
    // Of a receipt nobody asks who made it.
    expect(await second.take(await county.send(stick, { town: qingshi }), { approve: true, check_no: shown })).toMatchObject({ state: 'COMMITTED' })
  })

  test('cannot share one slip: whoever is approved first has used it', async () => {
    const { county, town, stick, clock } = await strangers()
    const made = await invite(county, stick)
    await invite(county, stick)
    const other = await makeOffice('town', qingshi, '青石镇', clock)
    for (const office of [town, other]) await office.get('exchange.join', { file: made.file, code: made.code })
    const [one, two] = [await town.send(stick), await other.send(stick)]
    expect(await county.take(one, { approve: true })).toMatchObject({ state: 'COMMITTED' })
    expect(await county.take(two, { approve: true })).toMatchObject({ ...held('unknown-device'), detail: { reason: 'invite-used' } })
    expect((await county.get('exchange.slips', {})).slips.map(({ no }) => no)).toEqual([2])
  })
})

describe('another computer of a town', () => {
  test('gets a letter with its certificate, at once, and keeps it when the first one is closed', async () => {
    const { county, town, stick, clock } = await paired()
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    await join2({ county, stick }, second)
    expect(second.store.device.letter).toBe('')
    await trip({ county, stick }, second, { approve: true })
    expect(second.store.device.letter).toBe('B')
    await second.add('suggestion', { title: '关于修路的建议', raised_on: '2026-03-01' })
    const first = town.store.device.id
    await county.get('exchange.close-device', { device: first })
    await trip({ county, stick }, second)
    expect((await second.restart()).store.device.letter).toBe('B')
    expect((await county.get('exchange.devices', {})).devices.map(({ device, letter, state }) => ({ device, letter, state }))).toEqual([
      { device: first, letter: '', state: 'closed' }, { device: second.store.device.id, letter: 'B', state: 'open' },
    ])
  })

  test('changes records at the same time as the first one: both values are shown at the county', async () => {
    const { county, town, stick, clock } = await paired()
    const id = await town.add('person', { name: '甲' })
    await trip({ county, stick }, town)
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    await join2({ county, stick }, second)
    await trip({ county, stick }, second, { approve: true })
    expect(second.rec(id)?.fields['name']).toBe('甲')
    await town.set(id, { post: '第一台' })
    await second.set(id, { post: '第二台' })
    await county.take(await town.send(stick))
    await county.take(await second.send(stick))
    const { items } = await county.get('exchange.conflicts', {})
    // One name on both computers names nobody: the versions do.
    expect(items.map(({ heads }) => heads.map(({ by, writer, version, device, fields }) => [by, writer === version, device, fields['post']]).sort((a, b) => String(a[3]).localeCompare(String(b[3]))))).toEqual([[
      ['主席', true, town.store.device.id, '第一台'], ['主席', true, second.store.device.id, '第二台'],
    ].sort((a, b) => String(a[3]).localeCompare(String(b[3])))])
    expect(items[0]?.heads.map(({ where }) => where).toSorted()).toEqual(['青石镇 电脑 B', '青石镇 第一台电脑'])
    await county.get('exchange.resolve', { id, take: second.store.device.id })
    const receipt = await county.send(stick, { town: qingshi })
    // One receipt for both.
    await town.take(receipt)
    await second.take(receipt)
    expect([town.rec(id)?.fields['post'], second.rec(id)?.fields['post']]).toEqual(['第二台', '第二台'])
  })
})

describe('a closed computer', () => {
  test('is not heard any more, hears that it is closed, and may be opened again', async () => {
    const { county, town, stick } = await paired()
    const device = town.store.device.id
    const early = await town.send(stick, { always: true })
    await county.take(early)
    await town.add('person', { name: '甲' })
    const late = await town.send(stick)
    const [before, open] = [county.dump(), await county.send(stick, { town: qingshi, always: true })]
    expect(await county.get('exchange.close-device', { device })).toEqual({ device, town: qingshi, name: '青石镇', state: 'closed' })
    expect(await county.take(late)).toMatchObject(held('device-closed'))
    // What came from it before is in, and said so.
    expect(await county.take(early)).toMatchObject({ state: 'DUPLICATE', code: 'already-imported' })
    expect(await county.get('exchange.verify', { file: late ?? '' })).toMatchObject({ ok: false, code: 'device-closed' })
    expect(county.dump()).toEqual(before)
    const word = await county.get('exchange.export', { to: stick, town: qingshi })
    expect(word.counts).toEqual({})
    await town.take(word.file)
    expect((await town.get('exchange.state', {})).paired).toMatchObject({ accepted: false, closed: true })
    expect(await town.ask('exchange.export', { to: stick, always: true })).toMatchObject({ ok: false, code: 'device-closed' })
    // A receipt from before, come late, opens nothing.
    await town.take(open)
    expect((await town.get('exchange.state', {})).paired).toMatchObject({ closed: true })

    await county.get('exchange.close-device', { device, reopen: true })
    await town.take(await county.send(stick, { town: qingshi }))
    expect((await town.get('exchange.state', {})).paired).toMatchObject({ accepted: true, closed: false })
    expect(await county.take(await town.send(stick))).toMatchObject({ state: 'COMMITTED', complete: true })
  })

  test('cannot read what the town gets afterwards, and says whom to ask', async () => {
    const { county, town, stick, clock } = await paired()
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    await join2({ county, stick }, second)
    await trip({ county, stick }, second, { approve: true })
    await county.get('exchange.close-device', { device: town.store.device.id })
    const receipt = await county.send(stick, { town: qingshi })
    expect(await town.take(receipt)).toMatchObject({ ...held('bad-key'), detail: { at: 'town' } })
    expect(await second.take(receipt)).toMatchObject({ state: 'COMMITTED' })
    expect(await county.ask('exchange.close-device', { device: 'a'.repeat(26) })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await second.ask('exchange.close-device', { device: town.store.device.id })).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})

test('a county that was restored from before a computer was admitted takes it in again with a new slip', async () => {
  const { county, town, stick } = await strangers()
  const backup = `${stick}/县.zrb`
  await county.get('backup.make', { to: backup })
  await join2({ county, stick }, town)
  await trip({ county, stick }, town, { approve: true })
  const id = await town.add('person', { name: '甲' })
  county.desk.close()
  await county.get('backup.restore', { file: backup })
  await county.open()
  expect(await county.take(await town.send(stick), { approve: true })).toMatchObject(held('unknown-device'))
  await join2({ county, stick }, town)
  await trip({ county, stick }, town, { approve: true })
  await trip({ county, stick }, town)
  expect(county.rec(id)?.fields['name']).toBe('甲')
  expect(county.dump(qingshi)).toEqual(town.dump())
})

test('what two computers entered alike is the same record, and counts as such', async () => {
  const { county, town, stick, clock } = await strangers()
  const second = await makeOffice('town', qingshi, '青石镇', clock)
  for (const office of [town, second]) await join2({ county, stick }, office)
  await trip({ county, stick }, town, { approve: true })
  const up = await second.send(stick)
  expect(await county.take(up, { dry_run: true })).toMatchObject({ counts: { new: 0, changed: 0, same: 2, conflict: 0 } })
  expect(await county.take(up, { approve: true })).toMatchObject({ counts: { new: 0, changed: 0, same: 2, conflict: 0 } })
})

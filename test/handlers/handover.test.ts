import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { say } from '../../shared/text'
import { Clock, folder, join2, makeOffice, officeIn, paired, password, qingshi, trip } from './support/offices'

const fresh = '新主席的密码2026'

test('a new chair takes over in one step: new password, new code, new sheet, a backup of that day; no record changes but the chair of the office', async () => {
  const { town } = await paired()
  const old = (await town.get('office.recovery-code', { password })).code
  await town.get('exchange.sheet', { printed: true })
  await town.add('person', { name: '何秀兰' })
  const before = town.dump().filter((line) => !line.includes('"type":"office"'))
  const done = await town.get('office.hand-over', { password, fresh, by: '李建国', chair: true })
  expect(done.office).toMatchObject({ by: '李建国', chair: '李建国', has_recovery_code: true })
  expect(town.dump().filter((line) => !line.includes('"type":"office"'))).toEqual(before)
  expect((await town.get('exchange.sheet', {})).key).toBe(done.sheet)
  const made = readdirSync(join(town.dir, 'backups')).filter((name) => name.endsWith('-asked.zrb')).map((name) => join(town.dir, 'backups', name))
  await town.get('office.lock', {})
  expect((await town.get('office.state', {})).phase).toBe('locked')
  expect(await town.ask('office.unlock', { password })).toMatchObject({ ok: false, code: 'wrong-password' })
  expect(await town.ask('office.recover', { code: old, fresh: '偷偷换的2026' })).toMatchObject({ ok: false, code: 'bad-code' })
  expect((await town.get('office.unlock', { password: fresh })).office.by).toBe('李建国')
  await town.get('office.lock', {})
  expect(await town.ask('office.recover', { code: done.code, fresh })).toMatchObject({ ok: true })
  // The backup of that day opens with the new password, and with no other.
  expect(made).toHaveLength(1)
  expect(await town.ask('backup.look', { file: made[0] ?? '', password: fresh })).toMatchObject({ ok: true })
  expect(await town.ask('backup.look', { file: made[0] ?? '', password })).toMatchObject({ ok: false, code: 'wrong-password' })
  // It was made before the papers came, and is no handover that was cut off when it comes back.
  await town.get('backup.restore', { file: made[0] ?? '', password: fresh })
  const back = (await town.get('office.unlock', { password: fresh })).office
  expect([back.by, back.has_recovery_code, back.handover]).toEqual(['李建国', true, undefined])
})

test('after a handover the county takes the next package of the same computer, and the new sheet opens its private part on a new one', async () => {
  const { county, town, stick, clock } = await paired()
  const person = await town.add('person', { name: '甲' })
  const secret = await town.add('person_private', { person, phone: '13800000001' })
  await trip({ county, stick }, town)
  const { sheet } = await town.get('office.hand-over', { password, fresh, by: '李建国' })
  await trip({ county, stick }, town)
  expect((await county.get('exchange.devices', {})).devices).toHaveLength(1)
  const other = await makeOffice('town', qingshi, '青石镇', clock)
  await join2({ county, stick }, other)
  await trip({ county, stick }, other, { approve: true })
  await other.get('exchange.recover', { key: sheet ?? '' })
  expect(other.rec(secret)?.fields['phone']).toBe('13800000001')
})

test('a county hands over too, and keeps the sheet that its towns encrypt to', async () => {
  const { county, town, stick } = await paired()
  expect((await county.get('office.hand-over', { password, fresh, by: '王主任' })).sheet).toBe(null)
  await trip({ county, stick }, town)
  expect((await county.get('exchange.board', {})).towns).toHaveLength(1)
})

test('a wrong password hands nothing over', async () => {
  const { town } = await paired()
  const before = [readFileSync(join(town.dir, 'key.json'), 'utf8'), town.dump()]
  expect(await town.ask('office.hand-over', { password: '猜的', fresh, by: '李建国', chair: true })).toMatchObject({ ok: false, code: 'wrong-password', field: 'password' })
  expect([readFileSync(join(town.dir, 'key.json'), 'utf8'), town.dump()]).toEqual(before)
})

test('an office moves to another computer on a stick: the old one closes, the new one goes on as the same computer of the county', async () => {
  const { county, town, stick, clock } = await paired()
  await town.add('person', { name: '何秀兰' })
  const moved = await town.get('office.move', { drive: stick })
  expect(moved.file).toBe(join(stick, '镇人大备份', '511321101_青石镇', '青石镇搬家20260303.zrb'))
  // Closed: nothing is saved, reported or read in, also after a restart; the door says why.
  for (const answer of [await town.ask('record.add', { type: 'person', records: [{ name: '后来的' }] }), await town.ask('exchange.export', { to: stick }), await town.ask('todo.list', {})]) expect(answer).toMatchObject({ ok: false, code: 'moved-away' })
  await town.restart()
  expect((await town.get('office.state', {})).office?.moved).toEqual({ on: '2026-03-03', file: moved.file })
  expect(await town.ask('exchange.export', { to: stick })).toMatchObject({ ok: false, code: 'moved-away' })
  expect(say('moved-away').next).toContain('没有搬成')

  const next = officeIn(folder(), clock)
  await next.get('backup.restore', { file: moved.file, password })
  const opened = await next.get('office.unlock', { password })
  expect([opened.office.moved, opened.office.unclean_exit, opened.office.device.id]).toEqual([undefined, undefined, town.store.device.id])
  await next.add('person', { name: '新电脑上记的' })
  await trip({ county, stick }, next)
  expect([(await county.get('exchange.devices', {})).devices.length, county.store.counts(qingshi)]).toEqual([1, next.store.counts(qingshi)])
})

test('a move that did not come about is taken back with one press', async () => {
  const { town, stick } = await paired()
  await town.get('office.move', { drive: stick })
  expect((await town.get('office.stay', {})).office.moved).toBe(undefined)
  await town.add('person', { name: '何秀兰' })
  await town.restart()
  expect((await town.get('office.state', {})).office?.moved).toBe(undefined)
})

test('a stick that is full, write-protected or gone during the move leaves this computer open, and says one sentence', async () => {
  const { town, stick } = await paired()
  const refused = async (drive: string): Promise<string> => {
    const answer = await town.ask('office.move', { drive })
    await town.add('person', { name: '何秀兰' })
    if (answer.ok) throw new Error('moved')
    const { say: words, next } = say(answer.code, answer.detail ?? {})
    return `${answer.code}: ${words}${next}`
  }
  const full = folder()
  // A device that is always full: what a stick answers when nothing more goes on it.
  const place = join(full, '镇人大备份', '511321101_青石镇')
  await town.get('backup.stick', { drive: full })
  symlinkSync('/dev/full', join(place, '青石镇搬家20260303.zrb.partial'))
  expect(await refused(full)).toBe('disk-full: U 盘的空间不够，没有写进去。请删掉 U 盘上不用的文件，或换一个 U 盘；本机的记录都在。')
  // Root may write anywhere: the move is tried as an ordinary account.
  const was = process.geteuid?.() ?? 0
  if (was === 0) execFileSync('chown', ['-R', '65534', dirname(town.dir)])
  chmodSync(stick, 0o500)
  if (was === 0) process.seteuid?.(65_534)
  try {
    expect(await refused(stick)).toContain('写保护')
  } finally {
    process.seteuid?.(was)
  }
  chmodSync(stick, 0o700)
  rmSync(stick, { recursive: true })
  expect(await refused(stick)).toContain('stick-removed')
})

test('a second computer goes on from the stick of the first: the same records, an identity and a letter of its own, a slip of its own', async () => {
  const { county, town, stick, clock } = await paired()
  const person = await town.add('person', { name: '甲' })
  const secret = await town.add('person_private', { person, phone: '13800000001' })
  await town.get('draft.save', { id: 'd1', type: 'person', data: { name: '没写完' } })
  await trip({ county, stick }, town)
  const { file } = await town.get('backup.stick', { drive: stick })
  const second = officeIn(folder(), clock)
  expect(await second.ask('backup.restore', { file, second: true })).toMatchObject({ ok: false, code: 'password-needed' })
  await second.get('backup.restore', { file, password, second: true })
  const { office } = await second.get('office.unlock', { password })
  expect([office.device.letter, office.device.id === town.store.device.id, office.paired, second.dump()]).toEqual(['B', false, null, town.dump()])
  expect((await second.get('draft.list', {})).drafts).toEqual([])
  // The keys of the first computer are not in the second one's store.
  expect(second.store.exchange.device(town.store.device.id)).toBe(null)
  const number = (await second.get('record.quick', { type: 'suggestion', fields: { title: '关于修路的建议' } })).record.id
  await join2({ county, stick }, second)
  await trip({ county, stick }, second, { approve: true })
  await trip({ county, stick }, town)
  await trip({ county, stick }, second)
  expect((await county.get('exchange.devices', {})).devices.map((one) => [one.device, one.letter])).toEqual([[town.store.device.id, ''], [second.store.device.id, 'B']])
  expect([town.rec(number)?.fields['title'], second.rec(secret)?.fields['phone']]).toEqual(['关于修路的建议', '13800000001'])
  expect([town.store.counts(qingshi), county.store.conflicts()]).toEqual([second.store.counts(qingshi), []])
})

test('a county has one computer: its backup makes no second one', async () => {
  const clock = new Clock()
  const county = await makeOffice('county', '511321', '南部县', clock)
  const { file } = await county.get('backup.stick', { drive: folder() })
  expect(await officeIn(folder(), clock).ask('backup.restore', { file, password, second: true })).toMatchObject({ ok: false, code: 'wrong-role' })
})

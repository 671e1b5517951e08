import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, officeIn, password, qingshi, type Office } from './support/offices'

async function withCode(): Promise<{ readonly office: Office; readonly code: string; readonly clock: Clock }> {
  const clock = new Clock()
  const office = await makeOffice('town', qingshi, '青石镇', clock)
  await office.add('person', { name: '何秀兰' })
  const { code } = await office.get('office.recovery-code', { password })
  return { office, code, clock }
}

test('a forgotten password is replaced with the code of the envelope, however it is typed, and no record is touched', async () => {
  const { office, code } = await withCode()
  const before = office.dump()
  const database = readFileSync(join(office.dir, 'data.db'))
  await office.get('office.lock', {})
  const opened = await office.get('office.recover', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} `, fresh: '新的密码2026', by: '李干事' })
  expect([opened.office.by, opened.office.has_recovery_code, office.dump()]).toEqual(['李干事', true, before])
  // The salt of the file: the same database, not one that was written anew.
  expect(readFileSync(join(office.dir, 'data.db')).subarray(0, 16)).toEqual(database.subarray(0, 16))
  await office.get('office.lock', {})
  expect(await office.ask('office.unlock', { password })).toMatchObject({ ok: false, code: 'wrong-password' })
  expect(await office.ask('office.unlock', { password: '新的密码2026' })).toMatchObject({ ok: true })
  expect(office.store.events.list({ kind: 'password' }).map((event) => event.detail['what'])).toEqual(['recovered', 'recovery code'])
})

test('a wrong code opens nothing and says which paper is meant; a new code ends the old one', async () => {
  const { office, code } = await withCode()
  const fresh = (await office.get('office.recovery-code', { password })).code
  expect(fresh).not.toBe(code)
  await office.get('office.lock', {})
  for (const wrong of [code, 'AAAA-BBBB', '我的恢复码']) expect(await office.ask('office.recover', { code: wrong, fresh: '新的密码2026' })).toMatchObject({ ok: false, code: 'bad-code', field: 'code', detail: { at: 'recovery-code' } })
  expect(office.desk.isOpen).toBe(false)
  expect(await office.ask('office.recover', { code: fresh, fresh: '新的密码2026' })).toMatchObject({ ok: true })
})

test('the code is made only by somebody who knows the password, and opens the backups that were made after it', async () => {
  const { office, code, clock } = await withCode()
  expect(await office.ask('office.recovery-code', { password: '猜的' })).toMatchObject({ ok: false, code: 'wrong-password' })
  const file = join(folder(), '备份.zrb')
  await office.get('backup.make', { to: file })
  const other = officeIn(folder(), clock)
  await other.get('backup.restore', { file, password: code })
  await other.get('office.recover', { code, fresh: '新的密码2026' })
  expect(other.dump()).toEqual(office.dump())
})

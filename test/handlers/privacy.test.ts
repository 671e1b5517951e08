import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { copyToSecondPlace } from '../../electron/handlers/backups'
import { sweepAttachments } from '../../electron/handlers/erase'
import { purgeVisitors } from '../../electron/handlers/purge'
import { isOver, yearsBefore } from '../../shared/privacy/retention'
import { Clock, folder, join2, makeOffice, paired, qingshi, trip, type Office } from './support/offices'

let office: Office
let clock: Clock

beforeEach(async () => {
  clock = new Clock()
  office = await makeOffice('town', qingshi, '青石镇', clock)
})

const png = (text: string): string => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(text)]).toString('base64')

/** Somebody who came with a matter on that day. */
async function visitor(day: string, name: string): Promise<{ readonly matter: string; readonly id: string }> {
  const matter = await office.add('voter_matter', { received_on: day, content: '三组路灯不亮' })
  return { matter, id: await office.add('visitor', { about: matter, role: '1', name, phone: '13800001234', address: '石桥村三组' }) }
}

describe('Visitors of years ago', () => {
  test('lose their names when the years are over: on the page, in the history, in the bin, in searches; the matter stays', async () => {
    const old = await visitor('2021-03-01', '赵文清')
    const binned = await visitor('2021-02-01', '钱有福')
    const recent = await visitor('2021-03-10', '孙桂英')
    await office.set(old.id, { phone: '13900005678' })
    await office.get('record.delete', { id: binned.id, reason: '登记错误' })
    expect(purgeVisitors(office.desk)).toBe(2)
    expect(office.dump().join('\n')).not.toMatch(/赵文清|钱有福/u)
    expect((await office.get('record.history', { id: old.id })).versions.map((one) => [one.op, one.data])).toEqual([['erase', expect.anything()], ['put', null], ['put', null]])
    expect((await office.get('search.all', { text: '赵文清' })).hits).toEqual([])
    expect((await office.get('record.page', { id: old.matter })).children).toEqual([])
    expect(office.rec(recent.id)?.fields['name']).toBe('孙桂英')
    expect(purgeVisitors(office.desk)).toBe(0)
    expect((await office.get('audit.list', { group: 'office' })).rows.find((row) => row.what === 'purge')?.detail).toEqual({ records: 2, years: 5 })
  })

  test('stay for as many years as the office chose', async () => {
    await visitor('2023-01-01', '赵文清')
    expect(purgeVisitors(office.desk)).toBe(0)
    await office.get('settings.set', { settings: { visitor_years: 3 } })
    expect(purgeVisitors(office.desk)).toBe(1)
  })

  test('of a matter that was closed later are kept from that day on', async () => {
    const matter = await office.add('voter_matter', { received_on: '2020-01-01', content: '旧事', as_history: true, status: '归档', closed_on: '2021-06-01' })
    await office.add('visitor', { about: matter, role: '1', name: '赵文清' })
    expect([purgeVisitors(office.desk), (await office.get('privacy.get', {})).visitors]).toEqual([0, { years: 5, records: 1, erased: 0, next: '2026-06-01' }])
    clock.forward(100)
    expect([purgeVisitors(office.desk), (await office.get('privacy.get', {})).visitors]).toEqual([1, { years: 5, records: 0, erased: 1, next: null }])
  })

  test('are over one day after the day of the month, also when that is a leap day', () => {
    expect([isOver('2021-03-02', '2026-03-02', 5), isOver('2021-03-01', '2026-03-02', 5), isOver(null, '2026-03-02', 5), yearsBefore('2024-02-29', 1), yearsBefore('2024-02-29', 4)])
      .toEqual([false, true, false, '2023-02-28', '2020-02-29'])
  })
})

describe('Erasing for ever', () => {
  test('takes a person’s private data with their history, on the other computer of the town too, and is written down', async () => {
    const world = await paired()
    const { county, town, stick } = world
    const second = await makeOffice('town', qingshi, '青石镇', world.clock)
    await join2({ county, stick }, second)
    await trip({ county, stick }, second, { approve: true })
    const person = await town.add('person', { name: '何秀兰' })
    const secret = await town.add('person_private', { person, id_no: '51132119780315002X', phone: '13800001234' })
    for (let n = 0; n < 2; n++) for (const one of [town, second]) await trip({ county, stick }, one)
    expect(second.rec(secret)?.fields['phone']).toBe('13800001234')
    await town.get('draft.save', { id: 'd', type: 'person_private', record: secret, data: { phone: '13800001234' } })
    expect(await town.ask('record.erase', { id: secret, reason: ' ' })).toMatchObject({ ok: false, code: 'reason-needed' })
    await town.get('record.erase', { id: secret, reason: '本人要求删除' })
    for (let n = 0; n < 2; n++) for (const one of [town, second]) await trip({ county, stick }, one)
    for (const one of [town, second]) {
      expect(one.dump().join('\n')).not.toContain('13800001234')
      expect(one.rec(person)?.fields['name']).toBe('何秀兰')
    }
    expect((await town.get('draft.list', {})).drafts).toEqual([])
    expect((await town.get('audit.list', { group: 'change' })).rows[0]).toMatchObject({ what: 'erase', record: { id: secret } })
    expect(await town.ask('record.restore', { id: secret })).toMatchObject({ ok: false })
  }, 60_000)

  test('takes the attachments with it, the removed ones and the sheet in the tray too, and their bytes; what another record shows as well stays', async () => {
    const person = await office.add('person', { name: '何秀兰' })
    const secret = await office.add('person_private', { person, id_no: '51132119780315002X' })
    const attach = async (owner: string, text: string): Promise<string> => (await office.get('file.add', { owner, name: '证件.png', content: png(text), original: true })).file.id
    const [card, removed, shared] = [await attach(secret, '身份证'), await attach(secret, '旧证'), await attach(secret, '合影')]
    const same = await attach(person, '合影')
    await office.get('file.remove', { id: removed, reason: '过期' })
    expect(readdirSync(join(office.dir, 'blobs'))).toHaveLength(3)
    await office.get('record.erase', { id: secret, reason: '本人要求删除' })
    expect(office.dump().filter((line) => /证件/u.test(line))).toHaveLength(1)
    expect([card, removed, shared].map((id) => office.rec(id)?.fields)).toEqual([{}, {}, {}])
    expect(readdirSync(join(office.dir, 'blobs'))).toHaveLength(1)
    expect((await office.get('file.picture', { id: same })).url).toContain('data:image/png')
    expect((await office.get('doctor.run', {})).findings.filter((finding) => finding.count > 0)).toEqual([])
  })

  test('takes the attachment from beside the backups as well, on the stick and in the second place, with the next backup there; what is merely lost here stays there', async () => {
    const person = await office.add('person', { name: '何秀兰' })
    const secret = await office.add('person_private', { person, id_no: '51132119780315002X' })
    await office.get('file.add', { owner: secret, name: '证件.png', content: png('身份证'), original: true })
    await office.get('file.add', { owner: person, name: '合影.png', content: png('合影'), original: true })
    const [stick, second] = [folder(), join(folder(), '第二处')]
    await office.get('backup.stick', { drive: stick })
    await office.get('backup.place', { folder: second })
    const beside = [join(stick, '镇人大备份', '511321101_青石镇', '备份附件'), join(second, '备份附件')]
    expect(beside.map((dir) => readdirSync(dir).length)).toEqual([2, 2])
    await office.get('record.erase', { id: secret, reason: '本人要求删除' })
    const [kept = ''] = readdirSync(join(office.dir, 'blobs'))
    rmSync(join(office.dir, 'blobs', kept))
    await office.get('backup.stick', { drive: stick })
    await copyToSecondPlace(office.desk)
    expect(beside.map((dir) => readdirSync(dir))).toEqual([[kept], [kept]])
  })

  test('of an attachment that came by package, or of one whose removal was cut off, is finished by the doctor and every day', async () => {
    const { id } = await visitor('2021-02-01', '赵文清')
    await office.get('file.add', { owner: id, name: '来访.png', content: png('来访'), original: true })
    expect(purgeVisitors(office.desk)).toBe(1)
    const left = async (fix: boolean) => (await office.get('doctor.run', { fix })).findings.filter((finding) => finding.count > 0).map(({ check, ok, count, fixed }) => [check, ok, count, fixed])
    expect([await left(false), await left(true), await left(false)]).toEqual([[['attachments-left', false, 1, 0]], [['attachments-left', true, 1, 1]], []])
    expect(readdirSync(join(office.dir, 'blobs'))).toEqual([])
    expect(await sweepAttachments(office.desk)).toBe(0)
  })

  test('is refused for records that the office’s figures stand on', async () => {
    const person = await office.add('person', { name: '何秀兰' })
    expect(await office.ask('record.erase', { id: person, reason: '本人要求删除' })).toMatchObject({ ok: false, code: 'bad-ref' })
    expect(await office.ask('record.erase', { id: 'nobody', reason: '本人要求删除' })).toMatchObject({ ok: false, code: 'not-found' })
  })
})

test('the privacy page says what is kept, where, how often it was looked at, and keeps every assessment', async () => {
  const { id } = await visitor('2026-02-01', '赵文清')
  await office.get('record.reveal', { id, key: 'phone' })
  const words = { purpose: '履行职责', risk: '电脑丢失', measures: '加密', conclusion: '可以处理' }
  await office.get('privacy.assess', words)
  await office.get('privacy.assess', { ...words, conclusion: '复核后可以处理' })
  const page = await office.get('privacy.get', {})
  expect(page).toMatchObject({
    data_dir: office.dir, kinds: [{ type: 'person_private', records: 0 }, { type: 'visitor', records: 1, covered: ['姓名', '电话', '住址'] }], looks: 1, exports: 0,
    assessments: [{ on: '2026-03-02', by: '主席', conclusion: '复核后可以处理' }, { conclusion: '可以处理' }],
  })
  await office.restart()
  expect((await office.get('privacy.get', {})).assessments).toHaveLength(2)
})

/** A town that has worked for a year, with private people everywhere they can be: in use, changed, deleted, in conflict, on a roster outside. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { indicators } from '../../../shared/indicators'
import { recordTypes } from '../../../shared/records'
import { machineOf } from '../../../shared/steps'
import { pick, type Words } from '../../support/random-inputs'
import { oneOfEach, type Known } from './one-of-each'
import { folder, join2, liuxi, makeOffice, paired, password, qingshi, trip, type Office } from './offices'

/** None of these may ever leave a handler of the window unasked. */
export const secrets: readonly string[] = [
  '隐姓文清', '隐姓旧名', '隐姓删名', '隐姓别处', '13987654321', '13987650000', '13987650001', '51132119530719002X', '石桥村隐秘路9号', '6217000010001234567', 'wx_hidden_9', 'hidden9@example.com', '1953-07-19',
]

export interface Secretive {
  readonly town: Office
  readonly county: Office
  /** Where commands may write. */
  readonly out: string
  readonly stick: string
  /** Words for the keys of a command. */
  readonly words: (command: string) => Words
  /** Private people, and whatever names them, by id. */
  readonly about: readonly string[]
  /** Whole inputs of a command that it takes. */
  readonly whole: (command: string) => readonly unknown[]
}

async function withConflict(): Promise<{ readonly town: Office; readonly county: Office; readonly stick: string; readonly ids: readonly string[] }> {
  const world = await paired()
  const { county, town, stick } = world
  const second = await makeOffice('town', qingshi, '青石镇', world.clock)
  await join2({ county, stick }, second)
  await trip({ county, stick }, second, { approve: true })
  const person = await town.add('person', { name: '何秀兰', sex: '女' })
  const secret = await town.add('person_private', { person, phone: '13987650000' })
  const matter = await town.add('voter_matter', { received_on: '2026-03-01', content: '三组路灯不亮' })
  const visitor = await town.add('visitor', { about: matter, role: '1', name: '隐姓旧名', phone: '13987650000', address: '石桥村隐秘路9号' })
  const gone = await town.add('visitor', { about: matter, role: '1', name: '隐姓删名', phone: '13987650001' })
  for (let n = 0; n < 2; n++) for (const one of [town, second]) await trip({ county, stick }, one)
  await second.set(visitor, { name: '隐姓别处' })
  await second.set(secret, { phone: '13987650001' })
  await town.set(visitor, { name: '隐姓文清', phone: '13987654321' })
  await town.set(secret, { phone: '13987654321', id_no: '51132119530719002X', birth_on: '1953-07-19', address: '石桥村隐秘路9号', bank_account: '6217000010001234567', wechat: 'wx_hidden_9', email: 'hidden9@example.com' })
  await town.get('record.delete', { id: gone, reason: '登记错误' })
  for (let n = 0; n < 2; n++) for (const one of [second, town]) await trip({ county, stick }, one)
  const mandate = await town.add('mandate', { person, level: '5' })
  return { town, county, stick, ids: [visitor, secret, gone, person, matter, mandate] }
}

function filesFor(out: string): readonly string[] {
  const put = (name: string, bytes: string | Buffer): string => {
    const file = join(out, name)
    writeFileSync(file, bytes)
    return file
  }
  return [
    put('名册.csv', '姓名,身份证号,手机,通讯地址\n何秀兰,51132119530719002X,13987654321,石桥村隐秘路9号\n隐姓,51132119530719002,139876543210,'),
    put('照片.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)])),
    put('旧台账.csv', '标题,日期,备注\n关于修路的建议,2025-03-01,旧事'), put('空.csv', ''), put('规则.json', '{"format":"zhen-rules/1"}'), join(out, '没有.xlsx'), out,
  ]
}

/** The office, its county, and words for the keys of their commands. Small, so that each can be asked thousands of times. */
export async function officeWithSecrets(): Promise<Secretive> {
  const { town, county, stick, ids } = await withConflict()
  // Deep enough that a hostile `../../etc/passwd`, taken from here, stays among what is removed afterwards.
  const out = join(folder(), 'one', 'two', 'three')
  mkdirSync(join(out, 'made'), { recursive: true })
  const { known, ids: more } = await oneOfEach({ town, county, stick }, out)
  const backup = (await town.get('backup.make', { to: join(out, '备份.zrb') })).file
  const up = await town.send(stick, { always: true })
  const down = await county.send(stick, { town: qingshi, always: true })
  const files = [...filesFor(out), backup, ...[up, down].filter((one) => one !== null)]
  const conflict = (await county.get('exchange.conflicts', {})).items[0] ?? (await town.get('exchange.conflicts', {})).items[0]
  const steps = [...new Set(recordTypes.flatMap((type) => machineOf(type)?.steps.map((step) => step.name) ?? []))]
  const keys = ['name', 'phone', 'id_no', 'address', 'birth_on', 'title', 'content', 'received_on', 'about', 'person', 'status', 'due_on']
  const byKey: Readonly<Record<string, readonly unknown[]>> = {
    type: ['visitor', 'person_private', ...recordTypes], text: ['隐姓', '隐姓文清', '13987654321', '路灯', '何秀兰', 'hxl'], key: keys, field: keys, sort: keys, step: steps,
    where: [{ name: '隐姓文清' }, { phone: '13987654321' }, { about: ids[4] }, { status: '在任' }], fields: [{ name: '何秀兰' }, { title: '修路', content: '路坏了' }, { phone: '13800000000' }, { remark: '好' }],
    records: [{ name: '何秀兰' }, { title: '修路' }], data: [{ name: '何' }], town: [qingshi, liuxi], code: [qingshi, '123456'], from: [...ids, '2026-01-01'], to: [join(out, 'made'), qingshi, ...ids, '2026-12-31'], out: [join(out, 'made')],
    dir: [stick, out], drive: [stick, out], folder: [stick, out], file: files, path: files, files, password: [password], old: [password], fresh: [password], year: [2025, 2026], indicator: indicators.map((one) => one.id), name: ['青石镇', '何秀兰', '规则'],
    by: ['主席'], map: [{ 姓名: 'name', 手机: 'person_private.phone' }], settings: [{ visitor_years: 5 }, { points_on: true }], ui: [{ lock_minutes: 10 }], after: ['1-1'], at: ['2026-03-02'], to_on: ['2026-03-02'],
  }
  const all = [...ids, ...ids, ...more]
  const byCommand: Known = { ...known, ...(conflict ? { 'exchange.resolve': { id: [conflict.id], '*': conflict.heads.map((head) => ({ id: conflict.id, take: head.version })), take: conflict.heads.map((head) => head.version) } } : {}) }
  const words = (command: string): Words => (key, random) => {
    const own = byCommand[command]?.[key]
    return pick(random, own && random() < 0.8 ? own : byKey[key] ?? (/^(reason|say|signer|title|content|what|detail)$/u.test(key) ? ['说明'] : all))
  }
  return { town, county, stick, out, words, about: ids, whole: (command) => byCommand[command]?.['*'] ?? [] }
}

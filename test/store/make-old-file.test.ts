/** Makes the store of a release as a fixture: once, with `ZHEN_OLD_STORE=0.1.0 npx vitest run test/store/make-old-file.test.ts`, never again. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { office } from './support/office'

const release = process.env['ZHEN_OLD_STORE'] ?? ''

test('the store of a release is made once', () => {
  if (release === '') {
    expect(release).toBe('')
    return
  }
  const dir = join(import.meta.dirname, '../fixtures/stores', release)
  expect(existsSync(dir)).toBe(false)
  mkdirSync(dir, { recursive: true })
  const town = office()
  const [one, other] = ['何秀兰', '何秀蓝'].map((name) => town.put('person', { name, sex: '2', birth: '1978-03' }))
  town.set(one?.id ?? '', { work_unit: '石桥村委会' })
  town.commit({ op: 'merge', from: other?.id ?? '', into: one?.id ?? '', reason: '同一人' })
  town.put('person_private', { person: one?.id ?? '', phone: '13800001234' })
  const gone = town.put('organisation', { name: '旧单位' })
  town.commit({ op: 'del', uid: gone.id, reason: '撤销' })
  const matter = town.put('voter_matter', { received_on: '2026-03-01', content: '三组路灯不亮' })
  const visitor = town.put('visitor', { about: matter.id, role: '1', name: '赵文清' })
  town.commit({ op: 'erase', uid: visitor.id, reason: '本人要求' })
  town.put('suggestion', { no: '19-闭-001', title: '关于修缮通村道路的建议' })
  town.store.drafts.put({ id: 'd', type: 'suggestion', data: { title: '写到一半' } })
  const dump = [...town.store.dump()]
  town.store.close()
  for (const name of ['data.db', 'key.json']) copyFileSync(join(town.dir, name), join(dir, name))
  writeFileSync(join(dir, 'dump.jsonl'), dump.map((line) => `${line}\n`).join(''))
})

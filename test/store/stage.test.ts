import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { idFrom } from '../../shared/exchange/ids'
import type { Version } from '../../shared/exchange/version'
import { connect } from '../../electron/store/connection'
import { Db } from '../../electron/store/db'
import { migrate } from '../../electron/store/migrations'
import { NearStage, type Stage, type StageLine } from '../../electron/store/stage'
import { farStage } from '../../electron/store/stage-far'
import { folder, office } from './support/office'

let clock = 1

function line(n: number, type: string, uid: string, text: string | null): StageLine {
  const hash = randomBytes(32).toString('hex')
  const version: Version = {
    id: idFrom(randomBytes(16)), uid, type, org: '511321101', op: 'put', seen: [idFrom(randomBytes(16))], hlc: ++clock, sv: 1, by: '王主席', at: '2026-03-02T10:00:00+08:00', dh: hash, h: hash, data: null,
  }
  return { line: n, version, text }
}

const uid = (): string => idFrom(randomBytes(16))

/** Everything that can be asked of a stage; versions as they are stored. */
const answers = (stage: Stage): unknown => ({
  errors: stage.errors(), types: [...stage.types()].sort(), files: stage.files().map(({ owner, sha256 }) => ({ owner, sha256 })),
  versions: [...stage.versions()].map(({ meta: { id, seen, h }, text }) => ({ id, seen, h, text })), sorted: [...stage.sorted()].map(({ type, held: { id, dh, bytes } }) => ({ type, id, dh, bytes })),
})

test('lines that wait in memory and lines that wait in the file answer every question alike', () => {
  const db = new Db(connect(join(folder(), 'data.db'), randomBytes(32), { mustExist: false }))
  migrate(db.raw)
  const [zhang, secret, photo, card] = [uid(), uid(), uid(), uid()]
  const lines = [
    line(1, 'person', zhang, '{"name":"张有田"}'), line(2, 'person_private', secret, '{"phone":"1"}'), line(3, 'file', photo, JSON.stringify({ owner: zhang, sha256: 'a' })),
    line(4, 'file', card, JSON.stringify({ owner: secret, sha256: 'b' })), line(6, 'person', zhang, '{"name":"张有天"}'), line(7, 'meeting', uid(), null),
  ]
  const stages = [new NearStage(), farStage(db, 'p1')]
  const told = stages.map((stage) => {
    stage.add(lines.slice(0, 3))
    stage.addError({ line: 5, type: 'person', uid: 'x', code: 'bad-input', field: 'hlc' })
    stage.add(lines.slice(3))
    const before = [answers(stage), [...stage.typesOf([zhang, secret, 'x', 'nobody'])].sort()]
    stage.refuseType('person_private')
    stage.refuseFile(stage.files().at(-1)?.n ?? 0)
    const after = [answers(stage), [...stage.typesOf([zhang, secret])].sort()]
    stage.drop()
    return [before, after, answers(stage)]
  })
  expect(told[0]).toEqual(told[1])
  expect(told[0]?.[1]).toMatchObject([{ errors: [{ line: 2, field: 'type' }, { line: 4, field: 'owner' }, { line: 5, field: 'hlc' }], types: ['file', 'meeting', 'person'] }, [[zhang, 'person'], [secret, 'person_private']].sort()])
  db.raw.close()
})

test('a package with more than memory should hold waits in the file, and all of it comes in', () => {
  const county = office({ role: 'county', code: '511321' })
  const { staging } = county.store.exchange
  const long = `{"text":"${'x'.repeat(1_000_000)}"}`
  const lines = Array.from({ length: 40 }, (_, i) => line(i + 1, 'from_next_year', uid(), long))
  staging.begin('p1')
  staging.addError('p1', { line: 41, type: 'person', uid: 'x', code: 'bad-input', field: 'hlc' })
  for (const one of lines) staging.add('p1', [one])
  staging.keepScope('p1', 'county')
  expect(staging.preview('p1')).toMatchObject({ from_next_year: { held: 40 }, person: { error: 1 } })
  expect([...staging.versions('p1')].map(({ meta }) => meta.id)).toEqual(lines.map(({ version }) => version.id))
  expect(staging.errors('p1')).toHaveLength(1)
  expect(staging.commit('p1')).toMatchObject({ added: 40, held: 40 })
  expect([[...staging.versions('p1')], staging.errors('p1')]).toEqual([[], []])
  expect(county.store.exchange.headCount()).toBe(40)
})

import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { tmpdir } from 'node:os'
import type { InputOf, OutputOf, StoreCommandName } from '../../shared/contract'
import type { Result } from '../../shared/result'
import { handlers } from '../../electron/handlers'
import { createDesk, type Desk } from '../../electron/handlers/desk'
import { route } from '../../electron/ipc/route'
import { databasePath } from '../../electron/store/files-of-store'
import './support/offices'

const now = (): Date => new Date('2026-03-02T09:00:00+08:00')
const ask = async <N extends StoreCommandName>(desk: Desk, name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> => (await route(handlers, desk, name, input)) as Result<OutputOf<N>>
const get = async <N extends StoreCommandName>(desk: Desk, name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
  const answer = await ask(desk, name, input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}

describe('The practice office', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'zhen-practice-'))
  const at = (...parts: string[]): string => path.join(base, ...parts)
  const practice = createDesk({ dir: at('data-practice', 'town-01'), now, practice: true })
  const real = createDesk({ dir: at('data'), now })
  const county = createDesk({ dir: at('county'), now })

  beforeAll(async () => {
    await get(real, 'office.init', { role: 'town', code: '511321101', name: '青石镇', term: 19, term_start: '2021-12-20', password: '青石镇人大2026' })
    await get(county, 'office.init', { role: 'county', code: '511321', name: '南部县人大常委会', password: '青石镇人大2026' })
    await get(practice, 'office.practice', {})
  }, 60_000)
  afterAll(() => {
    for (const desk of [practice, real, county]) desk.close()
    rmSync(base, { recursive: true, force: true })
  })

  test('opens without a password, with people, a year of work and a county to report to, beside the real data', async () => {
    const state = await get(practice, 'office.state', {})
    expect(state).toMatchObject({ phase: 'open', practice: true, office: { name: '练习镇', practice: true, paired: { county: '望川县人大常委会' } } })
    expect((await get(practice, 'deputies.list', {})).total).toBeGreaterThan(40)
    expect(readdirSync(base).sort()).toEqual(['county', 'data', 'data-practice'])
    expect((await get(real, 'record.list', { type: 'mandate' })).total).toBe(0)
  })

  test('is never paired with a real county, and a real town with records never with a practice county', async () => {
    const invite = await get(county, 'exchange.invite', { code: practice.store.office.code, name: '练习镇', out: base })
    expect(await ask(practice, 'exchange.join', { file: invite.file, code: invite.code })).toMatchObject({ ok: false, code: 'demo-data' })
    const there = createDesk({ dir: at('data-practice', 'county'), now, practice: true })
    await get(there, 'office.practice', {})
    const made = await get(there, 'exchange.invite', { code: '511321101', name: '青石镇', out: base })
    there.close()
    await get(real, 'record.add', { type: 'village', records: [{ name: '石桥村' }] })
    expect(await ask(real, 'exchange.join', { file: made.file, code: made.code })).toMatchObject({ ok: false, code: 'demo-data' })
  })

  test('sends packages that a real county holds, and none of its records is let in', async () => {
    const sent = await get(practice, 'exchange.export', { to: base, always: true })
    expect((await get(county, 'exchange.import', { files: [sent.file ?? ''], approve: true })).files[0]).toMatchObject({ state: 'HELD', code: 'demo-data' })
    expect((await get(county, 'record.list', { type: 'mandate' })).total).toBe(0)
  })

  test('has backups that come back to it alone, and takes none of real work', async () => {
    const [ours, theirs] = [at('practice.zrb'), at('real.zrb')]
    await get(practice, 'backup.make', { to: ours })
    await get(real, 'backup.make', { to: theirs })
    const before = [...real.store.dump()]
    expect(await ask(real, 'backup.restore', { file: ours })).toMatchObject({ ok: false, code: 'demo-data' })
    expect(await ask(practice, 'backup.restore', { file: theirs })).toMatchObject({ ok: false, code: 'demo-data' })
    expect((await get(real, 'office.unlock', { password: '青石镇人大2026' })).office.name).toBe('青石镇')
    expect([...real.store.dump()]).toEqual(before)
    await get(practice, 'office.practice', {})
  })

  test('damaged, says so and is made anew, while the real data stays; a real office is never made anew', async () => {
    practice.close()
    truncateSync(databasePath(practice.dir), 4096)
    expect(await ask(practice, 'office.practice', {})).toMatchObject({ ok: false, code: 'damaged' })
    await get(practice, 'office.practice', { again: true })
    expect((await get(practice, 'deputies.list', {})).total).toBeGreaterThan(40)
    expect(await ask(real, 'office.practice', { again: true })).toMatchObject({ ok: false, code: 'demo-data' })
    expect(existsSync(databasePath(real.dir))).toBe(true)
  }, 60_000)

  test('cut off while it was made, is made again at the next visit', async () => {
    practice.close()
    rmSync(at('data-practice'), { recursive: true })
    writeFileSync(at('data-practice.making'), 'half')
    await get(practice, 'office.practice', {})
    expect([existsSync(at('data-practice.making')), practice.store.office.practice]).toEqual([false, true])
  }, 60_000)
})

test('setting it up says step by step how far it is; called off, nothing is left of it', async () => {
  const base = mkdtempSync(path.join(tmpdir(), 'zhen-practice-'))
  onTestFinished(() => { rmSync(base, { recursive: true, force: true }) })
  const told: string[] = []
  const desk: Desk = createDesk({
    dir: path.join(base, 'data-practice', 'town-01'), now, practice: true,
    tell: (event) => {
      if (event.kind !== 'progress') return
      told.push(`${event.phase} ${String(event.done)}/${String(event.total)}`)
      if (event.done === 2) void ask(desk, 'job.cancel', { job: 'making' })
    },
  })
  expect(await ask(desk, 'office.practice', { job: 'making' })).toMatchObject({ ok: false, code: 'cancelled' })
  expect([told, readdirSync(base)]).toEqual([['单位 0/4', '一年的工作 1/4', '上报 2/4'], []])
})

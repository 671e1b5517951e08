import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldenFile, goldenRoot, become, readGolden } from './support/golden'
import { Clock, makeOffice, nanbu, qingshi } from './support/offices'
import { tried } from '../support/tried'

const releases = existsSync(goldenRoot) ? readdirSync(goldenRoot) : []

test('there are golden packages', () => { expect(releases).toContain('0.1.0') })

describe.each(releases)('the packages of release %s', (release) => {
  const golden = readGolden(release)
  const file = (name: string): string => goldenFile(release, `${name}.zpk`)
  const clockOf = (): Clock => {
    const clock = new Clock()
    clock.ms = Date.parse(golden.made) + 3_600_000
    return clock
  }

  test('open at the county and give the same records', async () => {
    const county = await makeOffice('county', nanbu, '南部县', clockOf())
    become(county, golden.county)
    expect(await county.get('exchange.verify', { file: file('up-1') })).toMatchObject({ ok: true, type: 'up' })
    expect(await county.take(file('up-1'), { approve: true })).toMatchObject({ state: 'COMMITTED', complete: true, counts: { error: 0, held: 0 } })
    expect(county.dump(qingshi)).toEqual(golden.after['up-1'])
    expect(await county.take(file('up-2'))).toMatchObject({ state: 'COMMITTED', counts: { error: 0, held: 0 } })
    const photos = county.store.lookup().all('file').map((one) => String(one.fields['sha256']))
    expect((await county.desk.blobs.held(photos)).size).toBe(1)
    expect(county.dump(qingshi).length).toBe(golden.after['up-2'].length)
    // What the county itself had written by then is not in the town's packages.
    const changedAtCounty = golden.after['up-2'].filter((line) => line.includes('县里备注')).length
    expect(county.dump(qingshi).filter((line) => !golden.after['up-2'].includes(line)).length).toBe(changedAtCounty)
    tried('golden packages opened', 2)
  })

  test('the invitation and the receipts open at a new computer of the town and give it everything', async () => {
    const town = await makeOffice('town', qingshi, '青石镇', clockOf())
    become(town, golden.town)
    const own = town.dump().length
    expect(await town.get('exchange.join', { file: file('invite'), code: golden.code })).toMatchObject({ county: { code: nanbu } })
    for (const name of ['down-1', 'down-2', 'full']) expect([name, (await town.take(file(name))).state]).toEqual([name, 'COMMITTED'])
    const records = (lines: readonly string[]): readonly string[] => lines.filter((line) => !/"type":"(office|term)"/.test(line))
    expect(own).toBe(2)
    expect(records(town.dump())).toEqual(records(golden.after.full))
    expect((await town.get('exchange.state', {})).issues).toMatchObject([{ field: 'birth', say: '与县名册不一致', due_on: '2026-04-01' }])
    tried('golden packages opened', 4)
  })
})

import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { handlers } from '../../electron/handlers'
import { createDesk, type Desk } from '../../electron/handlers/desk'
import { route } from '../../electron/ipc/route'
import type { OutputOf, StoreCommandName } from '../../shared/contract'

process.env['ZHEN_SCRYPT_N'] = '1024'
process.env['ZHEN_INVITE_WORK'] = '8'

const folder = (): string => mkdtempSync(path.join(os.tmpdir(), 'zhen-county-'))
const now = () => new Date('2026-11-24T04:00:00Z')
const period = { from: '2026-01-01', to: '2026-12-31' }

async function ask<N extends StoreCommandName>(desk: Desk, name: N, input: unknown): Promise<OutputOf<N>> {
  const result = await route(handlers, desk, name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result).slice(0, 600)}`)
  return result.value as OutputOf<N>
}

/** Towns of a profile, each a store of its own, carried to one county by package. */
async function county(profile: 'inspections' | 'stations', towns: number): Promise<{ readonly desk: Desk; readonly value: (id: string, part?: string) => number | null; readonly checks: readonly string[] }> {
  const desk = createDesk({ dir: path.join(folder(), 'county'), now })
  await ask(desk, 'office.init', { role: 'county', code: '511321', name: '望川县', password: 'abc12345' })
  const stick = folder()
  for (let index = 0; index < towns; index++) {
    const code = `511321${String(101 + index)}`
    const town = createDesk({ dir: path.join(folder(), 'town'), now })
    await ask(town, 'office.init', { role: 'town', code, name: `第${String(index + 1)}镇`, term: 19, term_start: '2021-12-20', quota: 60, password: 'abc12345' })
    await ask(town, 'seed.run', { profile, index, years: 1 })
    const invite = await ask(desk, 'exchange.invite', { code, name: `第${String(index + 1)}镇`, out: stick })
    await ask(town, 'exchange.join', { file: invite.file, code: invite.code })
    const sent = await ask(town, 'exchange.export', { to: stick })
    const taken = await ask(desk, 'exchange.import', { files: [sent.file], approve: true })
    expect(taken.files[0]).toMatchObject({ state: 'COMMITTED', complete: true })
    town.close()
  }
  const stats = await ask(desk, 'stats.get', period)
  return {
    desk, checks: stats.checks.filter((check) => !check.ok).map((check) => `${check.id} ${check.detail}`),
    value: (id, part) => {
      const figure = stats.indicators.find((one) => one.id === id)
      return (part === undefined ? figure : figure?.parts.find((one) => one.key === part))?.value ?? null
    },
  }
}

describe('the county adds its towns up exactly, from records that came by package', () => {
  test('18 towns: 216 inspections and visits, 720 suggestions, 770 debriefed deputies, 18 homes and 103 studios', async () => {
    const { desk, value, checks } = await county('inspections', 18)
    expect([value('B6.12'), value('B5.02'), value('B8.17'), value('B1.12', '之家'), value('B1.12', '工作室')]).toEqual([216, 720, 770, 18, 103])
    expect(checks).toEqual([])
    desk.close()
  }, 240_000)

  test('16 towns: 242 station activities and 297 voters’ matters', async () => {
    const { desk, value, checks } = await county('stations', 16)
    expect([value('B8.10'), value('B8.11')]).toEqual([242, 297])
    expect(checks).toEqual([])
    desk.close()
  }, 240_000)
})

test('the county\'s home says in words that there are no numbers before the first town has reported', async () => {
  const desk = createDesk({ dir: path.join(folder(), 'county'), now })
  await ask(desk, 'office.init', { role: 'county', code: '511321', name: '望川县', password: 'abc12345' })
  const { figures } = await ask(desk, 'home.get', {})
  desk.close()
  expect(figures.filter(({ sub }) => sub.includes('—'))).toEqual([])
  expect(figures.filter(({ indicator }) => ['B5.23', 'B8.04'].includes(indicator)).map(({ value, sub }) => [value, sub])).toEqual([[null, '还没有数'], [null, '还没有数']])
})

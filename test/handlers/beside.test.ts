import { describe, expect, it } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

describe('figures beside those of another period', () => {
  it('are of the same days a year before, or of the days that are asked for', async () => {
    const town = await makeOffice('town', qingshi, '青石镇', new Clock())
    for (const day of ['2025-02-01', '2025-11-05', '2025-12-20', '2026-02-10']) {
      const id = await town.add('activity', { kind: '07', title: `小组学习${day}` })
      await town.get('step.run', { id, step: 'hold', fields: { start_on: day } })
    }
    const held = async (more: object): Promise<readonly (number | null | undefined)[]> => {
      const stats = await town.get('stats.get', { from: '2026-01-01', to: '2026-03-02', before: true, ...more })
      return [stats.indicators, stats.before ?? []].map((list) => list.find(({ id }) => id === 'B8.01')?.value)
    }
    expect(await held({})).toEqual([1, 1])
    expect(await held({ before_from: '2025-10-01', before_to: '2025-12-31' })).toEqual([1, 2])
  })
})

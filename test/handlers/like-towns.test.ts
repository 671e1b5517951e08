/** The county holds a town's figures beside the towns of like size, in the window and in the workbook. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { forgeUp, line } from './support/forge'
import { folder, join2, makeOffice, paired, qingshi } from './support/offices'

const period = { from: '2026-01-01', to: '2026-12-31' }

test('with the median of those whose number of deputies is near, and says which they are', async () => {
  const { county, town, clock, stick } = await paired()
  const sizes: readonly (readonly [string, string, number, number])[] = [['511321102', '柳溪乡', 55, 2], ['511321103', '三河镇', 65, 9], ['511321104', '白塔镇', 58, 4], ['511321105', '大王镇', 150, 40]]
  const villages = (org: string, n: number) => Array.from({ length: n }, (_, i) => ({ type: 'village', org, data: { name: `${org}第${String(i)}村` } }))
  const term = (org: string, quota: number) => ({ type: 'term', org, data: { no: 20, first_meeting_on: '2026-01-10', quota } })
  await county.take(await forgeUp(town, [term(qingshi, 60), ...villages(qingshi, 5)].map((draft) => line(town, draft))))
  const asked = { ...period, town: qingshi, like: true }
  // Alone there is nobody to compare with.
  expect((await county.get('stats.get', asked)).like?.towns).toEqual([])
  for (const [code, name, quota, count] of sizes) {
    const other = await makeOffice('town', code, name, clock)
    await join2({ county, stick }, other)
    await county.take(await other.send(stick), { approve: true })
    await county.take(await forgeUp(other, [term(code, quota), ...villages(code, count)].map((draft) => line(other, draft))))
  }
  const { like, indicators } = await county.get('stats.get', asked)
  expect(like?.towns.map(({ name, size }) => [name, size])).toEqual([['白塔镇', 58], ['柳溪乡', 55], ['三河镇', 65]])
  const valueOf = (figures: typeof indicators | undefined) => figures?.find(({ id }) => id === 'B1.01')?.value
  expect([valueOf(indicators), valueOf(like?.indicators)]).toEqual([5, 4])
  // A figure of one of them opens its records.
  expect((await county.get('stats.drill', { ...period, town: '511321103', indicator: 'B1.01' })).ids).toHaveLength(9)
  const { files } = await county.get('stats.file', { ...period, town: qingshi, out: folder() })
  const text = execFileSync('unzip', ['-p', files[0]?.path ?? '', 'xl/*'], { encoding: 'utf8' })
  expect(text).toContain('同规模乡镇中位数')
  // Not of the county as a whole, and not at a town.
  expect((await county.get('stats.get', { ...period, like: true })).like).toBeUndefined()
  expect((await town.get('stats.get', { ...period, like: true })).like).toBeUndefined()
})

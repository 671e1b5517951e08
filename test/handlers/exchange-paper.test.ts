import { expect, test } from 'vitest'
import { paired, qingshi } from './support/offices'

test('the receipt on paper shows what was taken and the totals of both sides, and what is to be mended', async () => {
  const { county, town, stick } = await paired()
  const id = await town.add('person', { name: '张有田' })
  const up = await county.take(await town.send(stick))
  await county.get('exchange.issue', { uid: id, field: 'name', say: '与县名册不一致', due_on: '2026-04-01' })
  const paper = await county.get('exchange.paper', { id: up.id ?? '' })
  expect(paper).toMatchObject({
    org: qingshi, name: '青石镇', pseq: 2, counts: { new: 1, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }, missing: 0, mark: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    issues: [{ uid: id, label: '姓名', say: '与县名册不一致', due_on: '2026-04-01' }],
  })
  expect(paper.totals.length).toBeGreaterThan(5)
  expect(paper.totals.map((row) => row.ours)).toEqual(paper.totals.map((row) => row.theirs))
  expect(paper.totals.every((row) => row.name !== row.indicator)).toBe(true)
  expect(await county.ask('exchange.paper', { id: 'x' })).toMatchObject({ ok: false, code: 'not-found' })
  expect(await town.ask('exchange.paper', { id: up.id ?? '' })).toMatchObject({ ok: false, code: 'wrong-role' })
})

test('what was taken in is listed with its receipt written or not, of all towns or of one, and printed again at any time', async () => {
  const { county, town, stick } = await paired()
  await town.add('person', { name: '甲' })
  await county.take(await town.send(stick))
  const { packages } = await county.get('exchange.received', {})
  expect(packages.map(({ org, name, pseq, answered, missing, counts }) => ({ org, name, pseq, answered, missing, fresh: counts['new'] }))).toEqual([
    { org: qingshi, name: '青石镇', pseq: 2, answered: false, missing: 0, fresh: 1 }, { org: qingshi, name: '青石镇', pseq: 1, answered: true, missing: 0, fresh: 2 },
  ])
  expect(await county.get('exchange.paper', { id: packages[1]?.id ?? '' })).toMatchObject({ pseq: 1, counts: { new: 2 } })
  await county.send(stick, { town: qingshi })
  expect((await county.get('exchange.received', { town: qingshi, limit: 1 })).packages).toMatchObject([{ pseq: 2, answered: true }])
  expect((await county.get('exchange.received', { town: '511321199' })).packages).toEqual([])
  expect(await town.ask('exchange.received', {})).toMatchObject({ ok: false, code: 'wrong-role' })
})

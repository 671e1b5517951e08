/** A county after a summer in which a town worked on two computers that never met. */
import { expect, test } from 'vitest'
import { buildVersion, type Version } from '../../shared/exchange/version'
import { sha256 } from '../../electron/store/version-codec'
import { times, tried } from '../support/tried'
import { paired, qingshi } from './support/offices'

const many = times(300, 5000)

test('thousands of conflicts are listed by pages, each can be the first of them, and the board does not wait for them', { timeout: 600_000 }, async () => {
  const { county, town } = await paired()
  const uids = Array.from({ length: many }, () => town.desk.newId())
  const version = (uid: string, post: string): Version => {
    const built = buildVersion({ id: town.desk.newId(), uid, type: 'person', org: qingshi, op: 'put', seen: [], hlc: county.clock.ms, sv: 1, by: post, at: '2026-03-02T09:00:00+08:00', data: { name: `代表${uid}`, post } }, sha256)
    if (!built.ok) throw new Error(JSON.stringify(built))
    return built.value.version
  }
  county.store.putVersions(uids.flatMap((uid) => [version(uid, '第一台'), version(uid, '第二台')]), { receivedIn: null })

  const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
    const from = performance.now()
    return [await work(), performance.now() - from]
  }
  const [page, pageTook] = await timed(() => county.get('exchange.conflicts', { limit: 10 }))
  expect([page.items.length, page.total]).toEqual([10, many])
  const last = [...uids].sort().at(-1) ?? ''
  const asked = await county.get('exchange.conflicts', { limit: 10, first: last })
  expect([asked.items[0]?.id, asked.items.length, new Set(asked.items.map(({ id }) => id)).size]).toEqual([last, 10, 10])
  // The next page holds the one before.
  expect((await county.get('exchange.conflicts', { limit: 20 })).items.slice(0, 10)).toEqual(page.items)
  const [board, boardTook] = await timed(() => county.get('exchange.board', {}))
  expect(board.towns.find((one) => one.code === qingshi)?.conflicts).toBe(many)
  expect([pageTook < 1000, boardTook < 1000]).toEqual([true, true])
  // What is decided is gone from the next answer; of the rest none is.
  await county.get('exchange.resolve', { id: last, take: asked.items[0]?.heads[0]?.version ?? '' })
  const left = await county.get('exchange.conflicts', { limit: 1, first: last })
  expect([left.total, left.items[0]?.id === last]).toEqual([many - 1, false])
  tried('conflicts of one town at the county', many, { 'page in ms': Math.round(pageTook), 'board in ms': Math.round(boardTook) })
})

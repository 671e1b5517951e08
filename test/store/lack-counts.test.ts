import { expect, test } from 'vitest'
import type { HeadQuery } from '../../electron/store/exchange-store'
import { office, type Office } from './support/office'

const nothing = new Uint8Array()

/** What the counts must say: the versions themselves, counted one by one. */
function oneByOne(of: Office, have: Uint8Array, query: HeadQuery) {
  const heads = [...of.store.exchange.headsLacking(have, query)].map(({ meta }) => meta)
  const types: Record<string, number> = {}
  for (const { type } of heads) types[type] = (types[type] ?? 0) + 1
  return { types, oldest: [...heads].sort((a, b) => a.hlc - b.hlc)[0]?.at ?? null }
}

function counted(of: Office, have: Uint8Array, query: HeadQuery) {
  const { types, oldest } = of.store.exchange.lackingCounts(have, query)
  return { types: Object.fromEntries(types), oldest: oldest() }
}

function town(): Office {
  const made = office()
  for (const name of ['甲', '乙', '丙']) made.put('person', { name })
  made.put('organisation', { name: '水利站' })
  const visitor = made.put('visitor', { name: '来访人' })
  const owner = made.put('document', { kind: '10', title: '简报' })
  for (const one of [visitor, owner]) made.put('file', { owner: one.id, name: '照片.jpg', size: 1, sha256: 'a'.repeat(64) })
  return made
}

const queries: readonly HeadQuery[] = [{ org: '511321101' }, { org: '511321101', scope: 'county' }, { org: '511321101', scope: 'town' }, { org: '511321101', type: 'person' }, { org: '511321102' }, {}]

test('what waits to be sent is counted as its records are, whoever asks and whatever the county has already', () => {
  const made = town()
  const half = made.store.exchange.have({ type: 'person' })
  made.put('person', { name: '丁' })
  const all = made.store.exchange.have()
  for (const have of [nothing, half, all]) for (const query of queries) expect(counted(made, have, query), JSON.stringify(query)).toEqual(oneByOne(made, have, query))
})

test('an attachment of a private record waits with its owner: it is not counted for the county', () => {
  const made = town()
  expect(counted(made, nothing, { org: '511321101', scope: 'county' }).types['file']).toBe(1)
  expect(counted(made, nothing, { org: '511321101', scope: 'town' }).types['file']).toBe(1)
})

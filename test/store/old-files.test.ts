/** The database of every release opens, is brought up to date, says the same records as then, and is written on; a newer one is left alone. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../electron/store/open'
import { tried } from '../support/tried'
import { actor, folder, password } from './support/office'

const place = join(import.meta.dirname, '../fixtures/stores')

describe.each(readdirSync(place))('the database of release %s', (release) => {
  test('opens with its password and holds what it held', () => {
    const dir = folder()
    for (const name of ['data.db', 'key.json']) copyFileSync(join(place, release, name), join(dir, name))
    const opened = openStore(dir, { password, now: () => new Date('2026-06-01T01:00:00Z') })
    if (!opened.ok) throw new Error(JSON.stringify(opened))
    const store = opened.value
    expect([...store.dump()].map((line) => `${line}\n`).join('')).toBe(readFileSync(join(place, release, 'dump.jsonl'), 'utf8'))
    expect(store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])
    expect(store.search('修缮', 5)).toHaveLength(1)
    expect(store.drafts.list()).toHaveLength(1)
    expect(store.commit(actor, [{ op: 'put', type: 'person', data: { name: '后来的人' } }]).ok).toBe(true)
    store.close()
    tried('database files of earlier releases', 1, { opened: 1 })
  })
})

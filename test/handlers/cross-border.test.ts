import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { handlers } from '../../electron/handlers'
import { createDesk } from '../../electron/handlers/desk'
import { route } from '../../electron/ipc/route'
import { recordTypes } from '../../shared/records'

process.env['ZHEN_SCRYPT_N'] = '1024'

// An answer with a function in it once ended the store's process: nothing that cannot be cloned may cross to the window.
test('the page of a record of every type with steps crosses to the window', async () => {
  const desk = createDesk({ dir: mkdtempSync(path.join(os.tmpdir(), 'zhen-')), now: () => new Date('2026-06-01T04:00:00Z'), tell: () => undefined })
  const ask = (name: string, input: unknown) => route(handlers, desk, name, input)
  await ask('office.init', { role: 'town', code: '511321101', name: '青禾镇', term: 19, term_start: '2021-12-20', quota: 60, password: 'abc12345' })
  const seeded = await ask('seed.run', { years: 1 })
  expect(seeded.ok).toBe(true)
  let crossed = 0
  for (const type of recordTypes) {
    const first = desk.store.lookup().all(type)[0]
    if (!first) continue
    const page = await ask('record.page', { id: first.id })
    expect(structuredClone(page)).toEqual(page)
    crossed += 1
  }
  expect(crossed).toBeGreaterThan(25)
  desk.close()
})

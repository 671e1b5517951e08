/** What a reader answers is what the store would have answered, masked as there, and nothing on the disk is touched for it. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { handlers } from '../../electron/handlers'
import { createDesk } from '../../electron/handlers/desk'
import { readerOf } from '../../electron/ipc/reader'
import { reading } from '../../electron/ipc/reading'
import { route } from '../../electron/ipc/route'
import type { ReaderMessage } from '../../electron/ipc/store-line'
import { contract, type StoreCommandName } from '../../shared/contract'
import type { Result } from '../../shared/result'
import { pick, randomFrom, valueOf } from '../support/random-inputs'
import { times } from '../support/tried'
import { officeWithSecrets, secrets } from './support/office-with-secrets'
import { password } from './support/offices'

/** Every file of an office with its size and the moment of its last change; the shared memory of the database is no content. */
const filesOf = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => !name.endsWith('-shm')).map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile()).map((file) => `${file} ${String(statSync(file).size)} ${String(statSync(file).mtimeMs)}`).sort()

test('every command that a reader may answer is answered as by the store, at town and county, and writes nothing', async () => {
  const { town, county, words, whole } = await officeWithSecrets()
  const random = randomFrom(20261128)
  const answered = new Map<string, number>()
  for (const { desk: { dir }, desk: before } of [town, county]) {
    before.close()
    const now = (): Date => new Date('2026-11-28T09:00:00+08:00')
    const desk = createDesk({ dir, now, tell: () => undefined })
    if (!desk.unlock(password, undefined).ok) throw new Error('not opened')
    let heard: (message: ReaderMessage) => void = () => undefined
    const reader = readerOf(handlers, () => createDesk({ dir, now, tell: () => undefined }), (message) => { heard(message) })
    onTestFinished(() => {
      reader.close()
      desk.close()
    })
    expect(reader.open({ key: desk.store.key, by: desk.by })).toBe(true)
    const asked = (name: string, input: unknown): Promise<Result<unknown> | null> => new Promise((answer) => {
      heard = (message) => { if ('id' in message) answer(message.result) }
      reader.ask({ id: 1, turn: 1, name, input })
    })
    for (const name of [...reading] as StoreCommandName[]) {
      for (let n = 0; n < times(4, 200); n++) {
        const inputs = whole(name)
        const input = inputs.length > 0 && n % 2 === 0 ? pick(random, inputs) : valueOf(contract[name].input.shape, '', words(name), random, 0)
        const files = filesOf(dir)
        const said = await asked(name, input)
        expect(filesOf(dir), name).toEqual(files)
        expect(JSON.stringify(said), `${name} ${JSON.stringify(input)}`).toBe(JSON.stringify(await route(handlers, desk, name, input)))
        if (name !== 'draft.list') expect(secrets.filter((secret) => JSON.stringify(said).includes(secret) && !JSON.stringify(input).includes(secret)), name).toEqual([])
        if (said?.ok === true) answered.set(name, (answered.get(name) ?? 0) + 1)
      }
    }
    // What is no reading is not even tried.
    for (const name of ['record.add', 'record.reveal', 'office.lock', 'settings.set', 'exchange.export']) expect(await asked(name, {}), name).toBeNull()
  }
  expect([...reading].filter((name) => !answered.has(name))).toEqual([])
})

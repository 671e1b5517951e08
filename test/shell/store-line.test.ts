/** The line from the window to the store, with real stores and readers on real files; only the two processes are one. */
import { describe, expect, test } from 'vitest'
import { handlers } from '../../electron/handlers'
import type { ReaderOrder } from '../../electron/handlers/aside'
import { createDesk, type Desk } from '../../electron/handlers/desk'
import { readerOf, type Asked } from '../../electron/ipc/reader'
import { route } from '../../electron/ipc/route'
import { storeLine, type ReaderMessage, type StoreLine, type StoreMessage } from '../../electron/ipc/store-line'
import type { InputOf, OutputOf, StoreCommandName, StoreEvent } from '../../shared/contract'
import type { Result } from '../../shared/result'
import { folder, password } from '../handlers/support/offices'

const soon = (): Promise<void> => new Promise((next) => { setTimeout(next, 20) })

/** A town whose store can be put to work of one piece and taken off it. */
class Town {
  readonly events: StoreEvent[] = []
  readonly line: StoreLine
  readonly dir = folder()
  /** Answers of the reader wait here while they are held back. */
  readonly late: (() => void)[] = []
  desk!: Desk
  holdsReader = false
  readerWorks = true
  readers = 0
  #heard: (message: StoreMessage) => void = () => undefined
  #readerEnds: () => void = () => undefined
  #inbox: { readonly id: number; readonly name: string; readonly input: unknown }[] = []
  #busy = false

  constructor() {
    this.line = storeLine({ store: (heard, ended) => this.#store(heard, ended), reader: (heard, ended) => this.#reader(heard, ended) }, (event) => { this.events.push(event) })
  }

  #store(heard: (message: StoreMessage) => void, ended: () => void) {
    this.#heard = heard
    this.desk = createDesk({
      dir: this.dir, now: () => new Date(), tell: (event) => { heard({ event }) },
      reader: { call: (reader) => { heard({ reader: structuredClone(reader) }) }, aside: (aside) => { heard({ aside }) }, dismiss: () => { heard({ reader: null }) } },
    })
    return {
      post: (message: unknown) => {
        this.#inbox.push(message as { id: number; name: string; input: unknown })
        void this.#work(ended)
      },
      kill: ended,
    }
  }

  async #work(ended: () => void): Promise<void> {
    for (let next = this.#busy ? undefined : this.#inbox.shift(); next; next = this.#busy ? undefined : this.#inbox.shift()) {
      if (next.name === 'close') {
        this.desk.close()
        ended()
      } else {
        const { id } = next
        this.#heard({ id, result: structuredClone(await route(handlers, this.desk, next.name, next.input)) })
      }
    }
  }

  #reader(heard: (message: ReaderMessage) => void, ended: () => void) {
    this.readers += 1
    let lives = true
    const reader = readerOf(handlers, () => createDesk({ dir: this.dir, now: () => new Date(), tell: () => undefined }), (message) => {
      const say = (): void => { if (lives) heard(structuredClone(message)) }
      if (this.holdsReader && 'id' in message && message.id > 0) this.late.push(say)
      else say()
    })
    const end = (): void => {
      if (!lives) return
      lives = false
      reader.close()
      ended()
    }
    this.#readerEnds = end
    return {
      post: (message: unknown) => {
        const copy = structuredClone(message) as object
        setImmediate(() => {
          if (!lives) return
          if (!('key' in copy)) reader.ask(copy as Asked)
          else if (!reader.open(this.readerWorks ? copy as ReaderOrder : { ...(copy as ReaderOrder), key: new Uint8Array(32) })) end()
        })
      },
      kill: end,
    }
  }

  /** From here on the store hears nothing; `withReader` = one was called ahead; `before` = what happens before the window knows of it. */
  async begin(withReader = true, before = (): void => undefined): Promise<void> {
    if (withReader) {
      this.desk.aside.call('import')
      await soon()
    }
    this.#busy = true
    before()
    this.#heard({ aside: true })
  }

  end(): void {
    this.#heard({ aside: false })
    this.#busy = false
    void this.#work(() => undefined)
  }

  readerDies(): void {
    this.#readerEnds()
  }

  letLateOnesThrough(): void {
    this.holdsReader = false
    for (const say of this.late.splice(0)) say()
  }

  ask<N extends StoreCommandName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
    return this.line.ask(name, input) as Promise<Result<OutputOf<N>>>
  }

  /** Names of the people that the window would list. */
  async people(): Promise<readonly unknown[]> {
    const answer = await this.ask('record.list', { type: 'person' })
    return answer.ok ? answer.value.rows.map((row) => row.fields['name']).sort() : [answer.code]
  }

  /** Written by the work itself, in one transaction of the store. */
  writes(...names: readonly string[]): void {
    const done = this.desk.store.commit(this.desk.actor, names.map((name) => ({ op: 'put', type: 'person', data: { name } })))
    if (!done.ok) throw new Error(JSON.stringify(done))
  }
}

async function townWith(...names: readonly string[]): Promise<Town> {
  const town = new Town()
  const made = await town.ask('office.init', { role: 'town', code: '511321101', name: '青石镇', password })
  if (!made.ok) throw new Error(JSON.stringify(made))
  await town.ask('record.add', { type: 'person', records: names.map((name) => ({ name })) })
  return town
}

/** What became of an answer so far. */
async function stateOf(answer: Promise<unknown>): Promise<'answered' | 'waits'> {
  await soon()
  return Promise.race([answer.then(() => 'answered' as const), Promise.resolve().then(() => Promise.resolve()).then(() => 'waits' as const)])
}

describe('While the store is at work of one piece', () => {
  test('a list is answered from before the work, one that was asked a moment earlier too', async () => {
    const town = await townWith('何秀兰', '周全安')
    let earlier: Promise<unknown> = Promise.resolve()
    await town.begin(true, () => { earlier = town.people() })
    expect([await earlier, await town.people()]).toEqual([['何秀兰', '周全安'], ['何秀兰', '周全安']])
    expect((await town.ask('search.all', { text: '何秀' })).ok).toBe(true)
    town.end()
    expect(await town.people()).toEqual(['何秀兰', '周全安'])
    await town.line.close()
  })

  test('a question that already waits is answered once the reader has started', async () => {
    const town = await townWith('何秀兰')
    await town.begin(false)
    const list = town.people()
    expect(await stateOf(list)).toBe('waits')
    town.desk.aside.call('work')
    expect(await list).toEqual(['何秀兰'])
    town.end()
    await town.line.close()
  })

  test('a save waits, is written when the work is over, and only then is there', async () => {
    const town = await townWith('何秀兰')
    await town.begin()
    const saved = town.ask('record.add', { type: 'person', records: [{ name: '罗小满' }] })
    expect(await stateOf(saved)).toBe('waits')
    expect(await town.people()).toEqual(['何秀兰'])
    town.end()
    expect(await saved).toMatchObject({ ok: true, value: { added: 1 } })
    expect(await town.people()).toEqual(['何秀兰', '罗小满'])
    await town.line.close()
  })

  test('what was typed into a form meanwhile is asked for after it was kept', async () => {
    const town = await townWith()
    await town.begin()
    const kept = town.ask('draft.save', { id: 'd1', type: 'person', data: { name: '半句话' } })
    const drafts = town.ask('draft.list', {})
    expect(await stateOf(drafts)).toBe('waits')
    town.end()
    expect([(await kept).ok, await drafts]).toMatchObject([true, { ok: true, value: { drafts: [{ id: 'd1' }] } }])
    await town.line.close()
  })

  test('an answer that the end of the work has overtaken is asked for again, so that old rows never stand after new ones', async () => {
    const town = await townWith('何秀兰')
    await town.begin()
    town.holdsReader = true
    const list = town.people()
    expect(await stateOf(list)).toBe('waits')
    town.writes('周全安', '罗小满')
    town.end()
    expect(await stateOf(list)).toBe('waits')
    town.letLateOnesThrough()
    expect(await list).toEqual(['何秀兰', '周全安', '罗小满'].sort())
    expect(await town.people()).toEqual(['何秀兰', '周全安', '罗小满'].sort())
    await town.line.close()
  })

  test('a reader sees what was written since it was started, and a transaction whole or not at all', async () => {
    const town = await townWith('何秀兰')
    await town.begin()
    expect(await town.people()).toEqual(['何秀兰'])
    const looking = createDesk({ dir: town.dir, now: () => new Date(), tell: () => undefined })
    expect(looking.look(Buffer.from(town.desk.store.key), '主席').ok).toBe(true)
    const seen = (): number => {
      looking.store.moment.begin()
      const page = looking.store.list('person')
      looking.store.moment.end()
      return page.ok ? page.value.total : -1
    }
    town.desk.store.together(() => {
      town.writes('周全安')
      expect(seen()).toBe(1)
      town.writes('罗小满')
      expect(seen()).toBe(1)
    })
    // What it keeps in memory is from before: it says so, and the desk is laid anew.
    expect(looking.store.moment.begin()).toBe(false)
    looking.close()
    expect(await town.people()).toEqual(['何秀兰', '周全安', '罗小满'].sort())
    town.end()
    await town.line.close()
  })

  test('whoever locks finds everything hidden at once, and is answered by nobody until the store has heard of it', async () => {
    const town = await townWith('何秀兰')
    await town.begin()
    expect(await town.people()).toEqual(['何秀兰'])
    const locked = town.ask('office.lock', { why: 'idle' })
    expect(town.events.at(-1)).toEqual({ kind: 'locked', why: 'idle' })
    const list = town.people()
    expect(await stateOf(list)).toBe('waits')
    // Not even a reader that is called now.
    town.desk.aside.call('import')
    expect(await stateOf(list)).toBe('waits')
    town.end()
    expect([(await locked).ok, await list]).toEqual([true, ['locked']])
    expect(town.events.at(-1)).toEqual({ kind: 'locked', why: 'idle' })
    await town.line.close()
  })

  test('a reader that dies, or cannot start, is no error: the question waits for the store', async () => {
    const town = await townWith('何秀兰')
    await town.begin()
    town.holdsReader = true
    const list = town.people()
    await soon()
    town.readerDies()
    expect(await stateOf(list)).toBe('waits')
    town.end()
    expect(await list).toEqual(['何秀兰'])
    town.desk.aside.dismiss('import')
    town.readerWorks = false
    await town.begin()
    const other = town.people()
    expect(await stateOf(other)).toBe('waits')
    town.end()
    expect([await other, town.readers]).toEqual([['何秀兰'], 2])
    expect(town.events.some((event) => event.kind === 'locked')).toBe(false)
    await town.line.close()
  })

  test('what writes on its way, and what the reader cannot say, waits for the store', async () => {
    const town = await townWith('何秀兰')
    const person = await town.ask('record.list', { type: 'person' })
    const id = person.ok ? person.value.rows[0]?.id ?? '' : ''
    await town.begin()
    const shown = town.ask('record.reveal', { id, key: 'phone' })
    expect(await stateOf(shown)).toBe('waits')
    town.end()
    await shown
    await town.line.close()
  })
})

test('A reader that is there answers lists between the pieces of long work too, what needs the memory of the store is left to the store', async () => {
  const town = await townWith('何秀兰')
  town.desk.aside.call('import')
  await soon()
  town.holdsReader = true
  const list = town.people()
  expect((await town.ask('home.get', {})).ok).toBe(true)
  expect([await stateOf(list), town.late.length]).toEqual(['waits', 1])
  // A save between two pieces: the list that was asked before it comes with it.
  expect((await town.ask('record.add', { type: 'person', records: [{ name: '罗小满' }] })).ok).toBe(true)
  expect(await stateOf(list)).toBe('waits')
  town.letLateOnesThrough()
  expect([await list, await town.people()]).toEqual([['何秀兰', '罗小满'], ['何秀兰', '罗小满']])
  town.desk.aside.dismiss('import')
  town.readerDies()
  expect(await town.people()).toEqual(['何秀兰', '罗小满'])
  await town.line.close()
})

test('Work on few records calls no reader; work on thousands has one that ends with it', async () => {
  const town = await townWith('何秀兰')
  const few = await town.ask('record.add', { type: 'person', records: Array.from({ length: 30 }, (_, n) => ({ name: `代表${String(n)}` })) })
  expect([few.ok, town.readers]).toEqual([true, 0])
  const many = await town.ask('record.add', { type: 'group', records: Array.from({ length: 1200 }, (_, n) => ({ name: `第${String(n)}组` })) })
  expect([many.ok, town.readers]).toEqual([true, 1])
  await town.begin()
  expect(await town.people()).toHaveLength(31)
  town.end()
  await town.line.close()
})

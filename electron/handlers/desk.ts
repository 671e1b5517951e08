/**
 * The desk: everything a handler may reach. One per process; holds the open store, who works, the clock and how events reach the
 * window. Created locked.
 */
import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import type { StoreEvent } from '../../shared/contract'
import { idFrom } from '../../shared/exchange/ids'
import { calledAt } from '../../shared/exchange/levels'
import { fail, ok, type Result } from '../../shared/result'
import { shanghaiNow, shanghaiToday } from '../../shared/rules/calendar'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings, type RuleBook, type RuleEntry, type Settings } from '../../shared/rules/rule-book'
import { officialHolidays, type HolidayTable } from '../../shared/rules/workdays'
import { blobsOf, type Blobs } from '../store/blobs'
import { clearCopies } from '../store/copies'
import { noteEnd } from './unclean-exit'
import { Refused } from '../store/failure'
import { unlockKeyfile } from '../store/keyfile'
import { createStore, openStore, storeExists } from '../store/open'
import type { OfficeIdentity, Store, WrittenVersion } from '../store/store'
import { Aside, type Reader } from './aside'
import { Layouts } from './layouts'

export interface DeskOptions {
  readonly dir: string
  readonly now: () => Date
  /** How events reach the window; absent on the command line, which masks nothing because the caller has the password. */
  readonly tell?: (event: StoreEvent) => void
  /** The practice office: what it makes is marked as such for good. */
  readonly practice?: boolean
  /** Who answers questions while the store is at work of one piece; absent where nobody would ask meanwhile. */
  readonly reader?: Reader
}

export class Desk {
  readonly dir: string
  readonly now: () => Date
  readonly masks: boolean
  readonly practice: boolean
  /** Where work of one piece is done. */
  readonly aside: Aside
  /** Long work under way, by the name that its caller gave it. */
  readonly jobs = new Map<string, AbortController>()
  /** The declarations as each office wants them. */
  readonly layouts = new Layouts(() => this.store)
  readonly #tell: (event: StoreEvent) => void
  /** What each of the last commits wrote, by the id of the version that stands for it: the undo of a whole entry. */
  readonly #commits = new Map<string, readonly WrittenVersion[]>()
  #store: Store | null = null
  #by = ''
  #rules: RuleBook | null = null
  /** Commands under way, this one included. */
  #running = 0
  /** Locked for whoever sits there, while work that was begun before goes on to its end. */
  #hidden = false
  /** The open office went to another computer, or is on its way there. */
  #moved = false
  /** Something was written since the store was opened. */
  #written = false
  /** Opened beside the process that writes. */
  #looks = false

  constructor(options: DeskOptions) {
    this.dir = options.dir === '' ? '' : path.resolve(options.dir)
    this.now = options.now
    this.masks = options.tell !== undefined
    this.practice = options.practice === true
    this.#tell = options.tell ?? (() => undefined)
    this.aside = new Aside(options.reader ?? null, () => (this.#store && !this.#hidden ? { key: this.#store.key, by: this.#by } : null))
  }

  /** Whether somebody may work: open, and not locked over work that still goes on. */
  get isOpen(): boolean {
    return this.#store !== null && !this.#hidden
  }

  /** Locked, with work from before still going on behind it. */
  get isHidden(): boolean {
    return this.#hidden
  }

  get isMoved(): boolean {
    return this.#moved
  }

  /** Whether anything was entered, changed or taken in since the store was opened. */
  get hasWritten(): boolean {
    return this.#written
  }

  /** From here on nothing is written that the other computer would lack; false = the move did not come about. */
  set isMoved(moved: boolean) {
    this.#moved = moved
  }

  /** Whether other commands are under way beside the one that asks. */
  get isBusy(): boolean {
    return this.#running > 1
  }

  /** The router says that a command begins … */
  begin(): void {
    this.#running += 1
  }

  /** … and that it is over. The last one to end under a lock closes the store. */
  end(): void {
    this.#running -= 1
    if (this.#hidden && this.#running === 0) this.close()
  }

  /** The open store; throws `locked`, which the router turns into a failure. */
  get store(): Store {
    if (!this.#store) throw new Refused(fail('locked'))
    return this.#store
  }

  /** Attachments of the open store. */
  get blobs(): Blobs {
    return blobsOf(this.dir, this.store.settings)
  }

  get by(): string {
    return this.#by
  }

  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  get today(): string {
    return shanghaiToday(this.now())
  }

  /** Who and when, for the one door. */
  get actor(): { readonly by: string; readonly at: string } {
    return { by: this.#by, at: shanghaiNow(this.now()) }
  }

  get settings(): Settings {
    return { ...defaultSettings, ...this.store.settings.get<Partial<Settings>>('settings', {}) }
  }

  get rules(): RuleBook {
    this.#rules ??= ruleBook(
      this.store.office.province ?? null, this.store.settings.get<readonly RuleEntry[]>('rules', []),
      [...officialHolidays, ...this.store.settings.get<readonly HolidayTable[]>('holidays', [])], this.settings.shift_to_workday,
    )
    return this.#rules
  }

  /** What figures and reminders are computed by beside records and day: settings, the office's own entries and notices. A key for caches. */
  get basis(): string {
    const { settings } = this.store
    const own = JSON.stringify([settings.get<readonly RuleEntry[]>('rules', []), settings.get<readonly HolidayTable[]>('holidays', [])])
    return `${JSON.stringify(this.settings)}|${own === '[[],[]]' ? '' : createHash('sha256').update(own).digest('hex').slice(0, 16)}`
  }

  /** Rules are read again, after a change of province or entries. */
  forgetRules(): void {
    this.#rules = null
  }

  exists(): boolean {
    return this.dir !== '' && storeExists(this.dir)
  }

  create(office: OfficeIdentity, password: string, by: string | undefined): Result<Store> {
    return this.#take(createStore(this.dir, { office: { ...office, ...(this.practice ? { practice: true } : {}) }, password, now: this.now }), by)
  }

  unlock(password: string, by: string | undefined): Result<Store> {
    if (this.#store && this.#hidden && this.#running > 1) return this.#showAgain(this.#store, password, by)
    if (this.#store) this.close()
    return this.#take(openStore(this.dir, { password, now: this.now }), by)
  }

  /** Work goes on behind the lock: the secret is tried on the key file and the store stays as it is. */
  #showAgain(store: Store, password: string, by: string | undefined): Result<Store> {
    const key = unlockKeyfile(this.dir, password)
    if (!key.ok) return key
    this.#hidden = false
    if (by?.trim()) this.#by = by.trim()
    return ok(store)
  }

  /**
   * Locks. An import that runs for half an hour while nobody touches the mouse is not cut off: it goes on behind the lock, and the store
   * closes with its end.
   */
  lock(): void {
    if (this.#store && this.#running > 1) this.#hidden = true
    else this.close()
  }

  #take(opened: Result<Store>, by: string | undefined): Result<Store> {
    if (!opened.ok) return opened
    this.#store = opened.value
    this.#rules = null
    const names = opened.value.settings.get<readonly string[]>('names', [])
    this.#by = by?.trim() ? by.trim() : names[0] ?? (opened.value.office.role === 'county' ? `${calledAt(opened.value.office.code).own}人大` : '主席')
    if (names[0] !== this.#by) this.#putFirst(opened.value)
    this.#moved = opened.value.settings.get<unknown>('moved', null) !== null
    this.layouts.forget()
    this.#written = false
    opened.value.subscribe((changed) => {
      this.#written = true
      if (changed.types.includes('office')) this.layouts.forget()
      this.#tell({ kind: 'changed', types: changed.types, ids: changed.ids })
    })
    return opened
  }

  #putFirst(store: Store): void {
    const names = store.settings.get<readonly string[]>('names', [])
    store.settings.set('names', [this.#by, ...names.filter((name) => name !== this.#by)].slice(0, 6))
  }

  /** Somebody else sits here from now on, and is the one that the door proposes. */
  handTo(by: string): void {
    this.#by = by.trim()
    this.#putFirst(this.store)
  }

  /** Opens the store beside the process that has it open, to look only. */
  look(key: Buffer, by: string): Result<Store> {
    const opened = openStore(this.dir, { key, now: this.now, readonly: true })
    if (!opened.ok) return opened
    this.#store = opened.value
    this.#by = by
    this.#looks = true
    this.#moved = opened.value.settings.get<unknown>('moved', null) !== null
    return opened
  }

  newId(): string {
    return idFrom(randomBytes(16))
  }

  tell(event: StoreEvent): void {
    this.#tell(event)
  }

  remember(version: string, written: readonly WrittenVersion[]): void {
    this.#commits.set(version, written)
    const oldest = this.#commits.keys().next().value
    if (this.#commits.size > 50 && oldest !== undefined) this.#commits.delete(oldest)
  }

  commitOf(version: string): readonly WrittenVersion[] | null {
    return this.#commits.get(version) ?? null
  }

  /** Closes the store and forgets who worked. */
  close(): void {
    if (this.#store && !this.#looks) {
      this.aside.dismissAll()
      clearCopies(this.dir)
      noteEnd(this.#store)
    }
    this.#store?.close()
    this.#store = null
    this.#hidden = false
    this.#moved = false
    this.#by = ''
    this.#rules = null
    this.#commits.clear()
  }
}

export const createDesk = (options: DeskOptions): Desk => new Desk(options)

/** Set-up, unlocking, settings, checks. */
import type { RehearsedBackup } from '../../shared/contract/safety'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Data } from '../../shared/fields'
import { isPlain } from '../../shared/input'
import { fail, ok, type Result } from '../../shared/result'
import { isRegionCode } from '../../shared/parse/region'
import { beganKey } from '../../shared/measures/began'
import { readAgeBands } from '../../shared/rules/age-bands'
import { version } from '../../shared/version'
import type { Handlers } from '../ipc/route'
import { dataOf, type Change } from '../store/change'
import { storeFailure } from '../store/failure'
import { startFailure } from '../store/open'
import { restoredNote } from '../store/restore'
import type { Store } from '../store/store'
import { copyToSecondPlace } from './backups'
import { noteDay } from './clock-doubt'
import type { Desk } from './desk'
import { sweepAttachments } from './erase'
import { rememberFirstRecords } from './exchange-first-records'
import { setUpExchange } from './exchange-setup'
import { settleHandOver, strikeHandOver } from './handover-begun'
import { backUpAtLeaving } from './leaving'
import { officeInfo } from './office-info'
import { prepareNew } from './prepare'
import { purgeVisitors } from './purge'
import { commit } from './save'
import { noteBeginning, noteEnd } from './unclean-exit'

type Init = Parameters<Handlers<Desk>['office.init']>[0]

const codeWanted = (role: Init['role']): string => (role === 'town' ? '九位数字的区划代码，如 511321101' : '六位数字的区划代码，如 511321')

function checkInit(input: Init): Result<true> {
  const code = input.code.trim()
  const length = input.role === 'town' ? 9 : 6
  if (code.length !== length || !isRegionCode(code)) return fail('out-of-range', { field: 'code', detail: { want: codeWanted(input.role) } })
  if (input.name.trim() === '') return fail('required', { field: 'name' })
  return ok(true)
}

/** The first records of an office: its own file, and the term where one is named. */
function firstRecords(desk: Desk, input: Init): Result<readonly Change[]> {
  const changes: Change[] = []
  const add = (type: string, fields: Readonly<Record<string, unknown>>): Result<true> => {
    const prepared = prepareNew(desk, type, fields)
    if (!prepared.ok) return prepared
    changes.push({ op: 'put', type, data: prepared.value.data })
    return ok(true)
  }
  const office = add('office', { code: input.code.trim(), name: input.name.trim(), ...(input.province ? { province: input.province } : {}), ...(input.county_name ? { county_name: input.county_name } : {}) })
  if (!office.ok) return office
  if (input.term !== undefined) {
    const term = add('term', { no: input.term, ...(input.term_start ? { first_meeting_on: input.term_start } : {}), ...(input.quota === undefined ? {} : { quota: input.quota }) })
    if (!term.ok) return term
  }
  return ok(changes)
}

/** 启用日期 in the office's own file, so that it has a history and the county reads the same. */
function began(desk: Desk, on: string | undefined): Result<{ readonly office: ReturnType<typeof officeInfo> }> {
  const { store } = desk
  if (on !== undefined && on > desk.today) return fail('date-future', { field: 'on', detail: { label: '启用日期', day: on, today: desk.today } })
  const office = store.get(store.uidOf('office', {}, store.office.code) ?? '')
  if (!office || office.deleted) return fail('not-found', { field: 'type', detail: { type: 'office' } })
  const { [beganKey]: _before, ...others } = dataOf(office)
  const done = commit(desk, [{ op: 'put', type: 'office', uid: office.id, data: on === undefined ? others : { ...others, [beganKey]: on } }])
  return done.ok ? ok({ office: officeInfo(desk) }) : done
}

async function init(input: Init, desk: Desk): Promise<Awaited<ReturnType<Handlers<Desk>['office.init']>>> {
  const checked = checkInit(input)
  if (!checked.ok) return checked
  if (desk.exists()) return fail('store-exists', { detail: { dir: desk.dir } })
  const made = desk.create({
    role: input.role, code: input.code.trim(), name: input.name.trim(), ...(input.county_name ? { county_name: input.county_name } : {}), ...(input.province ? { province: input.province } : {}),
  }, input.password, input.by)
  if (!made.ok) return made
  const changes = firstRecords(desk, input)
  if (!changes.ok) return changes
  const done = desk.store.commit(desk.actor, changes.value)
  if (!done.ok) return done
  if (input.began_on !== undefined) {
    // The window's clock may be a day ahead of the store's over midnight.
    const said = began(desk, input.began_on > desk.today ? desk.today : input.began_on)
    if (!said.ok) return said
  }
  rememberFirstRecords(desk)
  await setUpExchange(desk)
  noteDay(desk)
  noteProgram(desk)
  // The first roster of an office is not left without a backup until the next day.
  backUpSoon(desk, dayLook)
  watchDay(desk)
  return ok({ office: officeInfo(desk) })
}

/** The first start of a day makes a backup, a little later, so that the home page does not wait for it. */
const backupDelay = 5000

async function careOfDay(desk: Desk, store: Store): Promise<void> {
  store.keep()
  await backUpToday(desk)
  if (!desk.isOpen || desk.store !== store) return
  purgeVisitors(desk)
  await sweepAttachments(desk)
  if (!desk.isOpen || desk.store !== store) return
  await copyToSecondPlace(desk)
  await renewSearch(desk, store)
}

/** After an update: some hundred at a time, with pauses in which lists and saves are answered. */
async function renewSearch(desk: Desk, store: Store): Promise<void> {
  while (desk.isOpen && desk.store === store && store.renewSearch(200)) await new Promise((next) => { setTimeout(next, 50).unref() })
}

function backUpSoon(desk: Desk, delay = backupDelay): void {
  const { store } = desk
  setTimeout(() => {
    // Locked meanwhile, or opened anew, which has asked for one itself.
    if (!desk.isOpen || desk.store !== store) return
    void careOfDay(desk, store).catch((error: unknown) => {
      // A disk that is full or fails is told by whatever a person saves next; the store's process must not end over it.
      if (storeFailure(error).code === 'internal') throw error
    })
  }, delay).unref()
}

/** An office that is left open over night has a first start of the day without anybody starting it: looked for every ten minutes. */
const dayLook = 600_000

function watchDay(desk: Desk): void {
  const { store } = desk
  let day = desk.today
  const timer = setInterval(() => {
    if (desk.isHidden) return
    if (!desk.isOpen || desk.store !== store) {
      clearInterval(timer)
      return
    }
    if (desk.today === day) return
    day = desk.today
    noteDay(desk)
    backUpSoon(desk)
  }, dayLook)
  timer.unref()
}

/** Which program opened the office the time before, where it was another one. */
function noteProgram(desk: Desk): string | null {
  const before = desk.store.settings.get<string | null>('program', null)
  if (before !== version) desk.store.settings.set('program', version)
  return before === null || before === version ? null : before
}

/** A store that came back from a backup says so in its own audit. */
function noteRestored(desk: Desk): void {
  const note = restoredNote(desk.dir)
  if (!existsSync(note)) return
  const { file, made_at } = JSON.parse(readFileSync(note, 'utf8')) as { readonly file: string; readonly made_at: string }
  desk.store.events.note({ kind: 'restore', by: desk.by, about: file, detail: { made_at } })
  // The copy was made while somebody worked: that is no power cut.
  noteEnd(desk.store)
  // And one that was made at the end of a handover is no handover that was cut off: its papers were printed.
  strikeHandOver(desk)
  rmSync(note, { force: true })
}

/** What a backup said is written down where the store is still the same. */
export async function backUpToday(desk: Desk): Promise<void> {
  const { store } = desk
  const { daily, rehearsal } = await store.backups.today()
  if (!desk.isOpen || desk.store !== store) return
  if (daily.ok && daily.value) store.settings.set('last_backup', desk.actor.at)
  else if (!daily.ok) store.events.note({ kind: 'backup', by: desk.by, detail: { code: daily.code } })
  // Kept until the next try, which after a failure is tomorrow's: whoever looks at the backups sees whether they open.
  const newest = store.backups.list()[0]
  if (newest && (!rehearsal.ok || rehearsal.value)) {
    const rehearsed: RehearsedBackup = { at: desk.actor.at, made_at: newest.made_at, records: rehearsal.ok ? rehearsal.value?.records ?? 0 : 0, ...(rehearsal.ok ? {} : { code: rehearsal.code }) }
    store.settings.set('rehearsal', rehearsed)
  }
  if (!rehearsal.ok) store.events.note({ kind: 'backup', by: desk.by, detail: { rehearsal: rehearsal.code } })
}

/** Opens the store with a secret that one of its key slots knows, and everything that belongs to the beginning of work. */
export async function open(desk: Desk, secret: string, by: string | undefined): Promise<Awaited<ReturnType<Handlers<Desk>['office.unlock']>>> {
  // Behind the lock an import may still be at work: nothing of it is tidied away under its hands.
  const goesOn = desk.isHidden
  const opened = desk.unlock(secret, by)
  if (!opened.ok) return opened
  desk.store.events.note({ kind: 'unlock', by: desk.by })
  if (goesOn) return ok({ office: officeInfo(desk) })
  noteRestored(desk)
  const unclean = noteBeginning(desk.store, desk.by)
  noteDay(desk)
  const before = noteProgram(desk)
  await setUpExchange(desk)
  const handover = await settleHandOver(desk)
  backUpSoon(desk)
  watchDay(desk)
  return ok({ office: { ...officeInfo(desk), ...(handover ? { handover } : {}), ...(unclean ? { unclean_exit: unclean } : {}), ...(before === null ? {} : { updated_from: before }) } })
}

const uiKeys = ['font_size', 'contrast', 'lock_minutes', 'overdue_days', 'out_folder'] as const

export const officeHandlers = {
  'office.state': (_input, desk) => {
    const where = { data_dir: desk.dir, ...(desk.practice ? { practice: true as const } : {}) }
    if (desk.isOpen) return ok({ ...where, phase: 'open', office: officeInfo(desk), names: desk.store.settings.get<readonly string[]>('names', []), failure: null })
    if (desk.isHidden) return ok({ ...where, phase: 'locked', office: null, names: [], failure: null })
    if (!desk.exists()) return ok({ ...where, phase: 'new', office: null, names: [], failure: null })
    const failure = startFailure(desk.dir)
    return ok({ ...where, phase: failure ? 'failed' : 'locked', office: null, names: [], failure: failure ? { code: failure.code, ...(failure.detail ? { detail: failure.detail } : {}) } : null })
  },
  'office.init': init,
  'office.unlock': ({ password, by }, desk) => open(desk, password, by),
  'office.lock': ({ why }, desk) => {
    if (!desk.isOpen) return ok({ locked: true })
    backUpAtLeaving(desk)
    desk.lock()
    desk.tell({ kind: 'locked', why: why ?? 'asked' })
    return ok({ locked: true })
  },
  'office.began': ({ on }, desk) => began(desk, on),
  'office.password': ({ old, fresh }, desk) => {
    const changed = desk.store.backups.changePassword(old, fresh)
    if (!changed.ok) return changed
    desk.store.events.note({ kind: 'password', by: desk.by })
    return ok({ changed: true })
  },
  'settings.get': (_input, desk) => ok({ settings: desk.settings, ui: desk.store.settings.get<Data>('ui', {}) }),
  'settings.set': ({ settings, ui }, desk) => {
    if (settings) {
      if (typeof settings['age_bands'] === 'string' && readAgeBands(settings['age_bands']) === null) return fail('bad-input', { field: 'settings.age_bands' })
      const known = desk.settings
      for (const [key, value] of Object.entries(settings)) {
        if (!Object.hasOwn(known, key) || typeof value !== typeof known[key as keyof typeof known]) return fail('bad-input', { field: `settings.${key}` })
      }
      desk.store.settings.set('settings', { ...known, ...settings })
      desk.forgetRules()
    }
    if (ui && !isPlain(ui)) return fail('bad-input', { field: 'ui' })
    if (ui) {
      const kept = Object.fromEntries(Object.entries(ui).filter(([key]) => (uiKeys as readonly string[]).includes(key)))
      desk.store.settings.set('ui', { ...desk.store.settings.get<Data>('ui', {}), ...kept })
    }
    return ok({ settings: desk.settings, ui: desk.store.settings.get<Data>('ui', {}) })
  },
  'event.note': ({ kind, about, detail }, desk) => {
    desk.store.events.note({ kind, by: desk.by, ...(about === undefined ? {} : { about }), ...(detail === undefined ? {} : { detail: { what: detail } }) })
    return ok({ noted: true })
  },
} satisfies Partial<Handlers<Desk>>

/** Office, unlocking, settings, rules, backups: what the window and the command line may ask of the store's keeper. */
import { arrayOf, bag, boolean, command, day, integer, nonEmpty, object, oneOf, optional, string } from '../input'
import type { Data } from '../fields'
import type { FieldSetting } from '../records/own-fields'
import type { Settings } from '../rules/rule-book'
import type { ErrorCode } from '../result'

export interface OfficeInfo {
  readonly role: 'town' | 'county'
  readonly code: string
  readonly name: string
  readonly county_name: string | null
  readonly province: string | null
  /** Said when the province has no preset of its own. */
  readonly rules_note: string | null
  readonly term: { readonly id: string; readonly no: number; readonly name: string; readonly quota: number | null } | null
  readonly office_id: string
  readonly chair: string | null
  /** 启用日期: what was due before is never overdue; absent where nobody said. */
  readonly began_on?: string
  /** Where nobody said: the day on which the first record was made with the program. */
  readonly began_proposed?: string
  /** Who works now, as chosen at unlock. */
  readonly by: string
  readonly device: { readonly id: string; readonly letter: string }
  readonly paired: { readonly county: string; readonly fingerprint: string; readonly keys_since?: string } | null
  /** Twelve digits that stand for this computer's key: read aloud when another office asks which computer it is. */
  readonly check_no?: string
  readonly last_backup: string | null
  /** Fields of its own, and what it calls the given ones. */
  readonly fields?: readonly FieldSetting[]
  /** Asia/Shanghai. */
  readonly today: string
  /** The last day of work before, where today is implausibly far from it: the computer's date is to be checked. */
  readonly clock_doubt?: string
  /** The cloud program's folder in which the data lies: said on the first page, for it may break there. */
  readonly cloud_folder?: string
  /** The last time the application ended without closing the office; it was looked over since, `sound` = nothing is damaged. */
  readonly unclean_exit?: { readonly sound: boolean }
  /** A handover that was cut off the last time, said once. */
  readonly handover?: HandoverCutOff
  /** Of the program that opened the office the time before, where it was another one: said once. */
  readonly updated_from?: string
  /** A code for a forgotten password was made and can be in its envelope. */
  readonly has_recovery_code?: true
  /** Made-up people and matters, to try things out. */
  readonly practice?: true
  /** A further computer of its town that has not got what the county has: it takes no entries yet. */
  readonly county_first?: true
  /** The office went to another computer that day; this one is closed. */
  readonly moved?: { readonly on: string; readonly file: string }
}

/** The power went during a handover: `done` = it held and was brought to its end, without the recovery slip, else nothing has changed. */
export interface HandoverCutOff {
  readonly by: string
  readonly done: boolean
}

export interface OfficeState {
  readonly phase: 'new' | 'locked' | 'open' | 'failed'
  readonly data_dir: string
  readonly office: OfficeInfo | null
  /** Names used here before, newest first. */
  readonly names: readonly string[]
  readonly failure: { readonly code: ErrorCode; readonly detail?: Readonly<Record<string, unknown>> } | null
  /** The window looks at the practice office. */
  readonly practice?: true
}

export interface DoctorFinding {
  readonly check: string
  readonly ok: boolean
  readonly count: number
  readonly fixed: number
  readonly detail: string
  /** First records that are concerned. */
  readonly ids: readonly string[]
}

const init = object({
  role: oneOf('town', 'county'), code: nonEmpty(12), name: nonEmpty(50), province: optional(string(20)), county_name: optional(string(50)),
  term: optional(integer(1, 99)), term_start: optional(day), quota: optional(integer(1, 400)), password: nonEmpty(200), by: optional(string(20)), began_on: optional(day),
})

export const officeCommands = {
  'office.state': command<OfficeState>()(object({})),
  'office.init': command<{ readonly office: OfficeInfo }>()(init),
  'office.unlock': command<{ readonly office: OfficeInfo }>()(object({ password: nonEmpty(200), by: optional(string(20)) })),
  /** `idle` = nobody was there, or the computer itself went to its lock screen or to sleep. */
  'office.lock': command<{ readonly locked: true }>()(object({ why: optional(oneOf('asked', 'idle')) })),
  /** Opens the practice office, making it the first time; `again` makes it anew. `demo-data` where the store is a real one. */
  'office.practice': command<{ readonly office: OfficeInfo }>()(object({ again: optional(boolean), job: optional(string(40)) })),
  /** 启用日期; without a day nothing is history only because it is old. */
  'office.began': command<{ readonly office: OfficeInfo }>()(object({ on: optional(day) })),
  'office.password': command<{ readonly changed: true }>()(object({ old: nonEmpty(200), fresh: nonEmpty(200) })),
  'settings.get': command<{ readonly settings: Settings; readonly ui: Data }>()(object({})),
  'settings.set': command<{ readonly settings: Settings; readonly ui: Data }>()(object({ settings: optional(bag), ui: optional(bag) })),
  'doctor.run': command<{ readonly ok: boolean; readonly findings: readonly DoctorFinding[] }>()(object({ fix: optional(boolean), job: optional(string(40)) })),
  'event.note': command<{ readonly noted: true }>()(object({ kind: oneOf('view', 'print', 'export'), about: optional(string(60)), detail: optional(string(200)) })),
  'seed.run': command<{ readonly counts: Readonly<Record<string, number>> }>()(object({
    years: optional(integer(1, 10)), scale: optional(integer(1, 100)), seed: optional(integer(0, 2 ** 31)), towns: optional(integer(1, 400)), index: optional(integer(0, 400)),
    profile: optional(oneOf('ordinary', 'inspections', 'stations')), names: optional(arrayOf(string(50), 400)), password: optional(nonEmpty(200)),
  })),
} as const

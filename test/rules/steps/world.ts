/**
 * A small office in memory for tests of steps: records are added, steps run through the real engine with the real rule book and real
 * declarations, and what they make is kept, as the store would.
 */
import { Facts } from '../../../shared/facts'
import type { Data, Value } from '../../../shared/fields'
import type { Rec, StatusEntry } from '../../../shared/record'
import { declarationOf } from '../../../shared/records'
import type { Result } from '../../../shared/result'
import { ruleBook } from '../../../shared/rules/presets'
import { defaultSettings, type RuleBook, type Settings } from '../../../shared/rules/rule-book'
import { runStep, type StepOutcome } from '../../../shared/steps/run-step'
import { asValue, firstLog, wholeLog } from '../../../shared/steps/status-log'
import { machineOf } from '../../../shared/steps'
import type { Machine, SideChange } from '../../../shared/steps/step'

const town = '511322100'

export class World {
  readonly records = new Map<string, Rec>()
  today = '2025-12-31'
  rules: RuleBook = ruleBook(null)
  settings: Settings = defaultSettings
  deviceLetter = ''
  role: 'town' | 'county' = 'town'
  /** Another machine in the place of the real one of its type: what tests of tests break. */
  readonly machines = new Map<string, Machine>()
  #count = 0

  get facts(): Facts {
    return new Facts(this.records.values())
  }

  /** Saves a record and returns its id; `status` other than the first is reached on `day` without a step. */
  add(type: string, fields: Data = {}, status?: string, day = '2022-01-01'): string {
    const id = `${type}-${String(++this.#count)}`
    this.#save({ type, id, fields }, status, day)
    return id
  }

  #save({ type, id = '', fields }: SideChange, status?: string, day?: string): void {
    const declaration = declarationOf(type)
    if (!declaration) throw new Error(`no type ${type}`)
    const at = { today: this.today, now: `${this.today}T09:00:00+08:00`, by: '周敏' }
    const log: StatusEntry[] = [...firstLog(machineOf(type), declaration, fields, at)]
    const first = declaration.firstStatus
    if (status !== undefined && status !== first) {
      log.push({ step: 'given', from: first ?? '', to: status, event_on: day ?? this.today, entered_at: at.now, by: at.by })
    }
    const now = status ?? first
    this.records.set(id, { id, type, org: town, version: 'v', deleted: false, ...(now === undefined ? {} : { status: now }), fields: { ...fields, ...(first === undefined ? {} : { status_log: asValue(log) }) } })
  }

  /** Runs a step and keeps what it did. */
  act(id: string, stepName: string, input: Data = {}): Result<StepOutcome> {
    const rec = this.get(id)
    const machine = this.machines.get(rec.type) ?? machineOf(rec.type)
    if (!machine) throw new Error(`no machine ${rec.type}`)
    const done = runStep({
      machine, rec, stepName, input, today: this.today, now: `${this.today}T10:00:00+08:00`, by: '周敏', lookup: this.facts, rules: this.rules,
      settings: this.settings, deviceLetter: this.deviceLetter, role: this.role, newId: () => `new-${String(++this.#count)}`,
    })
    if (!done.ok) return done
    this.records.set(id, { ...rec, status: done.value.status, fields: done.value.fields })
    for (const side of done.value.side) this.#apply(side)
    return done
  }

  #apply(side: SideChange): void {
    if (side.id !== undefined && side.delete === true) {
      this.records.delete(side.id)
      return
    }
    const standing = side.id === undefined ? undefined : this.records.get(side.id)
    if (!standing) {
      const parts = ['suggestion', 'about', 'event', 'round', 'unit', 'aspect', 'mandate'].map((key) => side.fields[key]).filter((value) => value !== undefined)
      this.#save({ ...side, id: side.id ?? [side.type, ...parts.map((part) => JSON.stringify(part))].join(':') })
      return
    }
    const fields: Record<string, Value | undefined> = { ...standing.fields }
    for (const [key, value] of Object.entries(side.fields)) {
      if (value === null) Reflect.deleteProperty(fields, key)
      else fields[key] = value
    }
    this.records.set(standing.id, { ...standing, fields, ...(side.status === undefined ? {} : { status: side.status }) })
  }

  get(id: string): Rec {
    const rec = this.records.get(id)
    if (!rec) throw new Error(`no record ${id}`)
    return rec
  }

  /** Status after a step that must succeed. */
  did(id: string, stepName: string, input: Data = {}): string {
    const done = this.act(id, stepName, input)
    if (!done.ok) throw new Error(`${stepName} refused: ${JSON.stringify(done)}`)
    return done.value.status
  }

  /** Codes of the warnings of a step that must succeed. */
  warned(id: string, stepName: string, input: Data = {}): readonly string[] {
    const done = this.act(id, stepName, input)
    if (!done.ok) throw new Error(`${stepName} refused: ${JSON.stringify(done)}`)
    return done.value.warnings.map((warning) => warning.code)
  }

  /** Code, reason, field and missing keys of a step that must be refused; nothing may have changed. */
  refused(id: string, stepName: string, input: Data = {}): Readonly<Record<string, unknown>> {
    const before = JSON.stringify([...this.records])
    const done = this.act(id, stepName, input)
    if (done.ok) throw new Error(`${stepName} was not refused`)
    if (JSON.stringify([...this.records]) !== before) throw new Error(`${stepName} was refused and changed something`)
    const { because, missing } = done.detail ?? {}
    return {
      code: done.code, ...(because === undefined ? {} : { because }), ...(done.field === undefined ? {} : { field: done.field }),
      ...(Array.isArray(missing) && missing.length > 0 ? { missing } : {}),
    }
  }

  log(id: string): readonly StatusEntry[] {
    return wholeLog(this.get(id).fields)
  }

  /** All living records of a type, without system keys. */
  all(type: string): readonly Data[] {
    return [...this.records.values()].filter((rec) => rec.type === type).map(({ fields: { status_log: _, ...fields } }) => fields)
  }

  /** The 19th term with its third session, deputies in office since 2022 and two units. */
  term(deputies = 3): { readonly term: string; readonly session: string; readonly mandates: readonly string[]; readonly roads: string; readonly water: string } {
    const term = this.add('term', { no: 19, first_meeting_on: '2021-12-20' })
    const session = this.add('session', { term, no: 3, kind: '2', start_on: '2025-01-15', end_on: '2025-01-16' }, '已闭会', '2025-01-16')
    const mandates = Array.from({ length: deputies }, () => this.deputy(term))
    return { term, session, mandates, roads: this.add('organisation', { name: '镇交通站' }), water: this.add('organisation', { name: '镇水利站' }) }
  }

  /** A deputy of the town in office since 2022. */
  deputy(term: string, more: Data = {}, status = '在任', day = '2022-01-01'): string {
    const person = this.add('person', { name: '李代表' })
    return this.add('mandate', { person, level: '5', term, nth: 1, ...more }, status, day)
  }
}

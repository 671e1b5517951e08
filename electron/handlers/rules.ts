/** The rules of the office: list, change by hand, updates, notices of holidays, and the way back. */
import { basename, dirname } from 'node:path'
import { fail, ok } from '../../shared/result'
import { editedRule } from '../../shared/rules/own-rule'
import { ruleBook } from '../../shared/rules/presets'
import { nationalRules } from '../../shared/rules/presets/national'
import { readHolidays } from '../../shared/rules/read-holidays'
import { readRuleFile, ruleDifferences, writeRuleFile } from '../../shared/rules/rule-file'
import { officialHolidays, type HolidayTable } from '../../shared/rules/workdays'
import { ruleName } from '../../shared/text/rules'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { putDocument } from './put-document'
import { changeRules, changesDone, ownRules, undoRules } from './rule-change'
import { dropOffer, offersOf, textOfFile, updateFrom } from './rule-files'

const isRule = (key: string): boolean => nationalRules.some((entry) => entry.key === key)
const unknown = (key: string) => fail('not-found', { field: 'key', detail: { id: key } })

/** Entries of `own` with `next` in place of those of the same key. */
const replaced = <T>(own: readonly T[], next: readonly T[], keyOf: (one: T) => string | number): readonly T[] => {
  const keys = new Set(next.map(keyOf))
  return [...own.filter((one) => !keys.has(keyOf(one))), ...next]
}

const withTables = (own: readonly HolidayTable[], tables: readonly HolidayTable[]): readonly HolidayTable[] => replaced(own, tables, (table) => table.year)

export const ruleHandlers = {
  'rules.list': (_input, desk) => {
    const { entries: own, holidays, shift } = ownRules(desk)
    const last = changesDone(desk).at(-1)
    const years = withTables(officialHolidays, holidays)
    return ok({
      province: desk.rules.province, note: desk.rules.note ?? null, entries: desk.rules.all(), defaults: ruleBook(desk.store.office.province ?? null).all(), own: own.map((entry) => entry.key), shift,
      holidays: [...years].sort((a, b) => a.year - b.year).map((table) => ({ ...table, own: holidays.includes(table) })),
      last: last ? { what: last.what, by: last.by, at: last.at } : null,
      offers: offersOf(desk).flatMap(({ id, text }) => {
        const read = readRuleFile(text, desk.today)
        return read.ok ? [{ id, title: read.value.title, from: read.value.from, issued_on: read.value.issued_on }] : []
      }),
    })
  },
  'rules.set': ({ move, dry_run: dryRun, ...edit }, desk) => {
    if (!isRule(edit.key)) return unknown(edit.key)
    const entry = editedRule(desk.rules.entry(edit.key), edit, desk.today)
    if (!entry.ok) return entry
    const own = ownRules(desk)
    const next = { ...own, entries: replaced(own.entries, [entry.value], (one) => one.key) }
    return changeRules(desk, next, { what: `改“${ruleName(edit.key)}”`, ...(move ? { move } : {}), ...(dryRun ? { dryRun } : {}) })
  },
  'rules.reset': ({ key, move, dry_run: dryRun }, desk) => {
    const own = ownRules(desk)
    if (!isRule(key)) return unknown(key)
    return changeRules(desk, { ...own, entries: own.entries.filter((entry) => entry.key !== key) }, { what: `“${ruleName(key)}”恢复默认`, ...(move ? { move } : {}), ...(dryRun ? { dryRun } : {}) })
  },
  'rules.update': async ({ adopt, move, ...source }, desk) => {
    const update = await updateFrom(desk, source)
    if (!update.ok) return update
    const own = ownRules(desk)
    const { title, from, issued_on, entries, holidays } = update.value
    const differences = ruleDifferences(desk.rules, update.value)
    const next = { ...own, entries: replaced(own.entries, entries, (entry) => entry.key), holidays: withTables(own.holidays, holidays) }
    const changed = changeRules(desk, next, { what: `采用“${title}”`, dryRun: adopt !== true, ...(move ? { move } : {}) })
    if (!changed.ok) return changed
    if (adopt === true && source.offer !== undefined) dropOffer(desk, source.offer)
    return ok({ ...changed.value, update: { title, from, issued_on }, differences, holidays })
  },
  'rules.refuse': ({ offer }, desk) => {
    const refused = dropOffer(desk, offer)
    if (refused) desk.store.events.note({ kind: 'rules', by: desk.by, detail: { what: '不采用县里的规则更新' } })
    return ok({ refused })
  },
  'rules.undo': (_input, desk) => undoRules(desk),
  'rules.export': async ({ to, offer, title }, desk) => {
    const { entries, holidays } = ownRules(desk)
    if (offer === true && desk.store.office.role !== 'county') return fail('wrong-role')
    const { name } = desk.store.office
    const text = writeRuleFile({ title: title?.trim() || `${name}规则更新`, from: name, issued_on: desk.today, entries, holidays })
    if (offer === true) desk.store.settings.set('rules_offered', entries.length + holidays.length === 0 ? null : text)
    if (to === undefined) return ok({ file: null, entries: entries.length, holidays: holidays.length })
    const [folder, file] = to.endsWith('.zrule') ? [dirname(to), basename(to)] : [to, `${name}规则更新${desk.today.replaceAll('-', '')}.zrule`]
    const made = await putDocument(desk, folder, file, 'zrule', Buffer.from(text))
    if (!made.ok) return { ...made, field: 'to' }
    const { path, aside } = made.value
    return ok({ file: path, entries: entries.length, holidays: holidays.length, ...(aside === undefined ? {} : { aside }) })
  },
  'holidays.read': async ({ text, file, year, adopt, move }, desk) => {
    const told = file === undefined ? ok(text ?? '') : await textOfFile(file)
    // A photo or a program has no days in it: said as of any other text without them.
    const given = !told.ok && told.code === 'unknown-type-of-file' ? ok('') : told
    if (!given.ok) return given
    const table = readHolidays(given.value, desk.today, year)
    if (!table.ok) return table
    const own = ownRules(desk)
    const changed = changeRules(desk, { ...own, holidays: withTables(own.holidays, [table.value]) }, { what: `${table.value.year}年放假安排`, dryRun: adopt !== true, ...(move ? { move } : {}) })
    return changed.ok ? ok({ ...changed.value, table: table.value }) : changed
  },
  'holidays.remove': ({ year, move, dry_run: dryRun }, desk) => {
    const own = ownRules(desk)
    return changeRules(desk, { ...own, holidays: own.holidays.filter((table) => table.year !== year) }, { what: `去掉${year}年放假安排`, ...(move ? { move } : {}), ...(dryRun ? { dryRun } : {}) })
  },
  'rules.shift': ({ on, move, dry_run: dryRun }, desk) =>
    changeRules(desk, { ...ownRules(desk), shift: on }, { what: on ? '期限遇休息日顺延' : '期限遇休息日不顺延', ...(move ? { move } : {}), ...(dryRun ? { dryRun } : {}) }),
} satisfies Partial<Handlers<Desk>>

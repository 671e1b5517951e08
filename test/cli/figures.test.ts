/** Figures, documents, backups and a county with its town, in the spawned process. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { cli, folder, refusal, run, town, type Printed } from './support/run'

interface Part { readonly key: string; readonly name: string; readonly value: number | null; readonly rate: number | null }
interface Figure { readonly id: string; readonly name: string; readonly unit: string; readonly value: number | null; readonly rate: number | null; readonly parts?: readonly Part[] }
interface Check { readonly id: string; readonly ok: boolean; readonly detail: string }
interface Stats { readonly indicators: readonly Figure[]; readonly checks: readonly Check[]; readonly towns?: readonly { readonly code: string; readonly indicators: readonly Figure[] }[] }

const base = folder()
const county = path.join(base, 'county')
const office = path.join(base, 'county', 'sample', 'town-01')
const year = ['--from', '2025-01-01', '--to', '2025-12-31'] as const

beforeAll(() => {
  run(['types'])
  cli(['init', '--data', county, '--role', 'county', '--code', '511321', '--name', '南部县'])
  const { counts } = cli<{ counts: Readonly<Record<string, number>> }>(['seed', '--data', county, '--towns', '1', '--years', '2', '--seed', '5'])
  expect(counts['suggestion']).toBeGreaterThan(20)
}, 240_000)

test('statistics print every indicator once, and every identity holds', () => {
  const stats = cli<Stats>(['stats', '--data', office, ...year])
  expect(stats.indicators).toHaveLength(new Set(stats.indicators.map((one) => one.id)).size)
  expect(stats.indicators).toHaveLength(173)
  for (const one of stats.indicators) expect(Object.keys(one).filter((key) => key !== 'parts'), one.id).toEqual(['id', 'name', 'unit', 'value', 'rate'])
  expect(stats.checks.map((check) => check.id)).toEqual(Array.from({ length: 22 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`))
  expect(stats.checks.filter((check) => !check.ok)).toEqual([])
  const empty = cli<Stats>(['stats', '--data', office, '--from', '1990-01-01', '--to', '1990-12-31'])
  const rateOf = (id: string) => empty.indicators.find((one) => one.id === id)?.rate
  expect([rateOf('B5.09'), rateOf('B5.23'), rateOf('B8.12'), rateOf('B2.09')]).toEqual([null, null, null, null])
}, 60_000)

test('the records behind a figure are as many as it says', () => {
  const { indicators } = cli<Stats>(['stats', '--data', office, ...year])
  const valueOf = (path: string): number | null | undefined => {
    const [id, part] = path.split('/')
    const figure = indicators.find((one) => one.id === id)
    return part === undefined ? figure?.value : figure?.parts?.find((one) => one.key === part)?.value
  }
  for (const asked of ['B1.05', 'B1.12/之家', 'B5.02', 'B5.07/02', 'B5.09', 'B8.02', 'B8.11', 'B10.01', 'B10.11']) {
    expect(cli<{ ids: readonly string[] }>(['drill', asked, '--data', office, ...year]).ids.length, asked).toBe(valueOf(asked))
  }
}, 60_000)

test('the county adds up its town, by name as well', () => {
  const all = cli<Stats>(['stats', '--data', county, ...year, '--by-town'])
  const own = cli<Stats>(['stats', '--data', office, ...year])
  const of = (stats: Stats, id: string) => stats.indicators.find((one) => one.id === id)?.value
  expect(all.towns?.map((one) => one.code)).toEqual(['511321101'])
  expect(all.checks.filter((check) => !check.ok)).toEqual([])
  for (const id of ['B1.05', 'B5.02', 'B6.01', 'B8.01', 'B8.11', 'B9.03']) expect(of(all, id), id).toBe(of(own, id))
  expect(cli<{ towns: unknown[] }>(['board', '--data', county]).towns).toMatchObject([{ code: '511321101', complete: true, open_issues: 0, pending_attachments: 0 }])
  expect(cli<{ items: unknown[] }>(['conflicts', '--data', county])).toEqual({ items: [] })
}, 60_000)

test('documents are written and named with their sums', () => {
  const out = path.join(base, 'out')
  const { files } = cli<{ files: readonly { path: string; kind: string; sha256: string }[] }>(['report', '--data', office, '--year', '2025', '--out', out, '--kind', 'annual', '--kind', 'table'])
  expect(files.map((file) => file.kind)).toEqual(['docx', 'xlsx'])
  for (const file of files) expect(createHash('sha256').update(readFileSync(file.path)).digest('hex'), file.path).toBe(file.sha256)
  expect(refusal(['report', '--data', office, '--year', '2025', '--out', out, '--kind', 'novel'])).toMatchObject({ code: 'bad-input', exit: 1 })
}, 60_000)

test('the official papers of a year are a folder of files, that of one record is one file', () => {
  const out = path.join(base, 'papers')
  const { files } = cli<{ files: readonly { path: string; kind: string }[] }>(['report', '--data', office, '--year', '2025', '--out', out, '--kind', 'minutes,suggestion-table'])
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter((file) => path.basename(path.dirname(file.path)).endsWith('2025年_会议纪要')).length).toBe(files.length - 1)
  const { rows } = cli<{ rows: readonly { id: string; status: string }[] }>(['list', 'presidium_meeting', '--data', office])
  const held = rows.find(({ status }) => ['已结束', '已归档'].includes(status))?.id ?? ''
  expect(cli<{ files: readonly unknown[] }>(['report', '--data', office, '--kind', 'minutes', '--id', held, '--out', out]).files).toHaveLength(1)
  expect(refusal(['report', '--data', office, '--out', out, '--kind', 'minutes'])).toMatchObject({ code: 'usage', exit: 2 })
}, 60_000)

test('a package is looked at without being taken in, and a file that is none says so in the same words', () => {
  const stick = path.join(base, 'stick')
  const { file } = cli<{ file: string }>(['export', '--data', office, '--to', stick, '--always'])
  expect(cli(['verify', file])).toMatchObject({ ok: true, code: null, from: { org: '511321101' }, type: 'up' })
  expect(cli(['verify', file, '--data', county])).toMatchObject({ ok: true, code: null, counts: {} })
  const none = path.join(base, 'none.zpk')
  writeFileSync(none, 'no package')
  expect(cli(['verify', none])).toEqual({ ok: false, code: 'not-a-package', from: null, counts: {} })
  expect(cli(['import', none, '--data', county])).toMatchObject({ files: [{ file: none, state: 'HELD', code: 'not-a-package' }] })
  expect(refusal(['verify', path.join(base, 'nowhere.zpk')])).toMatchObject({ code: 'file-not-found', exit: 1 })
}, 60_000)

test('a new computer is admitted by the number that the look has shown, and no other one under its path', () => {
  const [stick, fresh] = [path.join(base, 'stick-of-a-new-town'), path.join(base, 'new-town')]
  cli(['init', '--data', fresh, '--role', 'town', '--code', '511321199', '--name', '三河镇'])
  const slip = cli<{ file: string; code: string }>(['invite', '--data', county, '--code', '511321199', '--name', '三河镇', '--out', stick])
  cli(['join', slip.file, '--data', fresh], { env: { ZHEN_CODE: slip.code } })
  const { file } = cli<{ file: string }>(['export', '--data', fresh, '--to', stick])
  const { files } = cli<{ files: readonly { newcomer: { check_no: string } }[] }>(['import', file, '--data', county, '--dry-run'])
  const shown = files[0]?.newcomer.check_no ?? ''
  expect(cli(['import', file, '--data', county, '--approve', '--check-no', '123412341234'])).toMatchObject({ files: [{ state: 'HELD', code: 'awaiting-approval', detail: { reason: 'other-computer', check_no: shown } }] })
  expect(cli(['import', file, '--data', county, '--approve', '--check-no', shown])).toMatchObject({ files: [{ state: 'COMMITTED' }] })
}, 60_000)

test('a record changed in two places is one conflict, decided by naming a writer', () => {
  const stick = path.join(base, 'stick-of-conflicts')
  const [person] = cli<{ rows: readonly Printed[] }>(['list', 'person', '--data', office, '--limit', '1']).rows
  const id = person?.id ?? ''
  cli(['set', id, '--data', office, '--by', '李干事'], { stdin: '{"native_place":"阆中"}' })
  cli(['set', id, '--data', county, '--by', '王科长'], { stdin: '{"native_place":"南部"}' })
  const { file } = cli<{ file: string }>(['export', '--data', office, '--to', stick])
  expect(cli(['import', file, '--data', county])).toMatchObject({ files: [{ state: 'COMMITTED', counts: { conflict: 1 } }] })
  const { items } = cli<{ items: readonly { id: string; heads: readonly { writer: string; fields: Record<string, unknown> }[] }[] }>(['conflicts', '--data', county])
  expect(items.map((item) => [item.id, new Map(item.heads.map((head) => [head.writer, head.fields['native_place']]))])).toEqual([[id, new Map([['王科长', '南部'], ['李干事', '阆中']])]])
  expect(refusal(['resolve', id, '--take', '张三', '--data', county])).toMatchObject({ code: 'ref-not-found', field: 'take' })
  expect(cli<Printed>(['resolve', id, '--take', '李干事', '--data', county])).toMatchObject({ id, status: null, fields: { native_place: '阆中' } })
  expect(cli(['conflicts', '--data', county])).toEqual({ items: [] })
}, 60_000)

describe('a backup', () => {
  test('gives every record back, and replaces what was there', () => {
    const file = path.join(base, 'backup.zrb')
    const copy = path.join(base, 'copy')
    const before = run(['dump', '--data', office]).out
    expect(cli(['backup', '--data', office, '--to', file])).toMatchObject({ ok: true, records: before.split('\n').length - 1 })
    expect(refusal(['restore', file, '--data', copy], { env: { ZHEN_PASSWORD: 'falsch' } })).toMatchObject({ code: 'wrong-password' })
    expect(cli(['restore', file, '--data', copy])).toMatchObject({ ok: true })
    expect(run(['dump', '--data', copy]).out).toBe(before)
    const [person] = cli<{ rows: readonly Printed[] }>(['list', 'person', '--data', copy, '--limit', '1']).rows
    cli(['set', person?.id ?? '', '--data', copy], { stdin: '{"native_place":"阆中"}' })
    cli(['restore', file, '--data', copy])
    expect(run(['dump', '--data', copy]).out).toBe(before)
    expect(cli(['doctor', '--data', copy])).toMatchObject({ ok: true })
    expect(refusal(['restore', path.join(base, 'none'), '--data', copy])).toMatchObject({ code: 'file-not-found' })
  }, 120_000)
})

test('a roster goes in by a trial first, under headings of its own', () => {
  const data = town(path.join(base, 'roster'))
  const file = path.join(base, 'roster.csv')
  writeFileSync(file, '青石镇人大代表花名册\n人名,性别,民族,身份证号,政治面貌,学历\n张　三,男,苗,11010519491231002X,党员,本科\n李四,女,汉,5.11321E+17,群,大专\n李四,女,汉,5.11321E+17,群,大专\n,男,,,,\n合计,2,,,,\n')
  const asked = ['roster', file, '--data', data, '--map', '人名=姓名', '--confirm-on', '2021-12-21']
  const trial = cli<{ errors: unknown[]; warnings: readonly { row: number; code: string }[] }>([...asked, '--dry-run'])
  expect(trial).toMatchObject({ rows: 4, new: 2, changed: 0, same: 1, errors: [{ row: 6, code: 'name-empty', column: '人名' }] })
  expect(trial.warnings.map((warning) => [warning.row, warning.code])).toEqual([[3, 'sex-mismatch'], [4, 'id-as-number'], [5, 'repeated-row']])
  expect(cli<{ total: number }>(['list', 'person', '--data', data]).total).toBe(0)
  expect(cli(asked)).toEqual(trial)
  const { rows } = cli<{ rows: readonly Printed[] }>(['list', 'mandate', '--data', data])
  expect(rows.map((row) => [row.status, row.fields['confirm_on']])).toEqual([['在任', '2021-12-21'], ['在任', '2021-12-21']])
  expect(cli<{ rows: readonly Printed[] }>(['list', 'person_private', '--data', data]).rows.map((row) => row.fields['id_no'])).toEqual(['11010519491231002X'])
  expect(cli(asked)).toMatchObject({ new: 0, changed: 0, same: 3 })
}, 90_000)

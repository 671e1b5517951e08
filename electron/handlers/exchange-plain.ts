/** Plain hand-in: for a county that takes no encrypted file, a folder of .xlsx and .docx from the same records and figures. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { MadeFile } from '../../shared/contract/figures'
import { fileSafe } from '../../shared/exchange/names'
import { indicatorOf } from '../../shared/indicators'
import type { Rec } from '../../shared/record'
import { declarationOf, declarations, recordTypes, type RecordTypeName } from '../../shared/records'
import { chineseDay, type Block } from '../../shared/report/block'
import { fail, ok, type Result } from '../../shared/result'
import { docxOf, xlsxOf } from '../documents/write-document'
import type { Sheet } from '../documents/xlsx'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { putDocument } from './put-document'
import { groupOf } from './exchange-state'
import { controlTotals } from './exchange-totals'
import { asJob, calledOff, type Job } from './job'
import { allRows } from './list-file'
import { asMasked, wholeRecord } from './print-record'
import { registerSheet } from './register-sheet'
import { makeDocument, type Kind } from './report-compose'
import { distinctTitles, type DistinctTitles } from './table-titles'

export type Privates = 'masked' | 'plain'

const documents: readonly (readonly [Kind, string])[] = [['table', '统计表'], ['annual', '主席团工作报告'], ['suggestions', '建议办理情况报告']]

/** The town's own living records in the order of their list, as they are kept. */
function living(desk: Desk, type: RecordTypeName): readonly Rec[] {
  const org = desk.store.office.code
  const listed = allRows(desk, { type })
  const place = new Map((listed.ok ? listed.value : []).map((rec, at) => [rec.id, at]))
  return desk.store.facts([org]).all(type).filter((rec) => rec.org === org && desk.store.resolve(rec.id) === rec.id)
    .sort((a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size))
}

function sheetOf(desk: Desk, type: RecordTypeName, masked: boolean, { titleOf }: DistinctTitles): Sheet | null {
  const recs = living(desk, type).map((rec) => wholeRecord(desk, rec)).map((rec) => (masked ? { ...rec, fields: asMasked(type, rec.fields) } : rec))
  return recs.length === 0 ? null : registerSheet(desk, desk.layouts.declaration(type) ?? declarationOf(type) ?? declarations[type], recs, titleOf)
}

interface Handed {
  readonly name: string
  readonly kind: string
  /** What is in it, for the cover. */
  readonly says: string
  readonly bytes: Uint8Array
}

/** Registers by what people call them; what stays in the town only where a person asked for it. */
function books(desk: Desk, privates: Privates | undefined): ReadonlyMap<string, readonly Sheet[]> {
  const groups = new Map<string, Sheet[]>()
  const titles = distinctTitles(desk)
  const put = (name: string, sheet: Sheet | null): void => {
    if (sheet) groups.set(name, [...(groups.get(name) ?? []), sheet])
  }
  for (const type of recordTypes) {
    if (type === 'file') continue
    if (declarations[type].scope === 'county') put(groupOf[declarations[type].menu ?? ''] ?? '其他', sheetOf(desk, type, false, titles))
    else if (privates !== undefined) put(privates === 'masked' ? '个人信息（已遮住）' : '个人信息', sheetOf(desk, type, privates === 'masked', titles))
  }
  return groups
}

const words: Readonly<Record<Privates | 'none', string>> = { none: '不含身份证号、电话和来访人姓名。', masked: '身份证号、电话等已遮住一部分。', plain: '含完整的身份证号、电话等个人信息，请妥善保管。' }

function coverBlocks(desk: Desk, asked: Asked, files: readonly Handed[]): readonly Block[] {
  const { name, code } = desk.store.office
  const last = `${String(asked.year)}-12-31`
  const day = desk.today < last ? desk.today : last
  const totals = Object.entries(controlTotals(desk, code, day)).map(([id, value]) => ({ cells: [indicatorOf(id)?.name ?? id, indicatorOf(id)?.unit ?? '', String(value)] }))
  const text = (paragraph: string): Block => ({ kind: 'paragraph', text: paragraph })
  return [
    { kind: 'title', text: '数据报送说明' }, text(`${name}（${code}）于${chineseDay(desk.today)}报送。本夹文件没有加密，${words[asked.privates ?? 'none']}`),
    text(`主要数字（${chineseDay(`${String(asked.year)}-01-01`)}至${chineseDay(day)}）：`),
    { kind: 'table', columns: [{ label: '项目', width: 60 }, { label: '单位', width: 15, align: 'center' }, { label: '数字', width: 25, align: 'right' }], rows: totals },
    text(`共${String(files.length)}个文件：`),
    { kind: 'table', columns: [{ label: '文件', width: 45 }, { label: '里面是什么', width: 55 }], rows: files.map((file) => ({ cells: [file.name, file.says] })) },
    text('登记簿每个工作表一类记录，表头以下每行一条。'),
  ]
}

interface Asked {
  readonly to: string
  readonly year: number
  readonly privates: Privates | undefined
}

/** Everything in memory first: what fails or is called off leaves no half folder. */
async function handedIn(desk: Desk, asked: Asked, job: Job): Promise<Result<readonly Handed[]>> {
  const files: Handed[] = []
  const groups = [...books(desk, asked.privates)]
  const all = documents.length + groups.length + 1
  for (const [kind, says] of documents) {
    job.progress(says, files.length, all)
    const made = await makeDocument(desk, asked.year, kind)
    if (!made.ok) return made
    files.push({ name: made.value.name, kind: made.value.ending, says: `${String(asked.year)}年${says}`, bytes: made.value.bytes })
    if (await calledOff(job)) return fail('cancelled')
  }
  for (const [group, sheets] of groups) {
    job.progress(`登记簿（${group}）`, files.length, all)
    files.push({ name: `登记簿_${fileSafe(group)}.xlsx`, kind: 'xlsx', says: sheets.map((sheet) => `${sheet.name}${String(sheet.rows.length)}条`).join('、'), bytes: await xlsxOf(sheets) })
    if (await calledOff(job)) return fail('cancelled')
  }
  files.push({ name: '报送说明.docx', kind: 'docx', says: '', bytes: await docxOf('数据报送说明', coverBlocks(desk, asked, files)) })
  return ok(files)
}

/** A folder of its own each time: what an earlier one holds, personal data perhaps, is not handed in with this one. */
function freshFolder(desk: Desk, to: string): string {
  const { code, name } = desk.store.office
  const base = path.join(to, '镇县数据', '明文报送', fileSafe(`${code}_${name}_${desk.today}`))
  for (let n = 1; ; n++) {
    const folder = n === 1 ? base : `${base}_${String(n)}`
    if (!existsSync(folder)) return folder
  }
}

async function plain(desk: Desk, asked: Asked, job: Job): Promise<Result<{ readonly folder: string; readonly files: readonly MadeFile[] }>> {
  if (desk.store.office.role !== 'town') return fail('wrong-role', { detail: { role: 'county' } })
  const handed = await handedIn(desk, asked, job)
  if (!handed.ok) return handed
  const folder = freshFolder(desk, asked.to)
  const files: MadeFile[] = []
  for (const { name, kind, bytes } of handed.value) {
    const made = await putDocument(desk, folder, name, kind, bytes)
    if (!made.ok) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
      return made
    }
    files.push(made.value)
  }
  desk.store.events.note({ kind: 'export', by: desk.by, about: 'plain', detail: { files: files.length, private: asked.privates ?? 'none' } })
  return ok({ folder, files })
}

export const plainHandlers = {
  'exchange.plain': ({ to, year, private: privates, job }, desk) => asJob(desk, job, (work) => plain(desk, { to, year: year ?? Number(desk.today.slice(0, 4)), privates }, work)),
} satisfies Partial<Handlers<Desk>>

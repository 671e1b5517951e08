/** Plain hand-in: for a county that takes no encrypted file, a folder of .xlsx and .docx from the same records and figures. */
import path from 'node:path'
import type { MadeFile } from '../../shared/contract/figures'
import { fileSafe } from '../../shared/exchange/names'
import type { Rec } from '../../shared/record'
import { declarations, recordTypes, type RecordTypeName } from '../../shared/records'
import type { Block } from '../../shared/report/block'
import { plainValue } from '../../shared/report/plain-value'
import { indicatorOf } from '../../shared/indicators'
import { fail, ok, type Result } from '../../shared/result'
import { putFile } from '../documents/put-file'
import type { RegisterSheet } from '../documents/register-book'
import { docxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { groupOf } from './exchange-state'
import { controlTotals } from './exchange-totals'
import { asMasked, wholeRecord } from './print-record'
import { makeDocument, type Kind } from './report-compose'

export type Privates = 'masked' | 'plain'

const documents: readonly Kind[] = ['table', 'annual', 'suggestions']

function living(desk: Desk, type: RecordTypeName): readonly Rec[] {
  const org = desk.store.office.code
  return desk.store.facts([org]).all(type).filter((rec) => rec.org === org && desk.store.resolve(rec.id) === rec.id)
}

/** A register as a sheet; columns that no record fills are left out but for the first ones. */
function sheetOf(desk: Desk, type: RecordTypeName, masked: boolean): RegisterSheet | null {
  const recs = living(desk, type).map((rec) => wholeRecord(desk, rec)).map((rec) => (masked ? { ...rec, fields: asMasked(type, rec.fields) } : rec))
  if (recs.length === 0) return null
  const { fields, label } = declarations[type]
  const titles = (id: string): string => desk.store.title(id)
  const keys = Object.keys(fields).filter((key) => fields[key]?.need === 'identity' || recs.some((rec) => (rec.fields[key] ?? '') !== ''))
  const hasStatus = recs.some((rec) => rec.status !== undefined)
  return {
    name: label, labels: [...keys.map((key) => fields[key]?.label ?? key), ...(hasStatus ? ['状态'] : [])],
    rows: recs.map((rec) => [...keys.map((key) => { const field = fields[key]; return field ? plainValue(field, rec.fields[key], titles) : '' }), ...(hasStatus ? [rec.status ?? ''] : [])]),
  }
}

interface Book {
  readonly name: string
  readonly sheets: readonly RegisterSheet[]
}

/** Registers by what people call them; what stays in the town only where a person asked for it. */
function books(desk: Desk, privates: Privates | undefined): readonly Book[] {
  const groups = new Map<string, RegisterSheet[]>()
  const put = (name: string, sheet: RegisterSheet | null): void => {
    if (sheet) groups.set(name, [...(groups.get(name) ?? []), sheet])
  }
  for (const type of recordTypes) {
    if (type === 'file') continue
    if (declarations[type].scope === 'county') put(groupOf[declarations[type].menu ?? ''] ?? '其他', sheetOf(desk, type, false))
    else if (privates !== undefined) put(privates === 'masked' ? '个人信息（已遮住）' : '个人信息', sheetOf(desk, type, privates === 'masked'))
  }
  return [...groups].map(([name, sheets]) => ({ name, sheets }))
}

const words: Readonly<Record<Privates | 'none', string>> = { none: '不含身份证号、电话和来访人姓名。', masked: '身份证号、电话等已遮住一部分。', plain: '含完整的身份证号、电话等个人信息，请妥善保管。' }

function coverBlocks(desk: Desk, privates: Privates | undefined, names: readonly string[]): readonly Block[] {
  const totals = Object.entries(controlTotals(desk, desk.store.office.code)).map(([id, value]) => `${indicatorOf(id)?.name ?? id}：${String(value)}${indicatorOf(id)?.unit ?? ''}`)
  const lines = [
    `${desk.store.office.name}于${desk.today}报送。本夹文件没有加密，${words[privates ?? 'none']}`, `主要数字（本年截至当日）：${totals.join('；')}。`,
    `共${String(names.length)}个文件：${names.join('、')}。`, '登记簿每个工作表一类记录，第一行是项目名称，单元格都是文本格式。',
  ]
  return [{ kind: 'title', text: '数据报送说明' }, ...lines.map((text): Block => ({ kind: 'paragraph', text }))]
}

async function plain(desk: Desk, to: string, year: number, privates: Privates | undefined): Promise<Result<{ readonly folder: string; readonly files: readonly MadeFile[] }>> {
  if (desk.store.office.role !== 'town') return fail('wrong-role', { detail: { role: 'county' } })
  const { registerBook } = await import('../documents/register-book')
  const { code, name } = desk.store.office
  const folder = path.join(to, '镇县数据', '明文报送', fileSafe(`${code}_${name}_${desk.today}`))
  const files: MadeFile[] = []
  const put = async (file: string, kind: string, bytes: Uint8Array): Promise<Result<true>> => {
    const made = await putFile(folder, file, kind, bytes)
    if (!made.ok) return made
    files.push(made.value)
    return ok(true)
  }
  for (const kind of documents) {
    const made = await makeDocument(desk, year, kind)
    if (!made.ok) return made
    const there = await put(made.value.name, made.value.ending, made.value.bytes)
    if (!there.ok) return there
  }
  for (const { name: book, sheets } of books(desk, privates)) {
    const there = await put(`登记簿_${fileSafe(book)}.xlsx`, 'xlsx', await registerBook(sheets))
    if (!there.ok) return there
  }
  const cover = await put('报送说明.docx', 'docx', await docxOf('数据报送说明', coverBlocks(desk, privates, files.map((file) => path.basename(file.path)))))
  if (!cover.ok) return cover
  desk.store.events.note({ kind: 'export', by: desk.by, about: 'plain', detail: { files: files.length, private: privates ?? 'none' } })
  return ok({ folder, files })
}

export const plainHandlers = {
  'exchange.plain': ({ to, year, private: privates }, desk) => plain(desk, to, year ?? Number(desk.today.slice(0, 4)), privates),
} satisfies Partial<Handlers<Desk>>

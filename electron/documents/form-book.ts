/**
 * The county's own form: an .xlsx is read cell by cell and filled by changing the text of its sheets alone, so that formulas, merges,
 * formats, print settings and everything else that this program does not know stay as they are. A spreadsheet library that reads and writes
 * the whole file would lose some of it.
 */
import { inflateRawSync } from 'node:zlib'
import { placeOf, type FormCell, type FormSheet, type Merge } from '../../shared/report/county-form'
import { fail, ok, type Result } from '../../shared/result'
import { fixZip, zipEntries, type Change } from './fix-zip'
import { xmlText } from './xml-text'
import { isBomb } from './zip-bomb'

/** A form is a few sheets; what claims to be more is none. */
const mostBytes = 4 * 1024 * 1024
const mostUnpacked = 60 * 1024 * 1024
const mostRows = 400
const mostColumns = 60

const decode = (text: string): string => text
  .replaceAll(/&#x([0-9a-f]{1,6});/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))).replaceAll(/&#(\d{1,7});/gu, (_, dec: string) => String.fromCodePoint(Number(dec)))
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')
const encode = (text: string): string => xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? null

/** Texts of a rich or plain string, without the readings that some programs put beside Chinese. */
const textsIn = (xml: string): string => [...xml.replaceAll(/<rPh[\s\S]*?<\/rPh>/gu, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/gu)].map(([, text]) => decode(text ?? '')).join('')

const cellPattern = /<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/gu

export interface Book {
  readonly sheets: readonly FormSheet[]
  /** Path of each sheet in the archive, in the same order. */
  readonly paths: readonly string[]
  /** Styles whose numbers are percentages, by their index. */
  readonly percent: ReadonlySet<string>
  /** Style of each cell: `path C5`. */
  readonly styles: ReadonlyMap<string, string>
}

type Files = ReadonlyMap<string, string>

/** What the archive holds as text; null where it is none. */
function filesOf(bytes: Uint8Array): Files | null {
  try {
    let unpacked = 0
    return new Map(zipEntries(bytes).flatMap(({ name, method, data, size }) => {
      const path = name.toString('utf8')
      if (!/\.(?:xml|rels)$/u.test(path)) return [[path, '']]
      unpacked += size
      if (unpacked > mostUnpacked) throw new Error('too big')
      return [[path, (method === 8 ? inflateRawSync(data, { maxOutputLength: mostUnpacked }) : data).toString('utf8')]]
    }))
  } catch {
    // cut off, changed, or no archive at all
    return null
  }
}

function percentStyles(styles: string): ReadonlySet<string> {
  const own = new Set([...styles.matchAll(/<numFmt\s[^>]*>/gu)].filter(([tag]) => (attribute(tag, 'formatCode') ?? '').includes('%')).map(([tag]) => attribute(tag, 'numFmtId') ?? ''))
  const cells = /<cellXfs[\s\S]*?<\/cellXfs>/u.exec(styles)?.[0] ?? ''
  return new Set([...cells.matchAll(/<xf\s[^>]*>/gu)].flatMap(([tag], index) => {
    const format = attribute(tag, 'numFmtId') ?? ''
    return format === '9' || format === '10' || own.has(format) ? [String(index)] : []
  }))
}

function mergesOf(xml: string): readonly Merge[] {
  return [...xml.matchAll(/<mergeCell\s[^>]*>/gu)].flatMap(([tag]) => {
    const [first, last] = (attribute(tag, 'ref') ?? '').split(':').map(placeOf)
    return first && last ? [{ top: first.row, left: first.column, bottom: last.row, right: last.column }] : []
  })
}

function cellsOf(xml: string, shared: readonly string[], path: string, styles: Map<string, string>): readonly FormCell[] {
  const cells: FormCell[] = []
  for (const [, tag = '', inner = ''] of xml.matchAll(cellPattern)) {
    const ref = attribute(tag, 'r') ?? ''
    const place = placeOf(ref)
    if (!place || place.row >= mostRows || place.column >= mostColumns) continue
    styles.set(`${path} ${ref}`, attribute(tag, 's') ?? '')
    const value = /<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/u.exec(inner)?.[1] ?? ''
    const type = attribute(tag, 't')
    const text = type === 's' ? shared[Number(value)] ?? '' : type === 'inlineStr' ? textsIn(inner) : decode(value)
    const kind = /<f[\s>/]/u.test(inner) ? 'formula' : text.trim() === '' ? 'empty' : type === 's' || type === 'inlineStr' || type === 'str' ? 'text' : 'number'
    cells.push({ ref, row: place.row, column: place.column, text: text.trim(), kind })
  }
  return cells
}

function sheetPaths(files: Files): readonly { readonly name: string; readonly path: string }[] {
  const rels = new Map([...(files.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\s[^>]*>/gu)].map(([tag]) => [attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '']))
  return [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet\s[^>]*>/gu)].flatMap(([tag]) => {
    const target = rels.get(attribute(tag, 'r:id') ?? '') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return files.has(path) && !/hidden/iu.test(attribute(tag, 'state') ?? '') ? [{ name: decode(attribute(tag, 'name') ?? ''), path }] : []
  })
}

/** Reads a form. Errors: file-encrypted, file-with-macros, file-with-links, old-table (.xls), not-a-table (damaged, no sheet), file-too-big. */
export function readBook(bytes: Uint8Array): Result<Book> {
  if (bytes.length > mostBytes) return fail('file-too-big', { detail: { bytes: bytes.length, limit: mostBytes } })
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1') {
    // The container of the old formats, its parts named in UTF-16: an encrypted .xlsx lies in one, an .xls has a workbook in it.
    const holds = (part: string): boolean => Buffer.from(bytes).includes(Buffer.from(part, 'utf16le'))
    if (holds('EncryptedPackage')) return fail('file-encrypted')
    return holds('Workbook') || holds('Book\0') ? fail('old-table') : fail('not-a-table', { detail: { why: 'old format' } })
  }
  if (isBomb(bytes)) return fail('file-too-big')
  const files = filesOf(bytes)
  if (!files?.has('xl/workbook.xml')) return fail('not-a-table', { detail: { why: 'damaged' } })
  if ([...files.keys()].some((path) => /vbaProject\.bin$|xl\/macrosheets\//iu.test(path)) || (files.get('[Content_Types].xml') ?? '').includes('macroEnabled')) return fail('file-with-macros')
  if ([...files.keys()].some((path) => path.startsWith('xl/externalLinks/'))) return fail('file-with-links')
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\/>/gu)].map(([, inner]) => textsIn(inner ?? ''))
  const styles = new Map<string, string>()
  const paths = sheetPaths(files)
  if (paths.length === 0) return fail('not-a-table', { detail: { why: 'no sheet' } })
  return ok({
    sheets: paths.map(({ name, path }): FormSheet => {
      const xml = files.get(path) ?? ''
      const merges = mergesOf(xml)
      const cells = cellsOf(xml, shared, path, styles)
      return {
        name, cells, merges, rows: Math.min(mostRows, Math.max(0, ...cells.map((cell) => cell.row + 1), ...merges.map(({ bottom }) => bottom + 1))),
        columns: Math.min(mostColumns, Math.max(0, ...cells.map((cell) => cell.column + 1), ...merges.map(({ right }) => right + 1))),
      }
    }),
    paths: paths.map(({ path }) => path), percent: percentStyles(files.get('xl/styles.xml') ?? ''), styles,
  })
}

export interface Fill {
  readonly sheet: number
  readonly ref: string
  /** `rate` is in percent and goes in as a fraction where the cell shows percentages. */
  readonly value: { readonly number: number; readonly rate?: true } | { readonly text: string } | null
}

function cellXml(ref: string, style: string | null, value: Fill['value'], percent: boolean): string {
  const tag = `<c r="${ref}"${style === null || style === '' ? '' : ` s="${style}"`}`
  if (value === null) return `${tag}/>`
  if ('text' in value) return `${tag} t="inlineStr"><is><t xml:space="preserve">${encode(value.text)}</t></is></c>`
  const number = value.rate === true && percent ? Number((value.number / 100).toFixed(6)) : value.number
  return `${tag}><v>${String(number)}</v></c>`
}

/** Puts a cell into its row, at its place among the others; makes the row where there is none. */
function insertCell(xml: string, ref: string, cell: string): string {
  const place = placeOf(ref)
  if (!place) return xml
  const number = String(place.row + 1)
  const rows = [...xml.matchAll(/<row(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/gu)]
  const row = rows.find(([, tag = '']) => attribute(tag, 'r') === number)
  if (row) {
    const [whole, tag = '', inner = ''] = row
    const after = [...inner.matchAll(cellPattern)].find(([, of = '']) => (placeOf(attribute(of, 'r') ?? '')?.column ?? -1) > place.column)
    const body = after === undefined ? inner + cell : inner.slice(0, after.index) + cell + inner.slice(after.index)
    return xml.slice(0, row.index) + `<row${tag}>${body}</row>` + xml.slice(row.index + whole.length)
  }
  const next = rows.find(([, tag = '']) => Number(attribute(tag, 'r') ?? 0) > place.row + 1)
  const fresh = `<row r="${number}">${cell}</row>`
  if (next) return xml.slice(0, next.index) + fresh + xml.slice(next.index)
  return xml.includes('</sheetData>') ? xml.replace('</sheetData>', `${fresh}</sheetData>`) : xml.replace(/<sheetData\/>/u, `<sheetData>${fresh}</sheetData>`)
}

/** Results of formulas are worked out anew by whatever opens the file: what stood there was of the empty form. */
const withoutResults = (xml: string): string => xml.replaceAll(cellPattern, (whole: string, _tag: string | undefined, inner: string | undefined) => (inner !== undefined && /<f[\s>/]/u.test(inner) ? whole.replace(/<v(?:\s[^>]*)?>[\s\S]*?<\/v>/u, '').replace(/\st="(?:str|e|b)"/u, '') : whole))

const recalculated: Change = (xml) => {
  if (/<calcPr\s/u.test(xml)) return xml.includes('fullCalcOnLoad') ? xml : xml.replace(/<calcPr\s/u, '<calcPr fullCalcOnLoad="1" ')
  return xml.replace(/(<\/definedNames>|<\/sheets>)(?![\s\S]*<\/definedNames>)/u, '$1<calcPr fullCalcOnLoad="1"/>')
}

/** The form with its cells filled; everything else byte for byte as it was. */
export function fillBook(bytes: Uint8Array, book: Book, fills: readonly Fill[]): Uint8Array {
  const changes: Record<string, Change> = { 'xl/workbook.xml': recalculated }
  for (const [index, path] of book.paths.entries()) {
    const own = fills.filter(({ sheet }) => sheet === index)
    changes[path] = (xml) => withoutResults(own.reduce((text, { ref, value }) => {
      const style = book.styles.get(`${path} ${ref}`) ?? null
      const cell = cellXml(ref, style, value, style !== null && book.percent.has(style))
      const at = [...text.matchAll(cellPattern)].find(([, tag = '']) => attribute(tag, 'r') === ref)
      return at ? text.slice(0, at.index) + cell + text.slice(at.index + at[0].length) : insertCell(text, ref, cell)
    }, xml))
  }
  return fixZip(bytes, changes)
}

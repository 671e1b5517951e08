/**
 * What the small code on a printed form says: which office, which form in which edition, which record. Nothing personal: the record is named by
 * its id, which only the office's own store can turn into a name. Capitals, digits and `/` only, so that the code stays coarse and survives a
 * photograph (alphanumeric mode of ISO/IEC 18004).
 */
import { isUid } from '../exchange/ids'

/** Both small: the code must not grow into the next size (50 signs at level H). */
export interface PaperPart {
  /** From 1. */
  readonly page: number
  readonly total: number
  /** Two signs of who they are and in what order; without them (sheets of the first days) only the number tells. */
  readonly check?: string
}

export interface PaperCode {
  /** Nine digits of a town, six of a county. */
  readonly org: string
  /** Two capitals: shared/forms/index. */
  readonly form: string
  /** Edition of the form: its boxes may lie elsewhere in another one. */
  readonly edition: number
  /** Uid of the record. */
  readonly record: string
  /** Of a list that takes several pages: which one this is, and how many names all of them have. */
  readonly part?: PaperPart
}

const pattern = /^ZR(\d+)\/(\d{6}|\d{9})\/([A-Z]{2})(\d{1,2})\/([A-Z2-7]{26})(?:\/([1-9A-Z])(?:-([0-9A-Z]{1,2})|([0-9A-Z]{2})([0-9A-Z]{2})))?$/u
const format = 1

/** Digits and capitals for page, number of names and check of the list: `/21OK7` is page 2 of 60 names that are called K7 together; `/2-1O` says nothing of who they are. */
const base = 36
const partOf = (part: PaperPart | undefined): string => {
  if (part === undefined) return ''
  const [page, total] = [part.page.toString(base), part.total.toString(base)]
  return `/${page}${part.check === undefined ? `-${total}` : total.padStart(2, '0') + part.check}`.toUpperCase()
}

/** Two signs of the order in which names stand: another order has others but for one in 1,296. */
export function checkOfList(ids: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const sign of ids.join('/')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash % base ** 2).toString(base).padStart(2, '0').toUpperCase()
}

/** `ZR1/511321101/SF1/MFRGGZDFMZTWQ2LKNNWG23TPOA`. */
export const writePaperCode = ({ org, form, edition, record, part }: PaperCode): string =>
  `ZR${String(format)}/${org}/${form}${String(edition)}/${record.toUpperCase()}${partOf(part)}`

/** Reads a code of ours; null for every other code, a newer format is `newer`. */
export function readPaperCode(text: string): PaperCode | 'newer' | null {
  const found = pattern.exec(text.trim())
  if (found === null) return /^ZR\d+\//u.test(text.trim()) ? 'newer' : null
  const [, version = '', org = '', form = '', edition = '', id = '', page, counted, totalOfChecked, check] = found
  const total = counted ?? totalOfChecked
  if (Number(version) > format) return 'newer'
  const record = id.toLowerCase()
  return isUid(record) ? { org, form, edition: Number(edition), record, ...(page === undefined || total === undefined ? {} : { part: { page: parseInt(page, base), total: parseInt(total, base), ...(check === undefined ? {} : { check }) } }) } : null
}

/**
 * What the small code on a printed form says: which office, which form in which edition, which record. Nothing personal: the record is named by
 * its id, which only the office's own store can turn into a name. Capitals, digits and `/` only, so that the code stays coarse and survives a
 * photograph (alphanumeric mode of ISO/IEC 18004).
 */
import { isUid } from '../exchange/ids'

export interface PaperCode {
  /** Nine digits of a town, six of a county. */
  readonly org: string
  /** Two capitals: shared/forms/index. */
  readonly form: string
  /** Edition of the form: its boxes may lie elsewhere in another one. */
  readonly edition: number
  /** Uid of the record. */
  readonly record: string
}

const pattern = /^ZR(\d+)\/(\d{6}|\d{9})\/([A-Z]{2})(\d{1,2})\/([A-Z2-7]{26})$/u
const format = 1

/** `ZR1/511321101/SF1/MFRGGZDFMZTWQ2LKNNWG23TPOA`. */
export const writePaperCode = ({ org, form, edition, record }: PaperCode): string => `ZR${String(format)}/${org}/${form}${String(edition)}/${record.toUpperCase()}`

/** Reads a code of ours; null for every other code, a newer format is `newer`. */
export function readPaperCode(text: string): PaperCode | 'newer' | null {
  const found = pattern.exec(text.trim())
  if (found === null) return /^ZR\d+\//u.test(text.trim()) ? 'newer' : null
  const [, version = '', org = '', form = '', edition = '', id = ''] = found
  if (Number(version) > format) return 'newer'
  const record = id.toLowerCase()
  return isUid(record) ? { org, form, edition: Number(edition), record } : null
}

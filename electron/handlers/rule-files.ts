/** Updates as they come and go: a file, a text, what the county's receipt carried. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { readRuleFile, type RuleUpdate } from '../../shared/rules/rule-file'
import { decodeText } from '../documents/decode-text'
import { readChosen } from '../documents/read-chosen'
import { readTablesSafely } from '../documents/read-table-safely'
import type { Desk } from './desk'

const mostBytes = 2_000_000

/** The text of a file that a person chose. */
export async function textOfFile(file: string): Promise<Result<string>> {
  const read = await readChosen(file, mostBytes)
  if (!read.ok) return read
  const bytes = read.value
  if (/\.(xlsx|xls)$/iu.test(file)) {
    const tables = await readTablesSafely(bytes, basename(file))
    if (!tables.ok) return tables
    return ok(tables.value.flatMap((table) => table.rows.map((row) => row.map((cell) => cell.text).filter((word) => word.trim() !== '').join(' '))).join('\n'))
  }
  const text = decodeText(bytes)
  return text === null ? fail('unknown-type-of-file', { field: 'file', detail: { file } }) : ok(text)
}

/** An update that came with a receipt, as kept until somebody decides. */
export interface Offer {
  readonly id: string
  readonly text: string
}

const offersKey = 'rule_offers'
const seenKey = 'rule_offers_seen'

export const offersOf = (desk: Desk): readonly Offer[] => desk.store.settings.get<readonly Offer[]>(offersKey, [])

const offerId = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

/** Keeps what a receipt carried, each once; what cannot be read or was decided on before is left. */
export function keepOffers(desk: Desk, texts: readonly string[]): void {
  const known = new Set([...offersOf(desk).map((offer) => offer.id), ...desk.store.settings.get<readonly string[]>(seenKey, [])])
  const fresh = texts.map((text) => ({ id: offerId(text), text })).filter((offer) => !known.has(offer.id) && readRuleFile(offer.text, desk.today).ok)
  if (fresh.length > 0) desk.store.settings.set(offersKey, [...offersOf(desk), ...fresh].slice(-10))
}

/** An offer that was adopted or refused is not shown again, also when the next receipt brings it again. */
export function dropOffer(desk: Desk, id: string): boolean {
  const offers = offersOf(desk)
  if (!offers.some((offer) => offer.id === id)) return false
  desk.store.settings.set(offersKey, offers.filter((offer) => offer.id !== id))
  desk.store.settings.set(seenKey, [...desk.store.settings.get<readonly string[]>(seenKey, []), id].slice(-200))
  return true
}

/** What the county puts into every receipt. */
export const rulesForReceipts = (desk: Desk): readonly string[] => {
  const text = desk.store.settings.get<string | null>('rules_offered', null)
  return text === null ? [] : [text]
}

interface Source {
  readonly file?: string | undefined
  readonly text?: string | undefined
  readonly offer?: string | undefined
}

/** The update behind a file, a text or an offer. */
export async function updateFrom(desk: Desk, { file, text, offer }: Source): Promise<Result<RuleUpdate>> {
  if (offer !== undefined) {
    const found = offersOf(desk).find((one) => one.id === offer)
    return found ? readRuleFile(found.text, desk.today) : fail('not-found', { field: 'offer', detail: { id: offer } })
  }
  if (file === undefined) return text === undefined ? fail('required', { field: 'file', detail: { label: '文件' } }) : readRuleFile(text, desk.today)
  const read = await textOfFile(file)
  if (read.ok) return readRuleFile(read.value, desk.today)
  // a picture or a program chosen by mistake is no rule update either
  return read.code === 'unknown-type-of-file' ? fail('not-rules', { field: 'file', detail: { fault: 'no-json' } }) : read
}

/**
 * Signed-off reports as this store keeps them: the figures among the settings (so that every backup has them), the files as attachments of
 * a `document`, which travels like any other. A report whose document was deleted is void, and is still told.
 */
import { textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { readFrozen, type Frozen } from '../../shared/report/frozen'
import type { Desk } from './desk'

/** Name of the attachment that carries the figures to the town's other computers and to the county. */
export const frozenName = '定稿数据.json'

const prefix = 'frozen:'

export interface Kept {
  /** Of the document record. */
  readonly id: string
  readonly frozen: Frozen
  /** The document; null once it is in the bin. */
  readonly document: Rec | null
}

export const keep = (desk: Desk, id: string, frozen: Frozen): void => desk.store.settings.set(`${prefix}${id}`, frozen)

/** All that this store keeps, newest first. */
export function keptReports(desk: Desk): readonly Kept[] {
  return Object.entries(desk.store.settings.all(prefix)).map(([key, frozen]): Kept => {
    const id = key.slice(prefix.length)
    const document = desk.store.get(desk.store.resolve(id))
    return { id, frozen: frozen as Frozen, document: document && !document.deleted ? document : null }
  }).sort((a, b) => b.frozen.made_at.localeCompare(a.frozen.made_at))
}

/** The figures of the own office's year as signed off; null while it is not. */
export function signedOff(desk: Desk, year: number): Frozen | null {
  return keptReports(desk).find(({ frozen, document }) => document !== null && document.org === desk.store.office.code && frozen.kind === 'annual' && frozen.year === year)?.frozen ?? null
}

/** Attachments of a signed-off report, by the ending of their names. */
export const filesOf = (desk: Desk, id: string): readonly Rec[] => [...desk.store.lookup().where('file', 'owner', id)].sort((a, b) => textOf(a.fields, 'name').localeCompare(textOf(b.fields, 'name'), 'zh-CN'))

export async function bytesOf(desk: Desk, file: Rec): Promise<Uint8Array | null> {
  const sha256 = textOf(file.fields, 'sha256')
  if (!await desk.blobs.has(sha256)) return null
  const pieces: Uint8Array[] = []
  for await (const piece of desk.blobs.read(sha256)) pieces.push(piece.slice())
  return Buffer.concat(pieces)
}

/** Takes up reports that were signed off on another computer and came by the exchange. */
export async function takeUp(desk: Desk): Promise<void> {
  for (const file of desk.store.lookup().where('file', 'name', frozenName)) {
    const owner = textOf(file.fields, 'owner')
    if (desk.store.settings.get<unknown>(`${prefix}${owner}`, null) !== null || desk.store.get(owner)?.deleted !== false) continue
    const bytes = await bytesOf(desk, file)
    const frozen = bytes === null ? null : readFrozen(Buffer.from(bytes).toString('utf8'))
    if (frozen) keep(desk, owner, frozen)
  }
}

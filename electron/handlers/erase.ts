/** Erasing for ever: private records, the attachments that hang on them, and the bytes of these where nothing else names them. */
import type { Change } from '../store/change'
import type { Desk } from './desk'

/** Attachments of a record are few (`mostFiles`); those in the bin count. */
const mostListed = 1000

/** The changes that erase these records with their attachments, the deleted ones too. */
export function erasureOf(desk: Desk, ids: readonly string[], reason: string): readonly Change[] {
  const files = ids.flatMap((owner) => {
    const found = desk.store.list('file', { where: { owner }, deleted: 'with', limit: mostListed })
    return found.ok ? found.value.rows : []
  })
  return [...ids, ...files.map((file) => file.id)].map((uid) => ({ op: 'erase', uid, reason }))
}

/**
 * Removes the bytes of attachments that nothing names any more, and gives how many: after an erasure here, and every day for those that came
 * with a package. A copy in a backup keeps its own.
 */
export async function sweepAttachments(desk: Desk): Promise<number> {
  const { store, blobs } = desk
  let removed = 0
  for (const { sha256 } of store.exchange.blobsOfNobody()) {
    if (!desk.isOpen || desk.store !== store) break
    // Asked again for each: somebody may have attached the same content meanwhile.
    const row = store.exchange.blobsOfNobody().find((one) => one.sha256 === sha256)
    if (!row) continue
    store.exchange.putBlob({ ...row, state: 'gone' })
    await blobs.remove(sha256)
    removed += 1
  }
  return removed
}

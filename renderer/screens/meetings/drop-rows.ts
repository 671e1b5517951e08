import { call } from '../../api'
import { notifyFailure } from '../../state/notices'

/** Deletes lines that a corrected entry no longer has, each with its reason. */
export async function dropRows(ids: readonly string[], reason: string): Promise<void> {
  for (const id of ids) {
    const answer = await call('record.delete', { id, reason })
    if (!answer.ok) notifyFailure(answer)
  }
}

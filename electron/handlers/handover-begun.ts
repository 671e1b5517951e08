/**
 * A handover writes into two files, the key file and the database, which no transaction spans. What is intended is noted before either is touched and
 * struck out when the papers come back, so that the next start after a power cut knows what is left to do.
 */
import type { HandoverCutOff } from '../../shared/contract/office'
import { ok, type Result } from '../../shared/result'
import type { RecoveryKey } from '../exchange/keys'
import { Refused } from '../store/failure'
import { dropSlot, readKeyfile } from '../store/keyfile'
import type { Desk } from './desk'
import { freshSheet, takeSheet } from './exchange-setup'
import { officeInfo } from './office-info'
import { prepareChange } from './prepare'
import { commit } from './save'

const key = 'handover_begun'

export interface Begun {
  readonly from: string
  readonly by: string
  /** The office's own file is to name the new one too. */
  readonly chair: boolean
  /** Of the new password's slot: whether it is in force. */
  readonly salt: string
  /** Chair and sheet are written, and the audit says so: only the papers did not come back. */
  readonly held?: true
}

/** To be called before anything is changed. */
export const noteHandOver = (desk: Desk, begun: Begun): void => { desk.store.settings.set(key, begun) }

/** Whatever a handover writes into the database; part of one transaction. */
export function writeHandOver(desk: Desk, begun: Begun, sheet: RecoveryKey | null): void {
  const named = begun.chair ? nameChair(desk, begun.by) : ok(true)
  if (!named.ok) throw new Refused(named)
  if (sheet !== null) takeSheet(desk, sheet)
  desk.store.events.note({ kind: 'password', by: begun.from, detail: { what: 'handed over', to: begun.by } })
  noteHandOver(desk, { ...begun, held: true })
}

/** Done to its end, or not at all. */
export const strikeHandOver = (desk: Desk): void => { desk.store.settings.remove(key) }

/** The chair's name in the office's own file, from which papers are signed. */
function nameChair(desk: Desk, name: string): Result<unknown> {
  const { office_id: id, chair } = officeInfo(desk)
  const rec = desk.store.get(id)
  if (!rec || chair === name) return ok(true)
  const prepared = prepareChange(desk, rec, { chair: name })
  return prepared.ok ? commit(desk, [{ op: 'put', type: rec.type, uid: rec.id, data: prepared.value.data }]) : prepared
}

/**
 * To be called when somebody begins to work; null = none was cut off. Where the new password is in force the rest is done now: the chair, a new sheet, which
 * waits to be printed, and the code for a forgotten password goes, because nobody has seen it.
 */
export async function settleHandOver(desk: Desk): Promise<HandoverCutOff | null> {
  const begun = desk.store.settings.get<Begun | null>(key, null)
  if (begun === null) return null
  const slots = readKeyfile(desk.dir)
  if (!slots.ok) throw new Refused(slots)
  if (!slots.value.slots.some(({ salt }) => salt === begun.salt)) {
    strikeHandOver(desk)
    return { by: begun.by, done: false }
  }
  if (begun.held !== true) {
    const sheet = await freshSheet(desk)
    desk.store.together(() => { writeHandOver(desk, begun, sheet) })
  }
  dropSlot(desk.dir, 'recovery')
  strikeHandOver(desk)
  // Whoever chose a name of his own at the door keeps it.
  if (desk.by === begun.from) desk.handTo(begun.by)
  return { by: begun.by, done: true }
}

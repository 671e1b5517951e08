/** How a town follows the keys of its county from those that it knows to the newest (shared/exchange/realm-keys.ts). */
import { keyNameOf, parseNote } from '../../shared/exchange/note'
import { parseRealmKeys, realmKeysText, type RealmKeys } from '../../shared/exchange/realm-keys'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import type { DeviceKeys } from './keys'
import { checkNote, signNote } from './sign-note'

/** What a town knows of its county. */
export interface FollowedKeys {
  readonly realm: string
  readonly org: string
  readonly device: string
  readonly sign: string
  readonly generation: number
  /** Signing keys that it has left behind: nothing that is sealed with one of them is believed again. */
  readonly retired: readonly string[]
}

/** The note by which the holder of `signer` says that these are the next keys. */
export const signRealmKeys = (keys: RealmKeys, signer: Pick<DeviceKeys, 'sign' | 'signPrivate'>): string =>
  signNote(realmKeysText(keys), { keyName: keyNameOf(keys.org, keys.device), sign: signer.sign, signPrivate: signer.signPrivate })

const refused = (reason: 'retired' | 'chain'): Failure => fail('county-keys', { detail: { reason } })

/**
 * The generations after the one that is known, each signed by the one before; empty when the notes say nothing new. `county-keys`: reason `retired` = the
 * notes end with keys that were left behind, `chain` = forged, of another county, or a generation is missing.
 */
export function followKeys(notes: readonly string[], known: FollowedKeys): Result<readonly RealmKeys[]> {
  const parsed = notes.map((raw) => {
    const note = parseNote(raw)
    const keys = note.ok ? parseRealmKeys(note.value.text) : note
    return note.ok && keys.ok ? { note: note.value, keys: keys.value } : null
  })
  const last = parsed.at(-1)
  if (last && known.retired.includes(last.keys.sign)) return refused('retired')
  const here = parsed.findIndex((one) => one?.keys.sign === known.sign)
  const followed: RealmKeys[] = []
  let before: Pick<FollowedKeys, 'sign' | 'generation'> = here < 0 ? known : { sign: known.sign, generation: parsed[here]?.keys.generation ?? known.generation }
  for (const one of parsed.slice(here + 1)) {
    if (one === null || !checkNote(one.note, keyNameOf(known.org, known.device), before.sign).ok) return refused('chain')
    const { keys } = one
    const next = keys.realm === known.realm && keys.org === known.org && keys.device === known.device && keys.generation === before.generation + 1
    if (!next || known.retired.includes(keys.sign)) return refused('chain')
    followed.push(keys)
    before = keys
  }
  return ok(followed)
}

/** The county certifies the computers of its towns, and opens or closes them. */
import { certificateText, parseCertificate, type Certificate } from '../../shared/exchange/certificate'
import { keyNameOf } from '../../shared/exchange/note'
import { fail, ok, type Result } from '../../shared/result'
import { openNote, signNote, type NoteKey } from './sign-note'

/** The county as others know it: its own computer's name in certificates and seals, and its public key. */
export interface CountyKey {
  readonly org: string
  readonly device: string
  readonly sign: string
  readonly realm: string
}

/** The certificate as a signed note of the county. */
export const signCertificate = (certificate: Certificate, county: { readonly org: string; readonly device: string; readonly sign: string; readonly signPrivate: string }): string => {
  const key: NoteKey = { keyName: keyNameOf(county.org, county.device), sign: county.sign, signPrivate: county.signPrivate }
  return signNote(certificateText(certificate), key)
}

/** Reads a certificate; `bad-seal` when it is not the county's or is for another realm. */
export function openCertificate(raw: string, county: CountyKey): Result<Certificate> {
  const text = openNote(raw, keyNameOf(county.org, county.device), county.sign)
  if (!text.ok) return text
  const certificate = parseCertificate(text.value)
  if (certificate.ok && certificate.value.realm !== county.realm) return fail('bad-seal', { detail: { part: 'certificate', reason: 'realm' } })
  return certificate
}

/** Of several certificates, the newest of each computer. */
export function newestCertificates(certificates: readonly Certificate[]): ReadonlyMap<string, Certificate> {
  const newest = new Map<string, Certificate>()
  for (const c of certificates) {
    const held = newest.get(c.device)
    // A tie keeps the closed one: closing is never undone by accident.
    if (held === undefined || Date.parse(c.issued) > Date.parse(held.issued) || (c.issued === held.issued && c.state === 'closed')) newest.set(c.device, c)
  }
  return newest
}

/** Reads all certificates of a receipt; one that does not hold makes the receipt `bad-seal`. */
export function openCertificates(raw: readonly string[], county: CountyKey): Result<ReadonlyMap<string, Certificate>> {
  const read: Certificate[] = []
  for (const note of raw) {
    const one = openCertificate(note, county)
    if (!one.ok) return one
    read.push(one.value)
  }
  return ok(newestCertificates(read))
}

/**
 * The gate of every import: layout, limits, route, seal, in this order. Until it is passed nothing is decrypted and nothing but the clear
 * header is parsed.
 */
import { parseHeader, type Header } from '../../shared/exchange/header'
import { keyNameOf, parseNote, type Note } from '../../shared/exchange/note'
import { route, type Office } from '../../shared/exchange/route'
import { sealText, type SealedEntry } from '../../shared/exchange/seal-text'
import { fail, ok, type Result } from '../../shared/result'
import type { ByteSource } from './bytes'
import { settle } from './fault'
import { checkNote } from './sign-note'
import { dataAt, entryNames, type ZipEntry } from './zip-layout'
import { entryBytes, measureEntry, readEntries } from './zip-read'

/** A package whose layout was read and whose header was parsed; nothing in it is trusted yet. */
export interface PackageLayout {
  readonly source: ByteSource
  readonly entries: readonly ZipEntry[]
  readonly header: Header
  readonly headerSha256: string
}

/** A computer as the reader knows it. */
export interface KnownDevice {
  readonly org: string
  readonly name: string
  readonly sign: string
  readonly state: 'open' | 'closed'
  /** Signing keys that it left behind. */
  readonly retired?: readonly string[]
}

/** Whom the reader believes. */
export interface Trust {
  readonly office: Office
  /** The office above, whose keys may have changed by what the header says; `county-keys` where that does not hold. Null = the package is not its. */
  readonly above?: (header: Header) => Result<KnownDevice> | null
  /** A package of one's own archive: what was sealed with keys that were left behind since is read too. */
  readonly archive?: true
  /** The certified computer with this id. Null = not known. */
  readonly device: (id: string) => KnownDevice | null
  /**
   * Judges the request of a computer that is not known: its keys when the request holds (pairing.ts), or why it does not.
   * Absent at a town.
   */
  readonly request?: (header: Header) => Result<KnownDevice>
}

export interface CheckedPackage extends PackageLayout {
  /** SHA-256 of seal.txt: a package that was imported before is known by it. */
  readonly sealSha256: string
  readonly sealNote: string
  readonly device: KnownDevice
  /** The computer is not certified yet: the package is held until a person agrees. */
  readonly awaitsApproval: boolean
}

const entryOf = (entries: readonly ZipEntry[], name: string): ZipEntry | undefined => entries.find((e) => e.name === name)

/** Steps 2 and 3a: the entries and the clear header, without any trust. */
export function readLayout(source: ByteSource): Promise<Result<PackageLayout>> {
  return settle(async () => {
    const entries = await readEntries(source)
    if (!entries.ok) return entries
    const entry = entryOf(entries.value, entryNames.header)
    if (entry === undefined) return fail('damaged', { detail: { part: 'layout' } })
    // A bad stick must not read as another county or a newer program.
    const headerSha256 = await measureEntry(source, entry)
    const header = parseHeader(Buffer.from(await entryBytes(source, entry)).toString('utf8'))
    if (!header.ok) return header
    const up = header.value.type === 'up'
    const misplaced = entries.value.some((e) => (e.name === entryNames.private && !up) || (e.name.startsWith('private/') && header.value.type !== 'down'))
    if (misplaced) return fail('damaged', { detail: { part: 'layout', reason: 'private' } })
    return ok({ source, entries: entries.value, header: header.value, headerSha256 })
  })
}

async function sealOf(layout: PackageLayout): Promise<Result<{ readonly raw: string; readonly note: Note; readonly sha256: string }>> {
  const entry = layout.entries.at(-1)
  if (entry?.name !== entryNames.seal) return fail('damaged', { detail: { part: 'layout' } })
  const sha256 = await measureEntry(layout.source, entry)
  const raw = Buffer.from(await entryBytes(layout.source, entry)).toString('utf8')
  const note = parseNote(raw)
  return note.ok ? ok({ raw, note: note.value, sha256 }) : note
}

/** Measures every entry and holds the seal's text against it. `damaged` = a CRC-32 does not fit, `bad-seal` = the text is another one. */
export async function measureAgainstSeal(layout: PackageLayout, signal?: AbortSignal): Promise<Result<{ readonly raw: string; readonly note: Note; readonly sha256: string }>> {
  return settle(async () => {
    const seal = await sealOf(layout)
    const measured: SealedEntry[] = []
    for (const entry of layout.entries.slice(0, -1)) {
      measured.push({ name: entry.name, size: entry.size, sha256: await measureEntry(layout.source, entry, signal) })
    }
    if (!seal.ok) return seal
    return seal.value.note.text === sealText(layout.header, measured) ? seal : fail('bad-seal', { detail: { reason: 'content' } })
  })
}

function senderOf(header: Header, trust: Trust): Result<{ readonly device: KnownDevice; readonly awaitsApproval: boolean }> {
  const above = trust.above?.(header) ?? null
  if (above !== null) return above.ok ? ok({ device: above.value, awaitsApproval: false }) : above
  const known = trust.device(header.from.device)
  if (known !== null) return known.state === 'open' ? ok({ device: known, awaitsApproval: false }) : fail('device-closed', { detail: { from: header.from } })
  if (trust.request === undefined || header.request === undefined) return fail('unknown-device', { detail: { from: header.from } })
  const asked = trust.request(header)
  return asked.ok ? ok({ device: asked.value, awaitsApproval: true }) : asked
}

/** The seal under the sender's key; under one that it left behind it is told apart from a forged one. */
function checkSeal(note: Note, header: Header, device: KnownDevice, trust: Trust): Result<string> {
  const name = keyNameOf(header.from.org, header.from.device)
  const signed = checkNote(note, name, device.sign)
  if (signed.ok || !(device.retired ?? []).some((sign) => checkNote(note, name, sign).ok)) return signed
  return trust.archive ? ok(note.text) : fail('county-keys', { detail: { reason: 'retired', from: header.from } })
}

/**
 * Steps 2 to 4. Besides the codes of the layout and the route: `damaged` (bad stick), `bad-seal` (altered or forged),
 * `unknown-device`, `device-closed`, `wrong-town` (the sender's names are not those of its certificate; both in the detail),
 * `invite-expired` (from the request), `county-keys` (sealed with keys that the office above left behind, or its new ones do not follow from those known).
 */
export function checkPackage(layout: PackageLayout, trust: Trust, signal?: AbortSignal): Promise<Result<CheckedPackage>> {
  return settle(async () => {
    const { header } = layout
    const routed = route(header, trust.office)
    if (!routed.ok) return routed
    const seal = await measureAgainstSeal(layout, signal)
    if (!seal.ok) return seal
    const sender = senderOf(header, trust)
    if (!sender.ok) return sender
    const { device, awaitsApproval } = sender.value
    const signed = checkSeal(seal.value.note, header, device, trust)
    if (!signed.ok) return signed
    if (device.org !== header.from.org) return fail('wrong-town', { detail: { name: header.from.name, certified: device.name, from: header.from } })
    return ok({ ...layout, sealSha256: seal.value.sha256, sealNote: seal.value.raw, device, awaitsApproval })
  })
}

/** Where an entry's content lies, for copies that need no decryption (the county's archive of private parts). */
export function entryRange(layout: PackageLayout, name: string): { readonly offset: number; readonly length: number } | null {
  const entry = entryOf(layout.entries, name)
  return entry === undefined ? null : { offset: dataAt(entry), length: entry.size }
}

/** The content of a small entry (the seal); null when there is none. */
export async function entryBytesOf(layout: PackageLayout, name: string): Promise<Uint8Array | null> {
  const entry = entryOf(layout.entries, name)
  return entry === undefined ? null : entryBytes(layout.source, entry)
}

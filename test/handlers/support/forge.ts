/** Packages that the program itself would never make, sealed with the real keys of a computer. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { fileSink } from '../../../electron/exchange/bytes'
import { ownKeys, ownRealm, ownSender, pairedCounty } from '../../../electron/handlers/exchange-setup'
import { writePackage, type PackageParts } from '../../../electron/exchange/write-package'
import { sha256 } from '../../../electron/store/version-codec'
import { packHave } from '../../../shared/exchange/have'
import type { Header } from '../../../shared/exchange/header'
import type { Receipt } from '../../../shared/exchange/manifest'
import { buildVersion, versionLine, type VersionDraft } from '../../../shared/exchange/version'
import { noCounts } from '../../../electron/handlers/exchange-counts'
import { qingshi, type Office } from './offices'

/** A line of 青石镇 with right hashes, whatever it says. */
export function line(office: Office, draft: Partial<VersionDraft> & Pick<VersionDraft, 'type' | 'data'>): string {
  const built = buildVersion({ id: office.desk.newId(), uid: office.desk.newId(), org: qingshi, op: 'put', seen: [], hlc: office.clock.ms, sv: 1, by: '某人', at: '2026-03-02T09:00:00+08:00', ...draft }, sha256)
  if (!built.ok) throw new Error(JSON.stringify(built))
  return versionLine(built.value.version, built.value.text)
}

const count = (lines: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const one of lines) {
    const type = /"type":"([a-z_]+)","uid":"[a-z2-7]{26}"\}$/.exec(one)?.[1] ?? 'person'
    counts[type] = (counts[type] ?? 0) + 1
  }
  return counts
}

const empty: Receipt = { for: [], result: 'none', counts: noCounts, issues: [], missing: [], certs: [], closed: [], notice: '', orders: [], templates: [], frozen: {} }

export interface Forged {
  readonly header?: Partial<Header>
  readonly have?: readonly string[]
  readonly private?: readonly string[]
  /** age recipients of the private part beside the sender. */
  readonly readers?: readonly string[]
  readonly parts?: Partial<PackageParts>
  readonly manifest?: Partial<PackageParts['manifest']>
}

/** Seals these lines as `office` would its package or receipt; gives the file. */
export async function forge(office: Office, to: { readonly org: string; readonly name: string; readonly age: readonly string[] }, lines: readonly string[], forged: Forged = {}): Promise<string> {
  const { desk } = office
  const keys = ownKeys(desk)
  const up = desk.store.office.role === 'town'
  const header: Header = {
    fmt: 'zhenpack', v: 1, minReader: 1, suite: 'age1+ed25519', type: up ? 'up' : 'down', realm: (up ? pairedCounty(desk)?.realm : ownRealm(desk)?.id) ?? '', id: desk.newId(), from: ownSender(desk),
    to: { org: to.org, name: to.name }, pseq: desk.store.exchange.nextPseq(desk.store.device.id), created: desk.now().toISOString(), app: 'forged', sizes: { versions: lines.length, blobs: 0, blobBytes: 0 }, ...forged.header,
  }
  const have = packHave(forged.have ?? [])
  if (!have.ok) throw new Error('have')
  const parts: PackageParts = {
    header, readme: 'x', manifest: { counts: count(lines), haveBlobs: '', totals: {}, schemas: {}, full: false, opened: [], ...(up ? {} : { receipt: empty }), ...forged.manifest },
    have: have.value, versions: lines, blobs: [], recipients: [...to.age, keys.age], signer: keys,
    ...(forged.private ? { private: { count: forged.private.length, versions: forged.private, recipients: [keys.age, ...(forged.readers ?? [])] } } : {}), ...forged.parts,
  }
  const file = join(office.dir, `${header.id}.zpk`)
  const handle = await open(file, 'w')
  try {
    const written = await writePackage(fileSink(handle), parts)
    if (!written.ok) throw new Error(JSON.stringify(written))
  } finally {
    await handle.close()
  }
  return file
}

export const forgeUp = (town: Office, lines: readonly string[], forged: Forged = {}): Promise<string> => {
  const county = pairedCounty(town.desk)
  return forge(town, { org: county?.code ?? '', name: county?.name ?? '', age: [county?.age ?? ''] }, lines, forged)
}

export const forgeDown = (county: Office, town: Office, lines: readonly string[], forged: Forged = {}): Promise<string> =>
  forge(county, { org: town.store.office.code, name: town.store.office.name, age: [ownKeys(town.desk).age] }, lines, forged)

/** Looks at packages without taking anything in: what is on a stick, whether a file is whole and for us. */
import type { ScannedFile, Verified } from '../../shared/contract/exchange'
import { ok, type ErrorCode, type Failure, type Result } from '../../shared/result'
import { checkPackage, measureAgainstSeal, type PackageLayout, type Trust } from '../exchange/check-package'
import { withPackage } from '../exchange/package-file'
import { readRecords } from '../exchange/read-records'
import { scanStick, type FoundPackage } from '../exchange/scan-stick'
import { nodeStickFs } from '../exchange/stick-fs'
import type { Handlers } from '../ipc/route'
import { allKeys, ownIdentities } from './exchange-realm-keys'
import { trustOf } from './exchange-trust'
import type { Desk } from './desk'

/** What an office made itself it may look into as the receiver would: the seal is its own, the content opens with its own key. */
function ownTrust(desk: Desk, { header }: PackageLayout): Trust {
  const [newest, ...older] = allKeys(desk).map((one) => one.sign)
  return {
    office: { role: header.type === 'down' ? 'town' : 'county', org: header.to.org, name: header.to.name, realm: header.realm },
    archive: true, device: () => ({ org: header.from.org, name: header.from.name, sign: newest ?? '', retired: older, state: 'open' }),
  }
}

async function look(desk: Desk, layout: PackageLayout): Promise<Verified> {
  const { header } = layout
  const named = { id: header.id, type: header.type, from: header.from, pseq: header.pseq, created: header.created, counts: { versions: header.sizes.versions, blobs: header.sizes.blobs } }
  const no = ({ code, detail }: Failure): Verified => ({ ok: false, ...named, code, ...(detail ? { detail } : {}) })
  if (!desk.isOpen || header.type === 'invite') {
    const sealed = await measureAgainstSeal(layout)
    return sealed.ok ? { ok: true, ...named } : no(sealed)
  }
  const checked = await checkPackage(layout, header.from.device === desk.store.device.id ? ownTrust(desk, layout) : trustOf(desk))
  if (!checked.ok) return no(checked)
  const read = await readRecords(checked.value, ownIdentities(desk), { versions: () => undefined })
  return read.ok ? { ok: true, ...named, counts: read.value.manifest.counts } : no(read)
}

/** Failures of the file system, not of the package. */
const unread: readonly ErrorCode[] = ['file-not-found', 'read-only', 'io-error', 'in-use']

async function verify(desk: Desk, file: string): Promise<Result<Verified>> {
  const looked = await withPackage(file, async (layout) => ok(await look(desk, layout)))
  if (looked.ok || unread.includes(looked.code)) return looked
  return ok({ ok: false, code: looked.code, ...(looked.detail ? { detail: looked.detail } : {}) })
}

/** A file on the stick as the list shows it; another office's files are left out. */
function scanned(desk: Desk, { path, size, header }: FoundPackage): readonly ScannedFile[] {
  const file = { path, name: path.split(/[\\/]/).at(-1) ?? path, bytes: size }
  if (!header.ok) return [{ ...file, state: 'unreadable', code: header.code }]
  const { store } = desk
  const { id, from, to, pseq, created, type } = header.value
  const here = to.org === store.office.code
  const wanted = store.office.role === 'county' ? type === 'up' || (here && (type === 'rollup' || type === 'down')) : type === 'down' && here
  return wanted ? [{ ...file, state: store.exchange.package(id) ? 'known' : 'new', from, pseq, created }] : []
}

export const verifyHandlers = {
  'exchange.verify': ({ file }, desk) => verify(desk, file),
  'exchange.scan': async ({ dir }, desk) => {
    const found = await scanStick(nodeStickFs, dir)
    return found.ok ? ok({ files: found.value.flatMap((one) => scanned(desk, one)) }) : found
  },
} satisfies Partial<Handlers<Desk>>

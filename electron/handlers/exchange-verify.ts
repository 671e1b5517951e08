/** Looks at packages without taking anything in: what is on a stick, whether a file is whole and for us. */
import { ok } from '../../shared/result'
import type { Verified } from '../../shared/contract/exchange'
import { checkPackage, measureAgainstSeal, readLayout } from '../exchange/check-package'
import { readRecords } from '../exchange/read-records'
import { scanStick } from '../exchange/scan-stick'
import { nodeStickFs } from '../exchange/stick-fs'
import type { Handlers } from '../ipc/route'
import { withSource } from './exchange-files'
import { ownKeys } from './exchange-setup'
import { trustOf } from './exchange-take'
import type { Desk } from './desk'

async function verify(desk: Desk, file: string): Promise<Verified> {
  return withSource(file, async (source): Promise<Verified> => {
    const layout = await readLayout(source)
    if (!layout.ok) return { ok: false, code: layout.code, ...(layout.detail ? { detail: layout.detail } : {}) }
    const { header } = layout.value
    const named: Omit<Verified, 'ok'> = { id: header.id, type: header.type, from: header.from, pseq: header.pseq, created: header.created, counts: { versions: header.sizes.versions, blobs: header.sizes.blobs } }
    const no = (failure: { readonly code: Verified['code']; readonly detail?: Verified['detail'] }): Verified => ({ ok: false, ...named, ...(failure.code ? { code: failure.code } : {}), ...(failure.detail ? { detail: failure.detail } : {}) })
    const sealed = await measureAgainstSeal(layout.value)
    if (!sealed.ok) return no(sealed)
    if (!desk.isOpen || header.type === 'invite') return { ok: true, ...named }
    // A town may look into what it made itself: the seal is its own, the content opens with its own key.
    const own = header.from.device === desk.store.device.id
    const trust = trustOf(desk)
    const keys = ownKeys(desk)
    const checked = await checkPackage(layout.value, own
      ? { office: { role: header.type === 'up' ? 'county' : 'town', org: header.to.org, name: header.to.name, realm: header.realm }, device: () => ({ org: header.from.org, name: header.from.name, sign: keys.sign, state: 'open' }) }
      : trust)
    if (!checked.ok) return no(checked)
    let counts: Readonly<Record<string, number>> = {}
    const read = await readRecords(checked.value, { identities: [keys.ageIdentity] }, {
      manifest: (manifest) => {
        counts = manifest.counts
        return ok(undefined)
      },
      versions: () => undefined,
    })
    return read.ok ? { ok: true, ...named, counts } : no(read)
  })
}

export const verifyHandlers = {
  'exchange.verify': async ({ file }, desk) => ok(await verify(desk, file)),
  'exchange.scan': async ({ dir }, desk) => {
    const found = await scanStick(nodeStickFs, dir)
    if (!found.ok) return found
    const wanted = desk.store.office.role === 'county' ? 'up' : 'down'
    return ok({
      files: found.value.filter((one) => !one.header.ok || one.header.value.type === wanted).map((one) => ({ path: one.path, name: one.path.split(/[\\/]/).at(-1) ?? one.path, bytes: one.size })),
    })
  },
} satisfies Partial<Handlers<Desk>>

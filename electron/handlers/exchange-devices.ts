/** Computers as the exchange knows them: the county's list of its towns' computers, a town's list of its own. */
import type { ClosedDevice, ListedDevice } from '../../shared/contract/exchange'
import type { Certificate } from '../../shared/exchange/certificate'
import { fail, ok, type Result } from '../../shared/result'
import type { KnownDevice } from '../exchange/check-package'
import { newestCertificates, signCertificate } from '../exchange/certify'
import type { Handlers } from '../ipc/route'
import type { DeviceRow } from '../store/exchange-store'
import type { Desk } from './desk'
import { generationOf, realmKeys } from './exchange-realm-keys'
import { ownRealm } from './exchange-setup'
import { codesOf } from './exchange-town-codes'

export interface TownDevice {
  readonly id: string
  readonly org: string
  readonly name: string
  readonly sign: string
  readonly age: string
  readonly state: 'open' | 'closed'
  /** Time of the first certificate: the order of admission stays when a computer is closed or opened again. */
  readonly since: string
  /** The certificate as a signed note. */
  readonly note: string
  readonly certificate: Certificate
}

interface StoredCertificate {
  readonly note: string
  readonly certificate: Certificate
  readonly since: string
}

const stored = (row: DeviceRow | null): StoredCertificate | null => (row?.cert ?? null) as unknown as StoredCertificate | null

function townDevice(row: DeviceRow): TownDevice | null {
  const cert = stored(row)
  if (!cert || row.state === 'own') return null
  const { certificate, note, since } = cert
  return { id: row.id, org: row.org, name: certificate.name, sign: certificate.sign, age: certificate.age, state: certificate.state, since, note, certificate }
}

/** Certified computers, of one town or of all, in the order of their admission. */
export const townDevices = (desk: Desk, org?: string): readonly TownDevice[] =>
  desk.store.exchange.devices(org).map(townDevice).filter((one): one is TownDevice => one !== null).sort((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id))

export function knownDevice(desk: Desk, id: string): KnownDevice | null {
  const row = desk.store.exchange.device(id)
  const device = row ? townDevice(row) : null
  return device ? { org: device.org, name: device.name, sign: device.sign, state: device.state } : null
}

/** The letter of the computer at this place of the admission: none for the first, then B, C … Z, AA … */
export function letterAt(place: number): string {
  if (place <= 0) return ''
  let letters = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Keeps a certificate unless a newer one of the same computer is held: an old receipt that comes late opens nothing again. */
export function keepCertificate(desk: Desk, certificate: Certificate, note: string): void {
  if (certificate.device === desk.store.device.id) return
  const { exchange } = desk.store
  const held = stored(exchange.device(certificate.device))
  if (held && newestCertificates([held.certificate, certificate]).get(certificate.device) === held.certificate) return
  const kept: StoredCertificate = { note, certificate, since: held?.since ?? certificate.issued }
  exchange.putDevice({
    id: certificate.device, org: certificate.org, keys: { sign: certificate.sign, age: certificate.age, name: certificate.deviceName }, cert: { ...kept, certificate: { ...certificate } }, state: certificate.state,
  })
}

/** Certifies a computer of a town; at the county only. */
export function certify(desk: Desk, device: { readonly id: string; readonly org: string; readonly name: string; readonly deviceName: string; readonly sign: string; readonly age: string }, state: 'open' | 'closed'): void {
  const realm = ownRealm(desk)
  if (!realm) throw new Error('only a county certifies')
  const held = stored(desk.store.exchange.device(device.id))
  // Later than the one before, whatever the clock says: the newest holds.
  const issued = new Date(Math.max(desk.now().getTime(), held ? Date.parse(held.certificate.issued) + 1 : 0)).toISOString()
  const certificate: Certificate = { realm: realm.id, org: device.org, name: device.name, device: device.id, deviceName: device.deviceName, sign: device.sign, age: device.age, state, issued }
  keepCertificate(desk, certificate, signed(desk, certificate))
}

function signed(desk: Desk, certificate: Certificate): string {
  const { sign, signPrivate } = realmKeys(desk)
  return signCertificate(certificate, { org: desk.store.office.code, device: desk.store.device.id, sign, signPrivate })
}

/** Certificates for a receipt: those from before the county changed its keys are signed anew. */
export const certificatesFor = (desk: Desk, devices: readonly TownDevice[]): readonly string[] =>
  devices.map((one) => (generationOf(desk) === 1 ? one.note : signed(desk, one.certificate)))

function list(desk: Desk, town: string | undefined): readonly ListedDevice[] {
  const letters = new Map<string, number>()
  // A town that was merged or renamed has its computers under the codes that they write.
  const devices = town === undefined ? townDevices(desk) : codesOf(desk, town).flatMap((code) => townDevices(desk, code))
  return devices.map((one) => {
    const place = letters.get(one.org) ?? 0
    letters.set(one.org, place + 1)
    const last = desk.store.exchange.packages({ direction: 'in', device: one.id, limit: 1 })[0]
    return { device: one.id, town: one.org, name: one.name, by: one.certificate.deviceName, letter: letterAt(place), state: one.state, since: one.since, last_package: last?.madeAt ?? null }
  })
}

/** Closes a computer that is lost, burnt or given up: nothing more is taken from it, and no receipt opens on it. */
function close(desk: Desk, id: string, reopen: boolean): Result<ClosedDevice> {
  if (desk.store.office.role !== 'county') return fail('wrong-role', { detail: { role: 'town' } })
  const device = townDevices(desk).find((one) => one.id === id)
  if (!device) return fail('not-found', { field: 'device', detail: { id } })
  const state = reopen ? 'open' : 'closed'
  if (device.state !== state) {
    certify(desk, { ...device, deviceName: device.certificate.deviceName }, state)
    desk.store.events.note({ kind: 'device', by: desk.by, about: id, detail: { state, town: device.org } })
  }
  return ok({ device: id, town: device.org, name: device.name, state })
}

export const deviceHandlers = {
  'exchange.devices': ({ town }, desk) => (desk.store.office.role === 'county' ? ok({ devices: list(desk, town) }) : fail('wrong-role', { detail: { role: 'town' } })),
  'exchange.close-device': ({ device, reopen }, desk) => close(desk, device, reopen === true),
} satisfies Partial<Handlers<Desk>>

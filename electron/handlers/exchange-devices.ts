/** Computers as the exchange knows them: the county's list of its towns' computers, a town's list of its own. */
import type { Certificate } from '../../shared/exchange/certificate'
import type { KnownDevice } from '../exchange/check-package'
import { signCertificate } from '../exchange/certify'
import type { DeviceRow } from '../store/exchange-store'
import type { Desk } from './desk'
import { ownKeys, ownRealm } from './exchange-setup'

export interface TownDevice {
  readonly id: string
  readonly org: string
  readonly name: string
  readonly sign: string
  readonly age: string
  readonly state: 'open' | 'closed'
  /** The certificate as a signed note. */
  readonly note: string
  readonly certificate: Certificate
}

interface StoredCertificate {
  readonly note: string
  readonly certificate: Certificate
}

function townDevice(row: DeviceRow): TownDevice | null {
  const cert = row.cert as unknown as StoredCertificate | null
  if (!cert || row.state === 'own') return null
  const { certificate, note } = cert
  return { id: row.id, org: row.org, name: certificate.name, sign: certificate.sign, age: certificate.age, state: certificate.state, note, certificate }
}

/** Certified computers, of one town or of all, in the order of their certificates. */
export const townDevices = (desk: Desk, org?: string): readonly TownDevice[] =>
  desk.store.exchange.devices(org).map(townDevice).filter((one): one is TownDevice => one !== null).sort((a, b) => a.certificate.issued.localeCompare(b.certificate.issued) || a.id.localeCompare(b.id))

export function knownDevice(desk: Desk, id: string): KnownDevice | null {
  const row = desk.store.exchange.device(id)
  const device = row ? townDevice(row) : null
  return device ? { org: device.org, name: device.name, sign: device.sign, state: device.state } : null
}

/** Keeps a certificate that was read or written. */
export function keepCertificate(desk: Desk, certificate: Certificate, note: string): void {
  if (certificate.device === desk.store.device.id) return
  desk.store.exchange.putDevice({
    id: certificate.device, org: certificate.org, keys: { sign: certificate.sign, age: certificate.age, name: certificate.deviceName },
    cert: { note, certificate: { ...certificate } }, state: certificate.state,
  })
}

/** Certifies a computer of a town; at the county only. */
export function certify(desk: Desk, device: { readonly id: string; readonly org: string; readonly name: string; readonly deviceName: string; readonly sign: string; readonly age: string }, state: 'open' | 'closed'): void {
  const realm = ownRealm(desk)
  if (!realm) throw new Error('only a county certifies')
  const certificate: Certificate = {
    realm: realm.id, org: device.org, name: device.name, device: device.id, deviceName: device.deviceName, sign: device.sign, age: device.age, state, issued: desk.now().toISOString(),
  }
  const keys = ownKeys(desk)
  keepCertificate(desk, certificate, signCertificate(certificate, { org: desk.store.office.code, device: desk.store.device.id, sign: keys.sign, signPrivate: keys.signPrivate }))
}

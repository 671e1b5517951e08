/** What a town learns from a receipt beyond records: that its computer belongs to the county, what was taken, what is asked. */
import type { Certificate } from '../../shared/exchange/certificate'
import type { Manifest, Receipt } from '../../shared/exchange/manifest'
import { errorCodes } from '../../shared/result'
import { sayFault } from '../../shared/text/line-faults'
import type { CheckedPackage } from '../exchange/check-package'
import { openCertificates } from '../exchange/certify'
import { sentCounts } from './exchange-counts'
import { keepCertificate, letterAt } from './exchange-devices'
import { keepFirstRecords, settlePlaceholders } from './exchange-first-records'
import { replaceIssues, type KeptIssue } from './exchange-issues'
import { withNewKeys } from './exchange-realm-keys'
import { readNotice } from './exchange-receipt-text'
import { keepPaired, pairedCounty, type PairedCounty } from './exchange-setup'
import type { Desk } from './desk'
import { keepFieldOffers } from './own-fields'
import { keepOffers } from './rule-files'

/** What the newest receipt said, for the screen and for telling an older one that comes late. */
export interface LastReceipt {
  readonly created: string
  /** Time up to which the county could restore the town. */
  readonly restorable: string | null
  readonly lateAfter?: number
  /** Records that the county did not take and that this computer has not got. */
  readonly strays?: number
  readonly pseq: number
  readonly records: number
}

export const lastReceipt = (desk: Desk): LastReceipt | null => desk.store.settings.get<LastReceipt | null>('last_receipt', null)

/** This computer's own standing; an older certificate than the one that holds changes nothing. */
function takeOwn(desk: Desk, county: PairedCounty, own: Certificate, place: number): void {
  if (county.issued !== undefined && Date.parse(own.issued) < Date.parse(county.issued)) return
  const { invite: _invite, closed: _closed, again: _again, ...paired } = county
  keepPaired(desk, own.state === 'open' ? { ...paired, accepted: true, issued: own.issued } : { ...paired, accepted: false, closed: true, issued: own.issued })
  if (own.state === 'open' && county.invite?.another !== true && !county.accepted) keepFirstRecords(desk)
  const device = { ...desk.store.device, letter: letterAt(place) }
  if (device.letter !== desk.store.device.letter) desk.store.settings.set('device', device)
}

/** The county has changed its keys: from now on only the new ones hold. */
function takeKeys(desk: Desk, county: PairedCounty, { header }: CheckedPackage): PairedCounty {
  const renewed = withNewKeys(county, header.keys ?? [])
  if (renewed === null) return county
  keepPaired(desk, renewed)
  desk.store.events.note({ kind: 'device', by: desk.by, about: county.code, detail: { what: 'county keys', generation: renewed.generation ?? 1, check_no: renewed.fingerprint } })
  return renewed
}

/** Certificates come in the order of admission, which gives each computer its letter. */
function takeCertificates(desk: Desk, county: PairedCounty, receipt: Receipt): void {
  const read = openCertificates(receipt.certs, { org: county.code, device: county.device, sign: county.sign, realm: county.realm })
  // The receipt itself is sealed by the county; a certificate that does not hold is left out, the records stand.
  if (!read.ok) return
  const order = receipt.certs.map((note) => /^device ([a-z2-7]{26})$/m.exec(note)?.[1] ?? '')
  for (const certificate of read.value.values()) {
    const place = order.indexOf(certificate.device)
    if (certificate.device === desk.store.device.id) takeOwn(desk, county, certificate, place)
    else keepCertificate(desk, certificate, receipt.certs[place] ?? '')
  }
}

function confirmPackages(desk: Desk, receipt: Receipt): void {
  const newest = receipt.for.at(-1)
  for (const id of receipt.for) {
    const row = desk.store.exchange.package(id)
    if (row?.direction !== 'out' || row.state === 'CONFIRMED') continue
    // The counts are those of the newest package that the county took.
    const counts = { ...sentCounts(row), ...(id === newest ? { accepted: receipt.counts } : {}) }
    desk.store.exchange.putPackage({ ...row, state: 'CONFIRMED', counts, doneAt: desk.now().toISOString() })
  }
}

const isErrorCode = (code: string): code is (typeof errorCodes)[number] => (errorCodes as readonly string[]).includes(code)

/** A record that the county did not take: its field is one of the line, not of the form. */
function refused({ code, field }: Receipt['issues'][number]): string {
  const { say, next } = sayFault({ code, field: field ?? null }, 'writer')
  return `${say}${next}`
}

/** What the county asks, and what it did not take; gives how many of the latter this computer has not got: another one of the town sent them. */
function takeIssues(desk: Desk, receipt: Receipt): number {
  const words = readNotice(receipt.notice)
  const kept = receipt.issues.flatMap((issue): readonly KeptIssue[] => {
    const version = desk.store.versionOf(issue.uid)
    const said = words.get(`${issue.uid}|${issue.field ?? ''}`)
    if (version === null || issue.level === 'note') return []
    const of = { uid: issue.uid, code: issue.code, level: issue.level, version, org: desk.store.office.code }
    if (said === undefined && isErrorCode(issue.code)) return [{ ...of, say: refused(issue) }]
    return [{ ...of, say: said?.say ?? '县里的意见没有带全，请打电话问县里。', ...(issue.field === undefined ? {} : { field: issue.field }), ...(said?.due ? { due_on: said.due } : {}) }]
  })
  replaceIssues(desk, kept)
  return receipt.issues.filter((issue) => isErrorCode(issue.code) && desk.store.versionOf(issue.uid) === null).length
}

/** Carries out a receipt; inside the transaction that commits its records. `complete` = nothing that the county has is missing here. */
export function takeReceipt(desk: Desk, pkg: CheckedPackage, manifest: Manifest, complete: boolean): void {
  const { receipt } = manifest
  const before = pairedCounty(desk)
  if (!receipt || !before) return
  const county = takeKeys(desk, before, pkg)
  takeCertificates(desk, county, receipt)
  settlePlaceholders(desk, complete)
  confirmPackages(desk, receipt)
  const last = lastReceipt(desk)
  // Receipts are cumulative; of what is asked only the newest matters.
  if (last && Date.parse(pkg.header.created) < Date.parse(last.created)) return
  const strays = takeIssues(desk, receipt)
  keepOffers(desk, receipt.templates)
  keepFieldOffers(desk, receipt.templates)
  desk.store.settings.set('last_receipt', { created: pkg.header.created, restorable: receipt.restorable ?? null, ...(receipt.lateAfter === undefined ? {} : { lateAfter: receipt.lateAfter }), pseq: pkg.header.pseq, records: manifest.have, ...(strays === 0 ? {} : { strays }) } satisfies LastReceipt)
}

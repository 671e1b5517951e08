/** What a town learns from a receipt beyond records: that its computer belongs to the county, what was taken, what is asked. */
import type { Manifest, Receipt } from '../../shared/exchange/manifest'
import type { CheckedPackage } from '../exchange/check-package'
import { openCertificates } from '../exchange/certify'
import { privateParts, readPrivate } from '../exchange/read-records'
import { keepCertificate, knownDevice } from './exchange-devices'
import { replaceIssues } from './exchange-issues'
import { ownKeys, pairedCounty } from './exchange-setup'
import type { Desk } from './desk'
import type { Job } from './job'

function takeCertificates(desk: Desk, receipt: Receipt): void {
  const county = pairedCounty(desk)
  if (!county) return
  const read = openCertificates(receipt.certs, { org: county.code, device: county.device, sign: county.sign, realm: county.realm })
  // The receipt itself is sealed by the county; a certificate that does not hold is left out, the records stand.
  if (!read.ok) return
  const notes = new Map(receipt.certs.map((note) => [note.split('\n').find((row) => row.startsWith('device '))?.slice(7) ?? '', note]))
  const ordered = [...read.value.values()].sort((a, b) => a.issued.localeCompare(b.issued) || a.device.localeCompare(b.device))
  for (const certificate of ordered) keepCertificate(desk, certificate, notes.get(certificate.device) ?? '')
  const own = read.value.get(desk.store.device.id)
  if (own) {
    const { invite: _invite, ...paired } = county
    desk.store.settings.set('county', own.state === 'open' ? { ...paired, accepted: true } : { ...county, accepted: false })
  }
  // The second computer's numbers carry B, the third's C.
  const place = ordered.findIndex((certificate) => certificate.device === desk.store.device.id)
  const letter = place <= 0 ? '' : String.fromCharCode(65 + place)
  if (place >= 0 && desk.store.device.letter !== letter) desk.store.settings.set('device', { id: desk.store.device.id, letter })
}

/** Records that only the town's own computers may read, relayed from the other ones. */
async function takePrivate(desk: Desk, pkg: CheckedPackage, job: Job): Promise<void> {
  const parts = await privateParts(pkg, (id) => knownDevice(desk, id))
  if (!parts.ok) return
  const { staging } = desk.store.exchange
  for (const part of parts.value) {
    if (part.device.id === desk.store.device.id) continue
    const stageId = `${pkg.header.id}/${part.entry}`
    staging.begin(stageId)
    const read = await readPrivate(pkg, part, { identities: [ownKeys(desk).ageIdentity] }, (batch) => {
      staging.add(stageId, batch.flatMap((one) => (one.ok ? [{ line: one.line, version: one.version, text: one.text }] : [])))
    }, { signal: job.signal })
    // Made before this computer was one of the town's: the next part of that computer will be readable.
    if (read.ok) staging.commit(stageId)
    else staging.drop(stageId)
  }
}

function confirmPackages(desk: Desk, receipt: Receipt): void {
  for (const id of receipt.for) {
    const row = desk.store.exchange.package(id)
    if (row?.direction === 'out') desk.store.exchange.putPackage({ ...row, state: 'CONFIRMED', counts: { ...row.counts, accepted: receipt.counts, result: receipt.result }, doneAt: desk.now().toISOString() })
  }
}

function takeIssues(desk: Desk, receipt: Receipt): void {
  const said = new Map(receipt.notice.split('\n').map((line) => {
    const [uid = '', field = '', due = '', say = ''] = line.split('\t')
    return [`${uid}|${field}`, { due, say }] as const
  }))
  replaceIssues(desk, receipt.issues.flatMap((issue) => {
    const version = desk.store.versionOf(issue.uid)
    const words = said.get(`${issue.uid}|${issue.field ?? ''}`)
    if (version === null || issue.level === 'note') return []
    return [{
      uid: issue.uid, code: issue.code, level: issue.level, say: words?.say ?? issue.code, version, org: desk.store.office.code,
      ...(issue.field === undefined ? {} : { field: issue.field }), ...(words?.due ? { due_on: words.due } : {}),
    }]
  }))
}

/** Carries out a receipt whose records are committed. */
export async function takeReceipt(desk: Desk, pkg: CheckedPackage, manifest: Manifest, job: Job): Promise<void> {
  const { receipt } = manifest
  if (!receipt) return
  desk.store.exchange.atomically(() => {
    takeCertificates(desk, receipt)
    confirmPackages(desk, receipt)
    takeIssues(desk, receipt)
    desk.store.settings.set('last_receipt', { created: pkg.header.created, restorable: receipt.restorable ?? null, pseq: pkg.header.pseq, records: manifest.have })
  })
  await takePrivate(desk, pkg, job)
}

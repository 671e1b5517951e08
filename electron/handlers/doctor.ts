/** The doctor: the store's own checks, then the attachments beside it, which are opened chunk by chunk and brought back from backups. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import type { DoctorFinding } from '../../shared/contract/office'
import { textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { attachmentsBeside, blobFolder } from '../store/backup-blobs'
import type { DoctorReport } from '../store/doctor/examine'
import { secondPlaceOf } from './backups'
import type { Desk } from './desk'
import { sweepAttachments } from './erase'
import { asJob, inPaces, type Job } from './job'

/** Attachments that should be on this computer: at the county, those whose package has come. */
function expected(desk: Desk): readonly Rec[] {
  const files = desk.store.lookup().all('file').filter((rec) => textOf(rec.fields, 'sha256') !== '')
  return desk.store.office.role === 'town' ? files : files.filter((rec) => desk.store.exchange.blob(textOf(rec.fields, 'sha256'))?.state === 'here')
}

/** The copy that the second backup place holds in the place of one that is missing or broken. The broken one stays beside it. */
async function fromSecondPlace(desk: Desk, sha256: string): Promise<boolean> {
  const second = secondPlaceOf(desk)
  const name = desk.blobs.nameOf(sha256)
  const kept = second === null ? '' : path.join(attachmentsBeside(path.join(second.folder, 'x')), name)
  if (second === null || !existsSync(kept)) return false
  const target = path.join(blobFolder(desk.dir), name)
  await mkdir(blobFolder(desk.dir), { recursive: true })
  await desk.blobs.setAside(sha256)
  await copyFile(kept, `${target}.part`)
  await rename(`${target}.part`, target)
  return desk.blobs.isSound(sha256)
}

/** A county asks the town for it again: what is not here goes into the next package of whoever has it. */
async function askAgain(desk: Desk, sha256: string): Promise<boolean> {
  const row = desk.store.exchange.blob(sha256)
  if (desk.store.office.role !== 'county' || row === null) return false
  await desk.blobs.setAside(sha256)
  desk.store.exchange.putBlob({ ...row, state: 'wanted' })
  return true
}

/** Each is looked at, and each mended, as a whole: called off between two, those that were mended are, and the others are as before. */
async function attachments(desk: Desk, fix: boolean, job: Job): Promise<Result<readonly DoctorFinding[]>> {
  const files = expected(desk)
  const held = await desk.blobs.held(files.map((rec) => textOf(rec.fields, 'sha256')))
  const sick: Record<'attachments-missing' | 'attachments-broken', Rec[]> = { 'attachments-missing': [], 'attachments-broken': [] }
  for (const [at, rec] of files.entries()) {
    job.progress('附件', at, files.length)
    if (job.signal.aborted) return fail('cancelled')
    const sha256 = textOf(rec.fields, 'sha256')
    if (!held.has(sha256)) sick['attachments-missing'].push(rec)
    else if (!await desk.blobs.isSound(sha256)) sick['attachments-broken'].push(rec)
  }
  const findings: DoctorFinding[] = []
  for (const [check, recs] of Object.entries(sick)) {
    let fixed = 0
    if (fix) for (const rec of recs) fixed += Number(await fromSecondPlace(desk, textOf(rec.fields, 'sha256')) || await askAgain(desk, textOf(rec.fields, 'sha256')))
    findings.push({ check, ok: fixed === recs.length, count: recs.length, fixed, detail: 'files beside the database', ids: recs.slice(0, 20).map((rec) => textOf(rec.fields, 'owner')) })
  }
  return ok([...findings, await leftOver(desk, fix)])
}

/** Bytes of records that were erased. */
async function leftOver(desk: Desk, fix: boolean): Promise<DoctorFinding> {
  const count = desk.store.exchange.blobsOfNobody().length
  const fixed = fix && count > 0 ? await sweepAttachments(desk) : 0
  return { check: 'attachments-left', ok: fixed === count, count, fixed, detail: 'attachments that nothing names', ids: [] }
}

/** Repairs go through in one go: nobody saves between a finding and what is mended after it. */
async function records(desk: Desk, fix: boolean, job: Job): Promise<Result<DoctorReport>> {
  if (fix) return ok(desk.store.doctor({ fix }))
  return inPaces(desk.store.examination(), job, ({ done, total }) => {
    job.progress('记录', done, total)
    return Promise.resolve(null)
  })
}

export const doctorHandlers = {
  'doctor.run': ({ fix = false, job: name }, desk) => asJob(desk, name, async (job) => {
    const looked = await records(desk, fix, job)
    if (!looked.ok) return looked
    const beside = await attachments(desk, fix, job)
    if (!beside.ok) return beside
    const findings = [...looked.value.findings, ...beside.value]
    return ok({ ok: findings.every((finding) => finding.ok || finding.fixed === finding.count), findings })
  }),
} satisfies Partial<Handlers<Desk>>

/** The doctor: the store's own checks, then the attachments beside it, which are opened chunk by chunk and brought back from backups. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import type { DoctorFinding } from '../../shared/contract/office'
import { textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { attachmentsBeside, blobFolder } from '../store/backup-blobs'
import { secondPlaceOf } from './backups'
import type { Desk } from './desk'
import { sweepAttachments } from './erase'

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

async function attachments(desk: Desk, fix: boolean): Promise<readonly DoctorFinding[]> {
  const files = expected(desk)
  const held = await desk.blobs.held(files.map((rec) => textOf(rec.fields, 'sha256')))
  const sick: Record<'attachments-missing' | 'attachments-broken', Rec[]> = { 'attachments-missing': [], 'attachments-broken': [] }
  for (const rec of files) {
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
  return [...findings, await leftOver(desk, fix)]
}

/** Bytes of records that were erased. */
async function leftOver(desk: Desk, fix: boolean): Promise<DoctorFinding> {
  const count = desk.store.exchange.blobsOfNobody().length
  const fixed = fix && count > 0 ? await sweepAttachments(desk) : 0
  return { check: 'attachments-left', ok: fixed === count, count, fixed, detail: 'attachments that nothing names', ids: [] }
}

export const doctorHandlers = {
  'doctor.run': async ({ fix }, desk) => {
    const findings = [...desk.store.doctor({ fix: fix === true }).findings, ...await attachments(desk, fix === true)]
    return ok({ ok: findings.every((finding) => finding.ok || finding.fixed === finding.count), findings })
  },
} satisfies Partial<Handlers<Desk>>

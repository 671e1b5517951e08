/** Attachments: taken in by their content, kept encrypted, named by a record in the same commit that lists them with their owner. */
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { AttachedFile } from '../../shared/contract/files'
import { fileSafe } from '../../shared/exchange/names'
import { intOf, textOf } from '../../shared/facts'
import { showSigns } from '../../shared/parse/text'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { fail, ok, type Result } from '../../shared/result'
import { bytesInMemory, sniffFile, type FileKind } from '../documents/sniff-file'
import { stripPhoto } from '../documents/strip-photo'
import type { Handlers } from '../ipc/route'
import { dataOf, type Change } from '../store/change'
import { spaceFor } from '../store/free-space'
import type { Desk } from './desk'
import { sweepAttachments } from './erase'
import { placeOf } from './exchange-files'
import { printRecord } from './print-record'
import { commit } from './save'

/** One attachment: more would not fit on an ordinary stick beside the others. */
const mostBytes = 500 * 1024 * 1024
/** A photo is cleaned in memory; larger ones are no photos. */
const mostPhoto = 64 * 1024 * 1024
const mostFiles = 500

const listed = (owner: Rec | null): readonly string[] => {
  const files = owner?.fields['files']
  return Array.isArray(files) ? files.filter((one): one is string => typeof one === 'string') : []
}

function ownerOf(desk: Desk, id: string): Result<Rec> {
  const rec = desk.store.get(desk.store.resolve(id))
  if (!rec) return fail('not-found', { field: 'owner', detail: { id } })
  if (rec.deleted) return fail('already-deleted', { field: 'owner', detail: { id } })
  return rec.type === 'file' || !declarationOf(rec.type) ? fail('bad-ref', { field: 'owner', detail: { id, type: rec.type } }) : ok(rec)
}

/** What is taken in: a file of this computer, or what the window sends. */
type Source = { readonly path: string } | { readonly bytes: Buffer }
type SizedKind = FileKind & { readonly size: number }

function sourceOf(input: { readonly path?: string | undefined; readonly content?: string | undefined }): Result<Source> {
  if (input.content !== undefined) return ok({ bytes: Buffer.from(input.content, 'base64') })
  return input.path === undefined ? fail('bad-input', { field: 'path' }) : ok({ path: input.path })
}

async function kindOf(source: Source, name: string): Promise<Result<SizedKind>> {
  if ('bytes' in source) return sized(await sniffFile(bytesInMemory(source.bytes), name), source.bytes.length, name)
  const handle = await open(source.path, 'r')
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return fail('file-not-found', { field: 'path', detail: { file: source.path } })
    return sized(await sniffFile(handle, name), stat.size, name)
  } finally {
    await handle.close()
  }
}

function sized(kind: FileKind | null, size: number, name: string): Result<SizedKind> {
  if (size === 0) return fail('file-empty', { field: 'path', detail: { file: name } })
  if (size > mostBytes) return fail('file-too-big', { field: 'path', detail: { bytes: size, limit: mostBytes } })
  return kind ? ok({ ...kind, size }) : fail('unknown-type-of-file', { field: 'path', detail: { name } })
}

async function keepBytes(desk: Desk, source: Source, kind: SizedKind, original: boolean): Promise<{ readonly sha256: string; readonly size: number }> {
  const isPhoto = kind.mime === 'image/jpeg' || kind.mime === 'image/png'
  const strips = isPhoto && !original && kind.size <= mostPhoto
  if ('bytes' in source) return desk.blobs.put([strips ? stripPhoto(source.bytes, kind.mime) : source.bytes])
  return desk.blobs.put(strips ? [stripPhoto(await readFile(source.path), kind.mime)] : createReadStream(source.path, { highWaterMark: 256 * 1024 }))
}

/** The record of the attachment and the owner's list, as one commit. */
function changesFor(desk: Desk, owner: Rec, data: Readonly<Record<string, string | number | boolean>>, base: string | undefined): Result<{ readonly uid: string; readonly changes: readonly Change[] }> {
  const uid = desk.store.uidOf('file', data, owner.org)
  if (uid === null) return fail('internal')
  const known = desk.store.get(uid)
  const list = [...new Set([...listed(owner), uid])]
  if (list.length > mostFiles) return fail('too-long', { field: 'files', detail: { max: mostFiles } })
  return ok({
    uid,
    changes: [
      ...(known && !known.deleted ? [] : [{ op: 'put', type: 'file', data, org: owner.org } as const]),
      { op: 'put', type: owner.type, uid: owner.id, data: { ...dataOf(owner), files: list }, ...(base === undefined ? {} : { base }) },
    ],
  })
}

type Wanted = Parameters<Handlers<Desk>['file.add']>[0]

async function add(desk: Desk, input: Wanted): Promise<Result<{ readonly file: AttachedFile; readonly record: Rec }>> {
  const before = ownerOf(desk, input.owner)
  if (!before.ok) return before
  const source = sourceOf(input)
  if (!source.ok) return source
  const given = input.name ?? path.basename(input.path ?? '')
  const kind = await kindOf(source.value, given)
  if (!kind.ok) return kind
  const original = input.original === true
  const full = spaceFor(desk.dir, kind.value.size)
  if (full) return full
  const kept = await keepBytes(desk, source.value, kind.value, original)
  desk.store.exchange.putBlob({ sha256: kept.sha256, size: kept.size, mime: kind.value.mime, state: 'here' })
  const done = nameBytes(desk, input, given, kind.value, kept)
  // Bytes that no record came to name do not stay.
  if (!done.ok) await sweepAttachments(desk)
  return done
}

/** The commit that names the bytes; the owner may have been saved while they were written. */
function nameBytes(desk: Desk, input: Wanted, given: string, kind: SizedKind, kept: { readonly sha256: string; readonly size: number }): Result<{ readonly file: AttachedFile; readonly record: Rec }> {
  const owner = ownerOf(desk, input.owner)
  if (!owner.ok) return owner
  const name = given.normalize('NFC').replaceAll(/\p{Surrogate}/gu, '').replaceAll(/\p{Cc}/gu, showSigns).slice(0, 255)
  const data = { owner: owner.value.id, sha256: kept.sha256, size_bytes: kept.size, mime: kind.mime, name, ...(input.original === true ? { original: true } : {}) }
  const changes = changesFor(desk, owner.value, data, input.base)
  if (!changes.ok) return changes
  const done = commit(desk, changes.value.changes)
  if (!done.ok) return done
  const [file, record] = [desk.store.get(changes.value.uid), desk.store.get(owner.value.id)]
  return file && record ? ok({ file: shown(file, true), record: printRecord(desk, record) }) : fail('internal')
}

const shown = (file: Rec, here: boolean): AttachedFile => ({
  id: file.id, name: textOf(file.fields, 'name') || textOf(file.fields, 'sha256').slice(0, 12), mime: textOf(file.fields, 'mime'), bytes: intOf(file.fields, 'size_bytes') ?? 0,
  original: file.fields['original'] === true, here,
})

async function list(desk: Desk, id: string): Promise<readonly AttachedFile[]> {
  const owner = desk.store.resolve(id)
  const order = new Map(listed(desk.store.get(owner)).map((one, at) => [one, at]))
  const files = [...desk.store.lookup().where('file', 'owner', owner)].sort((a, b) => (order.get(a.id) ?? mostFiles) - (order.get(b.id) ?? mostFiles) || (a.id < b.id ? -1 : 1))
  const here = await desk.blobs.held(files.map((file) => textOf(file.fields, 'sha256')))
  return files.map((file) => shown(file, here.has(textOf(file.fields, 'sha256'))))
}

/** Kinds that the window's own engine draws, and no larger than it should hold. */
const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp']
const mostDrawn = 24 * 1024 * 1024

async function picture(desk: Desk, id: string): Promise<Result<{ readonly url: string | null }>> {
  const file = desk.store.get(desk.store.resolve(id))
  if (file?.type !== 'file') return fail('not-found', { detail: { id } })
  const sha256 = textOf(file.fields, 'sha256')
  const size = await desk.blobs.size(sha256)
  if (size === null || size > mostDrawn) return ok({ url: null })
  const pieces: Uint8Array[] = []
  // A piece is overwritten by the next one.
  for await (const piece of desk.blobs.read(sha256)) pieces.push(Uint8Array.from(piece))
  const bytes = Buffer.concat(pieces)
  const kind = await sniffFile(bytesInMemory(bytes), textOf(file.fields, 'name'))
  return ok({ url: kind && drawn.includes(kind.mime) ? `data:${kind.mime};base64,${bytes.toString('base64')}` : null })
}

/** Never the name that came with it as a path, and never its extension: that of the content. */
async function copyInClear(desk: Desk, id: string): Promise<Result<{ readonly path: string; readonly mime: string }>> {
  const file = desk.store.get(desk.store.resolve(id))
  if (file?.type !== 'file') return fail('not-found', { detail: { id } })
  const sha256 = textOf(file.fields, 'sha256')
  if (!await desk.blobs.has(sha256)) return fail('file-not-found', { detail: { name: textOf(file.fields, 'name') } })
  const folder = path.join(placeOf(desk, 'tmp'), randomBytes(8).toString('hex'))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const plain = path.join(folder, 'file')
  await writeFile(plain, desk.blobs.read(sha256), { mode: 0o600 })
  return named(plain, file, desk)
}

async function named(plain: string, file: Rec, desk: Desk): Promise<Result<{ readonly path: string; readonly mime: string }>> {
  const handle = await open(plain, 'r')
  const kind = await sniffFile(handle, textOf(file.fields, 'name')).finally(() => handle.close())
  if (!kind) return fail('unknown-type-of-file', { detail: { name: textOf(file.fields, 'name') } })
  const target = path.join(path.dirname(plain), `${fileSafe(textOf(file.fields, 'name').replace(/\.[^.]*$/, ''))}.${kind.ext}`)
  await rename(plain, target)
  desk.store.events.note({ kind: 'view', by: desk.by, about: file.id })
  return ok({ path: target, mime: kind.mime })
}

function remove(desk: Desk, id: string, reason: string): Result<{ readonly record: Rec | null }> {
  const file = desk.store.get(desk.store.resolve(id))
  if (file?.type !== 'file') return fail('not-found', { detail: { id } })
  if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
  const owner = desk.store.get(desk.store.resolve(textOf(file.fields, 'owner')))
  const refersToIt = owner && !owner.deleted && listed(owner).includes(file.id)
  const changes: readonly Change[] = [
    ...(refersToIt ? [{ op: 'put', type: owner.type, uid: owner.id, data: { ...dataOf(owner), files: listed(owner).filter((one) => one !== file.id) } } as const] : []),
    { op: 'del', uid: file.id, reason: reason.trim() },
  ]
  const done = commit(desk, changes)
  if (!done.ok) return done
  const after = owner ? desk.store.get(owner.id) : null
  return ok({ record: after ? printRecord(desk, after) : null })
}

export const fileHandlers = {
  'file.add': (input, desk) => add(desk, input),
  'file.list': async ({ owner }, desk) => ok({ files: await list(desk, owner) }),
  'file.picture': ({ id }, desk) => picture(desk, id),
  'file.open': ({ id }, desk) => copyInClear(desk, id),
  'file.remove': ({ id, reason }, desk) => remove(desk, id, reason),
} satisfies Partial<Handlers<Desk>>

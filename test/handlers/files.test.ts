import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { paired, qingshi, trip, type Office } from './support/offices'

const png = (size: number): Buffer => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(size)])
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function attach(office: Office, owner: string, folder: string, name: string, bytes: Buffer, more: { readonly original?: boolean } = { original: true }) {
  const file = join(folder, name)
  await writeFile(file, bytes)
  return office.get('file.add', { owner, path: file, ...more })
}

describe('an attachment', () => {
  test('is kept encrypted, named by a record in the commit that lists it with its owner, and opens as it was', async () => {
    const { town, stick } = await paired()
    const owner = await town.add('activity', { kind: '3', title: '视察', start_on: '2026-03-01' })
    const bytes = png(700_000)
    const { file, record } = await attach(town, owner, stick, '现场照片.png', bytes)
    expect(file).toEqual({ id: expect.stringMatching(/^[a-z2-7]{26}$/) as string, name: '现场照片.png', mime: 'image/png', bytes: bytes.length, original: true, here: true })
    expect(record.fields['files']).toEqual([file.id])
    expect(town.rec(file.id)?.fields).toEqual({ owner, sha256: sha256(bytes), size_bytes: bytes.length, mime: 'image/png', name: '现场照片.png', original: true })
    const kept = readdirSync(join(town.dir, 'blobs'))
    expect(kept.length).toBe(1)
    expect(readFileSync(join(town.dir, 'blobs', kept[0] ?? '')).includes(bytes.subarray(100, 200))).toBe(false)
    const opened = await town.get('file.open', { id: file.id })
    expect([readFileSync(opened.path).equals(bytes), opened.mime, opened.path.endsWith('现场照片.png'), opened.path.startsWith(join(town.dir, 'tmp'))]).toEqual([true, 'image/png', true, true])
    await town.restart()
    expect(existsSync(opened.path)).toBe(false)
    // The same file again is the same attachment.
    expect((await attach(town, owner, stick, '又一次.png', bytes)).record.fields['files']).toEqual([file.id])
    expect((await town.get('file.list', { owner })).files).toEqual([file])
    const removed = await town.get('file.remove', { id: file.id, reason: '拍错了' })
    expect(removed.record?.fields['files']).toEqual([])
    expect((await town.get('file.list', { owner })).files).toEqual([])
  })

  test('comes from the window itself, pasted or made small there, and is shown there', async () => {
    const { town } = await paired()
    const owner = await town.add('activity', { kind: '3', title: '视察', start_on: '2026-03-01' })
    const bytes = png(600_000)
    const { file } = await town.get('file.add', { owner, content: bytes.toString('base64'), name: '粘贴的图片.png', original: true })
    expect(file).toMatchObject({ name: '粘贴的图片.png', mime: 'image/png', bytes: bytes.length, here: true })
    expect((await town.get('file.picture', { id: file.id })).url).toBe(`data:image/png;base64,${bytes.toString('base64')}`)
    const paper = await town.get('file.add', { owner, content: Buffer.from('%PDF-1.7 …').toString('base64'), name: '公文.pdf' })
    expect(await town.get('file.picture', { id: paper.file.id })).toEqual({ url: null })
    expect(await town.ask('file.add', { owner, content: Buffer.from('MZ').toString('base64'), name: '木马.png' })).toMatchObject({ ok: false, code: 'unknown-type-of-file' })
    expect(await town.ask('file.add', { owner, name: '没有内容.png' })).toMatchObject({ ok: false, code: 'bad-input', field: 'path' })
  })

  test('whose record was saved meanwhile is refused, and its bytes do not stay behind', async () => {
    const { town, stick } = await paired()
    const owner = await town.add('activity', { kind: '3', title: '视察', start_on: '2026-03-01' })
    const base = town.rec(owner)?.version ?? ''
    await town.set(owner, { title: '视察饮水' })
    const file = join(stick, '现场.png')
    await writeFile(file, png(4000))
    expect(await town.ask('file.add', { owner, path: file, base })).toMatchObject({ ok: false, code: 'changed-elsewhere' })
    expect(readdirSync(join(town.dir, 'blobs'))).toEqual([])
    expect((await town.get('doctor.run', {})).findings.filter((one) => !one.ok)).toEqual([])
  })

  test('is told by its content: what is not on the list, carries macros or is empty does not come in', async () => {
    const { town, stick } = await paired()
    const owner = await town.add('person', { name: '甲' })
    const refused = async (name: string, bytes: Buffer): Promise<unknown> => {
      const file = join(stick, name)
      await writeFile(file, bytes)
      const answer = await town.ask('file.add', { owner, path: file })
      return answer.ok ? answer.value.file.mime : answer.code
    }
    expect(await refused('木马.png', Buffer.from('MZ\x90\x00 program'))).toBe('unknown-type-of-file')
    expect(await refused('网页.pdf', Buffer.from('<html><script>'))).toBe('unknown-type-of-file')
    expect(await refused('空.pdf', Buffer.alloc(0))).toBe('file-empty')
    expect(await refused('压缩包.zip', zip(['a.txt']))).toBe('unknown-type-of-file')
    expect(await refused('宏.docx', zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']))).toBe('unknown-type-of-file')
    expect(await refused('改名的.exe', zip(['[Content_Types].xml', 'word/document.xml']))).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(await refused('表.xlsx', zip(['[Content_Types].xml', 'xl/workbook.xml']))).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(await refused('公文.pdf', Buffer.from('%PDF-1.7 …'))).toBe('application/pdf')
    expect(await refused('录像.mp4', Buffer.from('\0\0\0\x20ftypisom mp41'))).toBe('video/mp4')
    expect(await town.ask('file.add', { owner, path: join(stick, '没有.png') })).toMatchObject({ ok: false, code: 'file-not-found' })
    expect(await town.ask('file.add', { owner: 'a'.repeat(26), path: join(stick, '公文.pdf') })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await town.ask('file.open', { id: owner })).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('that is a photo loses where and with what it was taken and keeps which side is up', async () => {
    const { town, stick } = await paired()
    const owner = await town.add('person', { name: '甲' })
    const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1'), Buffer.from('GPS 31.5N 106.1E')])
    const block = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
    const scan = Buffer.concat([block(0xda, Buffer.alloc(10)), Buffer.from([1, 2, 3, 0xff, 0xd9])])
    const jfif = block(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'))
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, block(0xe1, exif), block(0xfe, Buffer.from('camera 1234')), scan])
    const { file } = await attach(town, owner, stick, '现场.jpg', photo, {})
    const kept = readFileSync((await town.get('file.open', { id: file.id })).path)
    expect([kept.includes('GPS'), kept.includes('camera'), kept.subarray(0, 2).equals(photo.subarray(0, 2)), kept.subarray(-scan.length).equals(scan), kept.includes(jfif)]).toEqual([false, false, true, true, true])
    expect(kept.includes(Buffer.from('\x01\x12\0\x03\0\0\0\x01\0\x06', 'latin1'))).toBe(true)
    const { file: original } = await attach(town, owner, stick, '原件.jpg', photo)
    expect(readFileSync((await town.get('file.open', { id: original.id })).path).equals(photo)).toBe(true)
  })
})

describe('attachments on their way', () => {
  test('are sent until the county says that it has them, and never after', async () => {
    const { county, town, stick } = await paired()
    const owner = await town.add('person', { name: '甲' })
    const bytes = [png(300_000), png(10)]
    for (const [i, one] of bytes.entries()) await attach(town, owner, stick, `${String(i)}.png`, one)
    expect((await town.get('exchange.state', {})).unsent).toMatchObject({ files: 2, bytes: 300_026 })
    const lost = await town.get('exchange.export', { to: stick })
    const up = await town.get('exchange.export', { to: stick })
    expect([lost.bytes > 300_000, up.bytes > 300_000]).toEqual([true, true])
    await county.take(up.file)
    expect((await county.get('exchange.board', {})).towns[0]).toMatchObject({ pending_attachments: 0, state: 'complete' })
    const { files } = await county.get('file.list', { owner })
    expect(files.map(({ name, here }) => [name, here])).toEqual([['0.png', true], ['1.png', true]])
    expect(readFileSync((await county.get('file.open', { id: files[0]?.id ?? '' })).path).equals(bytes[0] ?? Buffer.alloc(0))).toBe(true)
    await town.take(await county.send(stick, { town: qingshi }))
    expect((await town.get('exchange.state', {})).unsent).toMatchObject({ files: 0, bytes: 0 })
    expect(await town.send(stick)).toBe(null)
    await town.set(owner, { post: '会计' })
    expect((await town.get('exchange.export', { to: stick })).bytes).toBeLessThan(30_000)
  })

  test('of private records stay, their records with them', async () => {
    const { county, town, stick } = await paired()
    const person = await town.add('person', { name: '甲' })
    const secret = await town.add('person_private', { person, phone: '13800000001' })
    const { file } = await attach(town, secret, stick, '身份证.png', png(1000))
    await trip({ county, stick }, town)
    expect([county.rec(person) !== null, county.rec(file.id), existsSync(join(county.dir, 'blobs'))]).toEqual([true, null, false])
  })

  test('that are lost or broken here hold nothing up: the record goes, the county waits for the bytes', async () => {
    const { county, town, stick } = await paired()
    const owner = await town.add('person', { name: '甲' })
    const [gone, broken] = [await attach(town, owner, stick, '丢.png', png(1000)), await attach(town, owner, stick, '坏.png', png(400_000))]
    const folder = join(town.dir, 'blobs')
    for (const name of readdirSync(folder)) {
      if (statSync(join(folder, name)).size < 10_000) await rm(join(folder, name))
      else await writeFile(join(folder, name), Buffer.concat([readFileSync(join(folder, name)).subarray(0, 300_000), randomBytes(100_000)]))
    }
    const up = await town.get('exchange.export', { to: stick })
    expect(await county.take(up.file)).toMatchObject({ state: 'COMMITTED', complete: true })
    expect((await county.get('exchange.board', {})).towns[0]).toMatchObject({ pending_attachments: 2, state: 'attachments' })
    expect((await county.get('file.list', { owner })).files.map(({ id, here }) => [id, here])).toEqual([[gone.file.id, false], [broken.file.id, false]])
    expect(await county.ask('file.open', { id: gone.file.id })).toMatchObject({ ok: false, code: 'file-not-found' })
  })

  test('come back to a fresh computer, and a county that lost its folder gets them again', async () => {
    const { county, town, stick } = await paired()
    const owner = await town.add('person', { name: '甲' })
    const bytes = png(1000)
    const { file } = await attach(town, owner, stick, '照片.png', bytes)
    await trip({ county, stick }, town)
    await rm(join(county.dir, 'blobs'), { recursive: true })
    await trip({ county, stick }, town)
    await trip({ county, stick }, town)
    expect((await county.get('file.list', { owner })).files).toMatchObject([{ here: true }])
    await rm(join(town.dir, 'blobs'), { recursive: true })
    await trip({ county, stick }, town)
    expect(readFileSync((await town.get('file.open', { id: file.id })).path).equals(bytes)).toBe(true)
  })
})

/** A ZIP whose entries are empty: only their names matter. */
function zip(names: readonly string[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const name of names) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    local.push(head, Buffer.from(name))
    central.push(entry, Buffer.from(name))
    at += 30 + name.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}

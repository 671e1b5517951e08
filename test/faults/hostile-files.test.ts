/** Files from outside that are broken, or that somebody made to do harm: each is refused with its code, or taken as the plain words that it holds. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { fail, ok, type Result } from '../../shared/result'
import { readZip } from '../documents/support/read-zip'
import { tried } from '../support/tried'
import { Clock, folder, makeOffice, qingshi, type Office } from '../handlers/support/offices'

interface Entry {
  readonly name: string
  readonly content: Uint8Array
  /** What the archive says that the entry unpacks to. */
  readonly says?: number
}

function crcOf(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A ZIP with whatever names, sizes and ratios. */
function zip(entries: readonly Entry[]): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, says } of entries) {
    const packed = deflateRawSync(content)
    const bytes = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(0x800, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crcOf(content.length > 4_000_000 ? content.subarray(0, 0) : content), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(says ?? content.length, 22)
    head.writeUInt16LE(bytes.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(20, 4)
    head.copy(central, 6, 4, 30)
    central.writeUInt32LE(at, 42)
    directory.push(central, bytes)
    parts.push(head, bytes, packed)
    at += 30 + bytes.length + packed.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const text = (words: string): Buffer => Buffer.from(words)
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbook = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`
const bookRels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
const cell = (ref: string, inner: string): string => `<c r="${ref}" t="inlineStr"><is><t>${inner}</t></is></c>`
const sheet = (rows: string, before = ''): string => `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const header = `<row r="1">${cell('A1', '姓名')}${cell('B1', '工作单位')}</row>`
const person = (name: string, unit: string): string => `<row r="2">${cell('A2', name)}${cell('B2', unit)}</row>`
const xlsx = (sheetXml: string, more: readonly Entry[] = []): Buffer => zip([
  { name: '[Content_Types].xml', content: text(types) }, { name: '_rels/.rels', content: text(rels) }, { name: 'xl/workbook.xml', content: text(workbook) }, { name: 'xl/_rels/workbook.xml.rels', content: text(bookRels) },
  { name: 'xl/worksheets/sheet1.xml', content: text(sheetXml) }, ...more,
])
const plain = xlsx(sheet(header + person('何秀兰', '石桥村')))

let at = 0
function file(dir: string, name: string, bytes: Uint8Array | string): string {
  const place = join(dir, String(++at))
  mkdirSync(place)
  writeFileSync(join(place, name), bytes)
  return join(place, name)
}

const codeOf = (answer: Result<unknown>): string => (answer.ok ? 'taken' : answer.code)

/** The answers beside what was expected, by the name of the file. */
async function compare(cases: readonly (readonly [name: string, bytes: Uint8Array | string, expected: string])[], ask: (file: string) => Promise<Result<unknown>>): Promise<void> {
  const dir = folder()
  const found: string[] = []
  const codes: Record<string, number> = {}
  for (const [name, bytes, expected] of cases) {
    const got = codeOf(await ask(file(dir, name, bytes)))
    codes[got] = (codes[got] ?? 0) + 1
    if (got !== expected) found.push(`${name}: ${got} instead of ${expected}`)
  }
  tried(`hostile files: ${expect.getState().currentTestName ?? ''}`, cases.length, codes)
  expect(found).toEqual([])
}

const town = (): Promise<Office> => makeOffice('town', qingshi, '青石镇', new Clock())
const laughs = '<!DOCTYPE l [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + 'bcdefghij'.split('').map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n] ?? 'a'};`.repeat(10)}">`).join('') + ']>'
const outside = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

test('a roster: bombs, entities, locked books, films and folders are no table; what looks like a formula is words', async () => {
  const office = await town()
  await compare([
    ['好.xlsx', plain, 'taken'],
    ['空.xlsx', '', 'file-empty'],
    ['电影.xlsx', Buffer.alloc(21 * 1024 * 1024), 'file-too-big'],
    ['炸弹.xlsx', xlsx(sheet(header + person('何', 'x')), [{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(32 * 1024 * 1024) }]), 'file-too-big'],
    ['谎报大小.xlsx', zip([{ name: '[Content_Types].xml', content: text(types) }, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(32 * 1024 * 1024), says: 100 }]), 'not-a-table'],
    ['十亿笑.xlsx', xlsx(sheet(`${header}<row r="2">${cell('A2', '&j;')}</row>`, laughs)), 'taken'],
    ['外部实体.xlsx', xlsx(sheet(`${header}<row r="2">${cell('A2', '&x;')}</row>`, outside)), 'taken'],
    ['截断.xlsx', plain.subarray(0, plain.length - 40), 'not-a-table'],
    ['乱码.xlsx', randomBytes(5000), 'not-a-table'],
    ['只有头.xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4000)]), 'not-a-table'],
    ['没有表头.csv', 'a,b,c\n1,2,3', 'no-header'],
    ['程序.xlsx', Buffer.concat([text('MZ'), randomBytes(2000)]), 'not-a-table'],
    ['改名的.xlsx', text('%PDF-1.7\n'), 'no-header'],
    ['带宏.xlsx', xlsx(sheet(header + person('带宏甲', 'x')), [{ name: 'xl/vbaProject.bin', content: text('x') }]), 'taken'],
    ['外链.xlsx', xlsx(sheet(header + person('外链甲', 'x')), [{ name: 'xl/externalLinks/externalLink1.xml', content: text('<externalLink/>') }]), 'taken'],
    ['逃出去.xlsx', xlsx(sheet(header + person('逃甲', 'x')), [{ name: '../../../../tmp/zhen-slip', content: text('x') }]), 'taken'],
    ['算式.xlsx', xlsx(sheet(`${header}<row r="2">${cell('A2', '算式甲')}<c r="B2" t="str"><f>WEBSERVICE("http://x")</f><v>存着的值</v></c></row>`)), 'taken'],
    ['很深.xlsx', xlsx(sheet(`${header}<row r="2"><c r="A2" t="inlineStr"><is>${'<r>'.repeat(50_000)}<t>深</t>${'</r>'.repeat(50_000)}</is></c></row>`)), 'taken'],
    ['百万行.csv', `姓名,工作单位\n${'甲,乙\n'.repeat(1_100_000)}`, 'file-too-big'],
    ['原型.csv', '姓名,__proto__,constructor\n原型甲,{"polluted":1},x', 'taken'],
  ], (path) => office.ask('roster.import', { file: path }))
  expect(await office.ask('roster.import', { file: folder() })).toMatchObject({ ok: false, code: 'file-not-found' })
  expect(await office.ask('roster.import', { file: '/dev/zero' })).toMatchObject({ ok: false, code: 'file-not-found' })
  expect(existsSync('/tmp/zhen-slip')).toBe(false)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  // A formula is what it last came to, and nobody asks for it again.
  expect(office.dump().join('')).toContain('存着的值')
  // An entity stays the letters that it is written with: nothing is fetched, nothing grows.
  expect(office.dump().join('')).not.toMatch(/root:|哈/u)
}, 120_000)

test('words that a spreadsheet would run, and signs that hide, stay words on the way in and on the way out', async () => {
  const office = await town()
  const words = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '=cmd|\' /C calc\'!A0']
  const place = file(folder(), '名册.csv', ['姓名,工作单位', ...words.map((word, n) => `代表${'甲乙丙丁戊'[n] ?? ''},"${word.replaceAll('"', '""')}"`)].join('\n'))
  expect(await office.get('roster.import', { file: place })).toMatchObject({ new: words.length })
  const out = folder()
  const { files } = await office.get('list.file', { type: 'person', out })
  const book = readZip(readFileSync(files[0]?.path ?? ''))
  const sheets = [...book].filter(([name]) => name.includes('worksheets')).map(([, entry]) => entry.text).join('')
  expect([sheets.includes('<f>'), [...book.keys()].some((name) => /externalLink|vbaProject/u.test(name))]).toEqual([false, false])
  const whole = [...book.values()].map((entry) => entry.text).join('').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&#39;', '\'')
  for (const word of words) expect(whole, word).toContain(word)
  const named = await office.ask('record.quick', { type: 'person', fields: { name: '何\u202e秀兰' } })
  const listed = named.ok ? JSON.stringify((await office.get('record.get', { id: named.value.record.id })).fields['name']) : named.code
  expect(listed).not.toContain('\u202e')
}, 60_000)

test('an attachment is what its bytes are: programs, scripts, macros and pages are refused, whatever they are called', async () => {
  const office = await town()
  const owner = await office.add('person', { name: '何秀兰' })
  await compare([
    ['照片.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]), 'taken'],
    ['表.xlsx', plain, 'taken'],
    ['空.pdf', '', 'file-empty'],
    ['程序.pdf', Buffer.concat([text('MZ'), randomBytes(500)]), 'unknown-type-of-file'],
    ['脚本.docx', '#!/bin/sh\nrm -rf /', 'unknown-type-of-file'],
    ['网页.jpg', '<html><script>alert(1)</script></html>', 'unknown-type-of-file'],
    ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'unknown-type-of-file'],
    ['快捷.lnk', Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'unknown-type-of-file'],
    ['带宏.xlsx', xlsx(sheet(header), [{ name: 'xl/vbaProject.bin', content: text('x') }]), 'unknown-type-of-file'],
    ['压缩.zip', zip([{ name: '../../etc/x', content: text('x') }]), 'unknown-type-of-file'],
    ['照片.png.exe', Buffer.concat([text('MZ'), randomBytes(100)]), 'unknown-type-of-file'],
  ], (path) => office.ask('file.add', { owner, path }))
  for (const name of ['../../../逃.png', 'CON.png', 'a:b|c?.png', '照\u202egnp.exe', 'x'.repeat(255), '..', '. ', '\u0000']) {
    const added = await office.ask('file.add', { owner, content: Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(8)]).toString('base64'), name })
    if (!added.ok) throw new Error(`${name}: ${added.code}`)
    const { path } = await office.get('file.open', { id: added.value.file.id })
    expect([path.startsWith(join(office.dir, 'tmp')), path.endsWith('.png'), existsSync(path), /[\u202e\u0000|?]/u.test(path)], JSON.stringify(name)).toEqual([true, true, true, false])
  }
  expect(readdirSync(office.dir)).not.toContain('逃.png')
}, 60_000)

test('a county’s form with macros, links to other books, entities or bombs is refused, or taken as the letters that it holds', async () => {
  const office = await town()
  await compare([
    ['空.xlsx', '', 'file-empty'], ['不是表.xlsx', randomBytes(1000), 'not-a-table'], ['大.xlsx', Buffer.alloc(9 * 1024 * 1024), 'file-too-big'],
    ['带宏.xlsx', xlsx(sheet(header), [{ name: 'xl/vbaProject.bin', content: text('x') }]), 'file-with-macros'],
    ['外链.xlsx', xlsx(sheet(header), [{ name: 'xl/externalLinks/externalLink1.xml', content: text('<externalLink/>') }]), 'file-with-links'],
    ['炸弹.xlsx', xlsx(sheet(header), [{ name: 'xl/media/image1.png', content: Buffer.alloc(32 * 1024 * 1024) }]), 'file-too-big'],
    ['十亿笑.xlsx', xlsx(sheet(`<row r="1">${cell('A1', '&j;')}</row>`, laughs)), 'taken'],
  ], (path) => office.ask('form.load', { file: path }))
  expect(JSON.stringify((await office.get('form.get', { from: '2026-01-01', to: '2026-12-31' })).form)).not.toMatch(/哈/u)
}, 60_000)

test('an old ledger is read with the same care as a roster, and a pasted one too', async () => {
  const office = await town()
  const ledger = `<row r="1">${cell('A1', '标题')}${cell('B1', '提出日期')}</row><row r="2">${cell('A2', '关于修路的建议')}${cell('B2', '2025-03-01')}</row>`
  await compare([
    ['好.xlsx', xlsx(sheet(ledger)), 'taken'],
    ['空.xlsx', '', 'file-empty'],
    ['电影.xlsx', Buffer.alloc(21 * 1024 * 1024), 'file-too-big'],
    ['炸弹.xlsx', xlsx(sheet(ledger), [{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(32 * 1024 * 1024) }]), 'file-too-big'],
    ['乱码.xlsx', randomBytes(5000), 'not-a-table'],
    ['程序.xls', Buffer.concat([text('MZ'), randomBytes(2000)]), 'not-a-table'],
    ['十亿笑.xlsx', xlsx(sheet(ledger, laughs)), 'taken'],
  ], (path) => office.ask('history.import', { file: path, type: 'suggestion', dry_run: true }))
  const out = folder()
  const hostile = ['=1+1', '+cmd', '@SUM(A1)', '-2+3']
  await office.get('history.import', { text: ['标题\t提出日期', ...hostile.map((word) => `${word}\t2025-03-01`)].join('\n'), type: 'suggestion' })
  const { files } = await office.get('list.file', { type: 'suggestion', out })
  const sheets = [...readZip(readFileSync(files[0]?.path ?? ''))].map(([, entry]) => entry.text).join('')
  for (const word of hostile) expect([word, sheets.includes(word), sheets.includes('<f>')]).toEqual([word, true, false])
}, 120_000)

test('a rule file that is none, reaches for prototypes, nests or is a film is refused and no rule moves', async () => {
  const office = await town()
  const before = JSON.stringify(await office.get('rules.list', {}))
  await compare([
    ['空.json', '', 'file-empty'], ['文字.json', '这不是规则', 'not-rules'], ['别的.json', '{"a":1}', 'not-rules'], ['数组.json', '[]', 'not-rules'], ['深.json', '['.repeat(100_000), 'not-rules'],
    ['原型.json', '{"__proto__":{"polluted":true},"zhen":"rules/1","entries":[]}', 'not-rules'], ['大.json', Buffer.alloc(3_000_000, 32), 'file-too-big'], ['乱.json', randomBytes(400), 'not-rules'],
  ], (path) => office.ask('rules.update', { file: path, adopt: true }))
  expect(JSON.stringify(await office.get('rules.list', {}))).toBe(before)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
}, 60_000)

test('what is no package and no backup is held or refused with its code', async () => {
  const office = await town()
  const dir = folder()
  const held = async (bytes: Uint8Array | string): Promise<string> => (await office.get('exchange.import', { files: [file(dir, '包.zpk', bytes)] })).files[0]?.code ?? 'taken'
  expect([await held(''), await held(randomBytes(3000)), await held(plain), await held(zip([{ name: 'mimetype', content: text('application/x') }])), await held(zip([{ name: '../../x', content: Buffer.alloc(50_000_000) }]))])
    .toEqual(['not-a-package', 'not-a-package', 'not-a-package', 'not-a-package', 'not-a-package'])
  const header2 = (json: string): Buffer => Buffer.concat([text('zhen-renda-backup/1\n'), Buffer.from([0, 0, 0, Buffer.byteLength(json)]), text(json), Buffer.alloc(64)])
  await compare([
    ['空.zrb', '', 'not-a-backup'], ['别的.zrb', plain, 'not-a-backup'], ['半.zrb', 'zhen-renda-backup/1\n', 'not-a-backup'], ['头.zrb', header2('{"__proto__":{"polluted":1}}'), 'damaged'], ['数.zrb', header2('[1]'), 'damaged'],
    ['巨头.zrb', Buffer.concat([text('zhen-renda-backup/1\n'), Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.alloc(100)]), 'not-a-backup'],
  ], (path) => office.ask('backup.restore', { file: path }))
  expect(office.desk.isOpen).toBe(true)
}, 60_000)

test('a symbolic link in the place of a file is the file that it leads to; one to a folder, a device, itself or nowhere is no file', async () => {
  const office = await town()
  const owner = await office.add('person', { name: '何秀兰' })
  const dir = folder()
  const link = (name: string, to: string): string => {
    symlinkSync(to, join(dir, name))
    return join(dir, name)
  }
  const csv = file(dir, '真名册.csv', '姓名,工作单位\n何秀兰,石桥村')
  const photo = file(dir, '真照片.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]))
  const nowhere = [link('夹.x', dir), link('零.x', '/dev/zero'), link('没有.x', join(dir, '不在')), link('自己.x', join(dir, '自己.x'))]
  const ways: Readonly<Record<string, (path: string) => Promise<Result<unknown>>>> = {
    roster: (path) => office.ask('roster.import', { file: path }), ledger: (path) => office.ask('history.import', { file: path, type: 'suggestion', dry_run: true }), form: (path) => office.ask('form.load', { file: path }),
    rules: (path) => office.ask('rules.update', { file: path }), attachment: (path) => office.ask('file.add', { owner, path, name: '照片.png' }), backup: (path) => office.ask('backup.restore', { file: path }),
    package: async (path) => {
      const taken = (await office.get('exchange.import', { files: [path] })).files[0]
      return taken?.code === undefined ? ok(taken) : fail(taken.code)
    },
  }
  const codes: Record<string, readonly string[]> = {}
  for (const [way, ask] of Object.entries(ways)) codes[way] = await Promise.all(nowhere.map(async (path) => codeOf(await ask(path))))
  const none = ['file-not-found', 'file-not-found', 'file-not-found', 'file-not-found']
  expect(codes).toEqual({ roster: none, ledger: none, form: none, rules: none, attachment: none, backup: none, package: none })
  expect([codeOf(await ways['roster']?.(link('名册.csv', csv)) ?? fail('internal')), codeOf(await ways['attachment']?.(link('照.png', photo)) ?? fail('internal')), codeOf(await ways['roster']?.(link('密码.csv', '/etc/passwd')) ?? fail('internal'))]).toEqual(['taken', 'taken', 'no-header'])
  // A folder that is looked through: links in it are not followed out of it.
  const stick = folder()
  mkdirSync(join(stick, '镇人大'))
  symlinkSync('/etc', join(stick, '镇人大', '外面'))
  symlinkSync(csv, join(stick, '包.zpk'))
  symlinkSync(join(stick, '镇人大'), join(stick, '镇人大', '圈'))
  expect((await office.get('exchange.scan', { dir: stick })).files.filter((one) => one.code === undefined)).toEqual([])
  tried('symbolic links in the place of files', nowhere.length * Object.keys(ways).length + 6)
}, 60_000)

import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formInput } from '../../electron/handlers/paper-forms'
import { forms, formOf } from '../../shared/forms'
import { checkOfList, readPaperCode, writePaperCode } from '../../shared/forms/paper-code'
import { stepOf } from '../../shared/steps'
import { paperWords } from '../../shared/text/paper'
import { liuxi, paired, qingshi, type Office } from './support/offices'

/** A page of its own: the smallest JPEG head and some bytes. */
const page = (n: number): string => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, n)]).toString('base64')
const codeFor = (record: string, form: string, edition = 1, org: string = qingshi): string => writePaperCode({ org, form, edition, record })

async function answered(town: Office): Promise<string> {
  const host = await town.add('organisation', { name: '镇水利站', kind: '1', is_suggestion_handler: true })
  const lead = await deputy(town, '张建国')
  const id = await town.add('suggestion', { title: '关于整修东干渠的建议', body: '渠道渗漏，下游两个村用不上水。', kind: '1' })
  for (const [step, fields] of [
    ['submit', { raised_on: '2025-11-03', period: '2', lead }], ['review', { review_on: '2025-11-05', accept: '1' }], ['assign', { assigned_on: '2025-11-06', host }],
    ['communicate', { date: '2025-12-01', mode: '1' }], ['reply', { reply_on: '2025-12-20', result_class: 'A' }],
  ] as const) await town.get('step.run', { id, step, fields })
  return id
}

async function deputy(town: Office, name: string): Promise<string> {
  const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? await town.add('term', { no: 19, first_meeting_on: '2021-12-20', quota: 60 })
  const person = await town.add('person', { name })
  const id = await town.add('mandate', { person, level: '5', term, nth: 1 })
  await town.get('step.run', { id, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  return id
}

/** Text of word/document.xml and whether the code stands in the head of every page. */
function readDocx(file: string): { readonly text: string; readonly body: string; readonly heads: readonly string[]; readonly names: readonly string[] } {
  const bytes = readFileSync(file)
  const names: string[] = []
  const heads: string[] = []
  let text = ''
  let whole = ''
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [method, size, nameLength, extra] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)]
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength)
    const body = bytes.subarray(at + 30 + nameLength + extra, at + 30 + nameLength + extra + size)
    names.push(name)
    const xml = (): string => (method === 8 ? inflateRawSync(body) : body).toString('utf8')
    if (name === 'word/document.xml') {
      whole = xml()
      text = whole.replaceAll(/<[^>]*>/gu, '')
    }
    if (/^word\/header\d+\.xml$/u.test(name)) heads.push(xml())
    at += 30 + nameLength + extra + size
  }
  return { text, body: whole, heads, names }
}

describe('the code on a form', () => {
  test('says office, form, edition and record, and nothing personal', () => {
    const code = { org: qingshi, form: 'SF', edition: 1, record: 'mfrggzdfmztwq2lknnwg23tpoa' }
    expect(writePaperCode(code)).toBe(`ZR1/${qingshi}/SF1/MFRGGZDFMZTWQ2LKNNWG23TPOA`)
    expect(readPaperCode(` ${writePaperCode(code)}\n`)).toEqual(code)
    expect([readPaperCode('https://example.com'), readPaperCode('ZR1/1/SF1/X'), readPaperCode('ZR9/511321101/SF1/MFRGGZDFMZTWQ2LKNNWG23TPOA')]).toEqual([null, 'newer', 'newer'])
  })

  test('is given once, and every step that a sheet stands for exists with what it asks', () => {
    expect(new Set(forms.map(({ code }) => code)).size).toBe(forms.length)
    for (const { back, types, code } of forms) {
      if (!back) continue
      for (const type of types) {
        const inputs = stepOf(type, back.step)?.inputs.map(({ key }) => key) ?? []
        expect([code, [...back.asks, ...Object.keys(back.known ?? {})].filter((key) => !inputs.includes(key))]).toEqual([code, []])
      }
    }
  })
})

describe('a form printed from its record', () => {
  test('is a Word file with the code in its head and a page for PDF, filled from what is known', async () => {
    const { town, stick } = await paired()
    const id = await answered(town)
    const { forms: offered } = await town.get('paper.forms', { id })
    expect(offered.map(({ label }) => label)).toEqual(['代表建议专用纸', '交办通知单', '沟通（面复）记录', '答复函', '征询意见表', '催办单', '退办单', '办理情况报告'])
    for (const { code } of offered) {
      const { files: [made] } = await town.get('paper.docx', { id, form: code, out: stick })
      const { text, heads, names } = readDocx(made?.path ?? '')
      expect(text).toContain('整修东干渠')
      expect(names.some((name) => name.startsWith('word/media/'))).toBe(true)
      // A line of an exact height shows only a strip of the picture in it.
      expect(heads.filter((head) => head.includes('<w:drawing>')).map((head) => /w:lineRule="(\w+)"/u.exec(head)?.[1])).toEqual(['auto', 'auto'])
      expect((await town.get('paper.html', { id, form: code })).html).toContain('<svg')
    }
    const urging = (await town.get('paper.html', { id, form: 'SU' })).html
    expect(urging).toContain('镇水利站：')
    expect(urging).toContain('关于整修东干渠的建议”，2025年11月6日交办。')
    expect((await town.get('paper.html', { id, form: 'SA' })).html).toContain('期限依据：代表法第51条')
    const opinion = await town.get('paper.html', { id, form: 'SF' })
    expect([opinion.html.match(/征询意见表<\/h1>/gu)?.length, opinion.html.includes('张建国'), opinion.html.includes('2025年12月20日'), opinion.html.includes('镇水利站')]).toEqual([2, true, true, true])
    expect(await town.ask('paper.html', { id, form: 'RG' })).toMatchObject({ ok: false, code: 'no-form' })
  })

  test('is one frame, its boxes as high as an office\'s own where little is said, and a ballot of projects gives their names the width', async () => {
    const { town, stick } = await paired()
    const id = await answered(town)
    const { html } = await town.get('paper.html', { id, form: 'SP' })
    const box = /用不上水。((?:<br>)*)<\/td>/u.exec(html)?.[1] ?? ''
    expect(box.split('<br>').length).toBeGreaterThan(14)
    expect(html).toContain('.bare+.bare{margin-top:calc(-10pt - 1px)}')
    const { files: [made] } = await town.get('paper.docx', { id, form: 'SP', out: stick })
    expect(readDocx(made?.path ?? '').body.match(/<\/w:tbl><w:tbl>/gu)?.length).toBe(3)
    const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id
    const session = await town.add('session', { term, no: 3, start_on: '2026-02-01' })
    const ballot = async (post: string): Promise<string> => (await town.get('paper.html', { id: await town.add('vote', { meeting: session, subject: `票决${post}`, candidates: [{ name: '整修东干渠', post }, { name: '安装路灯' }] }), form: 'BL' })).html
    expect([(await ballot('')).includes('>职务<'), (await ballot('镇长')).includes('>职务<')]).toEqual([false, true])
  })

  test('names those who are expected, two to a line, and asks for them in the order of the sheet', async () => {
    const { town } = await paired()
    for (const name of ['李明', '王芳', '张建国']) await deputy(town, name)
    const id = await town.add('activity', { kind: '3', title: '视察饮水工程', start_on: '2026-03-01' })
    const { html } = await town.get('paper.html', { id, form: 'RG' })
    expect(['李明', '王芳', '张建国'].map((name) => html.lastIndexOf(`>${name}<`)).every((at, index, all) => at > 0 && at > (all[index - 1] ?? 0))).toBe(true)
    const taken = await town.get('paper.take', { content: page(1), name: '签到.jpg', page: 1, codes: [codeFor(id, 'RG')] })
    expect(taken.entries[0]?.roll?.map(({ name, state }) => [name, state])).toEqual([['李明', null], ['王芳', null], ['张建国', null]])
  })
})

describe('a sheet of more names than a page holds', () => {
  const codesIn = (html: string): number => html.split('<div class="code">').length - 1

  test('has a code of its own on each page, and each page brings its own names: the second adds to what the first gave', async () => {
    const { town } = await paired()
    for (let n = 0; n < 60; n++) await deputy(town, `代表${String(n + 10)}`)
    const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
    const id = await town.add('session', { term, no: 3, start_on: '2026-02-01' })
    const { html } = await town.get('paper.html', { id, form: 'RG' })
    expect([codesIn(html), html.includes('第1页（第1—30位）'), html.includes('第2页（第31—60位）'), html.split('应到60人').length - 1]).toEqual([2, true, true, 2])
    const code = (n: number) => writePaperCode({ org: qingshi, form: 'RG', edition: 1, record: id, part: { page: n, total: 60 } })
    expect([code(2).endsWith('/2-1O'), code(2).length <= 50, readPaperCode(code(2))]).toEqual([true, true, { org: qingshi, form: 'RG', edition: 1, record: id, part: { page: 2, total: 60 } }])
    const entries = async () => (await town.get('paper.list', {})).pages.map((one) => one.entries[0])
    for (const n of [1, 2]) await town.get('paper.take', { content: page(n), name: '签到.pdf', page: n, codes: [code(n)] })
    // Page 2 first, as a hand may do it.
    for (const n of [2, 1]) {
      const entry = (await entries())[n - 1]
      expect([entry?.part, entry?.roll?.length, entry?.roll?.every(({ state }) => state === null)]).toEqual([{ page: n, from: n === 1 ? 1 : 31, to: n === 1 ? 30 : 60, total: 60 }, 30, true])
      const side = (entry?.roll ?? []).map(({ mandate }, at) => ({ type: 'attendance', parent: 'session', fields: { mandate, state: n === 2 && at < 2 ? '3' : '1' } }))
      await town.get('record.quick', { type: 'session', id, fields: {}, side })
    }
    const rows = (await town.get('record.list', { type: 'attendance', where: { session: id }, limit: 200 })).rows
    expect([rows.length, rows.filter((row) => row.fields['state'] === '3').length]).toEqual([60, 2])
    // Another deputy came into office: the roll is still the one that was printed.
    await deputy(town, '代表99')
    expect([(await entries())[1]?.roll?.length, (await entries())[1]?.part?.from]).toEqual([30, 31])
    // Of a sheet with another number of names nobody knows who stands where: everybody is shown, with what is known.
    const strange = await town.get('paper.take', { content: page(3), name: '签到.pdf', page: 3, codes: [writePaperCode({ org: qingshi, form: 'RG', edition: 1, record: id, part: { page: 2, total: 50 } })] })
    expect([strange.entries[0]?.roll?.length, strange.entries[0]?.part]).toEqual([61, undefined])
  })

  test('shows everybody, and says so, once the names changed after it was printed though there are as many', async () => {
    const { town } = await paired()
    const all: string[] = []
    for (let n = 0; n < 42; n++) all.push(await deputy(town, `代表${String(n + 10)}`))
    const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
    const id = await town.add('session', { term, no: 3, start_on: '2026-02-01' })
    const rec = town.desk.store.get(id)
    const part = rec === null ? undefined : formOf('RG')?.parts?.(formInput(town.desk, rec))[1]?.part
    expect(part).toEqual({ page: 2, total: 42, check: checkOfList(all) })
    if (part === undefined) return
    const code = writePaperCode({ org: qingshi, form: 'RG', edition: 1, record: id, part })
    // What is printed is what is read, and fits the small size of the code.
    expect((await town.get('paper.html', { id, form: 'RG' })).html).toContain('第2页（第23—42位）')
    expect([code.length, readPaperCode(code)]).toEqual([50, { org: qingshi, form: 'RG', edition: 1, record: id, part }])
    const entry = async (n: number) => (await town.get('paper.take', { content: page(n), name: '签到.pdf', page: n, codes: [code] })).entries[0]
    expect([(await entry(2))?.roll?.length, (await entry(2))?.list_changed]).toEqual([20, undefined])
    // One left and another came: as many names, and everybody behind the newcomer stands one further.
    const person = (await town.get('record.get', { id: all[0] ?? '' })).fields['person']
    await town.get('record.set', { id: String(person), fields: { name: '钟大川' } })
    const moved = await entry(3)
    expect([moved?.roll?.length, moved?.part, moved?.list_changed]).toEqual([42, undefined, true])
  })

  test('of forty names is one page without a part, in Word too a head for each page', async () => {
    const { town } = await paired()
    for (let n = 0; n < 41; n++) await deputy(town, `代表${String(n + 10)}`)
    const id = await town.add('activity', { kind: '3', title: '视察饮水工程', start_on: '2026-03-01' })
    const two = (await town.get('paper.docx', { id, form: 'RG', out: town.dir })).files[0]?.path ?? ''
    expect(readDocx(two).text).toContain('第2页（第23—41位）')
    for (let n = 0; n < 40; n++) {
      const mandate = (await town.get('record.list', { type: 'mandate', limit: 100 })).rows[n]?.id ?? ''
      await town.add('participation', { event: id, mandate, state: '1' })
    }
    const { html } = await town.get('paper.html', { id, form: 'RG' })
    expect([codesIn(html), html.includes('第1页')]).toEqual([1, false])
  })
})

describe('a sheet that came back', () => {
  test('lies under its record at once, proposes its step and asks for the date and the tick only', async () => {
    const { town } = await paired()
    const id = await answered(town)
    const taken = await town.get('paper.take', { content: page(2), name: '扫描.pdf', page: 3, codes: [codeFor(id, 'SF')] })
    expect(taken).toMatchObject({ why: null, entries: [{ record: id, form: '征询意见表', why: null, settled: false, step: { name: 'feedback', inputs: [{ key: 'feedback_on' }, { key: 'rate_result' }, { key: 'rate_process' }] } }] })
    expect((await town.get('file.list', { owner: id })).files.map(({ name }) => name)).toEqual(['征询意见表 2026-03-03（扫描.pdf 第3页）.jpg'])
    await town.get('step.run', { id, step: 'feedback', fields: { feedback_on: '2026-01-05', rate_result: '1' } })
    expect(await town.get('paper.settle', { id: taken.id, record: id })).toEqual({ left: 0 })
    expect((await town.get('paper.list', {})).pages[0]?.entries[0]).toMatchObject({ settled: true, step: null })
    // The same page once more is the same page.
    expect((await town.get('paper.take', { content: page(2), name: '扫描.pdf', page: 3, codes: [codeFor(id, 'SF')] })).id).toBe(taken.id)
    expect((await town.get('file.list', { owner: id })).files.length).toBe(1)
    const late = await town.get('paper.take', { content: page(3), name: '又一张.jpg', page: 1, codes: [codeFor(id, 'SF')] })
    expect(late.entries[0]).toMatchObject({ why: 'not-now', step: null })
  })

  test('with several codes lies under each of their records', async () => {
    const { town } = await paired()
    const [first, second] = [await answered(town), await town.add('voter_matter', { received_on: '2026-02-01', content: '路灯不亮' })]
    const taken = await town.get('paper.take', { content: page(4), name: '两张.jpg', page: 1, codes: [codeFor(first, 'SU'), codeFor(second, 'VR'), 'https://example.com'] })
    expect(taken.entries.map(({ record, form }) => [record, form])).toEqual([[first, '催办单'], [second, '接待登记表']])
    expect((await town.get('file.list', { owner: second })).files.length).toBe(1)
  })

  test('of nobody here waits in the tray with a sentence, and the next page goes on', async () => {
    const { town } = await paired()
    const id = await answered(town)
    const elsewhere = 'mfrggzdfmztwq2lknnwg23tpoa'
    const why = async (n: number, codes: readonly string[]): Promise<string | null> => (await town.get('paper.take', { content: page(n), name: '堆.pdf', page: n, codes })).why
    expect(await why(10, [])).toBe('no-code')
    expect(await why(11, ['https://example.com'])).toBe('not-ours')
    expect(await why(12, [codeFor(elsewhere, 'SF', 1, liuxi)])).toBe('other-office')
    expect(await why(13, [codeFor(elsewhere, 'SF')])).toBe('record-gone')
    expect(await why(14, [`ZR2/${qingshi}/SF1/${elsewhere.toUpperCase()}`])).toBe('newer-code')
    const old = await town.get('paper.take', { content: page(15), name: '堆.pdf', page: 15, codes: [codeFor(id, 'SF', 0)] })
    expect(old.entries[0]).toMatchObject({ record: id, why: 'old-edition', step: null })
    expect((await town.get('paper.take', { content: page(16), name: '堆.pdf', page: 16, codes: [codeFor(id, 'ZZ')] })).entries[0]?.why).toBe('unknown-form')
    expect(Object.values(paperWords).every((words) => words.endsWith('。'))).toBe(true)
    expect(await town.ask('paper.take', { content: Buffer.from('MZ').toString('base64'), name: '木马.jpg', page: 1, codes: [] })).toMatchObject({ ok: false, code: 'unknown-type-of-file' })
  })

  test('is given to a record by hand, taken back, and thrown away', async () => {
    const { town } = await paired()
    const id = await answered(town)
    const { id: waiting } = await town.get('paper.take', { content: page(20), name: '照片.jpg', page: 1, codes: [] })
    expect((await town.get('paper.picture', { id: waiting })).url).toBe(`data:image/jpeg;base64,${page(20)}`)
    const given = await town.get('paper.give', { id: waiting, record: id })
    expect(given).toMatchObject({ why: null, entries: [{ record: id, form: '', settled: true }] })
    const again = await town.get('paper.back', { id: waiting, record: id })
    expect([again.why, again.entries, (await town.get('file.list', { owner: id })).files]).toEqual(['no-code', [], []])
    expect(await town.get('paper.drop', { id: waiting })).toEqual({ dropped: 1 })
    expect((await town.get('paper.list', {})).pages).toEqual([])
    expect(formOf('SF')?.copies).toBe(2)
  })

  test('stands behind those that came before it, so that nothing moves under the hand while a pile is read', async () => {
    const { town } = await paired()
    for (const n of [1, 2, 3]) await town.get('paper.take', { content: page(40 + n), name: '扫描.pdf', page: n, codes: [] })
    expect((await town.get('paper.list', {})).pages.map((one) => one.page)).toEqual([1, 2, 3])
    await town.get('paper.take', { content: page(50), name: '又一张.jpg', page: 1, codes: [] })
    expect((await town.get('paper.list', {})).pages.map(({ name }) => name)).toEqual(['扫描.pdf', '扫描.pdf', '扫描.pdf', '又一张.jpg'])
  })

  test('waits in the tray still after the next start', async () => {
    const { town } = await paired()
    await town.get('paper.take', { content: page(30), name: '照片.jpg', page: 1, codes: [] })
    await town.restart()
    const { pages } = await town.get('paper.list', {})
    expect([pages.length, (await town.get('paper.picture', { id: pages[0]?.id ?? '' })).url !== null]).toEqual([1, true])
  })
})

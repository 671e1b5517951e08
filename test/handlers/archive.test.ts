import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

async function town(): Promise<{ readonly office: Office; readonly term: string; readonly matter: string }> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = office.store.lookup().all('term')[0]?.id ?? ''
  const person = await office.add('person', { name: '白芷', remark: '联系电话13800138000' })
  await office.add('person_private', { person, id_no: '11010519491231002X', phone: '13800138000' })
  await office.add('mandate', { person, term, level: '5', nth: 1 })
  const matter = await office.add('voter_matter', { received_on: '2026-02-01', content: '村口<路灯>不亮，电话13800138000' })
  await office.add('visitor', { about: matter, name: '赵文', phone: '13900139000' })
  await office.get('file.add', { owner: matter, content: Buffer.from('%PDF-1.4 收条').toString('base64'), name: '收条13800138000.pdf' })
  await office.add('activity', { kind: '3', title: '上一届的活动', start_on: '2020-03-01' })
  return { office, term, matter }
}

const all = (dir: string): string => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && one.name.endsWith('.html')).map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n')

/** Runs the page's own script on the few parts of a page that it touches. */
function search(html: string, words: string): string {
  const script = /<script>([\s\S]*)<\/script>/u.exec(html)?.[1] ?? ''
  const box = { value: words, oninput: () => undefined as unknown }
  const hits = { innerHTML: '' }
  const made = (): object => { const one = { href: '', textContent: '', get outerHTML() { return `<a href="${one.href}">${one.textContent}</a>` } }; return one }
  runInNewContext(script, { document: { getElementById: (id: string) => (id === 'q' ? box : hits), createElement: made } })
  box.oninput()
  return hits.innerHTML
}

test('a term becomes a folder of pages that name nothing outside it, lead to one another and are searched without the program', async () => {
  const { office, term, matter } = await town()
  const made = await office.get('archive.make', { term, out: folder() })
  expect([made.attachments, made.absent]).toEqual([1, 0])
  const index = readFileSync(join(made.path, 'index.html'), 'utf8')
  const page = readFileSync(join(made.path, 'records', `${matter}.html`), 'utf8')
  expect([index.includes('voter_matter.html'), page.includes('村口&lt;路灯&gt;不亮'), page.includes('收条＊＊＊.pdf')]).toEqual([true, true, true])
  const html = all(made.path)
  for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"]*)"/gu)) {
    const from = href.startsWith('../') ? join(made.path, 'records') : made.path
    expect([href, existsSync(join(from, href))]).toEqual([href, true])
  }
  expect(html).not.toMatch(/https?:/u)
  expect(html).not.toContain('上一届的活动')
  // The report of the year and the figures: as a page, and as the file that is handed in.
  for (const name of ['报告/2026年主席团工作报告.html', '报告/2026年主席团工作报告.docx', '统计表.html', '统计表.xlsx']) expect([name, index.includes(`href="${name}"`), existsSync(join(made.path, name))]).toEqual([name, true, true])
  expect(readFileSync(join(made.path, '报告/2026年主席团工作报告.html'), 'utf8')).toContain('href="../index.html"')
  expect(search(index, '路灯')).toContain(`records/${matter}.html`)
  expect(search(index, '没有这个词')).toContain('没有找到')
})

test('every file of an archive has its check sum in a list that sha256sum reads: a file that is changed afterwards is found, and the log of the office names the list', async () => {
  const { office, term } = await town()
  const made = await office.get('archive.make', { term, out: folder() })
  const list = readFileSync(join(made.path, 'SHA256SUMS'))
  const files = readdirSync(made.path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && one.name !== 'SHA256SUMS').map((one) => relative(made.path, join(one.parentPath, one.name))).sort()
  const listed = list.toString().trimEnd().split('\n').map((line) => line.split('  '))
  expect(listed.map(([, name]) => name).sort()).toEqual(files)
  expect(listed.every(([sum, name = '']) => createHash('sha256').update(readFileSync(join(made.path, name))).digest('hex') === sum)).toBe(true)
  const check = (): number | null => spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: made.path }).status
  expect(check()).toBe(0)
  appendFileSync(join(made.path, '报告', '2026年主席团工作报告.html'), ' ')
  expect(check()).toBe(1)
  const noted = (await office.get('audit.list', { group: 'out', limit: 1 })).rows[0]
  expect(noted?.detail['sums']).toBe(createHash('sha256').update(list).digest('hex'))
  expect(readFileSync(join(made.path, 'index.html'), 'utf8')).toMatch(/certutil -hashfile .* SHA256/u)
})

test('an archive says how far it is; called off, it leaves nothing', async () => {
  const { office, term } = await town()
  await office.get('archive.make', { term, out: folder(), job: 'whole' })
  expect(office.events.flatMap((event) => (event.kind === 'progress' && event.job === 'whole' ? [event.phase] : [])).length).toBeGreaterThan(3)
  const out = folder()
  const making = office.ask('archive.make', { term, out, job: 'archive' })
  await office.get('job.cancel', { job: 'archive' })
  expect(await making).toMatchObject({ ok: false, code: 'cancelled' })
  expect(readdirSync(out)).toEqual([])
})

test('what a power cut left of an archive with everything in it never gets into a covered one of the same name', async () => {
  const { office, term } = await town()
  const out = folder()
  const made = await office.get('archive.make', { term, out, private: true })
  renameSync(made.path, `${made.path}.part`)
  const covered = await office.get('archive.make', { term, out })
  expect([covered.path, existsSync(join(covered.path, 'person_private.html'))]).toEqual([made.path, false])
  expect(all(covered.path)).not.toContain('13900139000')
  expect(readdirSync(out)).toHaveLength(1)
})

test('private values are covered, unless the office wants an archive for itself', async () => {
  const { office, term } = await town()
  const covered = all((await office.get('archive.make', { term, out: folder() })).path)
  for (const secret of ['13800138000', '11010519491231002X', '赵文', '13900139000']) expect([secret, covered.includes(secret)]).toEqual([secret, false])
  const open = all((await office.get('archive.make', { term, out: folder(), private: true })).path)
  for (const secret of ['13800138000', '11010519491231002X', '赵文']) expect([secret, open.includes(secret)]).toEqual([secret, true])
  expect((await office.get('audit.list', { group: 'out', limit: 1 })).rows[0]).toMatchObject({ what: 'export' })
})

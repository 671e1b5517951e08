/**
 * Paper in, beside the open window: a scanner's PDF of A4 pages at 200 dpi goes through the screen of returned sheets of the real application, which has
 * one core in all. The pages are drawn in the window before the clock runs, so that no picture library is needed.
 */
import { modulesOf } from '../electron/documents/qr-code'
import type { Desk } from '../electron/handlers/desk'
import { writePaperCode } from '../shared/forms/paper-code'
import { ask } from './office'
import { part, percentile, timedAsync, type Part } from './measure'
import { ended, memoryOf, ourApp, processorOf, started, windowCanBeShown } from './window'

/**
 * Runs in the page. Each sheet has its code where the printer puts it, lines of writing, the grain of a scanner and a slope of its own. `late` = by how
 * much a timer of 50 ms came late while the pile was read: what a person at the keys feels.
 */
const pile = (codes: readonly (readonly string[])[]): string => `(async () => {
  const codes = ${JSON.stringify(codes)}
  const [width, height, mm] = [1654, 2339, 1654 / 210]
  const grain = new OffscreenCanvas(width, height)
  const pen = grain.getContext('2d')
  const noise = pen.createImageData(width, height)
  let seed = 7
  for (let at = 0; at < noise.data.length; at += 4) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; noise.data[at + 3] = (seed >> 20) % 9 === 0 ? 4 : 0 }
  pen.putImageData(noise, 0, 0)
  const sheet = async (rows, at) => {
    const canvas = new OffscreenCanvas(width, height)
    const draw = canvas.getContext('2d')
    draw.fillStyle = '#fdfcf8'; draw.fillRect(0, 0, width, height)
    draw.translate(width / 2, height / 2); draw.rotate((at % 9 - 4) * Math.PI / 360 + (at % 10 === 3 ? Math.PI : 0)); draw.translate(-width / 2, -height / 2)
    draw.fillStyle = '#111'
    const size = 24 * mm / rows.length
    rows.forEach((row, y) => [...row].forEach((dark, x) => { if (dark === '1') draw.fillRect(164 * mm + x * size, 9 * mm + y * size, size + 0.5, size + 0.5) }))
    draw.font = '32px serif'
    for (let line = 0; line < 40; line++) draw.fillText('代表建议办理情况征询意见表　第' + (at * 40 + line) + '行　对办理结果满意', 24 * mm, (50 + line * 5.5) * mm)
    draw.setTransform(1, 0, 0, 1, 0, 0); draw.drawImage(grain, 0, 0)
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer())
  }
  const [pieces, offsets] = [[], []]
  let length = 0
  const put = (...given) => { for (const one of given) { const bytes = typeof one === 'string' ? new TextEncoder().encode(one) : one; pieces.push(bytes); length += bytes.length } }
  const object = (number, ...body) => { offsets[number] = length; put(number + ' 0 obj\\n', ...body, '\\nendobj\\n') }
  put('%PDF-1.4\\n')
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  object(2, '<</Type/Pages/Count ' + codes.length + '/Kids[' + codes.map((_, at) => (3 + at * 3) + ' 0 R').join(' ') + ']>>')
  for (const [at, rows] of codes.entries()) {
    const jpeg = await sheet(rows, at)
    const number = 3 + at * 3
    const drawing = 'q 595 0 0 842 0 0 cm /I Do Q'
    object(number, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ' + (number + 1) + ' 0 R/Resources<</XObject<</I ' + (number + 2) + ' 0 R>>>>>>')
    object(number + 1, '<</Length ' + drawing.length + '>>stream\\n' + drawing + '\\nendstream')
    object(number + 2, '<</Type/XObject/Subtype/Image/Width ' + width + '/Height ' + height + '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ' + jpeg.length + '>>stream\\n', jpeg, '\\nendstream')
  }
  const [start, count] = [length, 3 + codes.length * 3]
  put('xref\\n0 ' + count + '\\n0000000000 65535 f \\n' + Array.from({ length: count - 1 }, (_, at) => String(offsets[at + 1]).padStart(10, '0') + ' 00000 n \\n').join('') + 'trailer<</Size ' + count + '/Root 1 0 R>>\\nstartxref\\n' + start + '\\n%%EOF\\n')
  const file = new File(pieces.splice(0), '扫描.pdf', { type: 'application/pdf' })
  const rest = (ms) => new Promise((next) => setTimeout(next, ms))
  const until = async (what) => { for (let tries = 0; !what(); tries++) { if (tries > 6000 + codes.length * 60) throw new Error('the pile was not read: ' + document.body.innerText.slice(0, 300)); await rest(50) } }
  window.dispatchEvent(new CustomEvent('zhen-open', { detail: { screen: 'paper' } }))
  await until(() => document.querySelector('.paper-drop input[type=file]'))
  await rest(2000)
  const given = new DataTransfer()
  given.items.add(file)
  const input = document.querySelector('.paper-drop input[type=file]')
  const late = []
  let last = performance.now()
  const timer = setInterval(() => { const now = performance.now(); late.push(Math.max(0, now - last - 50)); last = now }, 50)
  const from = performance.now()
  input.files = given.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await until(() => document.querySelector('.paper-drop [role=status]'))
  await until(() => !document.querySelector('.paper-drop [role=status]'))
  clearInterval(timer)
  const ms = performance.now() - from
  const { value } = await window.api.call('paper.list', {})
  return { ms, late: late.toSorted((a, b) => a - b), filed: value.pages.filter((page) => page.entries.length > 0).length, bytes: file.size }
})()`

interface Read {
  readonly ms: number
  readonly late: readonly number[]
  readonly filed: number
  readonly bytes: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

/** Codes of forms of so many voters' matters. */
async function codesFor(desk: Desk, pages: number): Promise<readonly (readonly string[])[]> {
  const { rows } = await ask(desk, 'record.list', { type: 'voter_matter', limit: pages })
  const ids = (rows as readonly { readonly id: string }[]).map(({ id }) => id)
  return Array.from({ length: pages }, (_, at) => modulesOf(writePaperCode({ org: desk.store.office.code, form: 'VR', edition: 1, record: ids[at % ids.length] ?? '' })).map((row) => row.map((dark) => (dark ? '1' : '0')).join('')))
}

/** Closes the store of `desk` and reads a pile into it; null where no window can be shown. */
export async function measurePile(desk: Desk, password: string, pages: number): Promise<readonly Part[] | null> {
  const codes = await codesFor(desk, pages)
  const { dir } = desk
  desk.close()
  if (!windowCanBeShown()) return null
  const { child, said } = started<{ readonly read: Read }>(ourApp(password, `const read = await ask(${JSON.stringify(pile(codes))})`, 'read'), { ZHEN_DATA: dir }, { oneCore: true, minutes: Math.max(10, pages / 20) })
  const samples: { readonly at: number; readonly bytes: number; readonly processor: number }[] = []
  const look = (): void => {
    try {
      samples.push({ at: Date.now(), bytes: memoryOf(child.pid ?? 0), processor: processorOf(child.pid ?? 0) })
    } catch {
      // A process of the window ended while it was looked at: the next second has a sample again.
    }
  }
  const timer = setInterval(look, 1000)
  const { read } = await said.finally(() => { clearInterval(timer) })
  const end = Date.now()
  await ended(child)
  if (read.filed !== pages) throw new Error(`${String(read.filed)} of ${String(pages)} pages were filed`)
  const during = (from: number, to: number): number => mean(samples.filter(({ at }) => at >= end - read.ms * (1 - from) && at <= end - read.ms * (1 - to)).map(({ bytes }) => bytes))
  const used = (samples.at(-1)?.processor ?? 0) - (samples.find(({ at }) => at >= end - read.ms)?.processor ?? 0)
  return [
    // Beside it the processor time that a page takes, which other work on the machine does not change.
    part('page', read.ms / pages, 1000, 1), part('page-processor', used / pages, 1000, 1), part('window-late', percentile(read.late, 0.95), 100, 1),
    // Megabytes in the last third of the pile against the third before it: what a page takes is given back for the next.
    part('memory-flat', during(0.67, 1) / 1e6, during(0.34, 0.67) / 1e6, 1.1),
  ]
}

/** 5,000 rows as they are pasted, ten of them wrong, to their preview. */
export async function measurePaste(desk: Desk): Promise<readonly Part[]> {
  const day = (at: number): string => `2025-${String(at % 12 + 1).padStart(2, '0')}-${String(at % 28 + 1).padStart(2, '0')}`
  const lines = Array.from({ length: 5000 }, (_, at) => [at % 500 === 7 ? '' : `关于整修第${String(at)}段渠道的建议`, '渠道渗漏，下游两个村用不上水，建议列入计划整修。', day(at), '农业农村', '闭会期间', '周维安'].join('\t'))
  const text = ['标题\t内容\t提出日期\t领域\t提出时段\t领衔代表', ...lines].join('\n')
  const seen = { errors: 0 }
  const look = () => timedAsync(async () => { seen.errors = (await ask(desk, 'history.import', { text, type: 'suggestion', as: 'new', dry_run: true }) as { errors: readonly unknown[] }).errors.length })
  const first = await look()
  const before = process.cpuUsage()
  const again = await look()
  const { user, system } = process.cpuUsage(before)
  if (seen.errors !== 10) throw new Error(`${String(seen.errors)} of ten wrong rows were named`)
  return [part('first', first, 2000, 1), part('again', again, 2000, 1), part('again-processor', (user + system) / 1000, 2000, 1)]
}

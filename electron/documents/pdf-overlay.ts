/**
 * Lays the pages of one PDF over those of another: what stands in the margins of a page (its number, a letter's red line) is drawn by the same
 * engine as the page itself, in its own fonts. Both are PDFs as Chromium writes them: one table of offsets, plain objects. The base is kept
 * byte for byte; what is new is appended.
 */
const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

interface Parsed {
  readonly text: string
  readonly size: number
  readonly root: number
  readonly info: string
  readonly start: number
  /** The object's text between `obj` and `endobj`; its stream with it. */
  readonly object: (n: number) => string
}

function parse(bytes: Uint8Array): Parsed | null {
  const text = latin(bytes)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-2048))?.[1])
  const table = /^xref\s+0 (\d+)\s+/u.exec(text.slice(start, start + 64))
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const root = Number(/\/Root (\d+) 0 R/u.exec(trailer)?.[1])
  if (!table || !Number.isInteger(root)) return null
  const size = Number(table[1])
  const first = start + table[0].length
  const object = (n: number): string => {
    const at = Number(text.slice(first + n * 20, first + n * 20 + 10))
    const from = text.indexOf('obj', at) + 3
    const end = text.indexOf('endobj', from)
    const stream = text.indexOf('stream\n', from)
    if (stream < 0 || stream > end) return text.slice(from, end)
    const length = Number(/\/Length (\d+)/u.exec(text.slice(from, stream))?.[1])
    return text.slice(from, text.indexOf('endobj', stream + 7 + length))
  }
  return { text, size, root, info: /\/Info \d+ 0 R/u.exec(trailer)?.[0] ?? '', start, object }
}

/** The object's dictionary, without its stream. */
const dictionary = (object: string): string => object.split('stream\n', 1)[0] ?? object

const refs = (text: string): readonly number[] => [...text.matchAll(/(\d+) 0 R/gu)].map((found) => Number(found[1]))

/** Numbers of the page objects, in the order of the pages. */
function pagesOf(pdf: Parsed): readonly number[] {
  const walk = (n: number): readonly number[] => {
    const object = pdf.object(n)
    const kids = /\/Kids \[([^\]]*)\]/u.exec(object)?.[1]
    return kids === undefined ? [n] : refs(kids).flatMap(walk)
  }
  const top = Number(/\/Pages (\d+) 0 R/u.exec(pdf.object(pdf.root))?.[1])
  return Number.isInteger(top) ? walk(top) : []
}

/** A dictionary within another, by its key: from `<<` to the `>>` that closes it. */
function inner(text: string, key: string): string | null {
  const at = text.indexOf(`/${key} <<`)
  if (at < 0) return null
  let depth = 0
  for (let i = at; i < text.length - 1; i += 1) {
    const pair = text.slice(i, i + 2)
    if (pair === '<<') depth += 1
    if (pair === '>>') depth -= 1
    if (pair === '<<' || pair === '>>') i += 1
    if (pair === '>>' && depth === 0) return text.slice(text.indexOf('<<', at), i + 1)
  }
  return null
}

const shifted = (text: string, by: number): string => text.replaceAll(/(\d+) 0 R/gu, (_, n: string) => `${String(Number(n) + by)} 0 R`)

/** An object's text with its references moved; bytes of its stream stay. */
function moved(object: string, by: number): string {
  const head = dictionary(object)
  return shifted(head, by) + object.slice(head.length)
}

/** Sizes of the pages in points. */
export function pageSizes(bytes: Uint8Array): readonly (readonly [width: number, height: number])[] {
  const pdf = parse(bytes)
  if (!pdf) return []
  return pagesOf(pdf).map((n) => {
    const box = /\/MediaBox \[([^\]]*)\]/u.exec(pdf.object(n))?.[1]?.trim().split(/\s+/u).map(Number) ?? []
    return [box[2] ?? 0, box[3] ?? 0]
  })
}

/** The base with page n of `over` on its page n; null where either is no PDF of this kind or their pages are not as many. */
export function overlaid(base: Uint8Array, over: Uint8Array): Buffer | null {
  const [under, upper] = [parse(base), parse(over)]
  if (!under || !upper) return null
  const [pages, feet] = [pagesOf(under), pagesOf(upper)]
  if (pages.length === 0 || pages.length !== feet.length) return null
  const by = under.size
  const fresh = new Map<number, string>()
  const take = (n: number): void => {
    if (fresh.has(n + by)) return
    const object = upper.object(n)
    fresh.set(n + by, moved(object, by))
    for (const one of refs(dictionary(object))) take(one)
  }
  const before = by + upper.size
  const after = before + 1
  const stream = (words: string): string => `\n<</Length ${String(words.length)}>> stream\n${words}\nendstream\n`
  fresh.set(before, stream('q'))
  fresh.set(after, stream('Q\nq\n/ZhenFoot Do\nQ'))
  for (const [at, page] of pages.entries()) {
    const foot = upper.object(feet[at] ?? 0)
    const own = under.object(page)
    const drawn = Number(/\/Contents (\d+) 0 R/u.exec(foot)?.[1])
    const content = /\/Contents (\d+) 0 R/u.exec(own)?.[1]
    const resources = inner(foot, 'Resources')
    const box = /\/MediaBox \[[^\]]*\]/u.exec(foot)?.[0].replace('/MediaBox', '/BBox')
    if (!Number.isInteger(drawn) || content === undefined || resources === null || box === undefined || inner(own, 'Resources') === null) return null
    for (const n of refs(resources)) take(n)
    const form = after + 1 + at
    fresh.set(form, upper.object(drawn).replace('<<', `<</Type /XObject /Subtype /Form ${box} /Resources ${shifted(resources, by)} `))
    const entry = `/ZhenFoot ${String(form)} 0 R`
    const named = own.includes('/XObject <<') ? own.replace('/XObject <<', `/XObject <<${entry} `) : own.replace('/Resources <<', `/Resources <</XObject <<${entry}>> `)
    fresh.set(page, named.replace(`/Contents ${content} 0 R`, `/Contents [${String(before)} 0 R ${content} 0 R ${String(after)} 0 R]`))
  }
  return appended(under, fresh, after + 1 + pages.length)
}

function appended(pdf: Parsed, fresh: ReadonlyMap<number, string>, size: number): Buffer {
  const parts: string[] = [pdf.text]
  let at = pdf.text.length
  const places: string[] = []
  for (const [n, object] of [...fresh].sort(([a], [b]) => a - b)) {
    const words = `${String(n)} 0 obj${object}endobj\n`
    places.push(`${String(n)} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    parts.push(words)
    at += words.length
  }
  parts.push(`xref\n${places.join('')}trailer\n<</Size ${String(size)}\n/Root ${String(pdf.root)} 0 R\n${pdf.info}\n/Prev ${String(pdf.start)}>>\nstartxref\n${String(at)}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}

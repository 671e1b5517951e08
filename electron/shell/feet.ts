/** What stands in the margins of an official paper's pages (GB/T 9704-2012, 7.5 and 10.1): the number, odd ones right and even ones left, and a letter's second red line. */

/** One paper of a PDF: how many pages it has, and which of them bear no number. */
export interface CountedPaper {
  readonly pages: number
  readonly letter: boolean
  /** Pages of it that are empty or hold the imprint alone, from 1. */
  readonly bare: readonly number[]
}

export interface Foot {
  readonly number: number | null
  readonly redLine: boolean
}

/** The feet of all pages in order; each paper is counted from 1. A letter's first page has no number but its line. */
export const feetOf = (papers: readonly CountedPaper[]): readonly Foot[] => papers.flatMap(({ pages, letter, bare }) =>
  Array.from({ length: pages }, (_, at): Foot => ({ number: bare.includes(at + 1) || (letter && at === 0) ? null : at + 1, redLine: letter && at === 0 })))

const style = `@page{size:A4;margin:0}@page lying{size:A4 landscape;margin:0}*{margin:0;box-sizing:border-box}body{font:14pt/14pt "SimSun","宋体","Noto Serif CJK SC",serif}
.f{position:relative;width:210mm;height:296.5mm;overflow:hidden;break-after:page}.f:last-child{break-after:auto}.lying{page:lying;width:297mm;height:209.5mm}
p{position:absolute;bottom:23mm;right:calc(26mm + 14pt)}.even p{right:auto;left:calc(28mm + 14pt)}.lying p{bottom:14mm;right:calc(37mm + 14pt)}.lying.even p{right:auto;left:calc(35mm + 14pt)}
hr{position:absolute;left:20mm;right:20mm;bottom:20mm;height:4.5pt;border:0;border-top:.75pt solid #f00;border-bottom:2.25pt solid #f00}`

/** A page for each foot, as large as the page it is laid over. */
export const feetHtml = (feet: readonly Foot[], sizes: readonly (readonly [width: number, height: number])[]): string =>
  `<!doctype html><html lang="und"><head><meta charset="utf-8"><title>页码</title><style>${style}</style></head><body>${feet.map(({ number, redLine }, at) => {
    const [width, height] = sizes[at] ?? [0, 1]
    return `<div class="f${width > height ? ' lying' : ''}${(number ?? 1) % 2 === 0 ? ' even' : ''}">${number === null ? '' : `<p>— ${String(number)} —</p>`}${redLine ? '<hr>' : ''}</div>`
  }).join('')}</body></html>`

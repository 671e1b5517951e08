/** Blocks to a page that the window prints: the same layout as the Word file, for PDF and paper. */
import { onEvenPage, type Block, type Imprint, type RedHead, type TableBlock } from '../../shared/report/block'
import { imprintPlace } from './imprint-place'
import { imprintHeight } from './page-measures'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const lines = (text: string): string => text.split('\n').map(escape).join('<br>')
/** A line at the end that is empty is room to write; a page would leave it out. */
const cellLines = (text: string): string => lines(text) + (text.endsWith('\n') ? '<br>' : '')

function tableOf({ columns, rows, bare, rowHeight }: TableBlock): string {
  const high = rowHeight === undefined ? '' : ` class="held" style="height:${String(rowHeight)}mm"`
  const cols = columns.map((column) => `<col style="width:${String(column.width)}%">`).join('')
  const head = columns.map((column) => `<th>${escape(column.label)}</th>`).join('')
  const body = rows.map((row) => (row.group
    ? `<tr><td class="group" colspan="${String(columns.length)}">${escape(row.cells[0] ?? '')}</td></tr>`
    : `<tr${high}>${columns.map((column, index) => `<td class="${column.align ?? 'left'}">${cellLines(row.cells[index] ?? '')}</td>`).join('')}</tr>`)).join('')
  return `<table${bare ? ` class="bare${rowHeight === undefined ? '' : ' signs'}"` : ''}><colgroup>${cols}</colgroup>${bare ? '' : `<thead><tr>${head}</tr></thead>`}<tbody>${body}</tbody></table>`
}

/** The red head; a letter's mark stands 30 mm from the paper's edge, its lines are 170 mm wide: its pages have margins of their own, as nothing is printed outside of them. */
function redHeadOf({ style, mark, number, signer, sides }: RedHead): string {
  const fits = style === 'letter' ? 36 : 62
  const size = Math.max(22, Math.min(fits, Math.floor(438 / Math.max(1, mark.length))))
  const first = `<p class="mark-red" style="font-size:${String(size)}pt;line-height:${String(Math.round(size * 1.2))}pt">${escape(mark)}</p>`
  if (style === 'letter') return `<div class="letter">${first}<hr></div><p class="letter-no">${escape(number)}</p>`
  const numbers = number === '' ? '' : style === 'upward' ? `<p class="both"><span>${escape(number)}</span><span>签发人：<i>${escape(signer ?? '')}</i></span></p>` : `<p class="mid">${escape(number)}</p>`
  return `<div class="red">${first}${numbers}${sides === undefined ? '' : `<p class="both"><span>${escape(sides[0])}</span><span>${escape(sides[1])}</span></p>`}</div>`
}

/** At the foot of the page that the text ends on, of an even one of its own, or right below the text: a browser cannot push it there, so the room that surely stays free is left above it. */
function imprintOf(block: Imprint, before: readonly Block[]): string {
  const { copies, printed } = block
  const { place, free } = imprintPlace(before, imprintHeight(block), onEvenPage(block))
  const rows = `<div class="imprint${printed === undefined ? ' plain' : ''}">${copies === '' ? '' : `<p>${escape(copies)}</p>`}${printed === undefined ? '' : `<p class="both"><span>${escape(printed[0])}</span><span>${escape(printed[1])}印发</span></p>`}</div>`
  if (place === 'same') return `<div style="padding-top:${String(Math.floor(free / 20) - 2)}pt">${rows}</div>`
  return `<div class="${place === 'even' ? 'alone even' : 'below'}">${rows}</div>`
}

function htmlOf(block: Exclude<Block, { readonly kind: 'turn' | 'imprint' }>): string {
  switch (block.kind) {
    case 'title': return `<h1>${lines(block.text)}</h1>`
    case 'form': return `<h1 class="form">${lines(block.text)}</h1>`
    case 'byline': return `<p class="by">${lines(block.text)}</p>`
    case 'salutation': return `<p class="to">${escape(block.text)}</p>`
    case 'h1': return `<p class="h1">${escape(block.text)}</p>`
    case 'h2': return `<p class="h2">${escape(block.text)}</p>`
    case 'paragraph': return `<p>${escape(block.text)}</p>`
    case 'attachment': return `<div class="att"><p class="mark">${escape(block.mark)}</p><h1>${lines(block.text)}</h1></div>`
    case 'listing': return block.items.map((item, index) => `<p class="${index === 0 ? 'list ' : ''}${index < block.items.length - 1 ? 'held' : 'last'}">${index === 0 ? '附件：' : '　　　'}${block.items.length === 1 ? '' : `${String(index + 1)}.`}${escape(item)}</p>`).join('')
    case 'note': return `<p class="note">${escape(block.text)}</p>`
    case 'heading': return `<p class="mark">${escape(block.text)}</p>`
    case 'sign': return `<p class="sign">${escape(block.text)}</p>`
    case 'page': return '<div class="page"></div>'
    case 'table': return tableOf(block)
    case 'redhead': return redHeadOf(block)
    case 'recipients': return `<p class="recipients">${escape(block.text)}</p>`
    case 'named': return `<p class="named" style="--l:${String(block.label.length + 1)}em"><b>${escape(block.label)}：</b>${escape(block.text)}</p>`
    case 'signature': return `<div class="signature"><p>${escape(block.organ)}（盖章）</p><p>${escape(block.day)}</p></div>`
  }
}

const song = '"方正小标宋简体","华文中宋","STZhongsong","Noto Serif CJK SC","SimSun","SimSun-ExtB","Noto Sans CJK SC",serif'
const fang = '"仿宋_GB2312","仿宋","FangSong","STFangsong","Noto Serif CJK SC","SimSun","SimSun-ExtB","Noto Sans CJK SC",serif'
const kai = '"楷体_GB2312","楷体","KaiTi","STKaiti","Noto Serif CJK SC","SimSun","SimSun-ExtB","Noto Sans CJK SC",serif'
const hei = '"黑体","SimHei","STHeiti","SimSun-ExtB","Noto Sans CJK SC",sans-serif'

const style = `@page{size:A4;margin:37mm 26mm 35mm 28mm}@page lying{size:A4 landscape;margin:28mm 37mm 26mm 35mm}@page letter{size:A4;margin:30mm 20mm 35mm}*{box-sizing:border-box}
body{margin:0;font:16pt/28pt ${fang};letter-spacing:-.25pt;color:#000}h1{font:22pt/35pt ${song};text-align:center;font-weight:400;margin:0 0 28pt}h1.form{margin-bottom:6pt}p{margin:0;text-indent:2em;text-align:justify}
.by,.to,.mark,.note,.sign{text-indent:0}.by{text-align:center;font-family:${kai}}.to,.list{margin-top:28pt}.h1,.mark,.group,th{font-family:${hei}}.h2{font-family:${kai}}.h1,.h2,.held{break-after:avoid}
.att,.page,.lying,.paper+.paper{break-before:page}.att:first-child{break-before:auto}.att h1{margin:28pt 0 10pt}.lying{page:lying}.note{font-size:10.5pt;line-height:18pt}.sign{text-align:right;font-size:14pt;line-height:35pt}
table{width:calc(100% - 1px);border-collapse:collapse;font-size:10.5pt;line-height:15pt;table-layout:fixed;margin-bottom:10pt}th,td{border:1px solid #000;padding:1pt 3pt;font-weight:400;overflow-wrap:anywhere}
.red{padding:35mm 0 4mm;border-bottom:1.5pt solid #f00;margin-bottom:56pt}.mark-red{color:#f00;font-family:${song};text-align:center;text-indent:0}.red .mark-red{margin-bottom:56pt}.mid{text-align:center;text-indent:0}
.both{display:flex;justify-content:space-between;text-indent:0;padding:0 1em}.both i{font-style:normal;font-family:${kai}}.as-letter{page:letter;padding:0 6mm 0 8mm}.letter{margin:0 -6mm 14pt -8mm}.letter hr{border:0;border-top:3pt double #f00;margin:4mm 0 0}.letter-no{text-align:right;text-indent:0;margin-bottom:56pt}
.recipients{text-indent:0}.named{padding-left:calc(2em + var(--l));text-indent:calc(-1*var(--l))}.named b{font-weight:400;font-family:${hei}}.signature{width:max-content;max-width:100%;margin:28pt 4em 0 auto;text-align:center;break-inside:avoid;break-before:avoid}.signature p{text-indent:0;text-align:center}
.imprint{font-size:14pt;line-height:26pt;border:solid #000;border-width:1pt 0;break-inside:avoid}.alone{break-before:page;height:224mm;display:flex;flex-direction:column;justify-content:flex-end}.below{margin-top:28pt;break-before:avoid}.imprint.plain{border:0}.imprint p{padding:0 1em;text-indent:0}.imprint p+p{border-top:.75pt solid #000}
thead{display:table-header-group}tr{break-inside:avoid}.center{text-align:center}.right{text-align:right}`

/** The code at the head of every page of a form: the head of a table is repeated by the printer, nothing else is. */
export interface CodeHead {
  readonly svg: string
  readonly words: string
}

const formStyle = `@page{margin:9mm 22mm 20mm 24mm}body{font-size:14pt;line-height:23pt}h1{margin:0 0 14pt}h1.form{margin-bottom:8pt}.frame+.frame{break-before:page}.frame{margin:0;font:inherit;letter-spacing:inherit;font-size:inherit;line-height:inherit}.frame>thead>tr>td,.frame>tbody>tr>td{border:0;padding:0}
.frame>tbody>tr,.bare tr{break-inside:auto}.bare td{height:9mm}.bare+.bare{margin-top:calc(-10pt - 1px)}.code{display:flex;align-items:center;justify-content:flex-end;font-size:9pt;line-height:12pt;height:25mm}.code svg{width:24mm;height:24mm}.note{margin-bottom:4pt}.bare td:nth-child(odd){font-family:${hei}}td{padding:3pt 4pt}table{font-size:12pt;line-height:18pt}
.to{margin-top:8pt}p+table{margin-top:4pt}.frame tr.held{break-inside:avoid}.signs{break-before:avoid}.frame>tbody>tr>td>:last-child{margin-bottom:0}h1{text-wrap:balance}.sign{line-height:23pt}`

const framed = (body: string, { svg, words }: CodeHead): string =>
  `<table class="frame"><thead><tr><td><div class="code"><span>${escape(words)}</span>${svg}</div></td></tr></thead><tbody><tr><td>${body}</td></tr></tbody></table>`

const screenStyle = '@media screen{body{max-width:180mm;margin:24px auto;padding:0 16px}.back{font:16px/1.7 sans-serif;text-indent:0}}@media print{.back{display:none}}'

/** The same page to be read in a browser, with a way back to where it is listed. */
export const readableHtml = (title: string, blocks: readonly Block[], back: { readonly href: string; readonly words: string }): string =>
  printableHtml(title, blocks).replace('</style>', `${screenStyle}</style>`).replace('<body>', `<body><p class="back"><a href="${escape(back.href)}">${escape(back.words)}</a></p>`)

/** Where a lying section ends its page name changes, which begins a page by itself. */
function bodyOf(blocks: readonly Block[]): string {
  let lying = false
  const body = blocks.map((block, index) => {
    if (block.kind === 'imprint') return imprintOf(block, blocks.slice(0, index))
    if (block.kind !== 'turn') return htmlOf(block)
    const close = lying ? '</section>' : ''
    lying = block.landscape
    return `${close}${lying ? `<section class="lying"${index === 0 ? ' style="break-before:auto"' : ''}>` : ''}`
  }).join('')
  const whole = `${body}${lying ? '</section>' : ''}`
  return blocks.some((block) => block.kind === 'redhead' && block.style === 'letter') ? `<div class="as-letter">${whole}</div>` : whole
}

/** Several papers behind each other, each laid out by itself; the window gives each a sheet of its own (print.ts). */
export const printablePapers = (title: string, papers: readonly (readonly Block[])[]): string => pageOf(title, papers.map((blocks) => `<section class="paper">${bodyOf(blocks)}</section>`).join(''), style)

/** A whole page without scripts. */
export const printableHtml = (title: string, blocks: readonly Block[]): string => pageOf(title, bodyOf(blocks), style)

/** A form: parts of one or more pages, each with its own code at the head of its pages. */
export const printableForm = (title: string, parts: readonly { readonly blocks: readonly Block[]; readonly head: CodeHead }[]): string =>
  pageOf(title, parts.map(({ blocks, head }) => framed(bodyOf(blocks), head)).join(''), style + formStyle)

function pageOf(title: string, whole: string, styles: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(title)}</title><style>${styles}</style></head><body>${whole}</body></html>`
}

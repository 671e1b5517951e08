/** Blocks to a page that the window prints: the same layout as the Word file, for PDF and paper. */
import type { Block, TableBlock } from '../../shared/report/block'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const lines = (text: string): string => text.split('\n').map(escape).join('<br>')

function tableOf({ columns, rows, bare }: TableBlock): string {
  const cols = columns.map((column) => `<col style="width:${String(column.width)}%">`).join('')
  const head = columns.map((column) => `<th>${escape(column.label)}</th>`).join('')
  const body = rows.map((row) => (row.group
    ? `<tr><td class="group" colspan="${String(columns.length)}">${escape(row.cells[0] ?? '')}</td></tr>`
    : `<tr>${columns.map((column, index) => `<td class="${column.align ?? 'left'}">${lines(row.cells[index] ?? '')}</td>`).join('')}</tr>`)).join('')
  return `<table${bare ? ' class="bare"' : ''}><colgroup>${cols}</colgroup>${bare ? '' : `<thead><tr>${head}</tr></thead>`}<tbody>${body}</tbody></table>`
}

function htmlOf(block: Exclude<Block, { readonly kind: 'turn' }>): string {
  switch (block.kind) {
    case 'title': return `<h1>${lines(block.text)}</h1>`
    case 'form': return `<h1 class="form">${lines(block.text)}</h1>`
    case 'byline': return `<p class="by">${lines(block.text)}</p>`
    case 'salutation': return `<p class="to">${escape(block.text)}</p>`
    case 'h1': return `<p class="h1">${escape(block.text)}</p>`
    case 'h2': return `<p class="h2">${escape(block.text)}</p>`
    case 'paragraph': return `<p>${escape(block.text)}</p>`
    case 'attachment': return `<div class="att"><p class="mark">${escape(block.mark)}</p><h1>${lines(block.text)}</h1></div>`
    case 'listing': return block.items.map((item, index) => `<p${index === 0 ? ' class="list"' : ''}>${index === 0 ? '附件：' : '　　　'}${block.items.length === 1 ? '' : `${String(index + 1)}.`}${escape(item)}</p>`).join('')
    case 'note': return `<p class="note">${escape(block.text)}</p>`
    case 'heading': return `<p class="mark">${escape(block.text)}</p>`
    case 'sign': return `<p class="sign">${escape(block.text)}</p>`
    case 'page': return '<div class="page"></div>'
    case 'table': return tableOf(block)
  }
}

const song = '"方正小标宋简体","华文中宋","STZhongsong","Noto Serif CJK SC","SimSun","SimSun-ExtB","Noto Sans CJK SC",serif'
const fang = '"仿宋_GB2312","仿宋","FangSong","STFangsong","Noto Serif CJK SC","SimSun","SimSun-ExtB","Noto Sans CJK SC",serif'
const kai = '"楷体_GB2312","楷体","KaiTi","STKaiti","Noto Serif CJK SC","SimSun","SimSun-ExtB","Noto Sans CJK SC",serif'
const hei = '"黑体","SimHei","STHeiti","SimSun-ExtB","Noto Sans CJK SC",sans-serif'

const style = `@page{size:A4;margin:37mm 26mm 35mm 28mm}@page lying{size:A4 landscape;margin:28mm 37mm 26mm 35mm}*{box-sizing:border-box}
body{margin:0;font:16pt/28pt ${fang};letter-spacing:-.25pt;color:#000}h1{font:22pt/35pt ${song};text-align:center;font-weight:400;margin:0 0 28pt}h1.form{margin-bottom:6pt}p{margin:0;text-indent:2em;text-align:justify}
.by,.to,.mark,.note,.sign{text-indent:0}.by{text-align:center;font-family:${kai}}.to,.list{margin-top:28pt}.h1,.mark,.group,th{font-family:${hei}}.h2{font-family:${kai}}.h1,.h2{break-after:avoid}
.att,.page,.lying{break-before:page}.att:first-child{break-before:auto}.att h1{margin:28pt 0 10pt}.lying{page:lying}.note{font-size:10.5pt;line-height:18pt}.sign{text-align:right;font-size:14pt;line-height:35pt}
table{width:calc(100% - 1px);border-collapse:collapse;font-size:10.5pt;line-height:15pt;table-layout:fixed;margin-bottom:10pt}th,td{border:1px solid #000;padding:1pt 3pt;font-weight:400;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}.center{text-align:center}.right{text-align:right}`

/** The code at the head of every page of a form: the head of a table is repeated by the printer, nothing else is. */
export interface CodeHead {
  readonly svg: string
  readonly words: string
}

const formStyle = `@page{margin:9mm 22mm 20mm 24mm}body{font-size:14pt;line-height:23pt}h1{margin:0 0 14pt}h1.form{margin-bottom:8pt}.frame{margin:0;font:inherit;letter-spacing:inherit;font-size:inherit;line-height:inherit}.frame>thead>tr>td,.frame>tbody>tr>td{border:0;padding:0}
.frame>tbody>tr,.bare tr{break-inside:auto}.code{display:flex;align-items:center;justify-content:flex-end;font-size:9pt;line-height:12pt;height:25mm}.code svg{width:24mm;height:24mm}.note{margin-bottom:4pt}.bare td:nth-child(odd){font-family:${hei}}td{padding:3pt 4pt}table{font-size:12pt;line-height:18pt}`

const framed = (body: string, { svg, words }: CodeHead): string =>
  `<table class="frame"><thead><tr><td><div class="code"><span>${escape(words)}</span>${svg}</div></td></tr></thead><tbody><tr><td>${body}</td></tr></tbody></table>`

/** A whole page without scripts. Where a lying section ends its page name changes, which begins a page by itself. `head` = the code of a form. */
export function printableHtml(title: string, blocks: readonly Block[], head: CodeHead | null = null): string {
  let lying = false
  const body = blocks.map((block, index) => {
    if (block.kind !== 'turn') return htmlOf(block)
    const close = lying ? '</section>' : ''
    lying = block.landscape
    return `${close}${lying ? `<section class="lying"${index === 0 ? ' style="break-before:auto"' : ''}>` : ''}`
  }).join('')
  const whole = `${body}${lying ? '</section>' : ''}`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(title)}</title><style>${style}${head === null ? '' : formStyle}</style></head><body>${head === null ? whole : framed(whole, head)}</body></html>`
}

/** Blocks to a page that the window prints: the same layout as the Word file, for PDF and paper. */
import type { Block } from '../../shared/report/block'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'title': return `<h1>${escape(block.text)}</h1>`
    case 'byline': return `<p class="by">${escape(block.text)}</p>`
    case 'salutation': return `<p class="to">${escape(block.text)}</p>`
    case 'h1': return `<p class="h1">${escape(block.text)}</p>`
    case 'h2': return `<p class="h2">${escape(block.text)}</p>`
    case 'h3': case 'paragraph': return `<p>${escape(block.text)}</p>`
    case 'attachment': return `<section class="att"><p class="mark">${escape(block.mark)}</p><h1>${escape(block.text)}</h1></section>`
    case 'note': return `<p class="note">${escape(block.text)}</p>`
    case 'page': return '<div class="page"></div>'
    case 'table': return `<table><colgroup>${block.columns.map((column) => `<col style="width:${String(column.width)}%">`).join('')}</colgroup><thead><tr>${block.columns.map((column) => `<th>${escape(column.label)}</th>`).join('')}</tr></thead><tbody>${
      block.rows.map((row) => `<tr>${block.columns.map((column, index) => `<td class="${column.align ?? 'left'}">${escape(row[index] ?? '')}</td>`).join('')}</tr>`).join('')}</tbody></table>`
  }
}

const style = `@page{size:A4;margin:37mm 26mm 35mm 28mm}*{box-sizing:border-box}body{margin:0;font:16pt/28pt "仿宋_GB2312","FangSong","STFangsong","Noto Serif CJK SC","Noto Sans CJK SC",serif;color:#000}
h1{font:22pt/35pt "方正小标宋简体","STZhongsong","Noto Serif CJK SC","Noto Sans CJK SC",serif;text-align:center;font-weight:400;margin:0 0 28pt}p{margin:0;text-indent:2em;text-align:justify}
.by,.to,.mark,.note{text-indent:0}.by{text-align:center;font-family:"楷体_GB2312","KaiTi","STKaiti","Noto Serif CJK SC","Noto Sans CJK SC",serif}.to{margin-top:28pt}
.h1,.mark{font-family:"黑体","SimHei","Noto Sans CJK SC",sans-serif}.h2{font-family:"楷体_GB2312","KaiTi","STKaiti","Noto Serif CJK SC","Noto Sans CJK SC",serif}
.att,.page{break-before:page}.note{font-size:12pt;line-height:20pt}table{width:100%;border-collapse:collapse;font-size:12pt;line-height:16pt;table-layout:fixed}
th,td{border:1px solid #000;padding:2pt 3pt;font-weight:400;overflow-wrap:anywhere}th{font-family:"黑体","SimHei","Noto Sans CJK SC",sans-serif}thead{display:table-header-group}tr{break-inside:avoid}
.center{text-align:center}.right{text-align:right}`

/** A whole page without scripts. */
export const printableHtml = (title: string, blocks: readonly Block[]): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(title)}</title><style>${style}</style></head><body>${blocks.map(htmlOf).join('')}</body></html>`

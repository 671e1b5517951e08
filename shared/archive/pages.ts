/**
 * A term as a folder of plain HTML: an index with a search, a page a register, a page a record. No library, no address outside the folder, so that
 * any browser opens it in twenty years; lists and links work without scripts, only the search needs one. Pure.
 */
import { labelOf } from '../codes'
import { statusLog } from '../facts'
import { isUid } from '../exchange/ids'
import type { Field, Row, Value } from '../fields'
import type { Declaration, Rec } from '../record'
import { yuanText } from '../report/list-sheet'

export interface ArchivedFile {
  readonly name: string
  /** Within the folder; null = its content is not on this computer. */
  readonly href: string | null
}

export interface ArchiveInput {
  /** 青禾镇第十九届. */
  readonly title: string
  /** Under the title: days, who made it, whether private values are covered. */
  readonly lines: readonly string[]
  /** What a record is called in it, private values covered where the archive covers them. */
  readonly titleOf: (id: string) => string
  /** Whether a record has a page. */
  readonly has: (id: string) => boolean
  /** What is written of a text: as it is, or without phone and ID numbers. */
  readonly written: (text: string) => string
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const text = (words: string): string => escape(words).replaceAll('\n', '<br>')

export const recordHref = (id: string): string => `records/${id}.html`

const style = `body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei",SimSun,sans-serif;max-width:1000px;margin:24px auto;padding:0 16px;color:#1f1f1f}h1{font-size:24px}h2{font-size:18px;margin-top:28px}a{color:#0b4a8f}table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:5px 9px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f3f3f1;font-weight:600}.side th{width:24%}.mut{color:#666}input{font:inherit;width:100%;padding:8px;box-sizing:border-box}img{max-width:100%;border:1px solid #bbb}@media print{input{display:none}}`

const page = (title: string, body: string, script = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self' file:"><title>${escape(title)}</title><style>${style}</style></head><body>${body}${script}</body></html>\n`

/** From a page in the folder `records` up to the folder's own level. */
const up = '../'

function link(input: ArchiveInput, id: string, from: string): string {
  // Where a field allows it, words stand in place of a record.
  if (!isUid(id)) return text(input.written(id))
  const title = escape(input.titleOf(id) || '（没有这条记录）')
  return input.has(id) ? `<a href="${from}${recordHref(id)}">${title}</a>` : title
}

function valueHtml(input: ArchiveInput, field: Field, value: Value | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    if (field.kind !== 'list') return (value as readonly string[]).map((id) => link(input, id, up)).join('、')
    const items = Object.entries(field.items ?? {}).filter(([key]) => (value as readonly Row[]).some((row) => row[key] !== undefined && row[key] !== null && row[key] !== ''))
    return `<table><tr>${items.map(([, item]) => `<th>${escape(item.label)}</th>`).join('')}</tr>${(value as readonly Row[]).map((row) => `<tr>${items.map(([key, item]) => `<td>${valueHtml(input, item, row[key])}</td>`).join('')}</tr>`).join('')}</table>`
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return field.kind === 'money' ? `${yuanText(value)}元` : String(field.tenths === true ? value / 10 : value)
  if (typeof value !== 'string') return ''
  if (field.codes !== undefined) return escape(labelOf(field.codes, value))
  return field.kind === 'ref' ? link(input, value, up) : text(input.written(value))
}

/** One record: what was filled in, how it went, what was attached, what belongs to it. */
export function recordPage(input: ArchiveInput, declaration: Declaration, rec: Rec, files: readonly ArchivedFile[], children: readonly Rec[]): string {
  const title = input.titleOf(rec.id)
  const rows = Object.entries(declaration.fields).filter(([, field]) => field.kind !== 'files' && field.kind !== 'file')
    .map(([key, field]) => [field.label, valueHtml(input, field, rec.fields[key])] as const).filter(([, html]) => html !== '')
  const course = statusLog(rec)
  const pictures = files.filter(({ href }) => href !== null && /\.(jpe?g|png|gif|webp|bmp)$/iu.test(href))
  return page(title, [
    `<p><a href="${up}index.html">${escape(input.title)}</a> › <a href="${up}${declaration.type}.html">${escape(declaration.label)}</a></p><h1>${text(title)}</h1>`,
    rec.status === undefined ? '' : `<p>状态：${escape(rec.status)}</p>`,
    `<table class="side">${rows.map(([label, html]) => `<tr><th>${escape(label)}</th><td>${html}</td></tr>`).join('')}</table>`,
    course.length === 0 ? '' : `<h2>经过</h2><table><tr><th>日期</th><th>状态</th><th>登记人</th></tr>${course.map((row) => `<tr><td>${escape(row.event_on)}</td><td>${escape(row.to)}</td><td>${escape(row.by)}</td></tr>`).join('')}</table>`,
    files.length === 0 ? '' : `<h2>附件</h2><ul>${files.map(({ name, href }) => `<li>${href === null ? `${escape(name)}<span class="mut">（内容不在做存档的电脑上）</span>` : `<a href="${up}${escape(href)}">${escape(name)}</a>`}</li>`).join('')}</ul>${pictures.map(({ name, href }) => `<p><img src="${up}${escape(href ?? '')}" alt="${escape(name)}"></p>`).join('')}`,
    children.length === 0 ? '' : `<h2>相关记录</h2><ul>${children.map((child) => `<li>${link(input, child.id, up)}</li>`).join('')}</ul>`,
  ].join(''))
}

/** One register: every record with its day and status. */
export function registerPage(input: ArchiveInput, declaration: Declaration, records: readonly Rec[]): string {
  const { dateField } = declaration
  const day = (rec: Rec): string => { const value = dateField === undefined ? undefined : rec.fields[dateField]; return typeof value === 'string' ? value : '' }
  return page(declaration.label, `<p><a href="index.html">${escape(input.title)}</a></p><h1>${escape(declaration.label)}</h1><p class="mut">共 ${String(records.length)} 条</p><table><tr><th>日期</th><th>名称</th><th>状态</th></tr>${
    records.toSorted((a, b) => day(a).localeCompare(day(b)) || (a.id < b.id ? -1 : 1)).map((rec) => `<tr><td>${escape(day(rec))}</td><td>${link(input, rec.id, '')}</td><td>${escape(rec.status ?? '')}</td></tr>`).join('')}</table>`)
}

/** What a search looks through: title, register, link, the words of the record. */
export type SearchLine = readonly [title: string, register: string, id: string, words: string]

const searchScript = `var box=document.getElementById('q'),out=document.getElementById('hits');box.oninput=function(){var words=box.value.trim().toLowerCase().split(/\\s+/),n=0,html='';if(words[0]!=='')for(var i=0;i<lines.length&&n<200;i++){var one=lines[i],all=(one[0]+' '+one[1]+' '+one[3]).toLowerCase();if(words.every(function(w){return all.indexOf(w)>=0})){n++;var a=document.createElement('a');a.href='records/'+one[2]+'.html';a.textContent=one[0];html+='<li>'+a.outerHTML+' <span class="mut">'+one[1]+'</span></li>'}}out.innerHTML=words[0]===''?'':n===0?'<li>没有找到。</li>':html}`

/** How somebody without the program finds out whether a file was changed since. */
const checking = '<h2>核对有没有被改过</h2><p>每个文件的校验值写在 SHA256SUMS 里，用记事本打开看。Windows：在这个文件夹的地址栏输入 cmd 按回车，再输入 <code>certutil -hashfile 文件名 SHA256</code>，显示的一串和里面那一行相同，就没有被改过。统信、麒麟：在这个文件夹里打开终端，输入 <code>sha256sum -c SHA256SUMS</code>，全部核对一遍。</p>'

/** The first page: registers with their counts, documents, and a search over everything. */
export function indexPage(input: ArchiveInput, registers: readonly { readonly declaration: Declaration; readonly count: number }[], documents: readonly ArchivedFile[], lines: readonly SearchLine[]): string {
  const json = JSON.stringify(lines).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  return page(input.title, [
    `<h1>${escape(input.title)}</h1>${input.lines.map((line) => `<p class="mut">${escape(line)}</p>`).join('')}`,
    '<p><input id="q" type="search" placeholder="找人、事、文件：几个词用空格分开" aria-label="查找"></p><ul id="hits"></ul>',
    `<h2>名册和台账</h2><table><tr><th>类别</th><th>条数</th></tr>${registers.map(({ declaration, count }) => `<tr><td><a href="${declaration.type}.html">${escape(declaration.label)}</a></td><td>${String(count)}</td></tr>`).join('')}</table>`,
    documents.length === 0 ? '' : `<h2>报告和统计</h2><ul>${documents.map(({ name, href }) => `<li><a href="${escape(href ?? '')}">${escape(name)}</a></li>`).join('')}</ul>`,
    checking,
  ].join(''), `<script>var lines=${json};${searchScript}</script>`)
}

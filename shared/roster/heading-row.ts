/**
 * Rows between the people that say where the rows below belong: 第一选区, 第一代表小组（共12人）, 二、石门坎村代表团. A person's own cell wins over
 * them. Titles nest in the order in which their kinds first appear: a new outer title ends the inner one.
 */
import { cleanText, compactText } from '../parse/text'
import { readConstituency } from './read-link'
import type { RosterLinks } from './roster-row'
import type { Cell } from './table'

export interface HeadingRow {
  readonly kind: 'constituency' | 'group' | 'delegation'
  readonly text: string
}

const numbering = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,2}[、.．)）])/u
const counted = /[（(](?:共|应选|名额|代表)?[^（）()]{0,6}\d+(?:人|名|位)[）)]$|[:：]?(?:共|计)?\d+(?:人|名|位)$|[:：]$/u
const countCell = /^(?:共|计|小计|合计)?\d+(?:人|名|位)?$/u
/** The heading of a column in a second row of headings. */
const columnWord = /^(?:所在|所属|当选|编入)?(?:选区|代表小组|小组|代表组|代表团)$/u
/** 第 一 选 区: spaces that only fill the cell. */
const spread = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu
const longest = 40

/** What the row says of the rows below; null for every other row. */
export function headingRow(row: readonly Cell[]): HeadingRow | null {
  const [first, ...others] = row.map((cell) => cleanText(cell.text).replace(spread, '')).filter((word) => word !== '')
  if (first === undefined || !others.every((word) => countCell.test(compactText(word)))) return null
  const text = first.replace(numbering, '').replace(counted, '')
  if (text.length > longest || columnWord.test(text)) return null
  // 第一代表小组（第一、第二选区): what stands before the brackets is its name.
  const name = text.replace(/[（(].*$/u, '')
  if (/(?:小组|代表组|中心组)$/u.test(name)) return { kind: 'group', text: name }
  if (/代表团$/u.test(name)) return { kind: 'delegation', text: name }
  return /(?:选区$|^第?[\d一二三四五六七八九十]+号?选区)/u.test(name) ? { kind: 'constituency', text } : null
}

/** Titles in force, as rows are read from above. */
export class Headings {
  readonly #standing = new Map<HeadingRow['kind'], string>()
  readonly #order: HeadingRow['kind'][] = []

  take({ kind, text }: HeadingRow): void {
    if (!this.#order.includes(kind)) this.#order.push(kind)
    for (const inner of this.#order.slice(this.#order.indexOf(kind) + 1)) this.#standing.delete(inner)
    this.#standing.set(kind, text)
  }

  /** The links of a row below them, and the words of those titles that gave it one. */
  over(links: RosterLinks): { readonly links: RosterLinks; readonly under: readonly string[] } {
    const own = { constituency: links.constituencyNo ?? links.constituencyName, group: links.group, delegation: links.delegation }
    const used = this.#order.flatMap((kind) => { const text = this.#standing.get(kind); return text === undefined || own[kind] !== undefined ? [] : [{ kind, text }] })
    const found = used.map(({ kind, text }): RosterLinks => {
      if (kind !== 'constituency') return { [kind]: text }
      const read = readConstituency(text)
      const no = read['link.constituency_no']
      const name = read['link.constituency_name']
      return { ...(no === undefined ? {} : { constituencyNo: no }), ...(name === undefined ? {} : { constituencyName: name }) }
    })
    return { links: Object.assign({}, links, ...found) as RosterLinks, under: used.map(({ text }) => text) }
  }
}

/**
 * 文号: 机关代字〔年份〕序号, e.g. 清人大〔2025〕3号; announcements run per term, e.g. 公告〔二十届〕第4号. Numbers are never used twice and gaps are told.
 */
import { intOf, textOf, type Lookup } from '../facts'
import { nextInSeries, termOn } from './numbers'

const announcement = '03'
/** 决议 决定 公告 通知 函 报告: papers that carry a number of their own; minutes, plans, briefings and materials need none. */
const numbered = new Set(['01', '02', announcement, '04', '06', '07'])

const digits = '零一二三四五六七八九'
/** 1–99 in Chinese figures, as terms are counted. */
function chinese(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  if (n >= 100 || n < 0) return String(n)
  if (tens === 0) return digits.charAt(ones)
  return (tens > 1 ? digits.charAt(tens) : '') + '十' + (ones > 0 ? digits.charAt(ones) : '')
}

interface Series {
  readonly prefix: string
  readonly suffix: string
}

function seriesOf(lookup: Lookup, kind: string, day: string): Series | null {
  if (kind === announcement) {
    const term = termOn(lookup, day)
    const no = term ? intOf(term.fields, 'no') : null
    return no === null ? null : { prefix: `公告〔${chinese(no)}届〕第`, suffix: '号' }
  }
  const office = lookup.all('office')[0]
  const agency = office ? textOf(office.fields, 'doc_prefix') : ''
  return agency === '' ? null : { prefix: `${agency}〔${day.slice(0, 4)}〕`, suffix: '号' }
}

const taken = (lookup: Lookup, not?: string): readonly string[] =>
  lookup.all('document').filter((rec) => rec.id !== not).map((rec) => textOf(rec.fields, 'doc_no')).filter((no) => no !== '')

/** Next 文号 of a document of `kind` issued on `day`; null where such papers carry none or 机关代字 is not set. */
export function nextDocNo(lookup: Lookup, kind: string, day: string, letter: string): string | null {
  const series = numbered.has(kind) ? seriesOf(lookup, kind, day) : null
  return series ? nextInSeries(taken(lookup), series.prefix, letter, 1, series.suffix) : null
}

/** Whether a number is used by another document, and how many numbers of its series before it are not. */
export function docNoState(lookup: Lookup, docNo: string, self: string): { readonly used: boolean; readonly gap: number } {
  const others = taken(lookup, self)
  const parts = /^(.*?)(\d+)(\D*)$/.exec(docNo)
  if (!parts) return { used: others.includes(docNo), gap: 0 }
  const [, prefix = '', figure = '', suffix = ''] = parts
  const used = new Set(others.filter((no) => no.startsWith(prefix) && no.endsWith(suffix)).map((no) => Number(no.slice(prefix.length, no.length - suffix.length))))
  const greatest = Math.max(0, ...[...used].filter((no) => Number.isInteger(no) && no < Number(figure)))
  // an office that begins with this application in the middle of a year has no gap
  return { used: others.includes(docNo), gap: greatest === 0 ? 0 : Number(figure) - greatest - 1 }
}

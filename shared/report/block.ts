/** A document before it has a format: paragraphs by their rank and tables. Word, PDF and the preview are made from the same blocks. */
export type Align = 'left' | 'center' | 'right'

export interface Column {
  readonly label: string
  /** Share of the width, in hundredths. */
  readonly width: number
  readonly align?: Align
}

export type Block =
  | { readonly kind: 'title' | 'byline' | 'salutation' | 'h1' | 'h2' | 'h3' | 'paragraph'; readonly text: string }
  /** Attachment: a new page, its mark flush left, its title centred. */
  | { readonly kind: 'attachment'; readonly mark: string; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'page' }

export interface Composed {
  readonly title: string
  readonly blocks: readonly Block[]
  /** What nobody has recorded: 【待补】 in the text, listed for the person. */
  readonly missing: readonly string[]
}

/** Stands where a fact is unknown; a person searches for it before handing the document in. */
export const toFill = '【待补】'

/** `2025年3月8日`; 【待补】 where empty. */
export const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-')
  return year === undefined || month === undefined ? toFill : `${year}年${String(Number(month))}月${date === undefined ? '' : `${String(Number(date))}日`}`
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1–99 in Chinese: 19 → 十九. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`}${ones === 0 && tens > 0 ? '' : digits[ones] ?? ''}`
}

/** A document before it has a format: paragraphs by their rank and tables. Word, PDF and the preview are made from the same blocks. */
export type Align = 'left' | 'center' | 'right'

export interface Column {
  readonly label: string
  /** Share of the width, in hundredths. */
  readonly width: number
  readonly align?: Align
}

/** Where a number of the text comes from: `B5.03/会议`, its place in the text. */
export interface FigureUse {
  readonly indicator: string
  readonly part?: string
  readonly rate?: true
  readonly at: number
  readonly length: number
}

export interface TextBlock {
  /** `\n` in a title or byline starts its next line; a form's title has no blank line below it. */
  readonly kind: 'title' | 'form' | 'byline' | 'salutation' | 'h1' | 'h2' | 'paragraph'
  readonly text: string
  readonly figures?: readonly FigureUse[]
  /** Names the paragraph from one making of the report to the next, so that what a person wrote there is found again. */
  readonly key?: string
  /** What nobody has recorded in it, in words. */
  readonly missing?: readonly string[]
}

export interface TableRow {
  readonly cells: readonly string[]
  /** One cell over the whole width: the heading of the rows below it. */
  readonly group?: true
  /** Indicator that stands in this row: numbers of the text lead here. */
  readonly indicator?: string
}

export interface TableBlock {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  /** A form to fill in: no line of headings; `\n` in a cell leaves room to write. */
  readonly bare?: true
  /** Millimetres that each row has at least: room for a hand. Such a row is never parted, and the table stays with what is before it. */
  readonly rowHeight?: number
}

/**
 * 发文机关标志 with what stands between it and the red line (GB/T 9704-2012, 7.2). `file` = 文件格式, `upward` the same to a higher organ (number left,
 * signer right), `minutes` = 纪要格式, `letter` = 信函格式 with its double red lines.
 */
export interface RedHead {
  readonly kind: 'redhead'
  readonly style: 'file' | 'upward' | 'minutes' | 'letter'
  readonly mark: string
  /** 青禾人大〔2025〕5号. */
  readonly number: string
  /** Of an upward document. */
  readonly signer?: string
  /** The line above the red line: 印发机关 at the left, day at the right. */
  readonly sides?: readonly [left: string, right: string]
}

/**
 * 版记 at the foot of the last page, which is an even one: 抄送 (or 送), who printed it and when. A letter has the first line alone, without
 * rules, on any page.
 */
export interface Imprint {
  readonly kind: 'imprint'
  readonly copies: string
  readonly printed?: readonly [organ: string, day: string]
  /** Of a paper that the standard does not know: it ends where its text ends. */
  readonly anyPage?: true
}

export const onEvenPage = ({ printed, anyPage }: Imprint): boolean => printed !== undefined && anyPage !== true

export type Block =
  | TextBlock
  | TableBlock
  | RedHead
  | Imprint
  /** 主送, flush left. */
  | { readonly kind: 'recipients'; readonly text: string }
  /** 出席：, 请假：, 列席： below the text, the names under each other. */
  | { readonly kind: 'named'; readonly label: string; readonly text: string }
  /** 署名 over its day, room for the seal. */
  | { readonly kind: 'signature'; readonly organ: string; readonly day: string }
  /** Attachment: a new page, its mark flush left, its title centred on the third line. */
  | { readonly kind: 'attachment'; readonly mark: string; readonly text: string }
  /** 附件说明: the names of the attachments below the text. */
  | { readonly kind: 'listing'; readonly items: readonly string[] }
  | { readonly kind: 'note' | 'heading' | 'sign'; readonly text: string }
  | { readonly kind: 'page' }
  /** From here on pages lie on their side, or stand again. */
  | { readonly kind: 'turn'; readonly landscape: boolean }

export interface Composed {
  readonly title: string
  readonly blocks: readonly Block[]
  /** What nobody has recorded: 【待补】 in the text, listed for the person. */
  readonly missing: readonly string[]
}

/** Stands where a fact is unknown; a person searches for it before handing the document in. */
export const toFill = '【待补】'

/** `2025年3月8日`, `2025年3月` of a month; 【待补】 where empty. */
export const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-')
  return year === undefined || month === undefined ? toFill : `${year}年${String(Number(month))}月${date === undefined ? '' : `${String(Number(date))}日`}`
}

/** 【待补】 or the day, `　　　年　　月　　日` where paper leaves it to the hand. */
export const handDay = (day: string): string => (day === '' ? '　　　年　　月　　日' : chineseDay(day))

/** The day without its year where that is the year spoken of. */
export const dayInYear = (day: string, year: number): string => (day.startsWith(`${String(year)}-`) ? chineseDay(day).replace(/^\d+年/u, '') : chineseDay(day))

/** `2025.03.08`, for narrow columns. */
export const shortDay = (day: string): string => day.replaceAll('-', '.')

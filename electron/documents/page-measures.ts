/** Measures of GB/T 9704-2012 in twips and half-points, apart from the writer of Word files, so that a page to print needs nothing of it. */
import type { Imprint } from '../../shared/report/block'

export const upright = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1418 } as const
/** The upright page turned: its head lies at the binding, so that the text is 225 mm wide. */
export const lying = { width: 16838, height: 11906, top: 1588, bottom: 1474, left: 1984, right: 2098, footer: 907 } as const

/** A printed form: its code of 24 mm stands 9 mm below the edge, the text below it; 24, 22 and 20 mm at the left, right and foot. */
export const formPage = { width: 11906, height: 16838, top: 1984, bottom: 1134, left: 1361, right: 1247, header: 510, footer: 510 } as const

export type Page = typeof upright | typeof lying | typeof formPage
export const textWidth = (page: Page): number => page.width - page.left - page.right

/** Half-points: 三号, 二号, 四号, 五号; 小四 in the tables of forms, 小五 beside their code. */
export const size = { body: 32, title: 44, foot: 28, table: 21, form: 24, mark: 18 } as const

/** Twips of one character of 三号, of 四号. */
export const third = 320
export const fourth = 280

export const mm = (n: number): number => Math.round(n * 56.6929)

/** Width in characters: what is not Chinese counts half. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0)

/** Half-points in which the mark fills the line at most: 小标宋 between 二号 and 62 磅. */
export const markSize = (mark: string): number => Math.max(size.title, Math.min(124, Math.floor((2 * (textWidth(upright) / 20 - 4)) / Math.max(1, [...mark].length))))

/** The same of a letter. */
export const letterMark = (mark: string): number => Math.min(markSize(mark), 72)
/** Seven eighths of a character from the double line to the number. */
export const letterGap = 280

/** From the paper's edge to the text of a letter's first page: the mark 30 mm down, the double line 14 points below it, the gap. */
export const letterHeadHeight = (mark: string): number => mm(30) + letterMark(mark) * 12 + 280 + letterGap

/** A line of the 版记. */
export const imprintLine = 520

/** Lines of 四号 that words take between the inner edges. */
const linesOf = (words: string): number => Math.max(1, Math.ceil((widthOf(words) * fourth) / (textWidth(upright) - 2 * fourth)))

/** The rows of a 版记 from above, and their heights. */
export const imprintRows = ({ copies, printed }: Imprint): readonly (readonly [words: string, height: number])[] =>
  [...(copies === '' ? [] : [copies]), ...(printed === undefined ? [] : [`${printed[0]}\t${printed[1]}印发`])].map((words) => [words, linesOf(words) * imprintLine + 40])

/** What a 版记 takes at the foot of its page. */
export const imprintHeight = (block: Imprint): number => imprintRows(block).reduce((sum, [, height]) => sum + height, 0)

/**
 * What makes an official document of GB/T 9704-2012 out of a text: the red 发文机关标志 with its number and line, the double lines of a letter, the
 * signature over its day, and the 版记 at the foot of the last page. Measures in twips (56.7 = 1 mm).
 */
import {
  AlignmentType, BorderStyle, Footer, FrameAnchorType, FrameWrap, Header, HeightRule, LineRuleType, Paragraph, TabStopType, type IFrameOptions, type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import type { Imprint, RedHead } from '../../shared/report/block'
import { run, spacing } from './gb9704'
import { fourth, imprintLine, imprintRows, letterGap, letterMark, markSize, mm, size, textWidth, third, upright, widthOf } from './page-measures'

const red = 'FF0000'

const exactly = (line: number, before = 0) => ({ line, lineRule: LineRuleType.EXACT, before, after: 0 })
const line = (children: readonly ParagraphChild[], options: IParagraphOptions = {}) => new Paragraph({ spacing: spacing.body, widowControl: false, ...options, children: [...children] })
const blank = () => line([run('', '仿宋_GB2312')])

const mark = (text: string, half: number, options: IParagraphOptions = {}) => line([run(text, '方正小标宋简体', half, red)], { alignment: AlignmentType.CENTER, spacing: exactly(half * 12), ...options })

/** The red line: as wide as the text, 4 mm below what stands above it. */
const below: IParagraphOptions = { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } } }

/** Two words of one line, one character in at both sides; the line itself is as wide as the text, so that its rule is. */
const both = (left: string, right: readonly ParagraphChild[], options: IParagraphOptions) =>
  line([run(`　${left}\t`, '仿宋_GB2312'), ...right], { tabStops: [{ type: TabStopType.RIGHT, position: textWidth(upright) - third }], ...options })

function numberLine({ style, number, signer = '' }: RedHead, last: boolean): Paragraph {
  const rule = last ? below : {}
  if (style !== 'upward') return line([run(number, '仿宋_GB2312')], { alignment: AlignmentType.CENTER, ...rule })
  return both(number, [run('签发人：', '仿宋_GB2312'), run(signer, '楷体_GB2312')], rule)
}

/** 35 mm from the upper edge of the text to the mark, two lines to the number, the line, two lines to the title. */
export function redHead(head: RedHead): readonly Paragraph[] {
  if (head.style === 'letter') {
    return [line([run(head.number, '仿宋_GB2312')], { alignment: AlignmentType.RIGHT }), blank(), blank()]
  }
  const { sides } = head
  return [
    line([], { spacing: exactly(mm(35)) }), mark(head.mark, markSize(head.mark)), blank(), blank(),
    ...(head.number === '' ? [] : [numberLine(head, sides === undefined)]),
    ...(sides === undefined ? [] : [both(sides[0], [run(sides[1], '仿宋_GB2312')], below)]),
    blank(), blank(),
  ]
}

/** From the text's edges to those of a line of 170 mm in the middle of the page. */
const outward = { left: -mm(8), right: -mm(6) }

const doubleLine = (style: typeof BorderStyle.THICK_THIN_SMALL_GAP | typeof BorderStyle.THIN_THICK_SMALL_GAP, space: number) => ({ style, size: 24, color: red, space })

/** The first page of a letter: the mark 30 mm from the paper's edge, a double red line 4 mm below it, another one 20 mm from the lower edge; no page number. */
export const letterPage = ({ mark: text }: RedHead) => ({
  margin: { header: mm(30), footer: mm(20) },
  header: new Header({
    children: [
      mark(text, letterMark(text), { indent: outward, border: { bottom: doubleLine(BorderStyle.THICK_THIN_SMALL_GAP, 11) } }),
      line([], { spacing: exactly(letterGap) }),
    ],
  }),
  footer: new Footer({ children: [line([], { spacing: exactly(20), indent: outward, border: { bottom: doubleLine(BorderStyle.THIN_THICK_SMALL_GAP, 0) } })] }),
})

/** Page numbers of a letter's later pages stand where all others do, though its footers begin lower. */
export const letterFooterGap = mm(5)

/** The day four characters in from the right, the organ centred over it, a place for the seal; both stay together, and with what comes next where it is `held`. */
export function signature(organ: string, day: string, held = false): readonly Paragraph[] {
  const name = `${organ}（盖章）`
  const inset = Math.max(0, 4 + (widthOf(day) - widthOf(name)) / 2)
  return [
    line([run('', '仿宋_GB2312')], { keepNext: true }), line([run(name, '仿宋_GB2312')], { alignment: AlignmentType.RIGHT, indent: { right: Math.round(inset * third) }, keepNext: true }),
    line([run(day, '仿宋_GB2312')], { alignment: AlignmentType.RIGHT, indent: { right: 4 * third }, ...(held ? { keepNext: true } : {}) }),
  ]
}

/** 出席：names, two characters in; what runs on stands under the first name. */
export const namedLine = (label: string, text: string): Paragraph => line([run(`${label}：`, '黑体'), run(text, '仿宋_GB2312')], { indent: { left: third * (3 + label.length), hanging: third * (1 + label.length) } })

/** 0.35 mm at both ends, 0.25 mm between. */
const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 }
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 }

/**
 * 版记 in 四号仿宋, one character in at both sides, at the foot of the page it stands on. Each row is a frame with a place of its own, counted up from
 * the lower edge of the text: LibreOffice knows neither a floating table at the foot nor a frame of two paragraphs. `below` = in the lines below the text.
 */
export function imprint(block: Imprint, below = false): readonly Paragraph[] {
  const width = textWidth(upright)
  const rows = imprintRows(block)
  let y = upright.height - upright.bottom
  const placed = rows.toReversed().map(([row, height], up) => {
    y -= height
    const frame: IFrameOptions = { type: 'absolute', position: { x: upright.left, y }, width, height, rule: HeightRule.EXACT, anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE }, wrap: FrameWrap.AROUND }
    return line([run(`　${row}`, '仿宋_GB2312', size.foot)], {
      spacing: exactly(imprintLine), tabStops: [{ type: TabStopType.RIGHT, position: width - fourth }],
      ...(below ? { keepNext: up > 0 } : { frame }),
      ...(block.printed === undefined ? {} : { border: { top: up === rows.length - 1 ? outer : inner, ...(up === 0 ? { bottom: outer } : {}) } }),
    })
  })
  return below ? [line([], { keepNext: true }), ...placed.toReversed()] : [...placed.toReversed(), line([], { spacing: exactly(20) })]
}

/**
 * Where the 版记 of a document stands: at the foot of the page on which the text ends, or on a page of its own. It belongs to the last side of
 * the paper (GB/T 9704-2012, 7.4: 最后一面), which is an even page. No field of Word asks for that, so the lines are counted here, once as
 * tightly and once as loosely as any program may break them; only where both end on the same page with room to spare does the imprint stay
 * there. In every other case it gets the next even page, which is right whatever the program does with the text. A letter ends on any page: its
 * copies would be a sheet with one line, so there they stand below the signature and never part from it.
 */
import type { Block } from '../../shared/report/block'
import { letterHeadHeight, markSize, upright } from './page-measures'

/** `same` = at the foot of the page on which the text ends; `even` = on the next even page; `below` = right below the text, wherever that ends. */
export type ImprintPlace = 'same' | 'even' | 'below'

/** Twips of the text's height, of a line, of a title's line. */
const full = upright.height - upright.top - upright.bottom
const line = 560
const titleLine = 700
/** 35 mm above the red mark; the red line's distance and thickness. */
const aboveMark = 1984
const redLine = 250

type Way = 'tight' | 'loose'

/** Width in characters; what is not plainly Chinese may be half as wide, or whole. */
const widthOf = (text: string, way: Way): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) >= 0x2e80 ? 1 : way === 'tight' || /[\d .]/u.test(char) ? 0.5 : 1), 0)

/** Lines of `text` where a line takes `room` characters; a loose line leaves out what may not begin or end it. */
function linesOf(text: string, room: number, way: Way, first = 0): number {
  const width = first + widthOf(text, way)
  return Math.max(1, way === 'tight' ? Math.ceil(width / (room + 0.3)) : width <= room - 0.5 ? 1 : Math.ceil(width / (room - 2)))
}

/** Heights that may part between pages, each as one; `hold` = never the last of a page. */
interface Piece { readonly height: number; readonly hold?: true }

const pieces = (count: number, height = line): readonly Piece[] => Array.from({ length: count }, () => ({ height }))
const held = (of: readonly Piece[]): readonly Piece[] => of.map((piece): Piece => ({ ...piece, hold: true }))

/** The pieces of a block in the order of the page; null where nobody counted it. */
function piecesOf(block: Block, way: Way): readonly Piece[] | null {
  switch (block.kind) {
    case 'title': return [...block.text.split('\n').flatMap((part) => pieces(linesOf(part, 20, way), titleLine)), ...pieces(1)]
    case 'recipients': return pieces(linesOf(block.text, 28, way))
    case 'paragraph': return pieces(linesOf(block.text, 28, way, 2))
    case 'h1': case 'h2': return held(pieces(linesOf(block.text, 28, way, 2)))
    case 'named': return pieces(linesOf(block.text, 28 - 3 - block.label.length, way))
    case 'signature': return [...held(pieces(2)), ...pieces(1)]
    case 'redhead': {
      if (block.style === 'letter') return [{ height: Math.max(0, letterHeadHeight(block.mark) - upright.top) }, ...pieces(3)]
      return [{ height: aboveMark }, { height: markSize(block.mark) * 12 }, ...pieces(2 + (block.number === '' ? 0 : 1) + (block.sides === undefined ? 0 : 1)), { height: redLine }, ...pieces(2)]
    }
    default: return null
  }
}

/** Characters of a last paragraph that goes over to the next page with the signature, where that finds no room. */
const shortEnd = 200

const shortParagraph = (block: Block): boolean => block.kind === 'paragraph' && block.text.length <= shortEnd

/** A signature never stands on a page alone (GB/T 9704-2012, 7.3.5.4): the last words of the text go with it. */
export const staysWithSignature = (block: Block, next: Block | undefined): boolean => shortParagraph(block) && next?.kind === 'signature'

/** Nor does an imprint that stands right below the text. */
export const staysWithImprint = (block: Block, next: Block | undefined): boolean => shortParagraph(block) && next?.kind === 'imprint'

/** Some programs take the last line along, some the whole paragraph. */
function withSignature(some: readonly Piece[], way: Way): readonly Piece[] {
  return way === 'loose' ? held(some) : [...some.slice(0, -1), ...held(some.slice(-1))]
}

/** Page and height at which the text ends. */
function fill(all: readonly Piece[]): { readonly page: number; readonly y: number } {
  let page = 1
  let y = 0
  for (const [index, { height }] of all.entries()) {
    // What holds on to the next piece needs room for that too.
    let need = height
    for (let next = index; all[next]?.hold === true && next + 1 < all.length; next += 1) need += all[next + 1]?.height ?? 0
    if (y + need > full) {
      page += 1
      y = 0
    }
    y += height
  }
  return { page, y }
}

export interface ImprintStand {
  readonly place: ImprintPlace
  /** Twips that surely stay free between the text and the imprint at the foot of the same page. */
  readonly free: number
}

/** Where the imprint goes that is `height` twips high and stands below `blocks`; `even` = it belongs on an even page. */
export function imprintPlace(blocks: readonly Block[], height: number, even: boolean): ImprintStand {
  const ends = (['tight', 'loose'] as const).map((way) => {
    const counted = blocks.map((block, index) => {
      const some = piecesOf(block, way)
      return some !== null && staysWithSignature(block, blocks[index + 1]) ? withSignature(some, way) : some
    })
    return counted.includes(null) ? null : fill(counted.flatMap((some) => some ?? []))
  })
  const [tight, loose] = ends
  const elsewhere: ImprintStand = { place: even ? 'even' : 'below', free: 0 }
  if (!tight || !loose || tight.page !== loose.page || (even && loose.page % 2 === 1)) return elsewhere
  const free = full - loose.y - height
  // A line stays free between the text and the imprint.
  return free >= line ? { place: 'same', free } : elsewhere
}

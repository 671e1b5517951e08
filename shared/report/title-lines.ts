/** Where a long title is parted: between words, in lines of about the same length (GB/T 9704: 梯形或菱形). Pure. */

/** Characters of 22 points on a line. */
export const titleHolds = 20

const full = /[\u2e80-\uffff]/u
/** Half a character for what is written in half. */
export const titleWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (full.test(sign) ? 1 : 0.5), 0)

/** Names that stay in one piece where the lines allow it: 人民代表大会, what stands in marks. */
const names = /人民代表大会|[“《（][^”》）]*[”》）]/gu

const opens = /[“‘（《〈「第·]$/u
const closes = /^[”’）》〉」、，。；：！？的之了届次号年月日·]/u

interface Cut { readonly at: number; readonly cost: number }

/** Places between words, each with how little it is liked: a word of one sign is left alone at neither side, a name stays whole. */
function cutsOf(text: string, near: number): readonly Cut[] {
  const whole = [...text.matchAll(names)].map(({ index, 0: name }) => ({ from: index, to: index + name.length }))
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
  return words.slice(1).flatMap(({ segment, index }, at): readonly Cut[] => {
    const before = words[at]?.segment ?? ''
    if (opens.test(text.slice(0, index)) || closes.test(segment) || (/\w$/u.test(before) && /^\w/u.test(segment))) return []
    const lone = (segment.length === 1 ? 1 : 0) + (before.length === 1 && before !== '的' ? 1 : 0)
    return [{ at: index, cost: Math.abs(titleWidth(text.slice(0, index)) - near) + 1.5 * lone + (whole.some(({ from, to }) => index > from && index < to) ? 4 : 0) }]
  })
}

/** A title in as few lines as hold it, parted between words, none much longer than the others. */
export function balancedTitle(text: string): string {
  const width = titleWidth(text)
  if (width <= titleHolds) return text
  const lines = Math.ceil(width / titleHolds)
  const best = [...cutsOf(text, width / lines)].sort((a, b) => a.cost - b.cost).find(({ at }) => titleWidth(text.slice(0, at)) <= titleHolds)
  return best === undefined ? text : `${text.slice(0, best.at)}\n${balancedTitle(text.slice(best.at))}`
}

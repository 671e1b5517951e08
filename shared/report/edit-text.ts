/**
 * What a person writes into the report. The window shows numbers as plain digits; what was typed is compared with what was shown, and every
 * number that was left standing stays a slot, so that it lives on with the records. Everything else is the person's own. Pure.
 */
import type { FigureUse } from './block'

interface Shown {
  readonly text: string
  readonly figures?: readonly FigureUse[]
}

/** The slot of a use: `{B5.03/会议}`, `{B5.10%}`. */
export const slotOf = ({ indicator, part, rate }: FigureUse): string => `{${indicator}${part === undefined ? '' : `/${part}`}${rate === true ? '%' : ''}}`

/** The text with its numbers as slots. */
export function withSlots({ text, figures = [] }: Shown): string {
  let out = ''
  let from = 0
  for (const use of [...figures].sort((a, b) => a.at - b.at)) {
    out += text.slice(from, use.at) + slotOf(use)
    from = use.at + use.length
  }
  return out + text.slice(from)
}

/** Beyond this the middle of a text is not compared letter by letter. */
const mostCells = 4_000_000

/** For every letter of `before` its place in `after`, -1 where it is gone: the longest common subsequence between the common ends. */
function placesIn(before: string, after: string): Int32Array {
  const places = new Int32Array(before.length).fill(-1)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) {
    places[head] = head
    head += 1
  }
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    places[before.length - 1 - tail] = after.length - 1 - tail
    tail += 1
  }
  const rows = before.length - head - tail
  const columns = after.length - head - tail
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return places
  const width = columns + 1
  const longest = new Uint16Array((rows + 1) * width)
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      longest[row * width + column] = before[head + row] === after[head + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (before[head + row] === after[head + column]) {
      places[head + row] = head + column
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return places
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && /[0-9.]/u.test(letter)

/** What was typed, numbers that were left standing as slots. Braces that a person types are kept as full-width ones. */
export function keepSlots(shown: Shown, typed: string): string {
  const after = typed.replaceAll('{', '｛').replaceAll('}', '｝')
  const places = placesIn(shown.text, after)
  const kept = (shown.figures ?? []).flatMap((use): readonly FigureUse[] => {
    const start = places[use.at] ?? -1
    const whole = start >= 0 && Array.from({ length: use.length }, (_, index) => places[use.at + index]).every((place, index) => place === start + index)
    // 52 that became 152 or 520 is another number.
    return whole && !isDigit(after[start - 1]) && !isDigit(after[start + use.length]) ? [{ ...use, at: start }] : []
  })
  return withSlots({ text: after, figures: kept })
}

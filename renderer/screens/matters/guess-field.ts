/** Which category a voter's words speak of, by the words of the code table itself. Pure. */
import { codeTables } from '../../../shared/codes'

const shortest = 2

interface Hit {
  readonly code: string
  readonly at: number
  readonly length: number
}

/** The code of `field` whose word stands in the text, the longest and then the first one; null where none does. */
export function guessField(text: string): string | null {
  const hits = codeTables.field.entries.flatMap(({ code, label, aliases }): readonly Hit[] =>
    [label, ...aliases].filter((word) => word.length >= shortest && text.includes(word)).map((word) => ({ code, at: text.indexOf(word), length: word.length })))
  return [...hits].sort((a, b) => b.length - a.length || a.at - b.at)[0]?.code ?? null
}

/** A column of names, pasted from a sheet, matched with people (or any named records). */
import { normaliseName, parseName } from '../../shared/parse/name'

export interface Named {
  readonly id: string
  readonly title: string
  readonly note: string
}

export interface MatchedNames {
  /** Ids in the order of the sheet, each once. */
  readonly ids: readonly string[]
  /** Names that stand in the sheet more than once and count once. */
  readonly again: readonly string[]
  /** Names that nobody has. */
  readonly unknown: readonly string[]
  /** Names that several have: a person must choose. */
  readonly namesakes: readonly { readonly name: string; readonly candidates: readonly Named[] }[]
  /** Behind which names of a signed sheet it says that they did not come: the name as written, and the word. */
  readonly away: Readonly<Record<string, string>>
}

const awayWord = /^(请假|事假|病假|公假|公务|公差|缺席|旷会|未到|没到|未出席|没来)$/u

/** Lines, tabs, commas and 、 part the names; numbers and headings such as 姓名 and 序号 are passed over. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/[\n\r\t,，、;；]+/u)
    .map((cell) => parseName(cell))
    .filter((read) => read.problem === undefined && !awayWord.test(read.value) && !/^(姓名|序号|代表姓名|名单|备注)$/u.test(read.value))
    .map((read) => read.value)
}

/** 方志强 → 请假, from a line that reads “方志强　请假” or “方志强（请假）”: the word belongs to the name before it. */
function awayIn(text: string): Readonly<Record<string, string>> {
  const away: Record<string, string> = {}
  for (const line of text.split(/[\n\r]+/u)) {
    let name: string | undefined
    for (const cell of line.split(/[\t,，、;；]+/u)) {
      const read = parseName(cell)
      if (awayWord.test(read.value)) {
        if (name !== undefined) away[name] = read.value
      } else if (read.problem === undefined) {
        name = normaliseName(read.value)
        const note = read.notes.find((one) => awayWord.test(one))
        if (note !== undefined) away[name] = note
      }
    }
  }
  return away
}

export function matchNames(text: string, people: readonly Named[]): MatchedNames {
  const byName = new Map<string, Named[]>()
  for (const one of people) {
    const name = normaliseName(one.title)
    byName.set(name, [...(byName.get(name) ?? []), one])
  }
  const ids = new Set<string>()
  const [again, unknown] = [new Set<string>(), new Set<string>()]
  const namesakes = new Map<string, readonly Named[]>()
  for (const name of splitNames(text)) {
    const found = byName.get(normaliseName(name)) ?? []
    const only = found[0]
    if (only === undefined) unknown.add(name)
    else if (found.length > 1) namesakes.set(name, found)
    else if (ids.has(only.id)) again.add(name)
    else ids.add(only.id)
  }
  return { ids: [...ids], again: [...again], unknown: [...unknown], namesakes: [...namesakes].map(([name, candidates]) => ({ name, candidates })), away: awayIn(text) }
}

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
  /** Names that nobody has. */
  readonly unknown: readonly string[]
  /** Names that several have: a person must choose. */
  readonly namesakes: readonly { readonly name: string; readonly candidates: readonly Named[] }[]
}

/** Lines, tabs, commas and 、 part the names; numbers and headings such as 姓名 and 序号 are passed over. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/[\n\r\t,，、;；]+/u)
    .map((cell) => parseName(cell))
    .filter((read) => read.problem === undefined && !/^(姓名|序号|代表姓名|名单|备注)$/u.test(read.value))
    .map((read) => read.value)
}

export function matchNames(text: string, people: readonly Named[]): MatchedNames {
  const byName = new Map<string, Named[]>()
  for (const one of people) {
    const name = normaliseName(one.title)
    byName.set(name, [...(byName.get(name) ?? []), one])
  }
  const ids = new Set<string>()
  const unknown = new Set<string>()
  const namesakes = new Map<string, readonly Named[]>()
  for (const name of splitNames(text)) {
    const found = byName.get(normaliseName(name)) ?? []
    const only = found[0]
    if (only === undefined) unknown.add(name)
    else if (found.length > 1) namesakes.set(name, found)
    else ids.add(only.id)
  }
  return { ids: [...ids], unknown: [...unknown], namesakes: [...namesakes].map(([name, candidates]) => ({ name, candidates })) }
}

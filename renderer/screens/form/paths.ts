/** Everything that a cell may be pointed at, by name. Pure. */
import type { Figure } from '../../../shared/measures/indicator'
import { nameOfPart } from '../../../shared/indicators/part-units'
import { recordPaths } from '../../../shared/report/form-records'
import { headPaths } from '../../../shared/report/county-form'

export interface PathChoice {
  readonly path: string
  readonly name: string
}

export function pathChoices(figures: readonly Figure[]): readonly PathChoice[] {
  return [
    ...figures.filter(({ id }) => !id.startsWith('B10.')).flatMap((figure): readonly PathChoice[] => [
      { path: figure.id, name: figure.name }, ...(figure.rate === null ? [] : [{ path: `${figure.id}%`, name: `${figure.name}（率）` }]),
      ...(figure.id === 'B5.30' ? [] : figure.parts.map((part) => ({ path: `${figure.id}/${part.key}`, name: `${figure.name}：${nameOfPart(part.name)}` }))),
    ]),
    ...Object.entries(headPaths).map(([path, name]) => ({ path, name })), ...recordPaths(),
  ]
}

/** Names that hold every letter of what was typed, in order; those that begin with it first, then the shortest. */
export function findPaths(choices: readonly PathChoice[], typed: string, most: number): readonly PathChoice[] {
  const letters = [...typed.replaceAll(/\s/gu, '')]
  const holds = (name: string): boolean => {
    let from = 0
    for (const letter of letters) {
      const at = name.indexOf(letter, from)
      if (at < 0) return false
      from = at + letter.length
    }
    return true
  }
  const word = letters.join('')
  const rank = (name: string): number => (name.startsWith(word) ? 0 : name.includes(word) ? 1 : 2)
  return choices.filter(({ name, path }) => holds(name) || path.startsWith(typed.trim())).sort((a, b) => (word === '' ? 0 : rank(a.name) - rank(b.name) || a.name.length - b.name.length)).slice(0, most)
}

import { describe, expect, it } from 'vitest'
import { figures } from '../../shared/indicators'
import { annualSections, suggestionSections, suggestionWeakPoints, weakPoints } from '../../shared/report/annual-templates'
import { inOwnWords, wordOfTown } from '../../shared/report/own-words'
import type { Template } from '../../shared/report/sentence'
import { town } from '../support/build'

const templates: readonly Template[] = [
  ...Object.values(annualSections).flatMap((section) => section.paragraphs.flat()), ...suggestionSections.flatMap((section) => section.paragraphs.flat()), ...weakPoints, ...suggestionWeakPoints,
]
const words = templates.map((template) => (typeof template === 'string' ? template : template.say))
const slot = /\{(B\d+\.\d+)(?:\/([^}%]+))?(%)?\}/gu

describe('the templates of the reports', () => {
  it('name only figures and parts that there are', () => {
    const known = new Map(figures(town().question('2026')).map((figure) => [figure.id, figure]))
    const unknown = [...words, ...templates.flatMap((template) => (typeof template === 'string' ? [] : [`{${template.when.figure}}`]))]
      .flatMap((text) => [...text.matchAll(slot)])
      .filter(([, id = '', part]) => !known.has(id) || (part !== undefined && !known.get(id)?.parts.some((one) => one.key === part)))
      .map(([path]) => path)
    expect(unknown).toEqual([])
  })

  it('print outside of clauses only one figure that may be zero, so that none is ever 0', () => {
    const more = words.filter((text) => [...text.replaceAll(/\[[^\]]*\]/gu, '').matchAll(slot)].filter(([, id]) => id !== 'B1.04').length > 1)
    expect(more).toEqual([])
  })

  it('put every rate into a clause of its own or at the head, as a rate over nothing is no number', () => {
    const loose = words.filter((text) => [...text.replaceAll(/\[[^\]]*\]/gu, '').matchAll(slot)].some(([, , , rate], index) => rate === '%' && index > 0))
    expect(loose).toEqual([])
  })

  it('speak of a 乡 in its own word', () => {
    expect(wordOfTown('石桥乡')).toBe('乡')
    expect(wordOfTown('马头羌族乡')).toBe('乡')
    expect(wordOfTown('青禾镇')).toBe('镇')
    expect(inOwnWords('在镇党委领导下，全镇人民，镇人大代表，城镇建设，镇人民政府', '乡')).toBe('在乡党委领导下，全乡人民，乡人大代表，城镇建设，乡人民政府')
  })
})

import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles, importGraph, sources, textOfSource } from './imports'

/** The layers that design.md draws: each of electron's folders, and the other two sides whole. */
const layerOf = (file: string): string => {
  const [side = '', folder = ''] = file.split(path.sep)
  return side === 'electron' ? `electron/${folder}` : side
}

describe('The code for whoever comes next', () => {
  test('no file is loaded in a circle', () => {
    expect(cycles(importGraph())).toEqual([])
  })

  test('no two layers load each other', () => {
    const layers = new Map<string, Set<string>>()
    for (const [file, to] of importGraph()) {
      const from = layerOf(file)
      const known = layers.get(from) ?? new Set<string>()
      for (const one of to.map(layerOf)) if (one !== from) known.add(one)
      layers.set(from, known)
    }
    expect(cycles(new Map([...layers].map(([from, to]) => [from, [...to]])))).toEqual([])
  })

  test('no file is longer than three hundred lines without saying at its head why', () => {
    const long = sources().filter((file) => /\.(tsx?|css)$/.test(file)).filter((file) => {
      const text = textOfSource(file)
      return text.split('\n').length > 301 && !/one file because/i.test(text.slice(0, 600))
    })
    expect(long).toEqual([])
  })
})

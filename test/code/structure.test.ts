import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles, importGraph, sources, textOfSource } from './imports'

/** The layers that design.md draws: each of electron's folders, and the other two sides whole. */
const layerOf = (file: string): string => {
  const [side = '', folder = ''] = file.split(path.sep)
  return side === 'electron' ? `electron/${folder}` : side
}

/** Folders of a layer; what stands between the folders, a registry or a door, counts by itself, and so does every screen. */
function folderOf(file: string): string {
  const parts = file.split(path.sep)
  const depth = parts[0] === 'renderer' && parts[1] === 'screens' ? 3 : 2
  return parts.length <= depth ? file : parts.slice(0, depth).join('/')
}

/** Who loads whom, by a name for each file. */
function graphBy(nameOf: (file: string) => string): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, Set<string>>()
  for (const [file, to] of importGraph()) {
    const known = graph.get(nameOf(file)) ?? new Set<string>()
    for (const one of to.map(nameOf)) if (one !== nameOf(file)) known.add(one)
    graph.set(nameOf(file), known)
  }
  return new Map([...graph].map(([from, to]) => [from, [...to]]))
}

describe('The code for whoever comes next', () => {
  test('no file is loaded in a circle', () => {
    expect(cycles(importGraph())).toEqual([])
  })

  test('no two layers load each other', () => {
    expect(cycles(graphBy(layerOf))).toEqual([])
  })

  test('no two folders load each other', () => {
    expect(cycles(graphBy(folderOf))).toEqual([])
  })

  test('no file is longer than three hundred lines without saying at its head why', () => {
    const long = sources().filter((file) => /\.(tsx?|css)$/.test(file)).filter((file) => {
      const text = textOfSource(file)
      return text.split('\n').length > 301 && !/one file because/i.test(text.slice(0, 600))
    })
    expect(long).toEqual([])
  })
})

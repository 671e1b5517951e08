import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const sourcesIn = (folder: string): readonly string[] => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.includes('QuickCard')).map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8'))

// A word of the level stands as it does in a county's window.
const sources = ['renderer', 'shared'].flatMap(sourcesIn).join('\n').replaceAll('${level.one}', '镇').replaceAll('${theirs}', '镇里').replaceAll('${level.each}', '各镇').replaceAll('${level.unit}', '乡镇')
const pages = ['resources/help', 'resources'].flatMap((folder) => fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name)))
const told = [...pages, 'renderer/screens/help/QuickCard.tsx'].map((name) => ({ name, text: fs.readFileSync(path.join(root, name), 'utf8') }))

test('what the help tells one to press or to look for stands in the window by these words', () => {
  const missing = told.flatMap(({ name, text }) => [...text.matchAll(/“([^”]+)”/gu)].map(([, words = '']) => words).filter((words) => !sources.includes(words)).map((words) => `${name}: ${words}`))
  expect(missing).toEqual([])
})

import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const { ways, without } = (await import(path.join(root, 'scripts/gallery-ways.mjs'))) as { readonly ways: readonly { readonly of: string }[]; readonly without: Readonly<Record<string, string>> }
const renderer = path.join(root, 'renderer')
const drawing = fs.readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && /<(?:Dialog|Drawer)[\s>]/u.test(fs.readFileSync(path.join(renderer, name), 'utf8')))
  .map((name) => name.replaceAll(path.sep, '/').replace(/\.tsx$/u, ''))

test('the gallery opens every dialog and side sheet of the window, or says why it cannot', () => {
  const told = [...new Set([...ways.map((way) => way.of), ...Object.keys(without)])]
  // A new one is one more line in scripts/gallery-ways.mjs.
  expect(told.toSorted()).toEqual(drawing.toSorted())
})

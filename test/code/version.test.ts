import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { version } from '../../shared/version'

const read = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')

test('package.json, the program and the first entry of what is new name one version', () => {
  expect((JSON.parse(read('package.json')) as { readonly version: string }).version).toBe(version)
  expect(/^## (\S+)/mu.exec(read('resources/changelog.md'))?.[1]).toBe(version)
})

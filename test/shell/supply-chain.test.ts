import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
interface Locked {
  readonly integrity?: string
  readonly link?: boolean
  readonly resolved?: string
}

interface Licence {
  readonly name: string
  readonly licence: string
}

// A build script without types of its own.
const book = (await import(join(root, 'scripts/licences.mjs'))) as { readonly SHIPPED: readonly string[]; readonly licences: () => readonly Licence[]; readonly installScripts: () => readonly string[]; readonly LEFT_OUT: readonly string[] }

const sources = (folder: string): readonly string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name)).map((name) => readFileSync(join(root, folder, name), 'utf8'))

test('every package is pinned, locked with its digest, from the registry, and none runs a script that nobody knows', () => {
  const { dependencies, devDependencies } = json('package.json') as { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> }
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/u.test(version))).toEqual([])
  const { packages } = json('package-lock.json') as { readonly packages: Record<string, Locked> }
  const others = Object.entries(packages).filter(([place]) => place !== '')
  expect(others.filter(([, one]) => !one.integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([])
  expect(others.filter(([, one]) => one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/')).map(([place]) => place)).toEqual([])
  expect(book.installScripts()).toEqual(['electron', 'electron-winstaller'])
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/mu)
})

test('what is listed in the application is what its code loads, each with a licence that may travel', () => {
  const words = ['electron', 'renderer', 'shared'].flatMap(sources).flatMap((text) => [...text.matchAll(/^import [^'\n]*'([^.'\n][^'\n]*)'|import\('([^.'\n]+)'\)/gmu)].map(([, name, late]) => name ?? late ?? ''))
  const loaded = new Set(words.filter((name) => !name.startsWith('node:') && name !== 'electron').map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')))
  expect([...loaded].filter((name) => !book.SHIPPED.includes(name))).toEqual([])
  const list = book.licences()
  expect(list.length).toBeGreaterThan(100)
  expect(list.filter((one) => !/^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|OFL-1\.1)\b/u.test(one.licence)).map((one) => one.name)).toEqual([])
  expect(list.filter((one) => [...book.LEFT_OUT, 'buffers', 'binary', 'chainsaw'].includes(one.name))).toEqual([])
})

test('the installed application runs nothing but its own archive: no Node, no inspector, no file privileges', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const fuses = Object.fromEntries([...config.matchAll(/^ {2}(\w+): (true|false)$/gmu)].map(([, name, on]) => [name, on === 'true']))
  expect(fuses).toMatchObject({
    runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, onlyLoadAppFromAsar: true, enableEmbeddedAsarIntegrityValidation: true, grantFileProtocolExtraPrivileges: false,
  })
})

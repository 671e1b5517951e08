/** Runs in Electron's runtime: opens the package that Node wrote and writes one that Node opens. Arguments: a JSON file with the keys, a folder. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Realm } from './packages'
import { bytesOf, open, trustOf, upParts } from './packages'
import { version } from './versions'

const [keys = '', folder = ''] = process.argv.slice(2)
const realm = JSON.parse(readFileSync(keys, 'utf8')) as Realm
const read = await open(readFileSync(join(folder, 'from-node.zpk')), trustOf(realm, 'county'), realm.county.keys)
writeFileSync(join(folder, 'from-electron.zpk'), await bytesOf(upParts(realm, [version({ n: 2, data: { title: '来自Electron' } })])))
process.stdout.write(JSON.stringify({ electron: process.versions['electron'] ?? null, code: read.code, titles: read.read.map((x) => x.ok && x.version.data) }))

// node schema-of.mjs DIR PASSWORD [NUMBER]: prints the schema number of a closed store, and sets another. Outside of the product's code, because
// the runner of these tests cannot load the SQLite addon.
import { createDecipheriv, scryptSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

const [dir, password, to] = process.argv.slice(2)
const { slots } = JSON.parse(readFileSync(path.join(dir, 'key.json'), 'utf8'))
const slot = slots.find((one) => one.kind === 'password')
const bytes = (text) => Buffer.from(text, 'base64')
const decipher = createDecipheriv('aes-256-gcm', scryptSync(password, bytes(slot.salt), 32, { N: slot.n, r: slot.r, p: slot.p, maxmem: 2 ** 30 }), bytes(slot.iv))
decipher.setAAD(Buffer.from('zhen-key/1|password'))
decipher.setAuthTag(bytes(slot.tag))
const key = Buffer.concat([decipher.update(bytes(slot.key)), decipher.final()])
const raw = new Database(path.join(dir, 'data.db'))
raw.pragma("cipher = 'sqlcipher'")
raw.pragma('legacy = 4')
raw.pragma(`key = "x'${key.toString('hex')}'"`)
process.stdout.write(String(raw.pragma('user_version', { simple: true })))
if (to !== undefined) raw.pragma(`user_version = ${Number(to)}`)
raw.close()

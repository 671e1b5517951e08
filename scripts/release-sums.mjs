// Check sums of what is handed out, and whether it has kept its size.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Largest file that is handed out, in bytes: what an old stick and an old computer take without a thought. Electron itself is about 100 MB packed. */
export const budget = 160 * 1024 * 1024

/** Names of what is handed out. */
export const handedOutName = /\.(exe|zip|deb|AppImage|tar\.gz)$/u

/** One line as `sha256sum` writes it. */
export const sumLine = (folder, name) => `${crypto.createHash('sha256').update(fs.readFileSync(path.join(folder, name))).digest('hex')}  ${name}`

/** Writes SHA256SUMS beside the files, in the form of `sha256sum -c`; throws where one is over the budget. */
export function sums(folder) {
  const files = fs.readdirSync(folder).filter((name) => handedOutName.test(name)).sort()
  const lines = files.map((name) => sumLine(folder, name))
  fs.writeFileSync(path.join(folder, 'SHA256SUMS'), lines.length === 0 ? '' : `${lines.join('\n')}\n`)
  for (const name of files) {
    const { size } = fs.statSync(path.join(folder, name))
    console.log(`${(size / 1024 / 1024).toFixed(1)} MB  ${name}`)
    if (size > budget) throw new Error(`${name} is larger than ${budget / 1024 / 1024} MB`)
  }
}

import path from 'node:path'

if (import.meta.dirname === undefined) {
  console.error(`需要 Node.js 20.18 或更新的版本，这里是 ${process.version}。/ Node.js 20.18 or newer is needed.`)
  process.exit(1)
}

/** The checkout's root folder. */
export const root = path.resolve(import.meta.dirname, '..')

// `npm run --silent cli -- COMMAND …`: sets up and builds what is missing, then runs the command in this process.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bootstrap } from './bootstrap.mjs'
import { build } from './build.mjs'
import { root } from './paths.mjs'

await bootstrap({ window: false })
await build(['cli'])

const cli = path.join(root, 'dist/cli/cli.js')
process.argv = [process.execPath, cli, ...process.argv.slice(2)]
await import(pathToFileURL(cli).href)

// What Electron starts when it is given a folder: it loads that folder's main module. An ES module with a top-level
// await, so that 'ready' waits for the application's own main module, as it does in the packaged application.
import { app } from 'electron'
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const preloaded = []
let folder = '.'
const argv = process.argv.slice(1)
for (let i = 0; i < argv.length; i += 1) {
  if (argv[i] === '-r' || argv[i] === '--require') {
    i += 1
    preloaded.push(argv[i])
  } else if (!argv[i].startsWith('-')) {
    folder = argv[i]
    break
  }
}
// Playwright hooks itself in by -r.
if (preloaded.length > 0) Module._preloadModules(preloaded)

const home = path.resolve(folder)
const about = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
app.setAppPath(home)
try {
  await import(pathToFileURL(path.join(home, about.main)).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}

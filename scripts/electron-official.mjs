import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

/** The Electron version that releases are built with: `electronVersion` of electron-builder.yml. */
export function shippedVersion() {
  const config = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  const found = /^electronVersion: *(\S+)$/m.exec(config)
  if (found === null) throw new Error('electron-builder.yml names no electronVersion')
  return found[1]
}

/** Downloads the official Electron (checked against its published SHA-256) and unpacks it into `folder`/official. */
export async function downloadRuntime(version, folder) {
  const { downloadArtifact } = await import('@electron/get')
  const { default: extract } = await import('extract-zip')
  const zip = await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
  })
  const unpacked = path.join(folder, 'official')
  await extract(zip, { dir: unpacked })
  return unpacked
}

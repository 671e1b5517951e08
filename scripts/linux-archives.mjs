// .tar.gz and .deb of an unpacked Linux folder, with the system's own tar and dpkg-deb: no download, and the same bytes from the same folder.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './paths.mjs'

const { version, description } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

/** The time of the commit that is packed stands on every file. */
function epoch() {
  return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim()
}

const desktop = `[Desktop Entry]
Name=镇人大工作台
Comment=镇人大主席团离线工作台
Exec=/opt/zhen-renda/zhen-renda %F
Icon=zhen-renda
Type=Application
Categories=Office;
MimeType=application/x-zhen-package;
StartupWMClass=zhen-renda
`

const mime = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-zhen-package"><comment>镇人大上报包</comment><glob pattern="*.zpk"/></mime-type>
</mime-info>
`

// Chromium's sandbox needs unprivileged user namespaces, or its helper with the right of root where the system forbids them.
const afterInstall = `#!/bin/sh
set -e
if ! unshare --user true 2>/dev/null || [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null)" = 1 ]; then
  chmod 4755 /opt/zhen-renda/chrome-sandbox
fi
update-desktop-database -q 2>/dev/null || true
update-mime-database /usr/share/mime 2>/dev/null || true
`

const afterRemove = `#!/bin/sh
set -e
echo "软件已卸载。记录没有删，还在各人的 ~/.config/zhen-renda；重新安装后输入原来的密码就能打开。"
`

/** Writes `zhen-renda-VERSION-ARCH.tar.gz` and `zhen-renda_VERSION_ARCH.deb` into `out`. */
export function linuxArchives(folder, out, arch) {
  const time = epoch()
  const env = { ...process.env, SOURCE_DATE_EPOCH: time }
  const name = `zhen-renda-${version}`
  const tarball = path.join(out, `${name}-${arch === 'amd64' ? 'x64' : arch}.tar.gz`)
  const tar = ['--sort=name', `--mtime=@${time}`, '--owner=0', '--group=0', '--numeric-owner', `--transform=s,^\\.,${name},`, '-C', folder, '-cf', '-', '.']
  execFileSync('sh', ['-c', 'tar "$@" | gzip -9n > "$0"', tarball, ...tar], { env, stdio: ['ignore', 'inherit', 'inherit'] })

  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'zhen-deb-'))
  fs.chmodSync(place, 0o755)
  const write = (file, text, mode = 0o644) => {
    fs.mkdirSync(path.join(place, path.dirname(file)), { recursive: true })
    fs.writeFileSync(path.join(place, file), text, { mode })
  }
  fs.cpSync(folder, path.join(place, 'opt/zhen-renda'), { recursive: true })
  write('usr/share/applications/zhen-renda.desktop', desktop)
  write('usr/share/mime/packages/zhen-renda.xml', mime)
  fs.mkdirSync(path.join(place, 'usr/share/icons/hicolor/512x512/apps'), { recursive: true })
  fs.copyFileSync(path.join(root, 'resources/build/icon.png'), path.join(place, 'usr/share/icons/hicolor/512x512/apps/zhen-renda.png'))
  const depends = 'libgtk-3-0, libnotify4, libnss3, libxss1, libxtst6, xdg-utils, libatspi2.0-0, libuuid1, libasound2 | libasound2t64'
  write('DEBIAN/control', `Package: zhen-renda\nVersion: ${version}\nArchitecture: ${arch}\nMaintainer: zhen-renda contributors <zhen-renda@users.noreply.github.com>\nSection: editors\nPriority: optional\nDepends: ${depends}\nDescription: ${description}\n`)
  write('DEBIAN/postinst', afterInstall, 0o755)
  write('DEBIAN/postrm', afterRemove, 0o755)
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', place, path.join(out, `zhen-renda_${version}_${arch}.deb`)], { env, stdio: 'inherit' })
  fs.rmSync(place, { recursive: true })
}

// What a release consists of, and what of it lies there: the pure part of scripts/release.mjs.

/** Every file that is handed out, by the ending of its name; electron-builder.yml names the same targets. */
export const handedOut = [
  { platform: 'win', what: 'Windows x64 安装程序（NSIS）', file: /[ -]Setup[ -].*\.exe$|-x64\.exe$/u, needs: 'NSIS 和 Windows 版 Electron，要联网取' },
  { platform: 'win', what: 'Windows x64 免安装（zip）', file: /-win(-x64)?\.zip$/u, needs: 'Windows 版 Electron，要联网取' },
  { platform: 'linux', what: 'Linux x64 deb', file: /[_-](amd64|x64)\.deb$/u, needs: 'Electron，要联网取' },
  { platform: 'linux', what: 'Linux arm64 deb', file: /[_-]arm64\.deb$/u, needs: 'arm64 版 Electron，要联网取' },
  { platform: 'linux', what: 'Linux x64 AppImage', file: /(?<!arm64)\.AppImage$/u, needs: 'AppImage 工具，要联网取' },
  { platform: 'linux', what: 'Linux arm64 AppImage', file: /-arm64\.AppImage$/u, needs: 'AppImage 工具和 arm64 版 Electron，要联网取' },
  { platform: 'linux', what: 'Linux x64 tar.gz', file: /(?<!arm64)\.tar\.gz$/u, needs: 'Electron，要联网取' },
  { platform: 'linux', what: 'Linux arm64 tar.gz', file: /-arm64\.tar\.gz$/u, needs: 'arm64 版 Electron，要联网取' },
]

/** One line for each file of the wanted platforms, and how many of them are missing. */
export function tally(names, platforms) {
  const rows = handedOut.filter(({ platform }) => platforms.includes(platform)).map((one) => ({ ...one, made: names.find((name) => one.file.test(name)) ?? null }))
  return {
    lines: rows.map(({ what, made, needs }) => (made === null ? `没有做 not made  ${what}：${needs}` : `做好了 made      ${what}：${made}`)),
    missing: rows.filter(({ made }) => made === null).length,
    made: rows.filter(({ made }) => made !== null).length,
  }
}

/** What is wrong with the number, the list of changes, or the state of the sources; '' where nothing is. */
export function unready({ version, changelog, dirty, tags }) {
  if (/^## (\S+)/mu.exec(changelog)?.[1] !== version) return `resources/changelog.md 的第一条不是 ${version} does not begin with ${version}`
  if (!/^## \S+\n+- /mu.test(changelog)) return `resources/changelog.md 的 ${version} 没有内容 says nothing`
  if (dirty) return '有没提交的改动 there are changes that are not committed'
  return tags.includes(`v${version}`) ? '' : `提交上没有标签 v${version} the commit has no tag v${version}`
}

/** Why the advisories are not known, in words; '' where they are. */
export function unasked(stdout) {
  const report = stdout.startsWith('{') ? JSON.parse(stdout) : null
  if (report?.metadata !== undefined) return ''
  const said = [report?.error?.summary, report?.message].find((text) => typeof text === 'string' && text !== '')
  return said ?? '没有网络 no network'
}

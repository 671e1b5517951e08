import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

interface Words {
  readonly handedOut: readonly { readonly platform: string; readonly what: string }[]
  readonly tally: (names: readonly string[], platforms: readonly string[]) => { readonly lines: readonly string[]; readonly missing: number; readonly made: number }
  readonly unready: (state: { readonly version: string; readonly changelog: string; readonly dirty: boolean; readonly tags: readonly string[] }) => string
  readonly unasked: (stdout: string) => string
}

const root = path.resolve(import.meta.dirname, '../..')
const { handedOut, tally, unready, unasked } = (await import(path.join(root, 'scripts/release-words.mjs'))) as Words

test('every target of the packer is told: made by its name, or not made and why', () => {
  const whole = ['镇人大工作台 Setup 0.1.0.exe', '镇人大工作台-0.1.0-win.zip', 'zhen-renda_0.1.0_amd64.deb', 'zhen-renda_0.1.0_arm64.deb', '镇人大工作台-0.1.0.AppImage', '镇人大工作台-0.1.0-arm64.AppImage', 'zhen-renda-0.1.0.tar.gz', 'zhen-renda-0.1.0-arm64.tar.gz']
  expect(tally(whole, ['win', 'linux'])).toMatchObject({ missing: 0, made: 8 })
  const trial = tally(['zhen-renda-0.1.0-x64.tar.gz', 'zhen-renda_0.1.0_amd64.deb', 'linux-unpacked', 'SHA256SUMS'], ['win', 'linux'])
  expect([trial.made, trial.missing, trial.lines.filter((line) => line.includes('要联网取')).length]).toEqual([2, 6, 6])
  expect(tally([], ['win'])).toMatchObject({ missing: 2, made: 0 })
  // As many as electron-builder.yml names: target and architecture.
  const targets = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8').matchAll(/arch: \[([^\]]+)\]/gu)
  expect(handedOut).toHaveLength([...targets].flatMap(([, list = '']) => list.split(',')).length)
})

test('a release is not begun from sources that are not committed, not tagged, or without a word on what is new', () => {
  const state = { version: '0.2.0', changelog: '# 新版本有什么\n\n## 0.2.0\n\n- 好了\n', dirty: false, tags: ['v0.2.0'] }
  expect(unready(state)).toBe('')
  expect([unready({ ...state, version: '0.3.0' }), unready({ ...state, changelog: '## 0.2.0\n' }), unready({ ...state, dirty: true }), unready({ ...state, tags: [''] })].map((text) => text.split(' ')[0]))
    .toEqual(['resources/changelog.md', 'resources/changelog.md', '有没提交的改动', '提交上没有标签'])
})

test('advisories that could not be asked for are said with the reason, whatever the registry answers', () => {
  expect(unasked('{"metadata":{},"vulnerabilities":{}}')).toBe('')
  expect([unasked(''), unasked('{"error":{"summary":""},"message":"405 Method Not Allowed"}'), unasked('{"error":{"summary":"no such host"}}')]).toEqual(['没有网络 no network', '405 Method Not Allowed', 'no such host'])
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { handedFile } from '../../electron/shell/handed-file'

test('a package opened from the stick is found among the arguments; switches, folders and other files are not', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhen-handed-'))
  onTestFinished(() => { rmSync(dir, { recursive: true }) })
  writeFileSync(path.join(dir, '青禾镇 上报.ZPK'), 'x')
  mkdirSync(path.join(dir, 'folder.zpk'))
  expect(handedFile(['zhen-renda', '--no-sandbox', '青禾镇 上报.ZPK'], dir)).toBe(path.join(dir, '青禾镇 上报.ZPK'))
  expect(handedFile(['zhen-renda', '--file=青禾镇 上报.ZPK', 'folder.zpk', 'gone.zpk', 'roster.xlsx'], dir)).toBeNull()
})

/** Folders where a stick should be: what was meant for it must not land on the computer's own disk under its name. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isStickGone, makeFolder, watchPlace } from '../../electron/store/make-folder'
import { smallDisk, whyNoSmallDisk } from '../faults/small-disk'

function media(): string {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-media-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
  return dir
}

test('where a stick was pulled out its place is known: no name of that kind, or an empty folder that was left behind', () => {
  const root = media()
  mkdirSync(join(root, 'zhou', '旧盘'), { recursive: true })
  mkdirSync(join(root, 'zhou', '共享'))
  writeFileSync(join(root, 'zhou', '共享', '文件'), '')
  const gone = (dir: string): boolean => isStickGone(dir, [root, join(root, 'nowhere')])
  for (const pulled of ['望川人大', 'zhou/望川人大', 'zhou/望川人大/镇县数据/望川县', 'zhou/旧盘', 'zhou/旧盘/镇县数据', 'nowhere/zhou/望川人大']) expect([pulled, gone(join(root, pulled))]).toEqual([pulled, true])
  for (const there of ['zhou/共享', 'zhou/共享/新的', '../elsewhere/new']) expect([there, gone(join(root, there))]).toEqual([there, false])
  expect(gone(join(tmpdir(), 'zhen-not-yet', 'new'))).toBe(false)
})

test.skipIf(!existsSync('/media'))('nothing is made below /media where no stick is', () => {
  expect(() => { makeFolder('/media/nobody/没有这个盘/镇县数据') }).toThrow(expect.objectContaining({ code: 'ENOMEDIUM' }))
  expect(readdirSync('/media')).not.toContain('nobody')
})

const why = process.platform === 'linux' ? whyNoSmallDisk() : 'mounts a disk as Linux does'

test.skipIf(why !== null)('a stick that is in is written on from its first folder, and its going is noticed even where its place stays', () => {
  const root = media()
  const at = join(root, 'zhou', '望川人大')
  mkdirSync(at, { recursive: true })
  const disk = smallDisk(2, onTestFinished)
  execFileSync('mount', ['--bind', disk.dir, at])
  let isIn = true
  const pull = (): void => {
    if (isIn) execFileSync('umount', ['-l', at])
    isIn = false
  }
  onTestFinished(pull)
  const isGone = watchPlace(at)
  mkdirSync(join(at, '镇县数据'))
  expect([at, join(at, '镇县数据'), join(at, '镇县数据', '望川县')].map((dir) => isStickGone(dir, [root]))).toEqual([false, false, false])
  expect(isGone()).toBe(false)
  pull()
  expect([isStickGone(at, [root]), isGone(), existsSync(at)]).toEqual([true, true, true])
})

/** Which sticks there are and how one is taken off, on both systems, with the kernel's files copied and the tools played. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ejectOnLinux, ejectOnWindows } from '../../electron/exchange/eject-stick'
import { linuxSticks, type LinuxStick } from '../../electron/exchange/linux-sticks'
import { runTool, type RunTool, type ToolAnswer } from '../../electron/exchange/run-tool'
import { windowsSticks } from '../../electron/exchange/windows-sticks'
import { say } from '../../shared/text'

interface Disk {
  /** Where the kernel hangs it: `pci0/usb1`, `pci0/ata1`. */
  readonly on: string
  readonly removable?: boolean
  readonly card?: boolean
  readonly parts: readonly string[]
}

/** A root with these disks and mounts, as the kernel shows them. */
function computer(disks: Readonly<Record<string, Disk>>, mounts: readonly string[], slaves: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'sticks-'))
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const device = (name: string, folder: string): void => {
    put(`dev/${name}`, '')
    mkdirSync(path.join(root, 'sys/class/block'), { recursive: true })
    symlinkSync(path.join(root, folder), path.join(root, 'sys/class/block', name))
  }
  for (const [name, disk] of Object.entries(disks)) {
    const folder = `sys/devices/${disk.on}/block/${name}`
    put(`${folder}/removable`, disk.removable ? '1\n' : '0\n')
    if (disk.card) put(`${folder}/device/type`, 'SD\n')
    device(name, folder)
    for (const part of disk.parts) {
      put(`${folder}/${part}/partition`, '1\n')
      device(part, `${folder}/${part}`)
    }
  }
  for (const [upper, lower] of Object.entries(slaves)) {
    put(`sys/devices/virtual/block/${upper}/slaves/${lower}`, '')
    device(upper, `sys/devices/virtual/block/${upper}`)
  }
  put('proc/mounts', mounts.map((line) => `${line} ext4 rw 0 0\n`).join(''))
  return root
}

const inner: Disk = { on: 'pci0/ata1', parts: ['sda1', 'sda2'] }
const usb: Disk = { on: 'pci0/usb1/1-2', removable: true, parts: ['sdb1'] }

describe('Sticks on Linux', () => {
  it('are what can be pulled out, and nothing of the system, of the network or of a second inner disk', () => {
    const root = computer({ sda: inner, sdb: usb, sdc: { on: 'pci0/ata2', parts: ['sdc1'] } }, [
      '/dev/sda2 /', '/dev/sda1 /boot/efi', '/dev/sdb1 /media/wang/望川\\040U', '/dev/sdc1 /mnt/data', 'nas:/share /mnt/share', 'tmpfs /run/media/tmp',
    ])
    expect(linuxSticks(root)).toEqual([{ path: '/media/wang/望川 U', device: '/dev/sdb1', disk: '/dev/sdb' }])
  })

  it('are also a portable disk that calls itself fixed, a card in its slot, an encrypted stick, and one that is mounted by hand', () => {
    const root = computer({
      sda: inner, sdb: { ...usb, removable: false }, mmcblk0: { on: 'pci0/mmc0', card: true, parts: ['mmcblk0p1'] }, sdd: { on: 'pci0/usb2/2-1', removable: true, parts: ['sdd1'] },
    }, ['/dev/sda2 /', '/dev/sdb1 /mnt/u', '/dev/mmcblk0p1 /media/card', '/dev/dm-0 /media/wang/secret'], { 'dm-0': 'sdd1' })
    expect(linuxSticks(root).map(({ path: at, disk }) => [at, disk])).toEqual([['/mnt/u', '/dev/sdb'], ['/media/card', '/dev/mmcblk0'], ['/media/wang/secret', '/dev/sdd']])
  })

  it('are not the stick that the computer was started from, nor an optical drive, and one mounted twice is one', () => {
    const root = computer({ sdb: usb, sr0: { on: 'pci0/ata3', removable: true, parts: [] }, sdd: { on: 'pci0/usb2/2-1', removable: true, parts: ['sdd1'] } },
      ['/dev/sdb1 /', '/dev/sr0 /media/cdrom', '/dev/sdd1 /mnt/x', '/dev/sdd1 /run/media/wang/U'])
    expect(linuxSticks(root)).toEqual([{ path: '/run/media/wang/U', device: '/dev/sdd1', disk: '/dev/sdd' }])
  })

  it('are none on a computer that shows nothing of its disks', () => {
    expect(linuxSticks(mkdtempSync(path.join(tmpdir(), 'bare-')))).toEqual([])
  })
})

/** Plays the system's tools: what each answers, and what was asked. */
function tools(answers: Readonly<Record<string, Partial<ToolAnswer>>>): { readonly run: RunTool; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    run: (tool, args) => {
      const line = [path.win32.basename(tool), ...args].join(' ')
      asked.push(line)
      const known = Object.entries(answers).find(([start]) => line.startsWith(start))?.[1]
      return Promise.resolve({ status: known ? 0 : null, stdout: '', stderr: '', ...known })
    },
  }
}

const stick: LinuxStick = { path: '/media/U', device: '/dev/sdb1', disk: '/dev/sdb' }
const second: LinuxStick = { path: '/media/V', device: '/dev/sdb2', disk: '/dev/sdb' }
const other: LinuxStick = { path: '/media/W', device: '/dev/sdc1', disk: '/dev/sdc' }

describe('Taking a stick off on Linux', () => {
  it('flushes, takes every volume of it off and cuts its power; another stick is left alone', async () => {
    const { run, asked } = tools({ sync: {}, udisksctl: {} })
    expect(await ejectOnLinux(run, stick, [stick, second, other])).toEqual({ ok: true, value: 'out' })
    expect(asked).toEqual([
      'sync -f /media/U', 'udisksctl unmount --no-user-interaction -b /dev/sdb2', 'udisksctl unmount --no-user-interaction -b /dev/sdb1', 'udisksctl power-off --no-user-interaction -b /dev/sdb',
    ])
  })

  it('says that it may not be pulled out while something on it is open', async () => {
    const { run, asked } = tools({ sync: {}, 'udisksctl unmount': { status: 1, stderr: 'Error unmounting /dev/sdb1: target is busy' } })
    const done = await ejectOnLinux(run, stick, [stick])
    expect(done).toMatchObject({ ok: false, code: 'in-use', detail: { on: 'stick' } })
    expect(done.ok ? '' : say(done.code, done.detail ?? {}).say).toBe('U 盘还在用，现在不能拔。')
    expect(asked.some((line) => line.includes('power-off'))).toBe(false)
  })

  it('goes by the old tools where the desktop has no service, and is out though its power stays on', async () => {
    const { run, asked } = tools({ sync: {}, umount: {}, eject: { status: 1 } })
    expect(await ejectOnLinux(run, stick, [stick])).toEqual({ ok: true, value: 'out' })
    expect(asked.slice(2)).toEqual(['umount /dev/sdb1', 'udisksctl power-off --no-user-interaction -b /dev/sdb', 'eject /dev/sdb'])
  })

  it('leaves it to the person where no tool may do it', async () => {
    const { run } = tools({ sync: {}, umount: { status: 32, stderr: 'umount: /dev/sdb1: must be superuser to unmount.' } })
    expect(await ejectOnLinux(run, stick, [stick])).toEqual({ ok: true, value: 'by-hand' })
  })
})

describe('On Windows', () => {
  const list = 'E:\\|望川人大\r\nC:\\|Windows\r\nF:\\|\r\nWARNING: something\r\n'

  it('sticks are what Windows calls removable or hangs on USB, asked again only when a letter came or went', async () => {
    const { run, asked } = tools({ 'powershell.exe -NoProfile -NonInteractive -Command': { stdout: list } })
    const ask = windowsSticks(run, 'C:')
    expect(await ask(['D:', 'E:', 'F:'])).toEqual([{ path: 'E:\\', label: '望川人大' }, { path: 'F:\\', label: 'F:' }])
    await ask(['D:', 'E:', 'F:'])
    expect(asked).toHaveLength(1)
    await ask(['D:', 'F:'])
    expect(asked).toHaveLength(2)
  })

  it('no stick is guessed where Windows does not answer', async () => {
    expect(await windowsSticks(tools({}).run, 'C:')(['D:', 'E:'])).toEqual([])
  })

  it('a stick is out when its letter is gone, in use while it stays, and left to the person where nothing answers', async () => {
    const answer = (stdout: string) => ejectOnWindows(tools({ 'powershell.exe': { stdout } }).run, 'E:\\')
    expect(await answer('OUT\r\n')).toEqual({ ok: true, value: 'out' })
    expect(await answer('STAYS\r\n')).toMatchObject({ ok: false, code: 'in-use', detail: { on: 'stick' } })
    expect(await ejectOnWindows(tools({}).run, 'E:\\')).toEqual({ ok: true, value: 'by-hand' })
  })

  it('nothing but a drive letter gets into the script', async () => {
    const { run, asked } = tools({ 'powershell.exe': { stdout: 'OUT' } })
    expect(await ejectOnWindows(run, "\\\\server\\share'; Remove-Item x")).toEqual({ ok: true, value: 'by-hand' })
    expect(asked).toEqual([])
    await ejectOnWindows(run, 'E:\\')
    expect(asked[0]).toContain("ParseName('E:').InvokeVerb('Eject')")
  })
})

describe('A tool of the system', () => {
  it('that is missing, fails or answers is told apart', async () => {
    expect(await runTool('no-such-tool-here', [])).toMatchObject({ status: null })
    expect(await runTool('sh', ['-c', 'echo ja; exit 3'])).toMatchObject({ status: 3, stdout: 'ja\n' })
    expect(await runTool('true', [])).toMatchObject({ status: 0 })
  })
})

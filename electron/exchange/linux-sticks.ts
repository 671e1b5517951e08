/**
 * Sticks on Linux: mounts of devices that the kernel calls removable or that hang on USB. Nothing that carries the system counts, so that a
 * computer that was started from a stick does not offer its own disk.
 */
import { readFileSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'

export interface LinuxStick {
  /** Mount point. */
  readonly path: string
  /** Block device of the mounted volume, `/dev/sdb1`. */
  readonly device: string
  /** The whole disk, `/dev/sdb`; the same where it has no partitions. */
  readonly disk: string
}

interface Mount {
  readonly source: string
  readonly at: string
}

/** Mount points that a running system needs. */
const ofSystem = /^\/(|boot(\/.*)?|usr|var|home|etc|opt|root|tmp)$/

/** `\040` and the like, as /proc/mounts writes blanks. */
const unescaped = (text: string): string => text.replaceAll(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)))

const tried = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    // Devices come and go while they are looked at: what is gone is none.
    return null
  }
}

const mountsOf = (root: string): readonly Mount[] => (tried(() => readFileSync(path.join(root, 'proc/mounts'), 'utf8')) ?? '').split('\n').flatMap((line) => {
  const [source = '', at = ''] = line.split(' ')
  return source.startsWith('/dev/') && at !== '' ? [{ source: unescaped(source), at: unescaped(at) }] : []
})

/** Kernel folder of the disk under a volume; an encrypted volume (dm-0) is looked through. */
function diskFolder(root: string, source: string): string | null {
  const device = tried(() => realpathSync(path.join(root, source))) ?? path.join(root, source)
  const own = tried(() => realpathSync(path.join(root, 'sys/class/block', path.basename(device))))
  if (own === null) return null
  const below = tried(() => readdirSync(path.join(own, 'slaves')))?.[0]
  if (below !== undefined) return diskFolder(root, `/dev/${below}`)
  return tried(() => readFileSync(path.join(own, 'partition'), 'utf8')) === null ? own : path.dirname(own)
}

/** Whether a disk can be taken along: removable, on USB, or a card in a slot. Optical drives take no packages. */
function canLeave(folder: string): boolean {
  if (/^(sr|loop|ram|zram|nbd)\d+$/.test(path.basename(folder))) return false
  const flag = tried(() => readFileSync(path.join(folder, 'removable'), 'utf8').trim())
  const card = tried(() => readFileSync(path.join(folder, 'device/type'), 'utf8').trim()) === 'SD'
  return flag === '1' || card || /\/usb\d+\//.test(folder)
}

/** Every mounted stick; `root` stands for `/` in tests. A volume that is mounted twice counts once, where the desktop shows it. */
export function linuxSticks(root = '/'): readonly LinuxStick[] {
  const mounts = mountsOf(root).map((mount) => ({ ...mount, disk: diskFolder(root, mount.source) }))
  const system = new Set(mounts.filter((mount) => ofSystem.test(mount.at)).map((mount) => mount.disk))
  const found = new Map<string, LinuxStick>()
  for (const { source, at, disk } of mounts) {
    if (disk === null || system.has(disk) || !canLeave(disk)) continue
    const known = found.get(source)
    if (known === undefined || (/^\/(run\/)?media\//.test(at) && !/^\/(run\/)?media\//.test(known.path))) found.set(source, { path: at, device: source, disk: `/dev/${path.basename(disk)}` })
  }
  return [...found.values()]
}

/** Removable drives, found without asking the network: drive letters on Windows, mount points on Linux. */
import { readFile, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Drive } from '../../shared/contract/shell'

const systemDrive = (): string => (process.env['SystemDrive'] ?? 'C:').toUpperCase()

async function freeBytes(at: string): Promise<number | null> {
  try {
    const info = await statfs(at)
    return info.bavail * info.bsize
  } catch {
    // A card reader without a card, a drive just pulled out: no drive.
    return null
  }
}

/** `ZHEN_STICK` (a folder) stands for the only stick: in tests, and where the system shows none. */
export async function removableDrives(): Promise<Drive[]> {
  const found: { path: string; label: string }[] = []
  const stick = process.env['ZHEN_STICK']
  if (stick) found.push({ path: stick, label: path.basename(stick) })
  else if (process.platform === 'win32') {
    for (const letter of 'DEFGHIJKLMNOPQRSTUVWXYZ') if (`${letter}:` !== systemDrive()) found.push({ path: `${letter}:\\`, label: `${letter}:` })
  } else if (process.platform === 'linux') {
    const mounts = await readFile('/proc/mounts', 'utf8')
    for (const line of mounts.split('\n')) {
      const at = (line.split(' ')[1] ?? '').replace(/\\040/g, ' ')
      if (/^\/(media|run\/media|mnt)\/./.test(at)) found.push({ path: at, label: path.basename(at) })
    }
  }
  const drives: Drive[] = []
  for (const drive of found) {
    const free = await freeBytes(drive.path)
    if (free !== null) drives.push({ ...drive, free_bytes: free, removable: true })
  }
  return drives
}

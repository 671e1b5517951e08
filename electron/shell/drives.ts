/** Sticks that are plugged in, found without asking the network, and taking one off before it is pulled out. */
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Drive } from '../../shared/contract/shell'
import { fail, ok, type Result } from '../../shared/result'
import { ejectOnLinux, ejectOnWindows, type Ejected } from '../exchange/eject-stick'
import { linuxSticks } from '../exchange/linux-sticks'
import { runTool } from '../exchange/run-tool'
import { windowsSticks } from '../exchange/windows-sticks'

const systemDrive = (): string => (process.env['SystemDrive'] ?? 'C:').toUpperCase()

const askWindows = windowsSticks(runTool, systemDrive())

async function freeBytes(at: string): Promise<number | null> {
  try {
    const info = await statfs(at)
    return info.bavail * info.bsize
  } catch {
    // A card reader without a card, a drive just pulled out: no drive.
    return null
  }
}

/** Letters behind which there is something now. */
async function lettersInUse(): Promise<readonly string[]> {
  const letters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:`).filter((letter) => letter !== systemDrive())
  const there = await Promise.all(letters.map((letter) => freeBytes(`${letter}\\`)))
  return letters.filter((_letter, at) => there[at] !== null)
}

async function sticks(): Promise<readonly { readonly path: string; readonly label: string }[]> {
  const stick = process.env['ZHEN_STICK']
  if (stick) return [{ path: stick, label: path.basename(stick) }]
  if (process.platform === 'win32') return askWindows(await lettersInUse())
  return process.platform === 'linux' ? linuxSticks().map(({ path: at }) => ({ path: at, label: path.basename(at) })) : []
}

/** `ZHEN_STICK` (a folder) stands for the only stick: in tests, and where the system shows none. */
export async function removableDrives(): Promise<Drive[]> {
  const drives: Drive[] = []
  for (const drive of await sticks()) {
    const free = await freeBytes(drive.path)
    if (free !== null) drives.push({ ...drive, free_bytes: free, removable: true })
  }
  return drives
}

/** Takes off a stick that is plugged in; nothing else can be named. `not-found`, `in-use`. */
export async function ejectDrive(at: string): Promise<Result<Ejected>> {
  if (!(await sticks()).some((one) => one.path === at)) return fail('not-found', { detail: { path: at } })
  if (process.platform === 'win32') return ejectOnWindows(runTool, at)
  const mounted = linuxSticks()
  const stick = mounted.find((one) => one.path === at)
  return stick ? ejectOnLinux(runTool, stick, mounted) : ok('by-hand')
}

/**
 * Safe removal: what was written is flushed, the volumes of the stick are taken off, its power is cut where the system can. Says only that a
 * stick may be pulled out when the system says so; everything else ends in what a person has to do.
 */
import { fail, ok, type Result } from '../../shared/result'
import type { LinuxStick } from './linux-sticks'
import type { RunTool } from './run-tool'
import { powershell, scriptArgs } from './windows-sticks'

/** `out` = may be pulled out; `by-hand` = this system has no tool for it, everything is written. */
export type Ejected = 'out' | 'by-hand'

const busy = (stderr: string): boolean => /busy|in use/i.test(stderr)
const refused = (why: string): Result<Ejected> => fail('in-use', { detail: { on: 'stick', at: 'eject', why } })

/** Linux: the desktop's service first (it needs no rights of its own), then the old tools; `mounted` are all volumes of the disk. */
export async function ejectOnLinux(run: RunTool, stick: LinuxStick, mounted: readonly LinuxStick[]): Promise<Result<Ejected>> {
  await run('sync', ['-f', stick.path])
  for (const { device } of [...mounted.filter((one) => one.disk === stick.disk && one.device !== stick.device), stick]) {
    const asked = await run('udisksctl', ['unmount', '--no-user-interaction', '-b', device])
    if (asked.status === 0) continue
    if (busy(asked.stderr)) return refused(asked.stderr.trim())
    const old = await run('umount', [device])
    if (old.status === 0) continue
    return busy(old.stderr) ? refused(old.stderr.trim()) : ok('by-hand')
  }
  // Unmounted, it may be pulled out whatever comes of this: the light goes off, a card reader lets go of its card.
  const off = await run('udisksctl', ['power-off', '--no-user-interaction', '-b', stick.disk])
  if (off.status !== 0) await run('eject', [stick.disk])
  return ok('out')
}

/** The verb has the same name in every language of Windows; a stick that is in use stays, and Windows then shows why. */
export const ejectScript = (letter: string): string =>
  `(New-Object -ComObject Shell.Application).NameSpace(17).ParseName('${letter}').InvokeVerb('Eject');for($i=0;$i -lt 40;$i++){Start-Sleep -Milliseconds 250;if(-not (Test-Path '${letter}\\')){'OUT';exit 0}};'STAYS'`

/** Windows: what 弹出 in the Explorer does, and a look whether the drive is gone. */
export async function ejectOnWindows(run: RunTool, drive: string): Promise<Result<Ejected>> {
  const letter = /^[A-Z]:/.exec(drive)?.[0]
  if (letter === undefined) return ok('by-hand')
  const answer = await run(powershell(), scriptArgs(ejectScript(letter)))
  if (answer.status === null || !/OUT|STAYS/.test(answer.stdout)) return ok('by-hand')
  return answer.stdout.includes('OUT') ? ok('out') : refused('')
}

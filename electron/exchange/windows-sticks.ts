/**
 * Sticks on Windows: drives of the type removable, and volumes of disks that hang on USB (large sticks and portable disks call themselves
 * fixed). Windows is asked by its PowerShell, which takes half a second, so only when a drive letter came or went.
 */
import type { RunTool } from './run-tool'

export interface WindowsStick {
  /** `E:\` */
  readonly path: string
  /** Name of the volume, or its letter. */
  readonly label: string
}

/** Windows' own PowerShell, by its whole path: a program of that name elsewhere is never started. */
export const powershell = (): string => `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`

/** Arguments for a script that may ask nothing and load no profile. */
export const scriptArgs = (script: string): readonly string[] => ['-NoProfile', '-NonInteractive', '-Command', script]

export const listScript = [
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8',
  '$usb=@()',
  "try{$usb=@(Get-CimInstance Win32_DiskDrive -Filter \"InterfaceType='USB'\" -ErrorAction Stop|Get-CimAssociatedInstance -ResultClassName Win32_DiskPartition|Get-CimAssociatedInstance -ResultClassName Win32_LogicalDisk|ForEach-Object{$_.DeviceID})}catch{}",
  "[IO.DriveInfo]::GetDrives()|Where-Object{($_.DriveType -eq 'Removable' -or $usb -contains $_.Name.Substring(0,2)) -and $_.IsReady}|ForEach-Object{$_.Name+'|'+$_.VolumeLabel}",
].join(';')

/** Reads the script's lines; anything else that a computer prints there is left out. */
function readList(stdout: string, system: string): readonly WindowsStick[] {
  return stdout.split(/\r?\n/).flatMap((line) => {
    const [, letter, label] = /^([A-Z]:)\\\|(.*)$/.exec(line.trim()) ?? []
    return letter === undefined || letter === system ? [] : [{ path: `${letter}\\`, label: label === undefined || label.trim() === '' ? letter : label.trim() }]
  })
}

/** Remembers the answer for as long as the letters stay the same. */
export function windowsSticks(run: RunTool, system: string): (letters: readonly string[]) => Promise<readonly WindowsStick[]> {
  let asked: { readonly letters: string; readonly sticks: Promise<readonly WindowsStick[]> } | null = null
  return async (letters) => {
    const key = letters.join('')
    if (asked?.letters !== key) {
      const sticks = run(powershell(), scriptArgs(listScript)).then((answer) => readList(answer.stdout, system))
      asked = { letters: key, sticks }
    }
    return asked.sticks
  }
}

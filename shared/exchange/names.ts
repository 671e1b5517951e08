/**
 * Names of files and folders on the stick. They are for people: nothing is ever read from a name, and no name inside a package
 * becomes a path.
 */
import type { Header, PackageType } from './header'

/** The folder that the stick holds for all counties. */
export const stickRoot = '镇县数据'

const folderOf: Readonly<Record<PackageType, string>> = { up: '上报', down: '回执', invite: '加入', rollup: '汇总' }
const wordOf: Readonly<Record<PackageType, string>> = { up: '上报', down: '回执', invite: '加入', rollup: '汇总' }

/** Every folder under a county's that may hold packages. */
export const packageFolders: readonly string[] = Object.values(folderOf)

/** Makes a name safe for FAT32, exFAT, NTFS and POSIX, at most 40 characters. */
export function fileSafe(name: string): string {
  const safe = [...name.normalize('NFC').replaceAll(/[\p{C}\\/:*?"<>|]/gu, '')].slice(0, 40).join('').trim().replaceAll(/^\.+|[. ]+$/g, '')
  // Device names that Windows keeps for itself, with or without an extension.
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) ? '未命名' : safe
}

/** Path of the folder on the stick for a package, as its parts. */
export const packageFolder = (header: Header): readonly string[] => [
  stickRoot,
  fileSafe(header.type === 'up' || header.type === 'rollup' ? header.to.name : header.from.name),
  folderOf[header.type],
]

function beijing(iso: string): string {
  const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 13)}${local.slice(14, 16)}`
}

/** `511321101_青石镇_上报_0012_20260811-1530_k7q2m9.zpk`: town, kind, number, Beijing time, first digits of the id. */
export function packageFileName(header: Header): string {
  const town = header.type === 'up' ? header.from : header.type === 'rollup' ? header.from : header.to
  const number = String(header.pseq).padStart(4, '0')
  return `${town.org}_${fileSafe(town.name)}_${wordOf[header.type]}_${number}_${beijing(header.created)}_${header.id.slice(0, 6)}.zpk`
}

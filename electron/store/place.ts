/**
 * Where a store may live: a local disk. On a network share or in a folder that a cloud program copies, SQLite's locks and syncs are
 * promises nobody keeps. Refused only where it is sure; a doubtful place is let pass.
 */
import { statfsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/result'

/** Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, CODA, NCP, AFS, Ceph. */
const networkFilesystems: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x73757245, 0x564c, 0x5346414f, 0x00c36400])

/** Folders that a cloud program owns, as whole path segments. */
const cloudFolder = /^(onedrive( - .+)?|dropbox|google drive|googledrive|icloud ?drive|我的坚果云|坚果云|nutstore( files)?|百度网盘同步空间|baidusyncdisk|wps ?云盘|wpsdrive|微云同步盘|weiyun)$/i

/** The folder of a cloud program on the way to `dir`, as it is called. */
export const cloudFolderOf = (dir: string): string | undefined => dir.split(/[\\/]/).find((part) => cloudFolder.test(part.trim()))

/**
 * `network-folder` when `dir` (which exists) surely lies on a share, or, for a new store, in a synchronised folder. A store that is
 * already in such a folder is opened all the same, and the first page says where it is: shutting people out of their data would be the greater harm.
 */
export function checkPlace(dir: string, store: 'new' | 'existing'): Result<true> {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(dir)) return fail('network-folder', { detail: { dir, why: 'share' } })
  const segment = cloudFolderOf(dir)
  if (store === 'new' && segment !== undefined) return fail('network-folder', { detail: { dir, why: 'cloud', folder: segment } })
  const type = statfsSync(dir).type >>> 0
  return networkFilesystems.has(type) ? fail('network-folder', { detail: { dir, why: 'share' } }) : ok(true)
}

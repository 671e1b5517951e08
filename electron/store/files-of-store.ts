/** Names of the files of a store within its folder. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keyfilePath } from './keyfile'

export const databasePath = (dir: string): string => join(dir, 'data.db')

/** The database with the files that SQLite keeps beside it. */
export const databaseFiles = (dir: string): readonly string[] => ['', '-wal', '-shm'].map((end) => `${databasePath(dir)}${end}`)

/** Says that a restore is under way: what has arrived is complete, and the swap of the files must be finished. */
export const restoreMarker = (dir: string): string => join(dir, 'restore.json')

/** Whether a store was ever set up here. The key file is written last, so a set-up that was cut off counts as none. */
export const storeExists = (dir: string): boolean => existsSync(keyfilePath(dir)) || existsSync(restoreMarker(dir))

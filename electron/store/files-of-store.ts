/** Names of the files of a store within its folder. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keyfilePath } from './keyfile'

export const databasePath = (dir: string): string => join(dir, 'data.db')

/** The database with the files that SQLite keeps beside it. */
export const databaseFiles = (dir: string): readonly string[] => ['', '-wal', '-shm'].map((end) => `${databasePath(dir)}${end}`)

/** Says that a restore is under way: what has arrived is complete, and the swap of the files must be finished. */
export const restoreMarker = (dir: string): string => join(dir, 'restore.json')

/** Backups that the store makes by itself. */
export const backupFolder = (dir: string): string => join(dir, 'backups')

/** A database that has been worked in: its key file may have gone, but it is no set-up that was cut off. */
const wasUsed = (dir: string): boolean => existsSync(databasePath(dir)) && existsSync(backupFolder(dir)) && readdirSync(backupFolder(dir)).length > 0

/** Whether a store was ever set up here. The key file is written last, so a set-up that was cut off counts as none. */
export const storeExists = (dir: string): boolean => existsSync(keyfilePath(dir)) || existsSync(restoreMarker(dir)) || wasUsed(dir)

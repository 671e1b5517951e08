/** The thread of store/backup-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { backupsOf } from './store/backup'
import { backUp, type DayBackupOrder } from './store/backup-thread'

parentPort?.postMessage(backUp(workerData as DayBackupOrder, backupsOf))

import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process runs work under the same lock file; waits for its turn.
 * The lock of a process that died is taken over.
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  while (!acquire(file)) await sleep(100)
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function acquire(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    removeIfAbandoned(file)
    return false
  }
}

function removeIfAbandoned(file) {
  const owner = ownerOf(file)
  if (owner === undefined || isAlive(owner)) return
  // Renamed first, so that of two waiters only one can take the dead lock away and neither a living one.
  const taken = `${file}.${process.pid}`
  try {
    fs.renameSync(file, taken)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (ownerOf(taken) === owner) fs.rmSync(taken, { force: true })
  else fs.renameSync(taken, file)
}

function ownerOf(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

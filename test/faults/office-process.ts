/**
 * An office in a process of its own, to be killed or put to sleep while it works. Arguments: data folder, password, what to do, file or folder, the time,
 * and a file that holds by how many milliseconds the computer's clock has moved meanwhile, once it is there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { backupHandlers } from '../../electron/handlers/backups'
import { createDesk } from '../../electron/handlers/desk'
import { exchangeHandlers } from '../../electron/handlers/exchange'
import { setUpExchange } from '../../electron/handlers/exchange-setup'

const [dir = '', password = '', what = '', place = '', now = '0', moved = ''] = process.argv.slice(2)
let ms = Number(now)
const movedBy = (): number => (moved !== '' && existsSync(moved) ? Number(readFileSync(moved, 'utf8')) : 0)
let over = false
let looks: boolean[] = []
const desk = createDesk({
  dir,
  now: () => {
    looks.push(over)
    return new Date((ms += 1000) + movedBy())
  },
})
const opened = desk.unlock(password, undefined)
if (!opened.ok) throw new Error(opened.code)
await setUpExchange(desk)
process.stdout.write('begin\n')
/** A restore that is asked for while the backup of the day runs in its thread; says whether that one was over whenever the restore looked at the clock. */
async function restoreBeside(): Promise<Awaited<ReturnType<(typeof backupHandlers)['backup.restore']>>> {
  void desk.store.backups.today().then(() => { over = true })
  looks = []
  const done = await backupHandlers['backup.restore']({ file: place, password }, desk)
  process.stdout.write(`looks ${looks.map(String).join(' ')}\n`)
  return done
}

const done = what === 'restore' ? await restoreBeside() : what === 'import' ? await exchangeHandlers['exchange.import']({ files: [place] }, desk) : await exchangeHandlers['exchange.export']({ to: place, always: true }, desk)
process.stdout.write(`end ${done.ok ? 'ok' : done.code}\n`)
desk.close()

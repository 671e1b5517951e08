/** An office in a process of its own that works until it is killed. Arguments: data folder, password, what to do, a file or folder, the time. */
import { restoreBackup } from '../../electron/store/backup'
import { handlers } from '../../electron/handlers'
import { createDesk } from '../../electron/handlers/desk'
import { setUpExchange } from '../../electron/handlers/exchange-setup'
import { route } from '../../electron/ipc/route'
import type { StoreCommandName } from '../../shared/contract'

const [dir = '', password = '', what = '', place = '', now = '0'] = process.argv.slice(2)
let ms = Number(now)
const clock = (): Date => new Date((ms += 1000))
const desk = createDesk({ dir, now: clock })

async function ask(name: StoreCommandName, input: unknown): Promise<unknown> {
  const done = await route(handlers, desk, name, input)
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done)}`)
  return done.value
}

const works: Readonly<Record<string, () => Promise<void>>> = {
  // Each record is said once it is saved: what was said must be there afterwards.
  save: async () => {
    for (let n = 0; n < 150; n++) {
      const { record } = await ask('record.quick', { type: 'person', fields: { name: `新${String(n)}`, resume: '勤走访，多记录。'.repeat(50) } }) as { record: { id: string } }
      process.stdout.write(`saved ${record.id}\n`)
    }
  },
  roster: async () => { await ask('roster.import', { file: place }) },
  backup: async () => { for (let n = 0; n < 3; n++) await ask('backup.make', { to: `${place}/${String(n)}.zrb` }) },
  report: async () => { await ask('report.make', { year: 2026, out: place }) },
  // The power goes at one step: just before and just after the new key file, and when all is written but the papers.
  'hand-over': async () => {
    const { backups } = desk.store
    const die = (): never => {
      process.kill(process.pid, 'SIGKILL')
      throw new Error('still here')
    }
    Object.defineProperty(desk.store, 'backups', { value: {
      ...backups,
      replaceSecrets: (secrets: Parameters<typeof backups.replaceSecrets>[0]) => {
        if (place === 'before') die()
        const done = backups.replaceSecrets(secrets)
        return place === 'between' ? die() : done
      },
      makeInSteps: (why: Parameters<typeof backups.makeInSteps>[0]) => (place === 'after' ? die() : backups.makeInSteps(why)),
    } })
    await ask('office.hand-over', { password, fresh: '新主席的密码2026', by: '李建国', chair: true })
  },
  restore: () => {
    const done = restoreBackup(place, dir, { now: clock })
    if (!done.ok) throw new Error(done.code)
    return Promise.resolve()
  },
}

if (what !== 'restore') {
  const opened = desk.unlock(password, undefined)
  if (!opened.ok) throw new Error(opened.code)
  await setUpExchange(desk)
}
process.stdout.write('begin\n')
await works[what]?.()
process.stdout.write('end ok\n')
desk.close()

/** An office in a process of its own, to be killed while it works. Arguments: data folder, password, what to do, file or folder. */
import { createDesk } from '../../electron/handlers/desk'
import { exchangeHandlers } from '../../electron/handlers/exchange'
import { setUpExchange } from '../../electron/handlers/exchange-setup'

const [dir = '', password = '', what = '', place = '', now = '0'] = process.argv.slice(2)
let ms = Number(now)
const desk = createDesk({ dir, now: () => new Date((ms += 1000)) })
const opened = desk.unlock(password, undefined)
if (!opened.ok) throw new Error(opened.code)
await setUpExchange(desk)
process.stdout.write('begin\n')
const done = what === 'import' ? await exchangeHandlers['exchange.import']({ files: [place] }, desk) : await exchangeHandlers['exchange.export']({ to: place, always: true }, desk)
process.stdout.write(`end ${done.ok ? 'ok' : done.code}\n`)
desk.close()

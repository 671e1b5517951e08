/** A newer program that opens an office of an older one, until it is killed. Arguments: data folder, password. */
import { openStore } from '../../electron/store/open'

const [dir = '', password = ''] = process.argv.slice(2)
const began = performance.now()
process.stdout.write('begin\n')
const opened = openStore(dir, { password, now: () => new Date('2026-06-01T01:00:00Z') })
if (!opened.ok) throw new Error(opened.code)
process.stdout.write(`end ${String(performance.now() - began)}\n`)
opened.value.close()

/** Saves pairs of records one commit after the other, saying each on standard output once it is saved, until it is killed. */
import { openStore } from '../../../electron/store/open'

const [dir = '', password = ''] = process.argv.slice(2)
const opened = openStore(dir, { password, now: () => new Date() })
if (!opened.ok) throw new Error(opened.code)
for (let i = 0; ; i++) {
  const done = opened.value.commit({ by: '主席', at: '2026-03-02T09:00:00+08:00' }, [
    { op: 'put', type: 'person', data: { name: `张${i}` } }, { op: 'put', type: 'organisation', data: { name: `单位${i}` } },
  ])
  if (!done.ok) throw new Error(done.code)
  process.stdout.write(`${i}\n`)
}

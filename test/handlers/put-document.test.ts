/** A report that somebody worked on in Word is never written over by the next one of that name. */
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, folder, makeOffice, qingshi } from './support/offices'

test('what was changed since it was made is put aside under a name that says so; what was not is replaced, also after a restart', async () => {
  const town = await makeOffice('town', qingshi, '青石镇', new Clock())
  const out = folder()
  const make = async () => (await town.get('report.make', { year: 2026, out, kinds: ['annual'] })).files[0] ?? { path: '', aside: undefined }
  const first = await make()
  await town.add('activity', { title: '走访选民', kind: '3', start_on: '2026-02-10' })
  expect([(await make()).aside, readdirSync(out)]).toEqual([undefined, [basename(first.path)]])
  appendFileSync(first.path, '主席改的话')
  const changed = readFileSync(first.path)
  await town.restart()
  const again = await make()
  expect([again.path, basename(again.aside ?? '')]).toEqual([first.path, basename(first.path).replace('.docx', '（改过的）.docx')])
  expect([readFileSync(again.aside ?? '').equals(changed), readFileSync(first.path).equals(changed)]).toEqual([true, false])
  expect((await make()).aside).toBeUndefined()
  writeFileSync(first.path, '别处来的同名文件')
  expect(basename((await make()).aside ?? '')).toBe(basename(first.path).replace('.docx', '（改过的2）.docx'))
  expect(readdirSync(out)).toHaveLength(3)
  // Lists and forms too, and where the new one cannot be written the old one is back in its place.
  const list = (await town.get('list.file', { type: 'activity', out })).files[0]?.path ?? ''
  writeFileSync(list, '在 WPS 里加了一栏')
  expect((await town.get('list.file', { type: 'activity', out })).files[0]?.aside).toBe(list.replace('.xlsx', '（改过的）.xlsx'))
  expect(readFileSync(join(out, basename(list).replace('.xlsx', '（改过的）.xlsx')), 'utf8')).toBe('在 WPS 里加了一栏')
}, 60_000)

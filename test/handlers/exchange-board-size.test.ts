/**
 * The county's board with very many records: put straight into the raw tables, as hundreds of imports would have left them. The statements are
 * listened to while the board is asked, so that it is their own plans that are looked at.
 */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { connect } from '../../electron/store/connection'
import { Db } from '../../electron/store/db'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { times, tried } from '../support/tried'
import { planOf } from '../store/support/tables'
import { Clock, makeOffice, nanbu, password, type Office } from './support/offices'

const towns = times(20, 300)
/** Versions of a town; three quarters are heads, the rest their history. */
const perTown = times(200, 20_000)
const records = (perTown * 3) / 4
const filesOf = Math.ceil(records / 300)

/** A base32 id of a number, as long as a real one. */
const uid = (n: string): string => `substr('aaaaaaaaaaaaaaaaaaaaaaaaaa' || replace(replace(replace(replace(replace(printf('%x', ${n}), '0', 'g'), '1', 'h'), '8', 'i'), '9', 'j'), '7', '7'), -26)`

/** Rows of one town: `base` = its first row number. */
const versionsOf = `WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ${String(perTown)})
  INSERT INTO version (v, id, uid, type, org, op, hlc, sv, seen, data, h, dh, by_user, at_local, received_in, head)
  SELECT $base + i, randomblob(16), ${uid(`$base + i % ${String(records)}`)}, CASE WHEN i % ${String(records)} < ${String(filesOf)} THEN 'file' WHEN i % 3 = 0 THEN 'participation' ELSE 'activity' END, $org, 'put', 1790000000000 + i, 1, x'',
    CASE WHEN i % ${String(records)} < ${String(filesOf)} THEN json_object('owner', ${uid(`$base + ${String(filesOf)}`)}, 'sha256', lower(hex(randomblob(32))), 'name', '照片.jpg') ELSE json_object('title', '走访选民第' || i || '次', 'start_on', '2025-03-02', 'place', '石桥村党群服务中心', 'content', '了解村道修缮、饮水和养老服务情况') END,
    randomblob(32), randomblob(32), '周维安', '2026-03-02T09:00:00+08:00', 'p', CASE WHEN i < ${String(records)} THEN 1 ELSE 0 END FROM c`
const headsOf = `INSERT INTO head (uid, type, org, version_id, v, op, conflict, deleted, hlc) SELECT uid, type, org, id, v, op, 0, CASE WHEN v % 100 = 0 THEN 1 ELSE 0 END, hlc FROM version WHERE v >= $base AND v < $base + ${String(records)}`

async function filled(): Promise<Office> {
  const county = await makeOffice('county', nanbu, '南部县', new Clock())
  county.desk.close()
  const key = unlockKeyfile(county.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(join(county.dir, 'data.db'), key.value)
  raw.pragma('synchronous = OFF')
  for (let town = 0; town < towns; town++) {
    const [org, base] = [`511321${String(101 + town)}`, 1_000_000 + town * perTown]
    raw.transaction(() => {
      raw.prepare(versionsOf).run({ org, base })
      raw.prepare(headsOf).run({ base })
      raw.prepare(`INSERT INTO town (org, changes) VALUES (?, 24)`).run(org)
      for (let pseq = 1; pseq <= 24; pseq++) {
        raw.prepare(`INSERT INTO package VALUES (?, 'in', ?, ?, ?, ?, 'RECEIPTED', NULL, ?, NULL, ?, '2026-03-01T00:00:00Z')`)
          .run(`${org}-${String(pseq)}`, `d${org}`, org, pseq, `${org}-${String(pseq)}`, JSON.stringify({ new: 1, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0, complete: true, missing: [], faults: [], totals: {} }), `2026-0${String(1 + (pseq % 3))}-01T00:00:00Z`)
      }
    }).immediate()
  }
  raw.close()
  return county.open()
}

test('is asked in statements that each find their rows by an index, however many there are', { timeout: 3_600_000 }, async () => {
  const county = await filled()
  const texts = new Set<string>()
  const [sql, lists] = [vi.spyOn(Db.prototype, 'sql'), vi.spyOn(Db.prototype, 'lists')]
  const took = async (): Promise<number> => {
    const started = performance.now()
    const { towns: rows } = await county.get('exchange.board', {})
    expect(rows).toHaveLength(towns)
    return Math.round(performance.now() - started)
  }
  const first = await took()
  const again = await took()
  // One town reported: only its records are looked at again.
  county.store.settings.set('ui', { overdue_days: 30 })
  await county.add('village', { name: '县里' })
  const after = await took()
  // What a receipt for one town looks through.
  const started = performance.now()
  expect(county.store.exchange.standing(new Uint8Array(), { org: '511321101', under: true, scope: 'county' }).lacking).toHaveLength(records)
  const receipt = Math.round(performance.now() - started)
  for (const [text] of [...sql.mock.calls, ...lists.mock.calls]) texts.add(text)
  vi.restoreAllMocks()
  const scans = [...texts].filter((text) => /^\s*(SELECT|WITH)/.test(text)).map((text) => [text, planOf(county.dir, text).filter((line) => /^SCAN (version|head|x|v|h|t_[a-z_]+)\b(?!.*INDEX)/.test(line))] as const).filter(([, lines]) => lines.length > 0)
  expect(scans).toEqual([])
  tried(`board of ${String(towns)} towns with ${String(towns * perTown)} versions`, 1, { 'ms first': first, 'ms again': again, 'ms after a change': after, 'ms heads of a receipt': receipt })
})

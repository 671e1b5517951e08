/**
 * Values of versions that an older program wrote, as this one reads them (shared/records/schema): kept beside the versions, which stay as they
 * came, so that the view `record` shows every record in one shape.
 */
import type { Client } from 'pg'
import { schemaOf, schemaStamp } from '../../../shared/records/schema'
import { upcasters } from '../../../shared/records/upcasters'
import { readValues } from '../version-codec'

interface OldRow {
  readonly county: string
  readonly id: string
  readonly sv: string
  readonly data: string
}

const atOnce = 1000

const put = `INSERT INTO zhen.upcast (county, id, data) SELECT county, id, data::json FROM unnest($1::text[], $2::text[], $3::text[]) AS u (county, id, data)
  ON CONFLICT (county, id) DO UPDATE SET data = excluded.data`

/** `among` = the versions that are looked at, named `v`. */
async function renew(client: Client, among: string): Promise<void> {
  for (const type of Object.keys(upcasters)) {
    let last: readonly [county: string, id: string] = ['', '']
    for (;;) {
      const { rows } = await client.query<OldRow>(
        `SELECT v.county, v.id, v.sv, v.data::text AS data FROM ${among} WHERE v.type = $1 AND v.sv < $2 AND v.data IS NOT NULL AND (v.county, v.id) > ($3, $4) ORDER BY v.county, v.id LIMIT ${String(atOnce)}`,
        [type, schemaOf(type), ...last],
      )
      if (rows.length === 0) break
      await client.query(put, [rows.map((row) => row.county), rows.map((row) => row.id), rows.map((row) => JSON.stringify(readValues(type, Number(row.sv), row.data)))])
      const end = rows.at(-1)
      last = [end?.county ?? '', end?.id ?? '']
    }
  }
}

/** Of the lines that are staged, once they are versions; what an erasure blanked goes here too. */
export async function upcastStaged(client: Client): Promise<void> {
  await renew(client, 'stage s JOIN zhen.version v USING (county, id)')
  await client.query(`DELETE FROM zhen.upcast u USING zhen.version v, (SELECT DISTINCT county, uid FROM stage) t
    WHERE v.county = t.county AND v.uid = t.uid AND v.data IS NULL AND u.county = v.county AND u.id = v.id`)
}

const raised = (stamp: string): ReadonlyMap<string, number> => new Map(stamp.split(' ').filter((one) => one !== '').map((one) => [one.slice(0, one.lastIndexOf(':')), Number(one.slice(one.lastIndexOf(':') + 1))]))

/** After an upgrade of this program everything is read anew; an older program leaves alone what a newer one has read. */
export async function upcastAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ stamp: string }>('SELECT stamp FROM zhen.schemas')
  const before = rows[0]?.stamp ?? ''
  const now = schemaStamp()
  if (before === now || [...raised(before)].some(([type, schema]) => schema > schemaOf(type))) return
  await renew(client, 'zhen.version v')
  await client.query('DELETE FROM zhen.schemas')
  await client.query('INSERT INTO zhen.schemas (stamp) VALUES ($1)', [now])
}

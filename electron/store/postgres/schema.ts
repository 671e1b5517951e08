/**
 * The level above the county keeps the same versions and heads in PostgreSQL, a partition for each county. As in the office's own file nothing
 * about content is constrained. Ids are text in byte order, because the merge rule compares them so; values stay the canonical text that
 * their hash was taken of (`json`, not `jsonb`, which would reorder it and refuse some characters).
 */

const text = 'text COLLATE "C"'

/** Columns that a version line fills, in the order of `stageValues`. */
export const versionColumns = 'county, id, uid, type, org, op, hlc, sv, seen, data, h, dh, by_user, at_local'

const versionShape = `county ${text} NOT NULL, id ${text} NOT NULL, uid ${text} NOT NULL, type ${text} NOT NULL, org ${text} NOT NULL, op ${text} NOT NULL,
  hlc bigint NOT NULL, sv bigint NOT NULL, seen text[] COLLATE "C" NOT NULL, data json, h ${text} NOT NULL, dh ${text} NOT NULL, by_user text NOT NULL, at_local text NOT NULL`

/** Every table and view; harmless where they stand already. Figures carry numerator and denominator, so that rates are added up and never averaged; a `fixed` denominator is a unit (half days in a day) and stays. */
export const schema: readonly string[] = [
  'CREATE SCHEMA IF NOT EXISTS zhen',
  `CREATE TABLE IF NOT EXISTS zhen.version (${versionShape}, package ${text} NOT NULL, head boolean NOT NULL, PRIMARY KEY (county, id)) PARTITION BY LIST (county)`,
  'CREATE INDEX IF NOT EXISTS version_uid ON zhen.version (county, uid)',
  `CREATE TABLE IF NOT EXISTS zhen.head (
    county ${text} NOT NULL, uid ${text} NOT NULL, type ${text} NOT NULL, org ${text} NOT NULL, version_id ${text} NOT NULL, op ${text} NOT NULL, hlc bigint NOT NULL,
    conflict boolean NOT NULL, deleted boolean NOT NULL, PRIMARY KEY (county, uid)) PARTITION BY LIST (county)`,
  'CREATE INDEX IF NOT EXISTS head_living ON zhen.head (county, org, type) WHERE NOT deleted',
  `CREATE TABLE IF NOT EXISTS zhen.package (
    id ${text} PRIMARY KEY, seal_sha256 ${text} NOT NULL UNIQUE, type ${text} NOT NULL, county ${text} NOT NULL, org ${text} NOT NULL, device ${text} NOT NULL, pseq bigint NOT NULL,
    made_at timestamptz NOT NULL, loaded_at timestamptz NOT NULL DEFAULT now(), counts json NOT NULL)`,
  // Values that an older program wrote, as the newest that loads here reads them (upcast.ts).
  `CREATE TABLE IF NOT EXISTS zhen.upcast (county ${text} NOT NULL, id ${text} NOT NULL, data json NOT NULL, PRIMARY KEY (county, id))`,
  'CREATE TABLE IF NOT EXISTS zhen.schemas (stamp text NOT NULL)',
  `CREATE OR REPLACE VIEW zhen.record AS
    SELECT h.county, h.org, h.type, h.uid, h.version_id, h.conflict, v.by_user, v.at_local, coalesce(u.data, v.data) AS data, v.sv
    FROM zhen.head h JOIN zhen.version v ON v.county = h.county AND v.id = h.version_id LEFT JOIN zhen.upcast u ON u.county = v.county AND u.id = v.id
    WHERE NOT h.deleted AND h.op <> 'merge'`,
  `CREATE OR REPLACE VIEW zhen.fact AS
    SELECT county, data->>'town' AS town, data->>'town_name' AS town_name, data->>'indicator' AS indicator, data->>'part' AS part, (data->>'from')::date AS period_from, (data->>'to')::date AS period_to,
      data->>'name' AS name, data->>'unit' AS unit, (data->>'value')::bigint AS value, (data->>'num')::bigint AS num, (data->>'den')::bigint AS den,
      (data->>'rate_num')::bigint AS rate_num, (data->>'rate_den')::bigint AS rate_den, at_local,
      coalesce((data->>'fixed')::boolean, false) AS fixed
    FROM zhen.record WHERE type = 'indicator_fact'`,
]

/** Lines of one package on their way in; of this connection alone, empty again after each transaction. */
export const stageTable = `CREATE TEMPORARY TABLE IF NOT EXISTS stage (n bigint PRIMARY KEY, ${versionShape}, owner ${text}) ON COMMIT DELETE ROWS`

/** Six digits of a county, which become part of a table's name. */
const countyCode = /^\d{6}$/

/**
 * The partitions of one county. Made apart and attached, which lets other counties go on loading meanwhile.
 */
export function partitionsOf(county: string): readonly { readonly name: string; readonly make: readonly string[] }[] {
  if (!countyCode.test(county)) throw new Error(`no county: ${county}`)
  return ['version', 'head'].map((table) => {
    const name = `${table}_${county}`
    return { name, make: [`CREATE TABLE zhen.${name} (LIKE zhen.${table} INCLUDING ALL)`, `ALTER TABLE zhen.${table} ATTACH PARTITION zhen.${name} FOR VALUES IN ('${county}')`] }
  })
}

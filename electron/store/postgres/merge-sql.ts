/**
 * The merge rule of shared/exchange/merge.ts for a whole package at once. Everything is a function of the versions of the touched records, so
 * that order, repetition and splitting make no difference; tests hold it against the rule itself.
 */

/** Versions of the package's county that belong to a record which the stage touches. */
const touched = 'SELECT DISTINCT county, uid FROM stage'

/** Lines of a type whose scope is not open in this package, or attachments of such records. $1 = types that may not travel here. */
export const refuseScope = `
  DELETE FROM stage s WHERE s.type = ANY ($1::text[]) OR (s.type = 'file' AND coalesce(
    (SELECT o.type FROM stage o WHERE o.uid = s.owner ORDER BY o.n LIMIT 1), (SELECT h.type FROM zhen.head h WHERE h.county = s.county AND h.uid = s.owner)) = ANY ($1::text[]))`

/** A record never changes its town or type: such a line is another town's attempt at this record. */
export const refuseForeign = `
  DELETE FROM stage s USING (
    SELECT DISTINCT ON (a.county, a.uid) a.county, a.uid, coalesce(h.type, a.type) AS type, coalesce(h.org, a.org) AS org
    FROM stage a LEFT JOIN zhen.head h ON h.county = a.county AND h.uid = a.uid ORDER BY a.county, a.uid, a.n) first
  WHERE first.county = s.county AND first.uid = s.uid AND (first.type, first.org) <> (s.type, s.org)`

/** What the touched records looked like before, for the counts that a person reads. */
export const rememberBefore = `
  CREATE TEMPORARY TABLE before ON COMMIT DROP AS
    SELECT h.uid, h.op, h.conflict, h.deleted OR h.op = 'merge' AS gone, v.dh
    FROM (${touched}) t JOIN zhen.head h USING (county, uid) JOIN zhen.version v ON v.county = h.county AND v.id = h.version_id`

/** $1 = id of the package. */
export const insertVersions = (columns: string): string =>
  `INSERT INTO zhen.version (${columns}, package, head) SELECT ${columns}, $1, false FROM stage ORDER BY n ON CONFLICT DO NOTHING`

/** An erasure blanks every other version of its record, whichever comes first. */
export const blankErased = `
  UPDATE zhen.version v SET data = NULL FROM (SELECT DISTINCT e.county, e.uid FROM zhen.version e JOIN (${touched}) t USING (county, uid) WHERE e.op = 'erase') gone
  WHERE v.county = gone.county AND v.uid = gone.uid AND v.op <> 'erase' AND v.data IS NOT NULL`

/** A version is a head unless another one has seen it; an erasure is only sent to history by another erasure. */
export const markHeads = `
  WITH held AS MATERIALIZED (SELECT v.county, v.uid, v.id, v.op, v.seen, v.head FROM zhen.version v JOIN (${touched}) t USING (county, uid)),
    seen AS (SELECT a.county, a.uid, s.id, bool_or(a.op = 'erase') AS by_erase FROM held a CROSS JOIN LATERAL unnest(a.seen) AS s (id) GROUP BY a.county, a.uid, s.id),
    now AS (SELECT held.county, held.id, held.head AS was, seen.id IS NULL OR (held.op = 'erase' AND NOT seen.by_erase) AS head
      FROM held LEFT JOIN seen ON seen.county = held.county AND seen.uid = held.uid AND seen.id = held.id)
  UPDATE zhen.version v SET head = now.head FROM now WHERE v.county = now.county AND v.id = now.id AND now.was <> now.head`

/** The winner: erase, put, merge, del; then the greater clock, then the greater id. A conflict: heads of different content, none an erasure. */
export const writeHeads = `
  INSERT INTO zhen.head (county, uid, type, org, version_id, op, hlc, conflict, deleted)
  SELECT DISTINCT ON (v.county, v.uid) v.county, v.uid, v.type, v.org, v.id, v.op, v.hlc, c.conflict, v.op IN ('del', 'erase')
  FROM zhen.version v JOIN (
    SELECT h.county, h.uid, count(DISTINCT h.op || ':' || h.dh) > 1 AND NOT bool_or(h.op = 'erase') AS conflict
    FROM zhen.version h JOIN (${touched}) t USING (county, uid) WHERE h.head GROUP BY h.county, h.uid) c USING (county, uid)
  WHERE v.head
  ORDER BY v.county, v.uid, CASE v.op WHEN 'erase' THEN 3 WHEN 'put' THEN 2 WHEN 'merge' THEN 1 ELSE 0 END DESC, v.hlc DESC, v.id DESC
  ON CONFLICT (county, uid) DO UPDATE SET version_id = excluded.version_id, op = excluded.op, hlc = excluded.hlc, conflict = excluded.conflict, deleted = excluded.deleted`

/** new, changed, same, deleted and conflict of the touched records, in the words of the office's own import. */
export const countFates = `
  SELECT fate, count(*)::int AS n FROM (
    SELECT CASE WHEN h.conflict AND NOT coalesce(b.conflict, false) THEN 'conflict'
      WHEN b.uid IS NOT NULL AND b.conflict = h.conflict AND b.op = h.op AND b.dh = v.dh THEN 'same'
      WHEN NOT b.gone AND (h.deleted OR h.op = 'merge') THEN 'deleted' WHEN b.uid IS NULL THEN 'new' ELSE 'changed' END AS fate
    FROM (${touched}) t JOIN zhen.head h USING (county, uid) JOIN zhen.version v ON v.county = h.county AND v.id = h.version_id LEFT JOIN before b ON b.uid = h.uid) f
  GROUP BY fate`

/** Heads of the sender that are not held here. $1 = county, $2 = ids. */
export const notHeld = 'SELECT had.id FROM unnest($2::text[]) AS had (id) WHERE NOT EXISTS (SELECT 1 FROM zhen.version v WHERE v.county = $1 AND v.id = had.id)'

/** Those of them that no held version has seen either: what is missing. */
export const notSeen = 'SELECT id FROM unnest($2::text[]) AS had (id) EXCEPT SELECT unnest(seen) FROM zhen.version WHERE county = $1 AND head'

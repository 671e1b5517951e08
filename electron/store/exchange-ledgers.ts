/** Ledgers of the exchange: what each peer has, every package in and out, devices with their keys, attachments by digest. */
import type { Db } from './db'
import type { BlobRow, DeviceRow, ExchangeStore, PackageRow, PeerRow } from './exchange-store'

type Ledgers = Pick<ExchangeStore, 'peer' | 'peers' | 'putPeer' | 'package' | 'packageBySeal' | 'packages' | 'newestTaken' | 'putPackage' | 'dropPackage' | 'nextPseq' | 'device' | 'devices' | 'putDevice' | 'blob' | 'blobs' | 'putBlob' | 'blobsOfNobody'>

interface StoredPeer { readonly device: string; readonly org: string; readonly have: Buffer; readonly have_blobs: Buffer; readonly last_in: string | null; readonly last_out: string | null }
interface StoredPackage {
  readonly id: string; readonly direction: 'in' | 'out'; readonly device: string; readonly org: string; readonly pseq: number; readonly seal_sha256: string
  readonly state: string; readonly code: string | null; readonly counts: string; readonly file: string | null; readonly made_at: string; readonly done_at: string | null
}
interface StoredDevice { readonly id: string; readonly org: string; readonly keys: string; readonly cert: string | null; readonly state: string }

type Json = Readonly<Record<string, unknown>>

const digests = (bytes: Buffer): readonly string[] => Array.from({ length: bytes.length / 32 }, (_, i) => bytes.toString('hex', 32 * i, 32 * i + 32))

const peerOf = (row: StoredPeer): PeerRow => ({ device: row.device, org: row.org, have: row.have, haveBlobs: digests(row.have_blobs), lastIn: row.last_in, lastOut: row.last_out })

const packageOf = (row: StoredPackage): PackageRow => ({
  id: row.id, direction: row.direction, device: row.device, org: row.org, pseq: row.pseq, sealSha256: row.seal_sha256, state: row.state, code: row.code,
  counts: JSON.parse(row.counts) as Json, file: row.file, madeAt: row.made_at, doneAt: row.done_at,
})

const deviceOf = (row: StoredDevice): DeviceRow => ({ id: row.id, org: row.org, keys: JSON.parse(row.keys) as Json, cert: row.cert === null ? null : (JSON.parse(row.cert) as Json), state: row.state })

const one = <Row, T>(row: unknown, make: (row: Row) => T): T | null => (row === undefined ? null : make(row as Row))

/** `waiting` = attachments of staged lines that are not in the file. */
export function ledgersOf(db: Db, waiting: () => readonly string[]): Ledgers {
  return {
    peer: (device) => one<StoredPeer, PeerRow>(db.sql('SELECT * FROM peer WHERE device = ?').get(device), peerOf),
    peers: (org) => (db.sql('SELECT * FROM peer WHERE org = ifnull(?, org) ORDER BY org, device').all(org ?? null) as StoredPeer[]).map(peerOf),
    putPeer: (peer) => {
      db.sql('INSERT OR REPLACE INTO peer (device, org, have, have_blobs, last_in, last_out) VALUES (?, ?, ?, ?, ?, ?)')
        .run(peer.device, peer.org, Buffer.from(peer.have), Buffer.from(peer.haveBlobs.join(''), 'hex'), peer.lastIn, peer.lastOut)
    },

    package: (id) => one<StoredPackage, PackageRow>(db.sql('SELECT * FROM package WHERE id = ?').get(id), packageOf),
    packageBySeal: (seal) => one<StoredPackage, PackageRow>(db.sql('SELECT * FROM package WHERE seal_sha256 = ?').get(seal), packageOf),
    packages: ({ direction, org, device, state, limit = 1000 } = {}) => (db.sql(
      `SELECT * FROM package WHERE direction = ifnull(?, direction) AND org = ifnull(?, org) AND device = ifnull(?, device) AND state = ifnull(?, state)
       ORDER BY made_at DESC, pseq DESC, id LIMIT ?`,
    ).all(direction ?? null, org ?? null, device ?? null, state ?? null, limit) as StoredPackage[]).map(packageOf),
    newestTaken: () => new Map((db.sql(
      // The row of the greatest time: SQLite gives the other columns of the row that max() came from.
      `SELECT *, max(made_at || printf('%012d', pseq)) FROM package WHERE direction = 'in' AND state IN ('COMMITTED', 'RECEIPTED') GROUP BY org`,
    ).all() as StoredPackage[]).map((row) => [row.org, packageOf(row)] as const)),
    putPackage: (row) => {
      db.sql(
        `INSERT INTO package (id, direction, device, org, pseq, seal_sha256, state, code, counts, file, made_at, done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET direction = excluded.direction, device = excluded.device, org = excluded.org, pseq = excluded.pseq, seal_sha256 = excluded.seal_sha256,
           state = excluded.state, code = excluded.code, counts = excluded.counts, file = excluded.file, made_at = excluded.made_at, done_at = excluded.done_at`,
      ).run(row.id, row.direction, row.device, row.org, row.pseq, row.sealSha256, row.state, row.code, JSON.stringify(row.counts), row.file, row.madeAt, row.doneAt)
    },
    dropPackage: (id) => { db.sql('DELETE FROM package WHERE id = ?').run(id) },
    nextPseq: (device) => (db.value<number | null>('SELECT max(pseq) FROM package WHERE device = ?', device) ?? 0) + 1,

    device: (id) => one<StoredDevice, DeviceRow>(db.sql('SELECT * FROM device WHERE id = ?').get(id), deviceOf),
    devices: (org) => (db.sql('SELECT * FROM device WHERE org = ifnull(?, org) ORDER BY org, id').all(org ?? null) as StoredDevice[]).map(deviceOf),
    putDevice: (row) => {
      db.sql('INSERT OR REPLACE INTO device (id, org, keys, cert, state) VALUES (?, ?, ?, ?, ?)').run(row.id, row.org, JSON.stringify(row.keys), row.cert === null ? null : JSON.stringify(row.cert), row.state)
    },

    blob: (sha256) => (db.sql('SELECT sha256, size, mime, state FROM blob WHERE sha256 = ?').get(sha256) as BlobRow | undefined) ?? null,
    blobs: (state) => db.sql('SELECT sha256, size, mime, state FROM blob WHERE state = ifnull(?, state) ORDER BY sha256').all(state ?? null) as BlobRow[],
    putBlob: (row) => {
      db.sql('INSERT OR REPLACE INTO blob (sha256, size, mime, state) VALUES (?, ?, ?, ?)').run(row.sha256, row.size, row.mime, row.state)
    },
    blobsOfNobody: () => db.sql(
      `SELECT sha256, size, mime, state FROM blob WHERE state = 'here' AND sha256 NOT IN (
         SELECT json_extract(data, '$.sha256') FROM version WHERE type = 'file' AND json_extract(data, '$.sha256') IS NOT NULL
         UNION SELECT json_extract(data, '$.sha256') FROM stage WHERE type = 'file' AND json_extract(data, '$.sha256') IS NOT NULL
         UNION SELECT value FROM json_each(?)
         UNION SELECT json_extract(value, '$.sha256') FROM setting WHERE key GLOB 'paper.*' AND json_extract(value, '$.sha256') IS NOT NULL) ORDER BY sha256`,
    ).all(JSON.stringify(waiting())) as BlobRow[],
  }
}

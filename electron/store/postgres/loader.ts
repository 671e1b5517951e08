/** Takes one package into PostgreSQL: its lines into a table of this connection, then everything set-wise, in one transaction. */
import type { Client } from 'pg'
import type { Version } from '../../../shared/exchange/version'
import type { Result } from '../../../shared/result'
import { asked, inSchemaTurn, transaction } from './connect'
import { blankErased, countFates, insertVersions, markHeads, notHeld, notSeen, refuseForeign, refuseScope, rememberBefore, writeHeads } from './merge-sql'
import { partitionsOf, versionColumns } from './schema'
import { upcastStaged } from './upcast'

export interface LoadedPackage {
  readonly id: string
  readonly sealSha256: string
  readonly type: string
  readonly county: string
  readonly org: string
  readonly device: string
  readonly pseq: number
  readonly madeAt: string
}

export interface LoadLine {
  readonly version: Version
  /** Canonical text of the values; null = blanked. */
  readonly text: string | null
}

/** What the lines of a package came with, once all of them were read. */
export interface LineSource {
  /** Ids of the sender's heads. */
  readonly have: readonly string[]
  /** Types that may not travel in this package. */
  readonly closedTypes: readonly string[]
  /** Lines that were refused while they were read. */
  readonly errors: number
}

export interface LoadCounts {
  readonly added: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
  readonly conflict: number
  readonly error: number
  /** Heads of the sender that have not come: 0 = complete. */
  readonly missing: number
}

export type Loaded = { readonly state: 'known' } | { readonly state: 'loaded'; readonly counts: LoadCounts }

/** Ends the transaction without a trace: the package turned out not to be whole. */
class GivenUp extends Error {
  readonly failure: Exclude<Result<never>, { readonly ok: true }>
  constructor(failure: GivenUp['failure']) {
    super(failure.code)
    this.failure = failure
  }
}

/** Makes the partitions of a county that is new here. */
export const openCounty = (client: Client, county: string): Promise<Result<void>> => asked(async () => {
  // Asked of the table itself: `to_regclass` may answer from what this connection remembers from before it waited for its turn.
  const missing = async (table: string): Promise<boolean> =>
    (await client.query(`SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'zhen' AND c.relname = $1`, [table])).rowCount === 0
  for (const { name, make } of partitionsOf(county)) {
    if (!await missing(name)) continue
    await inSchemaTurn(client, async () => {
      if (await missing(name)) for (const statement of make) await client.query(statement)
    })
  }
})

/** Attachments travel with their owner. */
const ownerOf = ({ version }: LoadLine): string | null => {
  const owner = version.type === 'file' ? version.data?.['owner'] : null
  return typeof owner === 'string' && /^[a-z2-7]{26}$/.test(owner) ? owner : null
}

async function stage(client: Client, county: string, first: number, lines: readonly LoadLine[]): Promise<void> {
  const column = <T>(of: (line: LoadLine) => T): readonly T[] => lines.map(of)
  await client.query(
    `INSERT INTO stage (n, ${versionColumns}, owner)
     SELECT n, $2, id, uid, type, org, op, hlc, sv, string_to_array(seen, ' '), data::json, h, dh, by_user, at_local, owner
     FROM unnest($1::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[])
       AS line (n, id, uid, type, org, op, hlc, sv, seen, data, h, dh, by_user, at_local, owner)`,
    [
      lines.map((_, i) => first + i), county, column(({ version }) => version.id), column(({ version }) => version.uid), column(({ version }) => version.type), column(({ version }) => version.org),
      column(({ version }) => version.op), column(({ version }) => version.hlc), column(({ version }) => version.sv), column(({ version }) => version.seen.join(' ')), column(({ text }) => text),
      column(({ version }) => version.h), column(({ version }) => version.dh), column(({ version }) => version.by), column(({ version }) => version.at), column(ownerOf),
    ],
  )
}

const missingOf = async (client: Client, county: string, have: readonly string[]): Promise<number> => {
  const lacking = (await client.query<{ id: string }>(notHeld, [county, have])).rows.map((row) => row.id)
  return lacking.length === 0 ? 0 : (await client.query(notSeen, [county, lacking])).rowCount ?? 0
}

async function merge(client: Client, pkg: LoadedPackage, source: LineSource): Promise<LoadCounts> {
  const changed = async (statement: string, values: readonly unknown[] = []): Promise<number> => (await client.query(statement, [...values])).rowCount ?? 0
  await client.query('ANALYZE stage')
  const refused = await changed(refuseScope, [source.closedTypes]) + await changed(refuseForeign)
  await client.query(rememberBefore)
  const added = await changed(insertVersions(versionColumns), [pkg.id])
  await changed(blankErased)
  await upcastStaged(client)
  await changed(markHeads)
  await changed(writeHeads)
  const fates = new Map((await client.query<{ fate: string; n: number }>(countFates)).rows.map(({ fate, n }) => [fate, n]))
  const of = (fate: string): number => fates.get(fate) ?? 0
  return {
    added, new: of('new'), changed: of('changed'), same: of('same'), deleted: of('deleted'), conflict: of('conflict'), error: source.errors + refused,
    missing: await missingOf(client, pkg.county, source.have),
  }
}

/**
 * Loads one checked package. `read` hands its lines on in batches and says at the end what came with them; a failure of it leaves nothing. The
 * same package again is `known`. One town at a time: two loaders that have packages of one town wait for one another.
 */
export async function loadPackage(client: Client, pkg: LoadedPackage, read: (take: (lines: readonly LoadLine[]) => Promise<void>) => Promise<Result<LineSource>>): Promise<Result<Loaded>> {
  try {
    return await asked(() => transaction(client, async (): Promise<Loaded> => {
      // A county's roll-up may carry records of any of its towns: it waits for all of them, and they for it.
      await client.query(`SELECT pg_advisory_xact_lock${pkg.org === pkg.county ? '' : '_shared'}(hashtextextended($1, 0))`, [pkg.county])
      if (pkg.org !== pkg.county) await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [pkg.org])
      const known = await client.query('SELECT 1 FROM zhen.package WHERE id = $1 OR seal_sha256 = $2', [pkg.id, pkg.sealSha256])
      if (known.rowCount !== 0) return { state: 'known' }
      let n = 0
      const source = await read(async (lines) => {
        await stage(client, pkg.county, n, lines)
        n += lines.length
      })
      if (!source.ok) throw new GivenUp(source)
      const counts = await merge(client, pkg, source.value)
      await client.query(
        'INSERT INTO zhen.package (id, seal_sha256, type, county, org, device, pseq, made_at, counts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [pkg.id, pkg.sealSha256, pkg.type, pkg.county, pkg.org, pkg.device, pkg.pseq, pkg.madeAt, JSON.stringify(counts)],
      )
      return { state: 'loaded', counts }
    }))
  } catch (error) {
    if (error instanceof GivenUp) return error.failure
    throw error
  }
}

/** Closes a connection. */
export const disconnect = (client: Client): Promise<void> => client.end().catch(() => undefined)


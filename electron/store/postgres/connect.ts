/** A connection to PostgreSQL. The driver is loaded with the first one: no other command needs it, and no window ever asks for it. */
import type { Client } from 'pg'
import { fail, ok, type Failure, type Result } from '../../../shared/result'
import { schema, stageTable } from './schema'
import { upcastAll } from './upcast'

/** All loaders share one turn for what must not happen twice at once (tables, partitions). */
const schemaTurn = 511_321

const codeOf = (error: unknown): string | null => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null)

/** Classes of SQLSTATE that are the server's or its keeper's to put right, not faults of this program. */
const serverSide = /^(08|28|3D|42501|53|57|58)/

/** The failure that an error of the server stands for; null = a fault of this program. */
export function postgresFailure(error: unknown): Failure | null {
  const code = codeOf(error)
  if (code === '53100') return fail('disk-full', { detail: { on: 'database' } })
  if (code !== null && (/^E[A-Z]+$/.test(code) || serverSide.test(code))) return fail('no-database', { detail: { reason: code } })
  // The driver says a broken connection in words only, as an error without a code of its own.
  return error instanceof Error && code === null && error.message.startsWith('Connection terminated') ? fail('no-database', { detail: { reason: 'closed' } }) : null
}

/** Runs `work`, with what the server refuses as a value. */
export async function asked<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    return postgresFailure(error) ?? Promise.reject(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Connects. `no-database` = nobody answers there, or does not let us in; the password comes from PGPASSWORD or ~/.pgpass. */
export async function connect(url: string): Promise<Result<Client>> {
  if (!/^postgres(ql)?:\/\//.test(url)) return fail('no-database', { detail: { reason: 'url' } })
  const { default: pg } = await import('pg')
  return asked(async () => {
    const client = new pg.Client({ connectionString: url, application_name: 'zhen-renda' })
    // A server that goes away between two questions must not end the process: the next question hears of it.
    client.on('error', () => undefined)
    await client.connect()
    await client.query('SET client_min_messages = warning')
    await client.query(stageTable)
    return client
  })
}

/** Runs `work` in one transaction; what it throws rolls back. */
export async function transaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const done = await work()
    await client.query('COMMIT')
    return done
  } catch (error) {
    // After a lost connection there is nothing to roll back: the server has done it.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/**
 * Lets one loader at a time change what tables there are. The turn comes before the transaction: one that began while another loader made the schema
 * does not see it, and would make it again.
 */
export async function inSchemaTurn(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [schemaTurn])
  try {
    await transaction(client, work)
  } finally {
    // A lost connection has let go of it.
    await client.query('SELECT pg_advisory_unlock($1)', [schemaTurn]).catch(() => undefined)
  }
}

/** Makes tables and views that are not there yet. */
export const prepareSchema = (client: Client): Promise<void> =>
  inSchemaTurn(client, async () => {
    for (const statement of schema) await client.query(statement)
    await upcastAll(client)
  })

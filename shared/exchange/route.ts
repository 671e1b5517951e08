/** Whether a package is for this office at all: the first question after the layout, asked of the clear header. */
import { fail, ok, type Result } from '../result'
import { isDemo, type Header } from './header'

/** The office that asks; a town that is not paired yet has no realm. */
export interface Office {
  readonly role: 'town' | 'county'
  /** Nine digits of a town, six of a county. */
  readonly org: string
  readonly name: string
  readonly realm: string | null
  /** Of a county: the realm of the level above, whose receipts it takes. */
  readonly above?: string
}

const countyOf = (header: Header): string => (header.type === 'up' || header.type === 'rollup' ? header.to.org : header.from.org)

/** What an office takes: a town receipts; a county packages, and receipts from above. */
function wanted(header: Header, me: Office): boolean {
  if (me.role === 'town') return header.type === 'down'
  return header.type === 'up' || (header.type === 'rollup' && header.to.org === me.org) || isAnswer(header, me)
}

const isAnswer = (header: Header, me: Office): boolean => me.role === 'county' && me.above !== undefined && header.type === 'down' && header.to.org === me.org

/**
 * Routes a header. `not-paired`, `demo-data` (practice among real data or the other way round), `wrong-county`, `wrong-realm` (the same
 * county with other keys), `wrong-role` (a receipt at the county, a town's package at a town, an invitation where packages go),
 * `wrong-town`. Both names are in the detail.
 */
export function route(header: Header, me: Office): Result<Header> {
  const detail = { type: header.type, name: header.to.name, from: header.from, to: header.to, me: { org: me.org, name: me.name } }
  const realm = isAnswer(header, me) ? me.above ?? null : me.realm
  if (realm === null) return fail('not-paired', { detail })
  if (isDemo(header.realm) !== isDemo(realm)) return fail('demo-data', { detail })
  if (header.type === 'rollup' && !wanted(header, me)) return fail('wrong-role', { detail })
  if (header.realm !== realm) return fail(countyOf(header) === me.org.slice(0, 6) ? 'wrong-realm' : 'wrong-county', { detail })
  if (!wanted(header, me)) return fail('wrong-role', { detail })
  if (header.to.org !== me.org) return fail(me.role === 'county' ? 'wrong-county' : 'wrong-town', { detail })
  return ok(header)
}

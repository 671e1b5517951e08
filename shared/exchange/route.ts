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
}

const countyOf = (header: Header): string => (header.type === 'up' || header.type === 'rollup' ? header.to.org : header.from.org)

/**
 * Routes a header. `not-paired`, `demo-data` (practice among real data or the other way round), `wrong-county`, `wrong-realm` (the same
 * county with other keys), `wrong-role` (a receipt at the county, a town's package at a town, an invitation where packages go),
 * `wrong-town`. Both names are in the detail.
 */
export function route(header: Header, me: Office): Result<Header> {
  const detail = { type: header.type, name: header.to.name, from: header.from, to: header.to, me: { org: me.org, name: me.name } }
  if (me.realm === null) return fail('not-paired', { detail })
  if (isDemo(header.realm) !== isDemo(me.realm)) return fail('demo-data', { detail })
  if (header.realm !== me.realm) return fail(countyOf(header) === me.org.slice(0, 6) ? 'wrong-realm' : 'wrong-county', { detail })
  if (header.type !== (me.role === 'county' ? 'up' : 'down')) return fail('wrong-role', { detail })
  if (header.to.org !== me.org) return fail(me.role === 'county' ? 'wrong-county' : 'wrong-town', { detail })
  return ok(header)
}

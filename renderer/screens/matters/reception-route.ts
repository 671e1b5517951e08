/** The entry of a reception itself, begun with the station, the day and those on duty. Pure. */
import { idsOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import type { Route } from '../../state/routes'

interface Asked {
  readonly site: Rec | null
  /** '' = today. */
  readonly day?: string
  /** Who was there; default: the deputies of the station. */
  readonly deputies?: readonly string[]
}

const receptionKind = '09'

export function receptionRoute({ site, day = '', deputies = [] }: Asked): Route {
  const ids = deputies.length > 0 ? deputies : site === null ? [] : idsOf(site.fields, 'deputies')
  return {
    screen: 'quick-activity',
    preset: {
      kind: receptionKind, title: `${site === null ? '' : textOf(site.fields, 'name')}接待选民`, ...(day === '' ? {} : { start_on: day }), ...(site === null ? {} : { site: site.id }),
      ...(ids.length > 0 ? { roll: { ids, marks: {}, reasons: {} } } : {}),
    },
  }
}

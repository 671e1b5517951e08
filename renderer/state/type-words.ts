/** What a record type is called and where it stands in the rail, from its declaration. */
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { atLevel } from '../../shared/records/at-level'
import type { RailKey } from './routes'
import { useSession } from './session'

const railOfMenu: Readonly<Record<NonNullable<Declaration['menu']>, RailKey>> = {
  people: 'deputies', meetings: 'meetings', activities: 'activities', suggestions: 'suggestions', supervision: 'supervision', sites: 'sites',
  matters: 'matters', funds: 'funds', documents: 'documents', settings: 'settings',
}

/** 建议, 活动, …; the type itself where it is not known (written by a newer version). */
export function labelOfType(type: string): string {
  const declaration = declarationOf(type)
  return declaration === null ? type : atLevel(declaration, useSession.getState().office?.code ?? '').label
}

/** The rail item of a record type. */
export function menuOfType(type: string): RailKey | null {
  const menu = declarationOf(type)?.menu
  return menu === undefined ? null : railOfMenu[menu]
}

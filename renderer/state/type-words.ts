/** What a record type is called and where it stands in the rail, from its declaration. */
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import type { RailKey } from './routes'

const railOfMenu: Readonly<Record<NonNullable<Declaration['menu']>, RailKey>> = {
  people: 'deputies', meetings: 'meetings', activities: 'activities', suggestions: 'suggestions', supervision: 'supervision', sites: 'sites',
  matters: 'matters', funds: 'funds', documents: 'documents', settings: 'settings',
}

/** 建议, 活动, …; the type itself where it is not known (written by a newer version). */
export const labelOfType = (type: string): string => declarationOf(type)?.label ?? type

/** The rail item of a record type. */
export function menuOfType(type: string): RailKey | null {
  const menu = declarationOf(type)?.menu
  return menu === undefined ? null : railOfMenu[menu]
}

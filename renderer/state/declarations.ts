/** Declarations as the office wants them: its own fields, its names for the given ones. */
import { useMemo } from 'react'
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { atLevel } from '../../shared/records/at-level'
import { withSettings, type FieldSetting } from '../../shared/records/own-fields'
import { sayLabel } from './say-label'
import { useSession } from './session'
import { useQuery } from './use-query'

const none: readonly FieldSetting[] = []

const written = new WeakMap<Declaration, Declaration>()

function withLabels(declaration: Declaration): Declaration {
  const known = written.get(declaration)
  if (known !== undefined) return known
  const fields = Object.fromEntries(Object.entries(declaration.fields).map(([key, field]) => [key, field.label.includes('(') ? { ...field, label: sayLabel(field.label) } : field]))
  const said = { ...declaration, fields }
  written.set(declaration, said)
  return said
}

/** A declaration, or a screen's own reading of one, with what the office made of it. `org` = whose record it is: a town may have fields that the county has not. */
export function useOurs<D extends Declaration | null>(declaration: D, org?: string): D {
  const settings = useSession((state) => state.office?.fields ?? none)
  const ours = useSession((state) => state.office?.code)
  const theirs = useQuery('fields.get', org === undefined || org === ours ? null : { org }, { types: ['office'] }).data?.settings ?? none
  return useMemo(() => (declaration === null ? declaration : (withSettings(withSettings(withLabels(atLevel(declaration, ours ?? '')), theirs), settings) as D)), [declaration, ours, settings, theirs])
}

/** The declaration of a type; null for a name that is none. */
export const useDeclaration = (type: string): Declaration | null => useOurs(declarationOf(type))

/** The same outside of a component. */
export function declarationNow(type: string): Declaration | null {
  const plain = declarationOf(type)
  const { office } = useSession.getState()
  return plain === null ? null : withSettings(withLabels(atLevel(plain, office?.code ?? '')), office?.fields ?? none)
}

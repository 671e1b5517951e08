/** The declarations as each office wants them, kept until its file changes. */
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { atLevel } from '../../shared/records/at-level'
import { settingsIn, withSettings, type FieldSetting } from '../../shared/records/own-fields'
import type { Store } from '../store/store'

export class Layouts {
  readonly #store: () => Store
  readonly #known = new Map<string, { readonly settings: readonly FieldSetting[]; readonly types: Map<string, Declaration> }>()

  constructor(store: () => Store) {
    this.#store = store
  }

  #of(org: string) {
    const known = this.#known.get(org)
    if (known) return known
    const store = this.#store()
    const office = store.get(store.uidOf('office', {}, org) ?? '')
    const fresh = { settings: office && !office.deleted ? settingsIn(office.fields) : [], types: new Map<string, Declaration>() }
    this.#known.set(org, fresh)
    return fresh
  }

  settings(org: string): readonly FieldSetting[] {
    return this.#of(org).settings
  }

  /** The declaration of a type with what this office (default: our own) has made of it; null for a name that is none. */
  declaration(type: string, org = this.#store().office.code): Declaration | null {
    const { settings, types } = this.#of(org)
    const known = types.get(type)
    if (known) return known
    const plain = declarationOf(type)
    if (plain === null) return null
    const made = withSettings(atLevel(plain, this.#store().office.code), settings)
    types.set(type, made)
    return made
  }

  forget(): void {
    this.#known.clear()
  }
}

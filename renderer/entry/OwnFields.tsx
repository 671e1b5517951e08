import { FieldRow } from '../fields/FieldRow'
import { useDeclaration } from '../state/declarations'
import { Card } from '../ui/Card'
import { entryFieldId, type Entry } from './use-entry'

interface OwnFieldsProps {
  readonly entry: Entry
  readonly type: string
  /** What is saved already, where a saved record is changed. */
  readonly saved?: Readonly<Record<string, unknown>>
}

/** The fields that the office added to the type, under those of the quick entry; nothing where there are none. */
export function OwnFields({ entry, type, saved = {} }: OwnFieldsProps) {
  const own = Object.entries(useDeclaration(type)?.fields ?? {}).filter(([, field]) => field.own === true && field.hidden !== true)
  if (own.length === 0) return null
  return (
    <Card title="本单位加的栏目" className="entry-own">
      {own.map(([key, field]) => (
        <FieldRow
          key={key}
          id={entryFieldId(key)}
          field={field}
          value={Object.hasOwn(entry.values, key) ? entry.values[key] : saved[key]}
          onChange={(next) => entry.set(key, next)}
          onLeave={entry.draft.flush}
          error={entry.errors[key] ?? null}
        />
      ))}
    </Card>
  )
}

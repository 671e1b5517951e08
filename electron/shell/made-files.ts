/** Files that an answer of the store says it made: only what was made or chosen in this session may be opened outside. */
import type { OutputOf, StoreCommandName } from '../../shared/contract'
import type { Result } from '../../shared/result'

type Made = { readonly [N in StoreCommandName]?: (value: OutputOf<N>) => readonly string[] }

const made: Made = {
  'stats.file': ({ files }) => files.map((file) => file.path),
  'list.file': ({ files }) => files.map((file) => file.path),
  'deputies.file': ({ files }) => files.map((file) => file.path),
  'form.fill': ({ files }) => files.map((file) => file.path),
  'report.folder': ({ path }) => [path],
  'archive.make': ({ path }) => [path],
  'report.make': ({ files }) => files.map((file) => file.path),
  'official.make': ({ files }) => files.map((file) => file.path),
  'exchange.invite': ({ file }) => [file],
  'paper.docx': ({ files }) => files.map((file) => file.path),
  'file.open': ({ path }) => [path],
}

/** Absolute paths; none for a failure and for commands that make no document. */
export function madeFiles(name: string, answer: Result<unknown>): readonly string[] {
  if (!answer.ok || !Object.hasOwn(made, name)) return []
  const read = made[name as StoreCommandName] as ((value: unknown) => readonly string[]) | undefined
  return read?.(answer.value) ?? []
}

/** Takes a chosen file in and puts it where the paper is wanted. */
import { call } from '../api'
import { notifyFailure, notifySaved } from '../state/notices'

/** @param into the record and the field that names the file; `name` = what it is called: 答复函 */
export async function attachPaper(into: { readonly id: string; readonly key: string }, name: string): Promise<void> {
  const picked = await call('shell.pick-file', { title: `选${name}`, kinds: 'any' })
  if (!picked.ok) return notifyFailure(picked)
  if (picked.value.path === null) return
  const added = await call('file.add', { owner: into.id, path: picked.value.path })
  if (!added.ok) return notifyFailure(added)
  const set = await call('record.set', { id: into.id, fields: { [into.key]: added.value.file.id }, base: added.value.record.version })
  if (set.ok) notifySaved(`已添加${name}`, { id: set.value.record.id, version: set.value.record.version })
  else notifyFailure(set)
}

/**
 * Takes in versions that others wrote. Union of what is held and what comes; heads, typed rows, links and search follow in the same
 * transaction. Order, repetition and splitting into several calls make no difference.
 */
import type { Version } from '../../shared/exchange/version'
import { canonOrFault } from '../../shared/exchange/canon'
import { figureType } from '../../shared/exchange/figure-fact'
import { schemaOf } from '../../shared/records/schema'
import { isRecordType } from '../../shared/records'
import type { ForeignVersion, Merged } from './change'
import { write, type Core } from './core'
import type { StoredVersion } from './exchange-store'
import { readHead, type Projected } from './projection'
import { takeVersion } from './take-version'

/** What became of a record, from the first look at it to the last within one import. */
interface Story {
  readonly before: Projected['before']
  readonly conflictBefore: boolean
  after: Projected['after']
  conflict: boolean
  changed: boolean
}

const fateOf = (story: Story): keyof Merged['records'] => {
  if (story.conflict && !story.conflictBefore) return 'conflict'
  if (!story.changed) return 'same'
  if (story.before === 'living' && story.after === 'gone') return 'deleted'
  return story.before === null ? 'new' : 'changed'
}

/** Text and meta of a version that is given whole. */
export function storedVersion(version: Version): StoredVersion {
  const { data, ...meta } = version
  if (data === null) return { meta, text: null }
  const text = canonOrFault(data, 2)
  if (typeof text !== 'string') throw new Error(`a version without canonical form: ${text.reason} at ${text.path}`)
  return { meta, text }
}

/** Puts versions whose hashes were verified by whoever read them. */
export function putStored(core: Core, versions: Iterable<StoredVersion>, receivedIn: string | null): Merged {
  return write(core, (pending) => {
    const stories = new Map<string, Story>()
    const held = new Set<string>()
    let added = 0
    let known = 0
    const foreign: ForeignVersion[] = []
    for (const version of versions) {
      const { id, uid, type, org, sv } = version.meta
      const here = readHead(core.db, uid)
      // A record never changes its town or type: such a version is another town's attempt at this record.
      if (here && (here.type !== type || here.org !== org)) {
        foreign.push({ id, uid, type, field: here.org === org ? 'type' : 'org' })
        continue
      }
      const taken = takeVersion(core, pending, version, receivedIn, here)
      if (!here && !taken) {
        foreign.push({ id, uid, type, field: 'id' })
        continue
      }
      if (taken) added += 1
      else known += 1
      if ((isRecordType(type) || type === figureType) && sv <= schemaOf(type)) tell(stories, uid, taken, core)
      else held.add(uid)
    }
    const records = { new: 0, changed: 0, same: 0, deleted: 0, conflict: 0 }
    for (const story of stories.values()) records[fateOf(story)] += 1
    const ids = [...stories].filter(([, story]) => story.changed).map(([uid]) => uid).sort()
    return { added, known, foreign, records, held: held.size, ids }
  })
}

function tell(stories: Map<string, Story>, uid: string, taken: Projected | null, core: Core): void {
  const story = stories.get(uid)
  if (story) {
    if (!taken) return
    story.after = taken.after
    story.conflict = taken.conflict
    story.changed ||= taken.changed
    return
  }
  if (taken) {
    stories.set(uid, { ...taken })
    return
  }
  const conflict = core.db.value<number>('SELECT conflict FROM head WHERE uid = ?', uid) === 1
  stories.set(uid, { before: 'living', after: 'living', conflict, conflictBefore: conflict, changed: false })
}

/** 票决: the ballot and what it decided about each project, in one commit. */
import { intOf } from '../../shared/facts'
import type { Row } from '../../shared/fields'
import { decideProjects } from '../../shared/projects/decide'
import { fail, ok, type Warning } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareNew } from './prepare'
import { printRecord } from './print-record'
import { applyStep, commit, putOf, seeing } from './save'

const counts = ['for_count', 'against_count', 'abstain_count'] as const

export const projectVoteHandlers = {
  'project.vote': ({ vote, voted_on, projects, draft }, desk) => {
    const recs = projects.map((one) => desk.store.get(desk.store.resolve(one.id)))
    const missing = projects.find((_, index) => recs[index]?.type !== 'livelihood_project' || recs[index].deleted)
    if (missing) return fail('not-found', { detail: { id: missing.id } })
    const candidates = projects.map((one, index): Row => ({ name: desk.store.title(recs[index]?.id ?? ''), ...Object.fromEntries(counts.flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]]))) }))
    const prepared = prepareNew(desk, 'vote', { ...vote, kind: '3', candidates })
    if (!prepared.ok) return prepared
    const ballot = { id: desk.newId(), type: 'vote', org: desk.store.office.code, version: '', fields: prepared.value.data, deleted: false }
    const fates = decideProjects(prepared.value.data, desk.rules.entry('congress.majority'))
    const warnings: Warning[] = [...prepared.value.warnings]
    const changes: Change[] = [{ op: 'put', type: 'vote', uid: ballot.id, data: prepared.value.data }]
    for (const [index, rec] of recs.entries()) {
      const row = candidates[index] ?? {}
      if (!rec || fates[index] === 'open') continue
      const fields = { voted_on, session: vote['meeting'], vote: ballot.id, votes: intOf(row, 'for_count'), elected: fates[index] === 'elected' }
      const ran = applyStep(desk, rec, 'vote', fields, seeing(desk.store.lookup(), ballot))
      if (!ran.ok) return ran
      warnings.push(...ran.value.warnings)
      changes.push(putOf(ran.value.rec), ...ran.value.changes)
    }
    const done = commit(desk, changes)
    if (!done.ok) return done
    if (draft !== undefined) desk.store.drafts.drop(draft)
    const saved = done.value.recs[0]
    return saved ? ok({ record: printRecord(desk, saved), fates, warnings }) : fail('internal')
  },
} satisfies Partial<Handlers<Desk>>

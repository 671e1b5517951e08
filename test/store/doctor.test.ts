import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../electron/store/connection'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { office, password, type Office } from './support/office'
import { tables } from './support/tables'

/** A town with something of everything, whose file is then changed behind the store's back. */
function damaged(...statements: readonly string[]): { readonly town: Office; readonly before: ReturnType<typeof tables> } {
  const town = office()
  const [a, b] = ['甲有田', '乙有田'].map((name) => town.put('person', { name }))
  const gone = town.put('organisation', { name: '旧单位' })
  town.put('suggestion', { no: '19-闭-001', title: '关于修路的建议', cohosts: [gone.id] })
  town.commit({ op: 'merge', from: a?.id ?? '', into: b?.id ?? '', reason: '同一人' })
  const before = tables(town.dir)
  town.store.close()
  const key = unlockKeyfile(town.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(join(town.dir, 'data.db'), key.value)
  for (const statement of statements) raw.exec(statement)
  raw.close()
  town.reopen()
  return { town, before }
}

const found = (town: Office, fix = false) => Object.fromEntries(town.store.doctor({ fix }).findings.filter((finding) => finding.count > 0).map((finding) => [finding.check, [finding.ok, finding.count, finding.fixed]]))

test('a healthy store has no findings', () => {
  const { town } = damaged()
  expect(town.store.doctor()).toMatchObject({ ok: true })
  expect(found(town)).toEqual({})
})

test('rows, links, redirects, search and heads that disagree with the versions are found and made again', () => {
  const harms: readonly (readonly [string, string])[] = [
    ['rows', `UPDATE t_person SET name = '别人' WHERE deleted = 0`],
    ['rows', 'DELETE FROM t_suggestion'],
    ['links', 'DELETE FROM link'],
    ['search', 'DELETE FROM search WHERE rowid = (SELECT min(n) FROM t_suggestion)'],
    ['heads', 'UPDATE head SET conflict = 1'],
    ['heads', `UPDATE version SET head = 0 WHERE type = 'suggestion'`],
    ['redirects', 'DELETE FROM redirect'],
  ]
  for (const [check, statement] of harms) {
    const { town, before } = damaged(statement)
    expect(Object.keys(found(town)), statement).toContain(check)
    expect(town.store.doctor().ok).toBe(false)
    const fixed = found(town, true)
    for (const [ok, count, repaired] of Object.values(fixed)) expect([ok, repaired]).toEqual([true, count])
    expect(found(town)).toEqual({})
    expect(tables(town.dir)).toEqual(before)
    expect(town.store.search('修路', 5)).toHaveLength(1)
    town.store.close()
  }
})

test('a version whose content does not fit its digest is reported, not repaired', () => {
  const { town } = damaged(`UPDATE version SET data = replace(data, '修路', '修桥')`)
  const report = town.store.doctor({ fix: true })
  expect(report.ok).toBe(false)
  expect(report.findings.find((finding) => finding.check === 'digests')).toMatchObject({ ok: false, count: 1, fixed: 0 })
})

test('content that contradicts itself is counted for people and is no damage', () => {
  const { town } = damaged()
  town.put('suggestion', { no: '19-闭-001', title: '同号的另一件', lead: 'a'.repeat(26) })
  expect(found(town)).toEqual({ orphans: [true, 1, 0], 'double-numbers': [true, 2, 0] })
  expect(town.store.doctor().ok).toBe(true)
})

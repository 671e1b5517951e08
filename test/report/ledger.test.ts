import { expect, it } from 'vitest'
import { recordsOf } from '../../shared/report/ledger'
import { town } from '../support/build'

it('the folder for inspectors holds every problem that the year’s supervisions found, put right or not, and every promise of its answers', () => {
  const t = town()
  const supervision = t.add('supervision', { topic: '食品安全', form: '3', start_on: '2025-05-06' }, ['已开展', '2025-05-06'])
  const before = t.add('supervision', { topic: '河道治理', form: '3', start_on: '2024-11-06' }, ['已开展', '2024-11-06'])
  const fixed = t.add('finding', { supervision, no: 1, problem: '台账不全', done_on: '2025-06-01' })
  const open = t.add('finding', { supervision, no: 2, problem: '冷库损坏' })
  const later = t.add('finding', { supervision, no: 3, problem: '进货没有登记', done_on: '2026-02-01' })
  const old = t.add('finding', { supervision: before, no: 1, problem: '垃圾', done_on: '2025-01-20' })
  t.add('finding', { supervision: before, no: 2, problem: '警示牌' })
  const suggestion = t.suggestion('2025-03-01', {}, ['已提出', '2025-03-01'])
  const promise = t.add('promise', { suggestion, content: '年内开工', due: '2026-06' })
  const found = recordsOf(t.facts(), { from: '2025-01-01', to: '2025-12-31' })
  const ids = (type: string) => found.get(type)?.map(({ id }) => id).toSorted()
  expect([ids('finding'), ids('promise')]).toEqual([[fixed, open, later, old].toSorted(), [promise]])
})

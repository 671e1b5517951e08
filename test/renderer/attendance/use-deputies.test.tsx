import { renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { groupNames, useDeputies } from '../../../renderer/attendance/use-deputies'
import { today } from '../support/sample'
import { prepare } from '../support/show'
import { people } from './people'

const asked = async (day: string) => {
  const api = prepare({ 'deputies.list': { rows: [...people].reverse(), total: people.length } })
  const { result } = renderHook(() => useDeputies(day, today))
  await waitFor(() => expect(result.current.all).toHaveLength(4))
  return { deputies: result.current, input: api.of('deputies.list') }
}

describe('The deputies who can be ticked', () => {
  it('are those who were in office on the day of the event', async () => {
    expect((await asked('2023-05-06')).input).toEqual([{ status: '在任', at: '2023-05-06' }])
  })

  it('are those of today for an event to come, or while no day is typed', async () => {
    expect([(await asked('2026-05-06')).input, (await asked('11月')).input]).toEqual([[{ status: '在任' }], [{ status: '在任' }]])
  })

  it('are the town’s own first; those of higher levels are expected only when somebody says so', async () => {
    const { deputies } = await asked(today)
    expect([deputies.all.map((row) => row.name), deputies.own.map((row) => row.name), groupNames(deputies.own)])
      .toEqual([['邵长明', '陈国梁', '何秀兰', '吴月琴'], ['邵长明', '陈国梁', '何秀兰'], ['第二代表小组', '第一代表小组']])
  })
})

import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PracticeDoor } from '../../../renderer/screens/unlock/PracticeDoor'
import { fail, ok, type Result } from '../../../shared/result'
import { stateOf, town, townAnswers } from '../support/sample'
import { show } from '../support/show'

it('the practice office says what of it is being made, and called off leads back to the real one', async () => {
  let end: (answer: Result<never>) => void = () => undefined
  const { person, api } = show(<PracticeDoor />, {
    ...townAnswers, 'office.state': stateOf(town), 'shell.practice': { practice: false },
    'office.practice': () => new Promise<Result<never>>((answer) => { end = answer }), 'job.cancel': () => { end(fail('cancelled')); return ok({ asked: true as const }) },
  }, null)
  await waitFor(() => expect(api.of('office.practice')).toHaveLength(1))
  const job = api.of('office.practice')[0]?.job ?? ''
  act(() => api.tell({ kind: 'progress', job, phase: '一年的工作', done: 1, total: 4 }))
  expect((await screen.findByRole('progressbar', { name: '正在编：一年的工作' })).getAttribute('aria-valuenow')).toBe('25')
  await person.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(api.of('shell.practice')).toEqual([{ role: 'none' }]))
  expect([api.of('job.cancel'), screen.queryByRole('progressbar')]).toEqual([[{ job }], null])
})

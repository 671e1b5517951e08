import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import ActivityEntry from '../../../renderer/screens/activity/ActivityEntry'
import { meetingAnswers } from '../meetings/sample'
import { show } from '../support/show'

it('a new activity takes one of the usual titles of its kind with one press', async () => {
  const { person } = show(<ActivityEntry route={{ screen: 'quick-activity' }} />, { ...meetingAnswers, 'record.list': { rows: [], titles: {}, next: null, total: 0 } })
  await person.click(await screen.findByRole('radio', { name: '联络站接待' }))
  await person.click(within(screen.getByRole('group', { name: '常用的写法' })).getByRole('button', { name: '代表接待日' }))
  expect((screen.getByLabelText('标题') as HTMLInputElement).value).toBe('代表接待日')
  await person.click(screen.getByRole('radio', { name: '其他' }))
  expect(screen.queryByRole('group', { name: '常用的写法' })).toBeNull()
})

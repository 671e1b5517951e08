import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import RecordScreen from '../../../renderer/records/RecordScreen'
import { show } from '../support/show'
import { pageOf, rec, stepsAt } from './sample'

test('a paper that is missing is chosen at once: no form has a field to type it into', async () => {
  const document = rec('document', 'd1', { kind: '09', title: '关于商请提供资料的函' }, '已印发')
  const file = { id: 'f1', name: '函.pdf', mime: 'application/pdf', bytes: 10, original: false, here: true }
  const { person, api } = show(<RecordScreen route={{ screen: 'record', id: 'd1', type: 'document' }} />, {
    'record.page': pageOf(document, { title: '关于商请提供资料的函', steps: stepsAt('document', '已印发'), incomplete: ['file'] }),
    'shell.pick-file': { path: '/usb/函.pdf' }, 'file.add': { file, record: { ...document, version: 'v2' } }, 'record.set': { record: { ...document, version: 'v3' }, warnings: [] },
  })
  await person.click(await screen.findByRole('button', { name: '添加正文' }))
  await waitFor(() => expect(api.of('record.set')).toEqual([{ id: 'd1', fields: { file: 'f1' }, base: 'v2' }]))
  expect(api.of('file.add')).toEqual([{ owner: 'd1', path: '/usb/函.pdf' }])
})

import { expect, test } from 'vitest'
import { keyOfHeading } from '../../shared/history/old-ledger'
import { declarations } from '../../shared/records'

test('the short headings of a ledger of suggestions are known, as the list on the screen has them too', () => {
  const read = ['标题', '领衔', '联名', '提出时间', '主办', '协办', '承办单位', '经办电话'].map((heading) => keyOfHeading(declarations.suggestion, heading))
  expect(read).toEqual(['title', 'lead', 'cosign', 'raised_on', 'host', 'cohosts', 'host', null])
})

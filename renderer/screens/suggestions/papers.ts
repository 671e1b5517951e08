/** The papers that stand in a suggestion's parts: answers, receipts, the written withdrawal; those that are still wanted too. Pure. */
import { labelOf } from '../../../shared/codes'
import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import type { Timeline } from '../../../shared/suggestions/timeline'

export interface Paper {
  readonly key: string
  /** The file's record; null = still missing. */
  readonly file: string | null
  readonly name: string
  readonly note: string
  /** The field that it is to be put into. */
  readonly into: { readonly id: string; readonly key: string } | null
}

const rowsOf = (page: RecordPage, type: string): readonly Rec[] => page.children.find((list) => list.type === type)?.rows ?? []

const paper = (key: string, file: string, name: string, note: string, into: Paper['into']): Paper => ({ key, file: file === '' ? null : file, name, note, into: file === '' ? into : null })

/** @param say a day as people write it */
export function papersOf(page: RecordPage, timeline: Timeline, say: (day: string) => string): readonly Paper[] {
  const { record } = page
  const several = timeline.rounds.length > 1
  const replies = [...rowsOf(page, 'reply')].sort((a, b) => (intOf(a.fields, 'round') ?? 1) - (intOf(b.fields, 'round') ?? 1))
  const withdrawn = textOf(record.fields, 'withdrawn_on')
  return [
    ...replies.map((rec) => {
      const round = intOf(rec.fields, 'round') ?? 1
      const rated = textOf(rec.fields, 'rate_result')
      return paper(`reply ${rec.id}`, textOf(rec.fields, 'file'), [`${round > 1 ? '再次' : ''}答复函`, textOf(rec.fields, 'reply_no')].filter((word) => word !== '').join(' '),
        [say(textOf(rec.fields, 'reply_on')), several ? `第 ${String(round)} 轮` : '', rated === '' ? '' : labelOf('rate', rated)].filter((word) => word !== '').join('，'), { id: rec.id, key: 'file' })
    }),
    ...(withdrawn === '' ? [] : [paper('withdraw', textOf(record.fields, 'withdraw_file'), '代表书面撤回件', say(withdrawn), { id: record.id, key: 'withdraw_file' })]),
    ...rowsOf(page, 'promise').filter((rec) => textOf(rec.fields, 'receipt') !== '').map((rec) => paper(`receipt ${rec.id}`, textOf(rec.fields, 'receipt'), '承诺落实回执', textOf(rec.fields, 'content'), null)),
  ]
}

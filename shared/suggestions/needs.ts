/** What is still wanted before the next step of a suggestion: none of it is a condition of the law's making, all of it is asked for later. */
import { idsOf, textOf } from '../facts'
import { lastRound, roundOf } from '../steps/suggestion-rounds'
import { suggestionOutcome } from '../records/suggestion-outcome'
import { presentRound, unitsToAnswer } from './ahead'
import { openFile, type SuggestionFile, type TimelineInput } from './file'

export interface Need {
  readonly key: string
  readonly label: string
  readonly done: boolean
  /** Step that settles it. */
  readonly step?: string
  /** Field that it stands in: of the suggestion or of one of its answers. */
  readonly field?: { readonly type: string; readonly id: string; readonly key: string }
  /** Units that are meant. */
  readonly who?: readonly string[]
}

function beforeAnswer(file: SuggestionFile): readonly Need[] {
  const round = presentRound(file)
  const talks = file.lookup.where('contact', 'suggestion', file.rec.id).filter((one) => (one.fields['round'] ?? 1) === round).length
  const waiting = unitsToAnswer(file, round)
  const answered = file.replies.some((reply) => roundOf(reply) === round)
  return [
    { key: 'contact', label: `${round > 1 ? '本轮' : ''}与代表沟通（${String(talks)} 次）`, done: talks > 0, step: 'communicate' },
    ...(answered && waiting.length > 0 ? [{ key: 'units', label: '还没有答复的单位', done: false, step: 'reply', who: waiting }] : []),
  ]
}

const paper = [['reply_no', '答复文号'], ['file', '答复件'], ['signer', '签发人']] as const

/** What the answers of the last round lack on paper. */
function beforeRating(file: SuggestionFile): readonly Need[] {
  return file.replies.filter((reply) => roundOf(reply) === lastRound(file.replies)).flatMap((reply) =>
    paper.filter(([key]) => textOf(reply.fields, key) === '').map(([key, label]) => ({
      key: `${key} ${reply.id}`, label, done: false, field: { type: 'reply', id: reply.id, key },
    })))
}

function beforeClosing(file: SuggestionFile): readonly Need[] {
  const { rec, lookup } = file
  const result = suggestionOutcome(rec.fields, file.replies).result_class
  const proof = idsOf(rec.fields, 'files').length > 0 || textOf(rec.fields, 'outcome_note') !== ''
  const promised = lookup.where('promise', 'suggestion', rec.id).length > 0
  return [
    ...(result === 'A' ? [{ key: 'proof', label: '佐证材料或落实说明（A 类办结要有）', done: proof, step: 'close' }] : []),
    ...(result === 'B' ? [{ key: 'promise', label: '承诺事项（B 类要有）', done: promised, step: 'promise' }] : []),
  ]
}

/** In the order they are wanted; `[]` where nothing is. */
export function needsOf(input: TimelineInput): readonly Need[] {
  const file = openFile(input)
  switch (file.rec.status) {
    case '已交办': case '重新办理': return beforeAnswer(file)
    case '待反馈': return beforeRating(file)
    case '已评价': case '协调处理': return [...beforeClosing(file), ...beforeRating(file)]
    default: return []
  }
}

import { describe, expect, it } from 'vitest'
import { notVoting, voteDoubts, votesCounted } from '../../shared/records/vote-sums'

const show = { kind: '1', method: '1', total: 40, present: 38, for_count: 30, against_count: 4, abstain_count: 2 }
const ballot = { kind: '1', method: '2', total: 40, present: 38, issued: 38, collected: 37, valid: 36, invalid: 1, for_count: 30, against_count: 4, abstain_count: 2 }

describe('the numbers of one vote', () => {
  it('tell how many of those present did not vote', () => {
    expect([votesCounted(show), notVoting(show), notVoting(ballot)]).toEqual([36, 2, 1])
  })

  it('tell nothing while one of them is missing or more voted than were there', () => {
    expect([votesCounted({ ...show, abstain_count: null }), notVoting({ ...show, present: null }), notVoting({ ...show, present: 30 })]).toEqual([null, null, null])
  })

  it('agree, by hands and by ballot', () => {
    expect([voteDoubts(show), voteDoubts(ballot), voteDoubts({ kind: '1' })]).toEqual([[], [], []])
  })

  it.each([
    [{ ...show, for_count: 33 }, 'for_count', '赞成＋反对＋弃权 39，多于出席 38'],
    [{ ...ballot, for_count: 31 }, 'for_count', '赞成＋反对＋弃权 37，有效票 36'],
    [{ ...ballot, invalid: 2 }, 'valid', '有效票 36＋废票 2，收回 37'],
    [{ ...ballot, issued: 36 }, 'collected', '收回 37，多于发出 36'],
    [{ ...ballot, issued: 39 }, 'issued', '发出 39，多于出席 38'],
    [{ ...ballot, kind: '2', seats: 1, candidates: [{ name: '张三', for_count: 37 }] }, 'candidates', '张三 得票合计 37，多于有效票 36'],
    [{ ...ballot, kind: '2', seats: 1, candidates: [{ name: '张三', for_count: 30 }], other_names: [{ name: '李四', for_count: 7 }] }, 'candidates', '赞成票合计 37，多于应选 1×有效票 36'],
  ])('say at which field they do not', (data, field, say) => {
    expect(voteDoubts(data)).toEqual([{ field, say }])
  })
})

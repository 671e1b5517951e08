/** The quorum in one sentence with the numbers it used. Pure. */
import { needed } from '../../../shared/rules/deputies'
import type { RuleEntry } from '../../../shared/rules/rule-book'
import { chineseShare, isHalf } from '../../../shared/rules/rule-words'

export interface QuorumSaid {
  readonly enough: boolean
  readonly say: string
}

/** 全体代表 40 人，三分之二是 27 人；到会 38 人，够了。 Null while nobody is expected or no rule asks for a number. */
export function sayQuorum(who: '全体代表' | '主席团成员', present: number, total: number | null, entry: RuleEntry | null): QuorumSaid | null {
  const need = total === null || total === 0 || entry === null ? null : needed(entry, total)
  if (need === null || entry === null) return null
  const share = isHalf(entry) ? '过半数' : chineseShare(entry)
  const enough = present >= need
  return { enough, say: `${who} ${total} 人，${share}是 ${need} 人；到会 ${present} 人，${enough ? '够了' : `还差 ${need - present} 人，会议不能举行`}。` }
}

/** 全体代表 40 人，过半数是 21 票；赞成 30 票，够了。 */
export function sayMajority(votes: number | null, total: number | null, entry: RuleEntry | null): QuorumSaid | null {
  const need = total === null || total === 0 || entry === null ? null : needed(entry, total)
  if (need === null || entry === null) return null
  const rule = `全体 ${total} 人，${isHalf(entry) ? '过半数' : chineseShare(entry)}是 ${need} 票`
  if (votes === null) return { enough: false, say: `${rule}。` }
  return { enough: votes >= need, say: `${rule}；赞成 ${votes} 票，${votes >= need ? '够了' : `还差 ${need - votes} 票`}。` }
}

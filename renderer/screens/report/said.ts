/** A paragraph cut at its numbers and gaps. Pure. */
import type { ReportPiece } from '../../../shared/contract/report'
import type { FigureUse } from '../../../shared/report/block'

export interface Cut {
  readonly text: string
  readonly use: FigureUse | null
}

const blank = '【待补】'

const withBlanks = (text: string): readonly Cut[] => text.split(blank).flatMap((piece, index) => [...(index === 0 ? [] : [{ text: blank, use: null }]), ...(piece === '' ? [] : [{ text: piece, use: null }])])

export function saidIn({ text, figures }: Pick<ReportPiece, 'text' | 'figures'>): readonly Cut[] {
  const cuts: Cut[] = []
  let from = 0
  for (const use of [...figures].sort((a, b) => a.at - b.at)) {
    cuts.push(...withBlanks(text.slice(from, use.at)), { text: text.slice(use.at, use.at + use.length), use })
    from = use.at + use.length
  }
  return [...cuts, ...withBlanks(text.slice(from))]
}

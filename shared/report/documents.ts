/** Every document of a year as blocks, by its kind. */
import { annualReport } from './annual'
import { missingList, sayNothing, withAttachments, type Attachment } from './attachments'
import type { Block, Composed } from './block'
import { halfYear, selfAssessment } from './companions'
import { dutyCards } from './duty-cards'
import type { yearKinds } from './kinds'
import { publicationTable } from './publication-table'
import { deputyChangeTable, meetingTable, suggestionTable, supervisionTable } from './record-tables'
import { figureMap, type ReportInput } from './setting'
import { applyEdits, noEdits, type Edited, type ReportEdits } from './edits'
import { formHead, overHundred, statisticsTable, type FormHead } from './statistics-table'
import { suggestionsReport } from './suggestions-report'
import type { Figure } from '../measures/indicator'

export type DocumentKind = Exclude<(typeof yearKinds)[number], 'table'>

export interface DocumentInput extends ReportInput {
  readonly before: readonly Figure[]
  readonly head: FormHead
  /** What a person wrote into the annual report. */
  readonly edits?: ReportEdits
}

const publicationTitle = '代表基本信息和履职情况公示表'

/** The five tables that go with the annual report. */
function attachmentsOf({ question, figures, before, head, office, year }: DocumentInput): readonly Attachment[] {
  const zeroParts: Block = { kind: 'note', text: '注：本年和上年都为零的分项没有列出。' }
  const of = (what: string): string => `${office}${String(year)}年${what}`
  return [
    { title: of('人大工作统计表'), blocks: [...formHead(head), zeroParts, statisticsTable(figures, before, { short: true }), ...overHundred(figures)] },
    { title: of('代表建议办理情况表'), blocks: suggestionTable(question) },
    { title: of('监督事项一览'), blocks: [supervisionTable(question)] },
    { title: of(publicationTitle), blocks: [publicationTable(question)], landscape: true },
    { title: of('会议与决议一览'), blocks: [meetingTable(question)] },
  ]
}

function single(input: DocumentInput, what: string, blocks: readonly Block[], landscape = false): Composed {
  const title = `${input.office}${String(input.year)}年${what}`
  return { title, missing: [], blocks: [...(landscape ? [{ kind: 'turn' as const, landscape }] : []), { kind: 'form', text: title }, ...formHead(input.head), ...sayNothing(blocks)] }
}

/** A text without attachments, with the list of what is missing behind it. */
const listed = (composed: Composed): Composed => ({ ...composed, blocks: [...sayNothing(composed.blocks), ...missingList(composed.missing)] })

/** The text of the annual report as edited, without its tables. */
export const editedReport = (input: DocumentInput): Edited => applyEdits(annualReport(input), input.edits ?? noEdits, figureMap(input.figures))

export function documentOf(input: DocumentInput, kind: DocumentKind): Composed {
  const { question } = input
  switch (kind) {
    case 'annual': return withAttachments(editedReport(input).composed, attachmentsOf(input))
    case 'suggestions': return suggestionsReport(input)
    case 'suggestion-table': return single(input, '代表建议办理情况表', suggestionTable(question))
    case 'supervision': return single(input, '监督事项一览', [supervisionTable(question)])
    case 'publication': return single(input, publicationTitle, [publicationTable(question)], true)
    case 'meetings': return single(input, '会议与决议一览', [meetingTable(question)])
    case 'changes': return single(input, '代表变动表', deputyChangeTable(question), true)
    case 'deputy': return dutyCards(input)
    case 'half': return listed(halfYear(input))
    case 'assessment': return listed(selfAssessment(input))
  }
}

/** The statistics of any days as a document. */
export const statisticsDocument = (figures: readonly Figure[], before: readonly Figure[], head: FormHead): Composed => {
  const title = `${head.office}人大工作统计表`
  return { title, missing: [], blocks: [{ kind: 'form', text: title }, ...formHead(head), statisticsTable(figures, before), ...overHundred(figures)] }
}

/** The report on the handling of suggestions to the congress (代表法: it is given once a year and published), with its two tables. */
import { chineseNumber } from '../parse/chinese-numeral'
import { sectionParagraphs, textBlock, weakPointsIn } from './annual'
import { suggestionSections, suggestionWeakPoints } from './annual-templates'
import { withAttachments } from './attachments'
import type { Block, Composed } from './block'
import { suggestionTable } from './record-tables'
import { wordOfTown } from './own-words'
import { join, plain } from './sentence'
import { figureMap, Missing, settingOf, titleLines, type ReportInput } from './setting'
import { hostTable } from './statistics-table'
import { keyCases } from './suggestion-text'

export function suggestionsReport(input: ReportInput): Composed {
  const { question, year, office } = input
  const figures = figureMap(input.figures)
  const word = wordOfTown(office)
  const missing = new Missing()
  const setting = settingOf(input, missing)
  const title = `关于${office}${String(year)}年代表建议、批评和意见办理情况的报告`
  const blocks: Block[] = [
    { kind: 'title', text: titleLines(title, ['代表建议', '办理情况']) }, ...setting.byline,
    { kind: 'salutation', text: '各位代表：' },
    { kind: 'paragraph', text: `受${setting.congress}主席团委托，现将${String(year)}年代表建议、批评和意见的办理情况报告如下，请予审议。` },
  ]
  let number = 0
  const heading = (text: string): Block => {
    number += 1
    return { kind: 'h1', text: `${chineseNumber(number)}、${text}` }
  }
  const cases = keyCases(question, year)
  for (const [index, section] of suggestionSections.entries()) {
    const said = sectionParagraphs(section, `s${String(index)}`, figures, word, missing)
    const single = index === suggestionSections.length - 1 ? cases : []
    if (said.length === 0 && single.length === 0) continue
    blocks.push(heading(section.heading), ...said, ...single.map(({ id, text }): Block => ({ kind: 'paragraph', key: `case.${id}`, text })))
  }
  if (number === 0) blocks.push({ kind: 'paragraph', text: missing.want('', `${String(year)}年的代表建议`) })
  const weak = weakPointsIn(suggestionWeakPoints, figures, word)
  const named = weak.text === '' ? plain(missing.want('', '办理工作中存在的问题')) : weak
  blocks.push(
    heading('存在的问题和下一步打算'),
    textBlock('paragraph', join([plain('办理工作中还存在一些不足：'), named, plain('。下一步，主席团将加强跟踪督办，督促承办单位兑现承诺，对代表不满意的建议重新办理，把代表建议办成群众看得见的实事。')]), missing),
  )
  return withAttachments({ title, blocks, missing: missing.words }, [
    { title: `${office}${String(year)}年代表建议办理情况表`, blocks: suggestionTable(question) }, { title: '承办单位办理情况表', blocks: [hostTable(input.figures)] },
  ])
}

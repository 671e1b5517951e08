/**
 * The annual work report of the presidium to the congress (组织法第19条: the presidium reports its work between sessions), sections as town
 * reports have them. Every number is an indicator's; what is unknown stands as 【待补】.
 */
import { chineseNumber } from '../parse/chinese-numeral'
import { annualSections, weakPoints, type Section } from './annual-templates'
import type { Block, Composed, TextBlock } from './block'
import { inOwnWords, templatesIn, wordOfTown } from './own-words'
import { planParagraphs } from './plan-text'
import { join, paragraph, plain, sentence, type FigureMap, type Said } from './sentence'
import { figureMap, Missing, settingOf, titleLines, type ReportInput } from './setting'
import { keyCases } from './suggestion-text'
import { supervisionParagraphs } from './supervision-text'

/** Text and where its numbers come from; its unknown figures are noted. */
export function textBlock(kind: TextBlock['kind'], said: Said, missing: Missing, key?: string): TextBlock {
  missing.note(said.missing)
  return { kind, text: said.text, ...(said.figures.length === 0 ? {} : { figures: said.figures }), ...(key === undefined ? {} : { key }), ...(said.missing.length === 0 ? {} : { missing: said.missing }) }
}

/** Paragraphs of a section that have something to say. */
export function sectionParagraphs(section: Section, name: string, figures: FigureMap, word: '镇' | '乡', missing: Missing): readonly TextBlock[] {
  return section.paragraphs.flatMap((templates, index) => {
    const said = paragraph(templatesIn(templates, word), figures)
    return said.text === '' ? [] : [textBlock('paragraph', said, missing, `${name}.${String(index)}`)]
  })
}

const ordinals = ['一是', '二是', '三是', '四是', '五是', '六是', '七是', '八是', '九是'] as const

/** 一是…；二是…。 of the weak points that the figures show; one alone has no number. */
export function weakPointsIn(templates: Parameters<typeof templatesIn>[0], figures: FigureMap, word: '镇' | '乡'): Said {
  const found = templatesIn(templates, word).map((template) => sentence(template, figures)).filter(({ text }) => text !== '')
  return join(found.length === 1 ? found : found.map((said, index) => join([plain(ordinals[index] ?? ''), said])), '；')
}

/** Composes the report; its tables are added by `withAttachments`. */
export function annualReport(input: ReportInput): Composed {
  const { question, year, office } = input
  const figures = figureMap(input.figures)
  const word = wordOfTown(office)
  const missing = new Missing()
  const own = (text: string): string => inOwnWords(text, word)
  const setting = settingOf(input, missing)
  const title = `${office}人民代表大会主席团工作报告`
  const more: Readonly<Partial<Record<keyof typeof annualSections, readonly { readonly id: string; readonly text: string }[]>>> = { supervision: supervisionParagraphs(question, year), suggestions: keyCases(question, year) }
  const blocks: Block[] = [
    { kind: 'title', text: titleLines(title, ['人民代表大会', '主席团']) }, ...setting.byline,
    { kind: 'salutation', text: '各位代表：' },
    { kind: 'paragraph', key: 'opening', ...setting.missing, text: `我受${setting.congress}主席团的委托，向大会报告工作，请予审议，并请列席人员提出意见。` },
    { kind: 'h1', text: `一、${String(year)}年工作回顾` },
    {
      kind: 'paragraph', key: 'intro',
      text: own(`${String(year)}年，主席团在镇党委的领导和县人大常委会的指导下，坚持以习近平新时代中国特色社会主义思想为指导，践行全过程人民民主，依靠全体代表，围绕全镇中心工作依法履行职责，各项工作取得新的进展。`),
    },
  ]
  let number = 0
  const heading = (text: string, key: string): Block => {
    number += 1
    return { kind: 'h2', key: `h.${key}`, text: `（${chineseNumber(number)}）${text}` }
  }
  for (const [key, section] of Object.entries(annualSections) as [keyof typeof annualSections, Section][]) {
    const said = sectionParagraphs(section, key, figures, word, missing)
    const single = more[key] ?? []
    if (said.length === 0 && single.length === 0) continue
    blocks.push(heading(section.heading, key), ...said, ...single.map(({ id, text }): Block => ({ kind: 'paragraph', key: `${key}.${id}`, text })))
  }
  if (number === 0) blocks.push({ kind: 'paragraph', key: 'nothing', missing: [`${String(year)}年的工作记录`], text: missing.want('', `${String(year)}年的工作记录`) })
  const weak = weakPointsIn(weakPoints, figures, word)
  const named = weak.text === '' ? plain(missing.want('', '存在的问题')) : weak
  blocks.push(
    heading('存在的问题和不足', 'weak'),
    { ...textBlock('paragraph', join([plain('在看到成绩的同时，我们也清醒地认识到，工作中还存在一些不足：'), named, plain('。对此，我们将采取有力措施，认真加以改进。')]), missing, 'weak'), ...(weak.text === '' ? { missing: ['存在的问题'] } : {}) },
    { kind: 'h1', text: `二、${String(year + 1)}年工作安排` },
  )
  const plan = planParagraphs(question.facts, year + 1)
  if (plan.length === 0) blocks.push({ kind: 'paragraph', key: 'plan', missing: [`${String(year + 1)}年工作安排（年度计划）`], text: missing.want('', `${String(year + 1)}年工作安排（年度计划）`) })
  else blocks.push({ kind: 'paragraph', key: 'plan', text: own(`${String(year + 1)}年，主席团将围绕镇党委的工作部署，重点做好以下工作：`) }, ...plan.map((text, index): Block => ({ kind: 'paragraph', key: `plan.${String(index)}`, text })))
  blocks.push({ kind: 'paragraph', key: 'closing', text: own('各位代表，新的一年，主席团将在镇党委的坚强领导下，紧紧依靠全体代表和全镇人民，忠实履行宪法和法律赋予的职责，开拓进取，扎实工作，为全镇经济社会发展作出新的贡献。') })
  return { title, blocks, missing: missing.words }
}

/** What goes with the annual report: the summary of the first half, and the county's list of points filled in by the town itself. */
import { intOf, textOf, type Facts } from '../facts'
import { chineseNumber } from '../parse/chinese-numeral'
import type { Rec } from '../record'
import { sectionParagraphs, textBlock, weakPointsIn } from './annual'
import { annualSections, weakPoints, type Section } from './annual-templates'
import { handDay, toFill, type Block, type Composed } from './block'
import { inOwnWords, wordOfTown } from './own-words'
import { join, plain, type Template } from './sentence'
import { figureMap, Missing, titleLines, type ReportInput } from './setting'
import { supervisionParagraphs } from './supervision-text'
import { lineOf } from './without-private'
import { planParagraphs } from './plan-text'

/** The same sentence about half a year. */
const ofHalf = (template: Template): Template => (typeof template === 'string' ? template.replaceAll('全年', '上半年') : { ...template, say: template.say.replaceAll('全年', '上半年') })

/** What only a whole year can show: a half is not blamed for it. */
const yearly: readonly string[] = ['B4.13', 'B8.22', 'B8.17%']

/** 上半年工作小结: sections as in the annual report, figures of 1 January to 30 June (or today). `input.question` speaks of these days. */
export function halfYear(input: ReportInput): Composed {
  const { question, year, office } = input
  const figures = figureMap(input.figures)
  const word = wordOfTown(office)
  const missing = new Missing()
  const own = (text: string): string => inOwnWords(text, word)
  const title = `${office}人大主席团${String(year)}年上半年工作小结`
  const blocks: Block[] = [
    { kind: 'title', text: titleLines(title, [`${String(year)}年`, '工作小结']) },
    { kind: 'paragraph', text: own(`${String(year)}年上半年，主席团在镇党委的领导和县人大常委会的指导下，依法履行职责，各项工作按计划推进。现将有关情况小结如下：`) },
  ]
  let number = 0
  const heading = (text: string): Block => {
    number += 1
    return { kind: 'h1', text: `${chineseNumber(number)}、${text}` }
  }
  for (const [key, section] of Object.entries(annualSections) as [keyof typeof annualSections, Section][]) {
    const said = sectionParagraphs({ ...section, paragraphs: section.paragraphs.map((templates) => templates.map(ofHalf)) }, key, figures, word, missing)
    const single = key === 'supervision' ? supervisionParagraphs(question, year) : []
    if (said.length === 0 && single.length === 0) continue
    blocks.push(heading(section.heading), ...said, ...single.map(({ text }): Block => ({ kind: 'paragraph', text })))
  }
  if (number === 0) blocks.push({ kind: 'paragraph', text: missing.want('', `${String(year)}年上半年的工作记录`) })
  const weak = weakPointsIn(weakPoints.filter((template) => typeof template === 'string' || !yearly.includes(template.when.figure)), figures, word)
  if (weak.text !== '') blocks.push(heading('存在的不足'), textBlock('paragraph', join([weak, plain('。')]), missing))
  const plan = planParagraphs(question.facts, year, 7)
  blocks.push(heading('下半年打算'), ...(plan.length === 0 ? [{ kind: 'paragraph' as const, text: missing.want('', `${String(year)}年下半年的工作安排（年度计划）`) }] : plan.map((text): Block => ({ kind: 'paragraph', text }))))
  blocks.push({ kind: 'signature', organ: `${office}人大主席团`, day: handDay('') })
  return { title, blocks, missing: missing.words }
}

const points = (tenths: number | null): string => (tenths === null ? '' : String(tenths / 10))

/** Items of the county's assessment of a year, in its order. */
export const assessmentItems = (facts: Facts, year: number): readonly Rec[] => facts.all('assessment').filter((rec) => intOf(rec.fields, 'year') === year)
  .toSorted((a, b) => textOf(a.fields, 'item_no').localeCompare(textOf(b.fields, 'item_no'), 'zh-CN', { numeric: true }) || (a.id < b.id ? -1 : 1))

/** 县考核自评报告: every item with its points, what proves it, and why; sums of the items that are filled in. */
export function selfAssessment({ question, year, office }: ReportInput): Composed {
  const { facts } = question
  const items = assessmentItems(facts, year)
  const missing = new Missing()
  const sum = (key: string): number => items.reduce((all, rec) => all + (intOf(rec.fields, key) ?? 0), 0)
  for (const rec of items.filter((one) => intOf(one.fields, 'self_tenths') === null)) missing.want('', `自评分：${textOf(rec.fields, 'item_no')} ${lineOf(rec, 'item')}`)
  const title = `${office}人大${String(year)}年度目标考核自评报告`
  const evidence = (rec: Rec): string => {
    const value = rec.fields['evidence']
    return Array.isArray(value) && value.length > 0 ? `${String(value.length)}份` : ''
  }
  const blocks: Block[] = [
    { kind: 'title', text: titleLines(title, [`${String(year)}年度`, '自评报告']) },
    items.length === 0
      ? { kind: 'paragraph', text: missing.want('', `${String(year)}年目标考核自评项`) }
      : { kind: 'paragraph', text: `对照县里${String(year)}年度目标考核内容，共自评${String(items.length)}项，满分${points(sum('full_tenths'))}分，自评${points(sum('self_tenths'))}分。逐项情况如下：` },
    {
      kind: 'table', columns: [{ label: '序号', width: 9, align: 'center' }, { label: '考核项目', width: 35 }, { label: '满分', width: 9, align: 'right' }, { label: '自评分', width: 10, align: 'right' }, { label: '佐证', width: 9, align: 'center' }, { label: '说明', width: 28 }],
      rows: items.map((rec) => ({ cells: [textOf(rec.fields, 'item_no'), lineOf(rec, 'item'), points(intOf(rec.fields, 'full_tenths')), points(intOf(rec.fields, 'self_tenths')) || toFill, evidence(rec), lineOf(rec, 'note')] })),
    },
    { kind: 'sign', text: '自评人：　　　　　　审核人：　　　　　　　' }, { kind: 'signature', organ: `${office}人大主席团`, day: handDay('') },
  ]
  return { title, blocks, missing: missing.words }
}

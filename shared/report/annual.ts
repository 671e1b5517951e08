/**
 * The annual work report of the presidium to the congress (组织法第19条: the presidium reports its work between sessions), sections as town
 * reports have them. Every number is an indicator's; what is unknown stands as 【待补】.
 */
import { labelOf } from '../codes'
import { intOf, textOf, type Facts } from '../facts'
import type { Figure } from '../indicators/indicator'
import type { Rec } from '../record'
import { chineseDay, chineseNumber, toFill, type Block, type Composed } from './block'
import { sentences, type FigureMap } from './sentence'

export interface ReportInput {
  readonly facts: Facts
  readonly figures: readonly Figure[]
  readonly year: number
  readonly office: { readonly name: string; readonly presidium: string; readonly chair: string }
  readonly term: { readonly id: string; readonly no: number } | null
}

/** Sentences of each section; the order is the report's. */
export const templates = {
  meetings: [
    '一年来，共召开人民代表大会会议{B4.01}次[，会期{B4.02}天][，代表出席率{B4.03%}]。', '听取和审议各项报告{B4.06}项[，其中政府专项工作报告{B4.06/专项}项]。', '依法作出决议、决定{B4.07}项。',
    '依法选举产生国家机关工作人员{B4.10}人次[，组织宪法宣誓{B4.10/宣誓}人次]。', '召开主席团会议{B4.13}次[，研究议题{B4.15}项][，作出决定{B4.15/决定}项]。', '收到代表议案{B4.08}件[，列入大会议程{B4.08/列入}件][，转作建议办理{B4.08/转建议}件]。',
  ],
  supervision: [
    '全年开展监督事项{B6.01}项[，其中计划内{B6.01/计划内}项][，县乡联动{B6.01/联动}项]。', '听取和讨论专项工作报告{B6.02}次。', '开展调查、视察和执法检查{B6.12}次[，其中执法检查{B6.03}次][、视察{B6.04}次][、专题调研{B6.05}次]。',
    '组织部门（站所）评议{B6.07}次。', '代表参加监督活动{B6.13}人次。', '发现问题{B6.15}条[，整改完成{B6.15/整改}条][，整改完成率{B6.15%}]。', '提出审议意见{B6.14}条[，办结{B6.14/办结}条]。',
  ],
  deputies: [
    '现有镇人大代表{B1.05}名，编为{B1.11}个代表小组。', '举办代表培训{B8.22}期[，参加培训{B8.22/人次}人次]。', '组织代表活动{B8.01}次[，{B8.02}人次参加][，参加活动的代表占{B8.03%}]。',
    '走访联系选民{B8.07}人次[，{B8.07/户}户]。', '{B8.17}名代表向选民报告履职情况[，占代表总数的{B8.17%}]。', '代表办实事{B8.14}件[，受益群众{B8.14/受益}人]。', '调处矛盾纠纷{B8.15}件。',
  ],
  stations: [
    '建成各类代表联络阵地{B1.12}个。', '联络站开展活动{B8.10}次。', '接待选民{B8.09}场[，{B8.09/人次}人次]。', '受理群众反映事项{B8.11}件[，办结{B8.12}件][，办结率{B8.12%}]。',
  ],
  suggestions: [
    '全年收到代表建议、批评和意见{B5.01}件[，立案办理{B5.02}件][，其中会议期间{B5.03/会议}件][、闭会期间{B5.03/闭会}件]。', '已答复{B5.09}件，办复率{B5.09%}[，按期答复率{B5.10%}]。',
    '已经解决或采纳{B5.14}件[，占{B5.14%}]。', '正在解决或已列入计划{B5.15}件[，占{B5.15%}]。', '因条件限制暂不能解决{B5.16}件[，占{B5.16%}]。', '不可行或超出本级职权{B5.17}件。',
    '代表评价{B5.19}件，满意和基本满意率{B5.23%}。', '对代表不满意的{B5.25}件重新办理。', '重点督办{B5.26}件。', '承办单位作出承诺{B5.27}项[，已落实{B5.27/落实}项]。',
  ],
  self: ['镇党委听取人大工作汇报{B9.08}次。', '现行制度{B1.14}项。', '刊发宣传稿件{B9.09}篇。', '办理来信来访{B9.05}件。', '完成县人大交办事项{B9.06}件。'],
} as const

const inYear = (rec: Rec, key: string, year: number): boolean => textOf(rec.fields, key).startsWith(String(year))

/** One paragraph per supervision: topic, people, findings, result. */
function supervisionParagraphs(facts: Facts, year: number): readonly string[] {
  const begun = facts.all('supervision').filter((rec) => inYear(rec, 'start_on', year) && rec.status !== '计划' && rec.status !== '准备' && rec.status !== '已取消')
  return [...begun].sort((a, b) => textOf(a.fields, 'start_on').localeCompare(textOf(b.fields, 'start_on'))).map((rec) => {
    const people = facts.where('participation', 'event', rec.id).filter((part) => textOf(part.fields, 'state') === '1').length
    const findings = facts.where('finding', 'supervision', rec.id)
    const mended = findings.filter((finding) => finding.status === '已整改' || finding.status === '销号').length
    return [
      `${chineseDay(textOf(rec.fields, 'start_on'))}，开展${labelOf('supervision_form', textOf(rec.fields, 'form'))}，主题为“${textOf(rec.fields, 'topic')}”`,
      people > 0 ? `，${String(people)}名代表参加` : '', findings.length > 0 ? `，发现问题${String(findings.length)}条` : '', mended > 0 ? `，已整改${String(mended)}条` : '', '。',
    ].join('')
  })
}

function keySuggestions(facts: Facts, year: number): readonly string[] {
  return facts.all('suggestion').filter((rec) => inYear(rec, 'raised_on', year) && textOf(rec.fields, 'key_level') !== '').map((rec) => {
    const host = facts.get(textOf(rec.fields, 'host'))
    return `重点督办“${textOf(rec.fields, 'title')}”${host ? `，由${textOf(host.fields, 'name')}主办` : ''}，目前${rec.status ?? ''}。`
  })
}

function nextYear(facts: Facts, year: number): readonly string[] {
  return facts.all('plan_item').filter((rec) => intOf(rec.fields, 'year') === year + 1).map((rec) => textOf(rec.fields, 'item'))
}

const numbered = (items: readonly string[]): string => items.map((item, index) => `${String(index + 1)}.${item.replace(/[。；]$/, '')}`).join('；')

/** Composes the report; the attachments are added by the caller (tables.ts). */
export function annualReport(input: ReportInput): Composed {
  const { facts, year, office, term } = input
  const figures: FigureMap = new Map(input.figures.map((figure) => [figure.id, figure]))
  const missing: string[] = []
  const want = (value: string, label: string): string => {
    if (value !== '') return value
    missing.push(label)
    return toFill
  }
  const session = [...facts.all('session')].filter((rec) => textOf(rec.fields, 'start_on').startsWith(String(year + 1))).sort((a, b) => textOf(a.fields, 'start_on').localeCompare(textOf(b.fields, 'start_on')))[0]
  const termName = term ? `第${chineseNumber(term.no)}届` : want('', '届次')
  const meetingNo = session ? chineseNumber(intOf(session.fields, 'no') ?? 0) : want('', `${String(year + 1)}年大会的次数`)
  const day = session ? chineseDay(textOf(session.fields, 'start_on')) : want('', `${String(year + 1)}年大会的日期`)
  const blocks: Block[] = [
    { kind: 'title', text: `${office.name}人民代表大会主席团工作报告` },
    { kind: 'byline', text: `——${day}在${office.name}${termName}人民代表大会第${meetingNo}次会议上` },
    { kind: 'byline', text: `主席团主席 ${want(office.chair, '主席姓名（单位档案）')}` },
    { kind: 'salutation', text: '各位代表：' },
    { kind: 'paragraph', text: `我受${office.name}${termName}人民代表大会主席团的委托，向大会报告工作，请予审议，并请列席人员提出意见。` },
    { kind: 'h1', text: `一、${String(year)}年工作回顾` },
    { kind: 'paragraph', text: `${String(year)}年，镇人大主席团在镇党委领导和县人大常委会指导下，紧紧依靠全体代表，依法履行职责，各项工作取得新的进展。` },
  ]
  const sections: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['依法召开会议，决定重大事项', templates.meetings, []], ['围绕中心，做好监督工作', templates.supervision, supervisionParagraphs(facts, year)],
    ['服务代表履职，密切联系群众', templates.deputies, []], ['建好联络站，畅通民意渠道', templates.stations, []],
    ['督办代表建议，回应群众关切', templates.suggestions, keySuggestions(facts, year)], ['坚持党的领导，加强自身建设', templates.self, []],
  ]
  let number = 0
  for (const [heading, lines, more] of sections) {
    const said = sentences(lines, figures)
    if (said === '' && more.length === 0) continue
    number += 1
    blocks.push({ kind: 'h2', text: `（${chineseNumber(number)}）${heading}` })
    if (said !== '') blocks.push({ kind: 'paragraph', text: said })
    for (const paragraph of more) blocks.push({ kind: 'paragraph', text: paragraph })
  }
  if (number === 0) blocks.push({ kind: 'paragraph', text: `${want('', `${String(year)}年的工作记录`)}` })
  const plan = nextYear(facts, year)
  blocks.push(
    { kind: 'h1', text: '二、存在的问题' },
    { kind: 'paragraph', text: `过去一年的工作还有不足：${problems(figures, want)}对此，我们将认真改进。` },
    { kind: 'h1', text: `三、${String(year + 1)}年工作安排` },
    { kind: 'paragraph', text: plan.length > 0 ? `重点做好以下工作：${numbered(plan)}。` : `${want('', `${String(year + 1)}年工作安排（在年度计划中填写）`)}` },
    { kind: 'paragraph', text: '各位代表，做好新一年的人大工作责任重大。让我们在镇党委的坚强领导下，依法履职，扎实工作，为全镇发展作出新的贡献。' },
  )
  const unknown = blocks.filter((block) => 'text' in block && block.text.includes(toFill) && block.kind === 'paragraph').length
  if (unknown > 0 && missing.length === 0) missing.push('报告正文中标有【待补】的数字')
  return { title: `${office.name}人民代表大会主席团工作报告`, blocks, missing }
}

/** Weak points that the figures themselves show; nothing is invented. */
function problems(figures: FigureMap, want: (value: string, label: string) => string): string {
  const value = (id: string): number => figures.get(id)?.value ?? 0
  const found = [
    value('B8.04') > 0 ? `有${String(value('B8.04'))}名代表全年没有参加活动` : '', value('B5.11') > 0 ? `有${String(value('B5.11'))}件建议逾期未答复` : '',
    value('B5.22') > 0 ? `有${String(value('B5.22'))}件建议的办理结果代表不满意` : '', value('B4.13') > 0 && value('B4.13') < 4 ? '主席团会议没有做到每季度一次' : '',
  ].filter((one) => one !== '')
  return found.length > 0 ? `${found.join('，')}。` : want('', '存在的问题')
}

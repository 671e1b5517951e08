/** The office's own work: plans, money, papers, letters, orders of the county, the party's lead, publicity. */
import { addDays } from '../rules/calendar'
import { madeVoter } from './people'
import { storyOf, type Scene } from './scene'
import { seated } from './term'
import { expenses, matterTopics, papers, rules, supervisionTopics } from './words'

const quarters = [1, 2, 3, 4] as const

/** What the county looks at, in its order. */
const assessed = ['依法召开人民代表大会会议', '开展监督工作', '服务代表依法履职', '代表建议办理', '联络站建设和运行', '宣传报道和档案管理'] as const

/** Plan of the year, adopted and made public; the ids of its supervision items. */
export function planYear({ scribe, random, days, amounts }: Scene): { readonly supervision: readonly string[]; readonly others: readonly string[] } {
  const item = (kind: string, text: string, quarter: number): string => {
    const id = scribe.add('plan_item', { year: days.year, kind, item: text, plan_quarter: quarter, plan_month: `${String(days.year)}-${String(quarter * 3 - 1).padStart(2, '0')}`, owner: kind === '1' ? '主席' : '干事', source: random.pick(['2', '3', '6']), focus: random.chance(0.2) })
    scribe.act('adopt', id, { adopted_on: days.first })
    scribe.act('publish', id, { published_on: days.first })
    return id
  }
  const count = Math.min(6, amounts.inspections + amounts.otherSupervision)
  const supervision = Array.from({ length: count }, (_, at) => item('2', `检查${supervisionTopics[at % supervisionTopics.length]?.[1] ?? ''}`, quarters[at % quarters.length] ?? 1))
  const others = [['1', '召开两次人代会'], ['3', '听取民生实事项目报告'], ['4', '组织代表小组活动'], ['5', '举办代表培训'], ['6', '开展代表接待日']].map(([kind = '1', text = ''], at) => item(kind, text, quarters[at % quarters.length] ?? 1))
  return { supervision, others }
}

/** How the plan ended, as far as the year has come; a draft for the next year. */
export function settlePlan({ scribe, days }: Scene, plan: readonly string[], running: boolean): void {
  const over = days.after(`${String(days.year)}-12-20`, 0) !== null
  for (const [at, id] of plan.entries()) {
    if (at % 9 === 7) scribe.act('adjust', id, { date: days.last, undone_reason: '与县里安排合并' })
    else if (at % 3 === 2 && !over) scribe.act('start', id, { date: days.last })
    else if (at % 11 === 10) scribe.act('miss', id, { date: days.last, undone_reason: '时间冲突' })
    else scribe.act('finish', id, { date: days.last })
  }
  if (!running) return
  for (const [at, text] of ['听取民生实事进展', '组织安全生产执法检查', '办好代表系统培训'].entries()) {
    scribe.add('plan_item', { year: days.year + 1, kind: '2', item: text, plan_quarter: at + 1, plan_month: `${String(days.year + 1)}-${String(at * 3 + 2).padStart(2, '0')}`, owner: '主席团', source: '2' })
  }
}

export function spend(scene: Scene): void {
  const { scribe, random, term, days, amounts } = scene
  const budgets = new Map<string, string>()
  const sums: readonly (readonly [string, number])[] = [['1', term.deputies.length * 120_000], ['2', 5_000_000], ['3', 2_500_000], ['4', 3_000_000], ['5', 2_000_000], ['6', 4_000_000], ['7', 1_500_000]]
  for (const [kind, fen] of sums) budgets.set(kind, scribe.have('budget', { year: days.year, kind, budget_fen: fen, ...(kind === '1' ? { standard_fen: 120_000 } : {}) }))
  const pay = (id: string, day: string): void => {
    const story = storyOf(scene, id, day)
    story.step('approve', 1, (date) => ({ approved_on: date, approved_by: term.chair.name }))
    story.step('pay', 3, (date) => ({ paid_on: date, voucher_no: `${date.slice(0, 7).replace('-', '')}${String(random.between(1, 99)).padStart(3, '0')}`, signed: true }))
  }
  for (const day of days.spread(random, amounts.expenses)) {
    const [kind, purpose, yuan] = random.pick(expenses)
    pay(scribe.add('expense', { budget: budgets.get(kind), date: day, amount_fen: yuan * 100 * random.between(40, 90), purpose, payee: '本地商户' }), day)
  }
  for (const day of days.spread(random, 8)) {
    const one = random.pick(seated(term, day).filter((deputy) => !deputy.fixedIncome))
    const halfDays = random.between(2, 8)
    pay(scribe.add('expense', { budget: budgets.get('5'), date: day, amount_fen: halfDays * 5000, purpose: '误工补贴', mandate: one.mandate, half_days: halfDays, rate_fen: 10_000, signed: true }), day)
  }
}

export function writePapers(scene: Scene, firstYear: boolean): void {
  const { scribe, random, term, days, amounts, docNo } = scene
  for (const day of days.spread(random, amounts.documents)) {
    const [kind, title] = random.pick(papers)
    const id = scribe.add('document', { kind, title, openness: kind === '12' ? '1' : '3', signer: term.chair.name, pages: random.between(1, 6), copies: 30, recipients: '各村（社区）、镇直各单位' })
    const story = storyOf(scene, id, day)
    story.step('sign', 0, (date) => ({ signed_on: date, signer: term.chair.name }))
    story.step('issue', 0, (date) => ({ issued_on: date, doc_no: docNo() }))
    if (random.chance(0.4)) story.step('archive', 40, (date) => ({ archived_on: date }))
  }
  if (!firstYear) return
  for (const [kind, title] of rules) {
    const id = scribe.add('document', { kind: '09', title, rule_kind: kind, openness: '1', signer: term.chair.name, effective_on: days.first, on_wall: true })
    scribe.act('issue', id, { issued_on: days.first, doc_no: docNo() })
  }
}

export function keepContact(scene: Scene): void {
  const { scribe, random, town, days } = scene
  for (const day of days.spread(random, 6)) {
    const [category, topic] = random.pick(matterTopics)
    const done = days.after(day, random.between(10, 50))
    const id = scribe.add('letter', {
      received_on: day, form: random.pick(['1', '2', '3', '4']), subject: `反映${topic}`, category, headcount: random.between(1, 4), handled: '2', unit: random.pick(town.units), due_on: addDays(day, 60),
      ...(done === null ? {} : { reply_on: done, reply_text: '已调查处理并答复。', closed_on: done }),
    })
    scribe.add('visitor', { about: id, role: '2', ...madeVoter(random) })
  }
  for (const [at, day] of days.spread(random, 3).entries()) scribe.add('party_log', { kind: at === 1 ? '3' : '1', date: day, topic: at === 1 ? '列席党委会议' : '听取人大工作汇报', result: '同意' })
  for (const [at, day] of days.spread(random, 5).entries()) scribe.add('publicity', { title: `代表履职故事之${String(at + 1)}`, date: day, media: at === 0 ? '市日报' : '县融媒体', level: at === 0 ? '3' : '4' })
  for (const [at, item] of assessed.entries()) scribe.have('assessment', { year: days.year, item_no: String(at + 1), item, full_tenths: 100, self_tenths: random.between(85, 100) })
}

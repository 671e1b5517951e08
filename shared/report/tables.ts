/** The tables of the report: statistics, suggestions, supervision, publication of duty, meetings. No ID number, phone or full birth date. */
import { labelOf } from '../codes'
import { intOf, statusAt, textOf, type Facts } from '../facts'
import type { Figure } from '../indicators/indicator'
import { nameOfPart, unitOfPart } from '../indicators/part-units'
import type { Rec } from '../record'
import { chineseDay, type Block } from './block'

const shown = (value: number | null): string => (value === null ? '—' : String(value))
const percent = (value: number | null): string => (value === null ? '' : `${value.toFixed(1)}%`)
const short = (day: string): string => (day === '' ? '' : day.replaceAll('-', '.'))

/** Money prints in 元. */
const inUnit = (figure: { readonly unit: string }, value: number | null): string => (figure.unit === '分' && value !== null ? `${(value / 100).toFixed(2)}` : shown(value))

/** Rows of the statistics table: a row per figure, its parts indented; last year beside it. */
export function statisticsRows(figures: readonly Figure[], before: readonly Figure[] | null): readonly (readonly string[])[] {
  const last = new Map(before?.map((figure) => [figure.id, figure]))
  return figures.filter((figure) => !figure.id.startsWith('B10')).flatMap((figure) => {
    const old = last.get(figure.id)
    const unit = figure.unit === '分' ? '元' : figure.unit
    const own = [figure.id, figure.name, unit, inUnit(figure, figure.value), percent(figure.rate), before ? inUnit(figure, old?.value ?? null) : '']
    const parts = figure.parts.filter(() => figure.id !== 'B5.30').map((part) => {
      // People beside money and households beside visits are counted in units of their own.
      const counted = { unit: unitOfPart(figure.id, part.key, figure.unit) }
      const past = before ? inUnit(counted, old?.parts.find((one) => one.key === part.key)?.value ?? null) : ''
      return ['', `　其中：${nameOfPart(part.name)}`, counted.unit === '分' ? '元' : counted.unit, inUnit(counted, part.value), percent(part.rate), past]
    })
    return [own, ...parts]
  })
}

export const statisticsTable = (figures: readonly Figure[], before: readonly Figure[] | null): Block => ({
  kind: 'table',
  columns: [
    { label: '编号', width: 11 }, { label: '指标', width: 41 }, { label: '单位', width: 10, align: 'center' }, { label: '本年', width: 13, align: 'right' }, { label: '比率', width: 12, align: 'right' },
    { label: '上年', width: 13, align: 'right' },
  ],
  rows: statisticsRows(figures, before),
})

const name = (facts: Facts, id: string): string => textOf(facts.get(id)?.fields ?? {}, 'name')
const deputyName = (facts: Facts, mandate: string): string => name(facts, textOf(facts.get(mandate)?.fields ?? {}, 'person'))

const ofYear = (recs: readonly Rec[], key: string, year: number): readonly Rec[] =>
  recs.filter((rec) => textOf(rec.fields, key).startsWith(String(year))).sort((a, b) => textOf(a.fields, key).localeCompare(textOf(b.fields, key)) || a.id.localeCompare(b.id))

function lastReply(facts: Facts, suggestion: string): Rec | undefined {
  return [...facts.where('reply', 'suggestion', suggestion)].sort((a, b) => (intOf(b.fields, 'round') ?? 0) - (intOf(a.fields, 'round') ?? 0))[0]
}

export const suggestionTable = (facts: Facts, year: number): Block => ({
  kind: 'table',
  columns: [
    { label: '编号', width: 14 }, { label: '标题', width: 32 }, { label: '领衔代表', width: 11 }, { label: '主办单位', width: 15 }, { label: '答复日期', width: 12, align: 'center' },
    { label: '结果', width: 7, align: 'center' }, { label: '评价', width: 9, align: 'center' },
  ],
  rows: ofYear(facts.all('suggestion').filter((rec) => rec.status !== '草稿'), 'raised_on', year).map((rec) => {
    const reply = lastReply(facts, rec.id)
    return [
      textOf(rec.fields, 'no'), textOf(rec.fields, 'title'), deputyName(facts, textOf(rec.fields, 'lead')), name(facts, textOf(rec.fields, 'host')), short(textOf(reply?.fields ?? {}, 'reply_on')),
      textOf(reply?.fields ?? {}, 'result_class'), labelOf('rate', textOf(reply?.fields ?? {}, 'rate_result')),
    ]
  }),
})

export const supervisionTable = (facts: Facts, year: number): Block => ({
  kind: 'table',
  columns: [
    { label: '日期', width: 13, align: 'center' }, { label: '方式', width: 17 }, { label: '议题', width: 34 }, { label: '代表人次', width: 11, align: 'right' }, { label: '问题', width: 8, align: 'right' },
    { label: '已整改', width: 8, align: 'right' }, { label: '状态', width: 9, align: 'center' },
  ],
  rows: ofYear(facts.all('supervision').filter((rec) => rec.status !== '计划' && rec.status !== '准备' && rec.status !== '已取消'), 'start_on', year).map((rec) => {
    const findings = facts.where('finding', 'supervision', rec.id)
    return [
      short(textOf(rec.fields, 'start_on')), labelOf('supervision_form', textOf(rec.fields, 'form')), textOf(rec.fields, 'topic'),
      String(facts.where('participation', 'event', rec.id).filter((part) => textOf(part.fields, 'state') === '1').length), String(findings.length),
      String(findings.filter((finding) => finding.status === '已整改' || finding.status === '销号').length), rec.status ?? '',
    ]
  }),
})

/** 公示表 (代表法第58条): basic and duty information of every deputy in office; month of birth is left out. */
export function publicationTable(facts: Facts, year: number): Block {
  const end = `${String(year)}-12-31`
  const attended = new Map<string, number>()
  for (const part of facts.all('participation')) {
    if (textOf(part.fields, 'state') !== '1') continue
    const event = facts.get(textOf(part.fields, 'event'))
    const day = textOf(event?.fields ?? {}, event?.type === 'presidium_meeting' ? 'held_on' : 'start_on')
    const mandate = facts.resolve(textOf(part.fields, 'mandate'))
    if (day.startsWith(String(year))) attended.set(mandate, (attended.get(mandate) ?? 0) + 1)
  }
  const rows = facts.all('mandate').filter((rec) => textOf(rec.fields, 'level') === '5' && ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告'].includes(statusAt(rec, end) ?? '')).map((rec) => {
    const person = facts.get(textOf(rec.fields, 'person'))?.fields ?? {}
    return [
      textOf(person, 'name'), labelOf('sex', textOf(person, 'sex')), labelOf('ethnic', textOf(person, 'ethnic')), labelOf('party', textOf(person, 'party')), name(facts, textOf(rec.fields, 'constituency')),
      String(attended.get(rec.id) ?? 0), String(ofYear(facts.where('suggestion', 'lead', rec.id), 'raised_on', year).length),
      ofYear(facts.where('debrief', 'mandate', rec.id).filter((one) => one.status !== '计划' && one.status !== '通知'), 'date', year).length > 0 ? '已述职' : '',
    ]
  })
  const collator = new Intl.Collator('zh-CN')
  return {
    kind: 'table',
    columns: [
      { label: '姓名', width: 13 }, { label: '性别', width: 8, align: 'center' }, { label: '民族', width: 10, align: 'center' }, { label: '政治面貌', width: 15 }, { label: '选区', width: 20 },
      { label: '参加活动', width: 11, align: 'right' }, { label: '领衔建议', width: 11, align: 'right' }, { label: '述职', width: 12, align: 'center' },
    ],
    rows: rows.sort((a, b) => collator.compare(a[0] ?? '', b[0] ?? '')),
  }
}

export function meetingTable(facts: Facts, year: number): Block {
  const sessions = ofYear(facts.all('session').filter((rec) => !['筹备', '已通知', '已取消'].includes(rec.status ?? '')), 'start_on', year).map((rec) => [
    short(textOf(rec.fields, 'start_on')), textOf(rec.fields, 'title') || `第${String(intOf(rec.fields, 'no') ?? '')}次人代会`, `${String(facts.where('attendance', 'session', rec.id).filter((one) => textOf(one.fields, 'state') === '1').length)}/${shown(intOf(rec.fields, 'total_deputies'))}`,
    facts.all('document').filter((doc) => textOf(doc.fields, 'session') === rec.id && ['01', '02'].includes(textOf(doc.fields, 'kind'))).map((doc) => textOf(doc.fields, 'title')).join('；'),
  ])
  const meetings = ofYear(facts.all('presidium_meeting').filter((rec) => ['进行中', '已结束', '已归档'].includes(rec.status ?? '')), 'held_on', year).map((rec) => [
    short(textOf(rec.fields, 'held_on')), `主席团第${String(intOf(rec.fields, 'no') ?? '')}次会议`, `${String(facts.where('participation', 'event', rec.id).filter((one) => textOf(one.fields, 'state') === '1').length)}/${shown(intOf(rec.fields, 'members_total'))}`,
    facts.where('decision', 'meeting', rec.id).map((one) => textOf(one.fields, 'title')).join('；'),
  ])
  return {
    kind: 'table',
    columns: [{ label: '日期', width: 13, align: 'center' }, { label: '会议', width: 30 }, { label: '实到/应到', width: 13, align: 'center' }, { label: '决议、议题', width: 44 }],
    rows: [...sessions, ...meetings].sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
  }
}

/** Head lines of a form: who filled it in for which period. */
export const formHead = (office: string, from: string, to: string, madeOn: string): Block => ({
  kind: 'note', text: `填报单位：${office}　　报表期：${chineseDay(from)}至${chineseDay(to)}　　填表人：　　　　审核人：　　　　报出日期：${chineseDay(madeOn)}　　（盖章）`,
})

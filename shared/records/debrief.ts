/** 代表述职 (A.28): deputies report to the voters of their constituency (代表法第58条). */
import { choice, date, file, flag, int, list, longText, ref, text, ym, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { dayText, deputyName, joined } from './names'

export const debrief = defineRecord({
  type: 'debrief',
  label: '代表述职',
  scope: 'county',
  parents: [{ field: 'mandate', onDelete: 'refuse' }],
  firstStatus: '计划',
  endStatuses: ['归档'],
  menu: 'activities',
  fields: {
    mandate: ref('代表', ['mandate'], 'identity'),
    planned_on: ym('计划日期', 'optional', { mayBeFuture: true }),
    date: date('述职日期', 'step'),
    place: text('地点', 'complete', { max: 200 }),
    site: ref('站点', ['site'], 'optional'),
    form: choice('方式', 'debrief.form', 'complete'),
    constituency: ref('选区', ['constituency'], 'complete'),
    voters_present: int('到会选民', 'complete', { unit: '人' }),
    told_duty: flag('报告履职情况', 'optional'),
    told_contact: flag('报告联系选民情况', 'optional'),
    told_suggestions: flag('报告建议情况', 'optional'),
    told_study: flag('报告学习情况', 'optional'),
    questions: list('选民提问与回答', { question: text('提问', 'optional'), answer: text('回答', 'optional') }, 'optional', { hint: '不写选民姓名' }),
    opinions: longText('选民意见', 'optional'),
    feedback_on: date('书面反馈代表日期', 'step'),
    rectify_on: date('整改书面报告日期', 'step'),
    rectify_file: file('整改书面报告', 'optional'),
  },
  dateField: 'date',
  columns: ['mandate', 'planned_on', 'date', 'place', 'form', 'voters_present', 'status'],
  search: ['mandate', 'place', 'constituency', 'opinions'],
  title: (data, lookup) => joined(deputyName(lookup, textOf(data, 'mandate')), '述职', dayText(data, 'date') || dayText(data, 'planned_on')),
  defaults: (data, lookup) => {
    const constituency = textOf(lookup.get(textOf(data, 'mandate'))?.fields ?? {}, 'constituency')
    return constituency === '' ? {} : { constituency }
  },
})
export type Debrief = DataOf<typeof debrief.fields>

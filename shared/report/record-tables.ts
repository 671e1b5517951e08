/** Attached tables of single matters: suggestions, supervision, meetings. They list what the figures count, no more. */
import { labelOf } from '../codes'
import { intOf, textOf } from '../facts'
import type { Question } from '../measures/indicator'
import { attendanceOf, isHeld, memberRows, presidiumMeetingsIn, sessionsIn, totalDeputies, totalMembers, wasPresent } from '../measures/meetings-of'
import { dated } from '../measures/periods'
import { reached } from '../measures/status-moves'
import { changeTable } from './change-table'
import type { Rec } from '../record'
import { chineseNumber } from '../parse/chinese-numeral'
import { shortDay, type Block, type TableBlock } from './block'
import { deputyName, nameOf, unitsOf } from './names'
import { casesInOrder, isStarred, standing, titleOf } from './suggestion-text'
import { findingsOf, presentAt, supervisionsInOrder } from './supervision-text'
import { lineOf, phraseOf } from './without-private'

/** 附件2, with the key to its marks below. */
export function suggestionTable(question: Question): readonly Block[] {
  const { facts } = question
  const cases = casesInOrder(question)
  const table: TableBlock = {
    kind: 'table',
    columns: [
      { label: '编号', width: 13 }, { label: '标题', width: 28 }, { label: '领衔代表', width: 10 }, { label: '主办单位', width: 15 }, { label: '答复日期', width: 14, align: 'center' },
      { label: '办理结果', width: 9, align: 'center' }, { label: '代表评价', width: 11, align: 'center' },
    ],
    rows: cases.map((one) => ({
      cells: [
        textOf(one.rec.fields, 'no'), titleOf(one), deputyName(facts, textOf(one.rec.fields, 'lead')), nameOf(facts, textOf(one.rec.fields, 'host')), shortDay(one.answer.first), standing(one),
        one.answer.rating === '' ? '' : labelOf('rate', one.answer.rating),
      ],
    })),
  }
  const notes = ['A类：已经解决或采纳；B类：正在解决或已列入计划；C类：因条件限制暂不能解决；D类：不可行或需转上级。', ...(cases.some(isStarred) ? ['标＊的建议没有注明可以公开，对外公布前请隐去标题。'] : [])]
  return [table, { kind: 'note', text: `注：${notes.join('')}` }]
}

/** Forms whose name is long for a column. */
const shortForms: Readonly<Record<string, string>> = { '01': '专项报告', '08': '工作评议', '10': '预决算监督', '11': '民生项目监督' }

/** 附件3: the supervisions of B6.01. */
export function supervisionTable(question: Question): TableBlock {
  const { facts } = question
  return {
    kind: 'table',
    columns: [
      { label: '日期', width: 14, align: 'center' }, { label: '方式', width: 14 }, { label: '议题', width: 29 }, { label: '被监督单位', width: 18 }, { label: '代表人次', width: 8, align: 'right' },
      { label: '发现问题', width: 8, align: 'right' }, { label: '已整改', width: 9, align: 'right' },
    ],
    rows: supervisionsInOrder(question).map((rec) => {
      const { all, mended } = findingsOf(question, rec)
      return {
        cells: [
          shortDay(textOf(rec.fields, 'start_on')), shortForms[textOf(rec.fields, 'form')] ?? labelOf('supervision_form', textOf(rec.fields, 'form')), lineOf(rec, 'topic'), unitsOf(facts, rec, 'targets'), String(presentAt(facts, rec).own),
          all.length === 0 ? '' : String(all.length), all.length === 0 ? '' : String(mended),
        ],
      }
    }),
  }
}

/** Number of a presidium meeting of its term: 第十二次. */
const meetingName = (rec: Rec): string => `主席团第${chineseNumber(intOf(rec.fields, 'no') ?? 0)}次会议`

/** 附件5: congress sessions with what they resolved, presidium meetings with what they decided. */
export function meetingTable(question: Question): TableBlock {
  const { facts, period } = question
  const numbered = (items: readonly string[]): string => (items.length < 2 ? items.join('') : items.map((item, index) => `${String(index + 1)}.${item}`).join('；'))
  const resolutions = ['01', '02'].flatMap((kind) => facts.where('document', 'kind', kind)).filter((rec) => dated(rec, 'issued_on', period) && reached(rec, ['已印发', '已备案', '已归档', '已废止']))
  const sessions = sessionsIn(facts, period).map((rec) => ({
    day: textOf(rec.fields, 'start_on'), name: lineOf(rec, 'title') || `第${chineseNumber(intOf(rec.fields, 'no') ?? 0)}次人民代表大会会议`,
    present: attendanceOf(facts, [rec]).filter(wasPresent).length, total: totalDeputies(facts, rec),
    what: resolutions.filter((doc) => textOf(doc.fields, 'session') === rec.id).map((doc) => phraseOf(doc, 'title')),
  }))
  const meetings = presidiumMeetingsIn(facts, period).filter(isHeld).map((rec) => ({
    day: textOf(rec.fields, 'held_on'), name: meetingName(rec), present: memberRows(facts, rec).filter(wasPresent).length, total: totalMembers(facts, rec),
    what: [...facts.where('decision', 'meeting', rec.id)].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0)).map((one) => phraseOf(one, 'title')),
  }))
  return {
    kind: 'table',
    columns: [{ label: '日期', width: 14, align: 'center' }, { label: '会议', width: 26 }, { label: '实到／应到', width: 13, align: 'center' }, { label: '决议、决定和研究的议题', width: 47 }],
    rows: [...sessions, ...meetings].sort((a, b) => a.day.localeCompare(b.day)).map(({ day, name, present, total, what }) => ({ cells: [shortDay(day), name, `${String(present)}／${String(total)}`, numbered(what)] })),
  }
}

/** 代表变动表: a change a line, and how the number of deputies came about. */
export function deputyChangeTable({ facts, period }: Question): readonly Block[] {
  const { rows, before, more, less, after } = changeTable(facts, period)
  const table: TableBlock = {
    kind: 'table',
    columns: [
      { label: '日期', width: 12, align: 'center' }, { label: '姓名', width: 13 }, { label: '选区', width: 13 }, { label: '变动', width: 12 }, { label: '原因和依据', width: 21 }, { label: '法定程序', width: 18 }, { label: '公告文号', width: 11 },
    ],
    rows: rows.map((row) => ({ cells: [shortDay(row.date), row.who, row.constituency, row.kind, row.ground, row.course.map(({ label, day }) => `${label}${shortDay(day)}`).join('；'), row.announce_no] })),
  }
  return [table, { kind: 'note', text: `注：期初实有代表${String(before)}名，增加${String(more)}名，减少${String(less)}名，期末实有${String(after)}名。${rows.length === 0 ? '本期没有变动。' : ''}` }]
}

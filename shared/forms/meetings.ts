/** The papers of meetings and activities: notice, agenda, the sheet that is signed at the door, leave, ballots and their count. */
import { intOf, textOf } from '../facts'
import type { Row } from '../fields'
import { expectedAt } from '../meetings/expected'
import { deputiesAt } from '../measures/deputies-at'
import { chineseNumber } from '../parse/chinese-numeral'
import type { Block } from '../report/block'
import { checkOfList, type PaperPart } from './paper-code'
import { boxes, day, fours, note, numbered, one, pairs, room, signs, text, title, to, word, type Form, type FormInput, type FormPart } from './form'

const congress = ['session', 'presidium_meeting'] as const
const events = ['session', 'presidium_meeting', 'activity', 'supervision', 'training'] as const

const when = (input: FormInput): string => word(input, input.rec.type === 'presidium_meeting' ? 'held_on' : 'start_on')
const name = (input: FormInput): string => input.titleOf(input.rec.id)
const body = (input: FormInput): string => `${input.office}人大主席团`
const rollType = (type: string): 'attendance' | 'participation' => (type === 'session' ? 'attendance' : 'participation')

interface Signer {
  readonly mandate: string
  readonly name: string
}

/** Two names to a line: so many stand on a page beside who signs. */
const mostOnPage = 40

/** How many names each page of a sheet of so many has: all pages alike. */
const perPage = (total: number): number => { const pages = Math.max(1, Math.ceil(total / mostOnPage)); return 2 * Math.ceil(total / pages / 2) }

/** Which names stand on a page, counted from 1: 31–60. */
export const namesOn = ({ page, total }: PaperPart): { readonly from: number; readonly to: number } => ({ from: (page - 1) * perPage(total) + 1, to: Math.min(total, page * perPage(total)) })

/**
 * Names of the page that came back, in its order. A sheet printed before anybody was ticked lists those who are expected, and page 1 has put some of them on
 * the roll by the time page 2 is read: the list that was printed is taken, known by its number of names and its check. `whole` = the list has changed since: everybody, as nobody knows who stands on which page.
 */
export function peopleOnPage(input: FormInput, part: PaperPart): { readonly people: readonly Signer[]; readonly whole: boolean } {
  const onRoll = rollOf(input)
  const expected = expectedBy(input)
  const all = [...new Set([...expected, ...onRoll])]
  const printed = [all, expected, onRoll].filter((list) => list.length === part.total).map((list) => named(input, list)).find((list) => part.check === undefined || checkOf(list) === part.check)
  return printed === undefined ? { people: named(input, all), whole: true } : { people: printed.slice(namesOn(part).from - 1, namesOn(part).to), whole: false }
}

const checkOf = (people: readonly Signer[]): string => checkOfList(people.map(({ mandate }) => mandate))

/** Those on the roll, else those who are expected: all deputies at a session, the members at a presidium meeting, deputies in office elsewhere. */
export function peopleOf(input: FormInput): readonly Signer[] {
  const rows = rollOf(input)
  return named(input, rows.length > 0 ? rows : expectedBy(input))
}

const rollOf = ({ rec, facts }: FormInput): readonly string[] =>
  facts.where(rollType(rec.type), rec.type === 'session' ? 'session' : 'event', rec.id).map((row) => textOf(row.fields, 'mandate'))

function expectedBy({ rec, facts, today, settings }: FormInput): readonly string[] {
  const on = textOf(rec.fields, rec.type === 'presidium_meeting' ? 'held_on' : 'start_on') || today
  return rec.type === 'session' || rec.type === 'presidium_meeting' ? expectedAt(facts, rec.type, on, settings).mandates : deputiesAt(facts, on).map(({ id }) => id)
}

function named({ facts, ...input }: FormInput, mandates: readonly string[]): readonly Signer[] {
  const pinyin = new Intl.Collator('zh-CN')
  return mandates
    .map((mandate) => ({ mandate, name: textOf(facts.get(textOf(facts.get(mandate)?.fields ?? {}, 'person'))?.fields ?? {}, 'name') || input.titleOf(mandate) }))
    .toSorted((a, b) => pinyin.compare(a.name, b.name) || a.mandate.localeCompare(b.mandate))
}

/** Two names to a line, so that forty people stand on one page; the ticks beside the picture stand in the same way. */
const signIn: Form = {
  code: 'RG', edition: 1, label: '签到表', note: '到会的人签名；收回来直接点名', types: events, roll: true,
  blocks: (input) => signInPages(input).flatMap(({ blocks }) => blocks),
  parts: signInPages,
}

function signInPages(input: FormInput): readonly FormPart[] {
  const all = peopleOf(input)
  const pages = Math.max(1, Math.ceil(all.length / mostOnPage))
  const check = checkOf(all)
  return Array.from({ length: pages }, (_, at) => {
    const part = { page: at + 1, total: all.length, check }
    const { from, to } = namesOn(part)
    return { ...(pages === 1 ? {} : { part }), blocks: signInPage(input, all, from, to, pages === 1 ? '' : `第${String(at + 1)}页（第${String(from)}—${String(to)}位）`) }
  })
}

function signInPage(input: FormInput, all: readonly Signer[], from: number, to: number, said: string): readonly Block[] {
  const people = all.slice(from - 1, to)
  const cell = (at: number): readonly string[] => (at < people.length ? [String(from + at), people[at]?.name ?? '', ''] : ['', '', ''])
  return [
    title('签到表'), note(`${name(input)}　　${day(when(input))}　　${word(input, 'place')}　　应到${String(all.length)}人`), ...(said === '' ? [] : [note(said)]),
    {
      kind: 'table', rowHeight: 9, columns: [{ label: '序号', width: 7, align: 'center' }, { label: '姓名', width: 16 }, { label: '签名', width: 27 }, { label: '序号', width: 7, align: 'center' }, { label: '姓名', width: 16 }, { label: '签名', width: 27 }],
      rows: Array.from({ length: Math.ceil(people.length / 2) }, (_, at) => ({ cells: [...cell(at * 2), ...cell(at * 2 + 1)] })),
    },
    signs('登记人', '日期'),
  ]
}

const notice: Form = {
  code: 'NT', edition: 1, label: '会议（活动）通知', note: '附回执', types: events,
  blocks: (input) => [
    title(`关于召开${name(input)}的通知`.replace('召开', congress.some((type) => type === input.rec.type) ? '召开' : '开展')), to(input.rec.type === 'presidium_meeting' ? '主席团各位成员' : '各位代表'),
    text(`定于${day(when(input))}${word(input, 'start_time')}在${word(input, 'place') || '　　　　　　'}${congress.some((type) => type === input.rec.type) ? '召开' : '开展'}${name(input)}，请准时参加。因故不能参加的，请书面请假。`),
    { kind: 'sign', text: body(input) }, { kind: 'sign', text: day(input.today) },
    note('…………………………………………　回　　执　…………………………………………'), pairs(['姓名', room(1)], ['能否参加', boxes(['参加', '请假'])], ['请假事由', room(2)]), signs('签名', '日期'),
  ],
}

const agenda: Form = {
  code: 'AG', edition: 1, label: '会议议程', note: '发给到会的人', types: congress,
  blocks: (input): readonly Block[] => {
    const items = [...input.facts.where('agenda_item', 'session', input.rec.id), ...input.facts.where('decision', 'meeting', input.rec.id)]
      .toSorted((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0))
    return [title(`${name(input)}\n议程`), note(`${day(when(input))}　　${word(input, 'place')}`),
      ...(items.length === 0 ? [numbered([['事项', 62], ['报告人', 30]], [], { least: 8, rowHeight: 11 })] : items.map(({ fields }, at) => text(`${chineseNumber(at + 1)}、${textOf(fields, 'title')}${textOf(fields, 'reporter') === '' ? '' : `（${textOf(fields, 'reporter')}）`}`)))]
  },
}

const leave: Form = {
  code: 'LV', edition: 1, label: '请假条', note: '代表书面请假', types: events,
  blocks: (input) => [
    title('请　假　条'), to(body(input)), text(`我不能参加${day(when(input))}的${name(input)}，特此请假。`),
    pairs(['请假种类', boxes(['事假', '病假', '公务'])], ['请假事由', room(4)]), signs('请假代表签名', '日期'), pairs(['批准意见', room(3)]), signs('批准人', '日期'),
  ],
}

const candidates = (input: FormInput): readonly Row[] => {
  const value = input.rec.fields['candidates']
  return Array.isArray(value) ? (value as readonly Row[]) : []
}
/** 票决 chooses among projects, an election among people. */
const isOfProjects = ({ rec }: FormInput): boolean => textOf(rec.fields, 'kind') === '3'
const nameColumn = (input: FormInput): string => (isOfProjects(input) ? '项目' : '候选人')
const rowWord = (row: Row, key: string): string => (typeof row[key] === 'string' ? row[key] : '')

const ballot: Form = {
  code: 'BL', edition: 1, label: '表决票、选票', note: '每张都一样，不记名', types: ['vote'],
  blocks: (input): readonly Block[] => {
    const people = candidates(input)
    return people.length === 0
      ? [title('表　决　票'), note(one(input, 'meeting')), pairs(['表决事项', word(input, 'subject')], ['意见', boxes(['赞成', '反对', '弃权'])]), note('在一个方框里画“○”，多画、不画或写了别的都是废票。')]
      : [title('选　　票'), note(one(input, 'meeting')), note(`${word(input, 'subject')}　　应选${String(intOf(input.rec.fields, 'seats') ?? people.length)}${isOfProjects(input) ? '项' : '名'}`),
        // Projects have no post: their long names get its place.
        numbered([...(people.some((row) => rowWord(row, 'post') !== '') ? [[nameColumn(input), 36], ['职务', 23]] as const : [[nameColumn(input), 59]] as const), ['赞成', 11, 'center'], ['反对', 11, 'center'], ['弃权', 11, 'center']],
          people.map((row) => [rowWord(row, 'name'), ...(people.some((one) => rowWord(one, 'post') !== '') ? [rowWord(row, 'post')] : []), '□', '□', '□']), { rowHeight: 9 }),
        ...(isOfProjects(input) ? [note('每项画一个“○”；赞成的项数不能多于应选项数。')] : [pairs(['另选他人', room(2)]), note('每人画一个“○”；赞成的人数不能多于应选名额。')])]
  },
}

const tally: Form = {
  code: 'TS', edition: 1, label: '计票单', note: '唱票时画“正”字，监票人签名', types: ['vote'],
  blocks: (input): readonly Block[] => {
    const people = candidates(input)
    const { fields } = input.rec
    const count = (key: string): string => String(intOf(fields, key) ?? '')
    return [
      title('计　票　单'), note(`${one(input, 'meeting')}　　${word(input, 'subject')}`),
      fours(['应到', count('total')], ['实到', count('present')], ['发出票数', count('issued')], ['收回票数', count('collected')], ['有效票', count('valid')], ['废票', count('invalid')]),
      people.length === 0
        ? pairs(['赞成', `${count('for_count')}${room(3)}`], ['反对', `${count('against_count')}${room(3)}`], ['弃权', `${count('abstain_count')}${room(3)}`])
        : numbered([[nameColumn(input), 32], ['赞成', 22], ['反对', 19], ['弃权', 19]], people.map((row) => [rowWord(row, 'name'), String(row['for_count'] ?? ''), String(row['against_count'] ?? ''), String(row['abstain_count'] ?? '')]), { rowHeight: 13 }),
      note('收回票数 ＝ 有效票 ＋ 废票；收回票数不能多于发出票数。'), signs('计票人', '监票人'), signs('总监票人', '日期'),
    ]
  },
}

export const meetingForms: readonly Form[] = [signIn, notice, agenda, leave, ballot, tally]

/** The papers of people: what voters say and hear, debriefs and their rating, the duty card, receipts for documents. */
import { dutyFile } from '../deputies/duty-file'
import type { Data } from '../fields'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { deputiesAt } from '../measures/deputies-at'
import { namesInOrder, opinionKeys, ratingCount } from '../records/rating-count'
import type { Block } from '../report/block'
import { boxed, boxes, coded, day, dayOrNone, fours, many, note, numbered, one, pairs, room, signs, text, title, to, word, type Form, type FormInput } from './form'

const body = (input: FormInput): string => `${input.office}人大主席团`

const reception: Form = {
  code: 'VR', edition: 1, label: '接待登记表', note: '接待时填，代表和站长签名', types: ['voter_matter'],
  back: { step: 'route', asks: ['routed_on', 'route', 'to_unit'] },
  blocks: (input) => [
    title('人大代表接待选民登记表'),
    fours(['编号', word(input, 'no')], ['日期', day(word(input, 'received_on'))], ['地点', one(input, 'site')], ['接待代表', many(input, 'deputies')], ['反映人', ''], ['所在村', one(input, 'village')]),
    pairs(['反映事项', boxed(word(input, 'content'), 8)], ['代表意见', boxed(word(input, 'opinion'), 6)], ['去向', boxes(['当场答复', '代表自办', '转部门', '转建议', '转信访', '不受理'])], ['站长意见', room(3)]),
    signs('接待代表签名', '日期'), signs('反映人签名', '站长签名'),
  ],
}

const visitorReceipt: Form = {
  code: 'VB', edition: 1, label: '办理回执', note: '告诉反映人结果，请他签名、评价', types: ['voter_matter'],
  back: { step: 'inform', asks: ['informed_on', 'visitor_rate'] },
  blocks: (input) => [
    title('群众反映事项办理回执'), pairs(['编号', word(input, 'no')], ['反映日期', day(word(input, 'received_on'))], ['反映事项', boxed(word(input, 'content'), 4)], ['办理单位', one(input, 'to_unit')],
      ['办理结果', boxed(word(input, 'reply_text'), 5)], ['您的评价', boxes(['满意', '基本满意', '不满意'])]), signs('反映人签名', '日期'), signs('告知人', '电话'),
  ],
}

const rating: Form = {
  code: 'DR', edition: 1, label: '述职测评票', note: '到会选民每人一张，不记名', types: ['debrief'],
  blocks: (input) => [title('人大代表述职测评票'), note(`${one(input, 'mandate')}　　${day(word(input, 'date') || word(input, 'planned_on'))}`),
    { kind: 'table', columns: [{ label: '项目', width: 40 }, { label: '满意', width: 20, align: 'center' }, { label: '基本满意', width: 20, align: 'center' }, { label: '不满意', width: 20, align: 'center' }], rowHeight: 13, rows: [{ cells: ['总体评价', '□', '□', '□'] }] },
    pairs(['意见建议', room(4)]), note('在一个方框里画“○”，多画的为废票。')],
}

/** More than so many of one round are a list, each a line. */
const mostApart = 4

/** The sheet of a rating of all deputies, three to a line, so that sixty stand on one page. */
const everybody: Form = {
  code: 'RB', edition: 1, label: '代表测评票（全体代表）', note: '列出全体代表，每人一张，不记名', types: ['supervision'],
  ready: ({ rec }) => ['09', '12'].includes(textOf(rec.fields, 'form')),
  blocks: (input): readonly Block[] => {
    const { facts, rec, today } = input
    const names = namesInOrder(deputiesAt(facts, textOf(rec.fields, 'start_on') || today).map((mandate) => textOf(facts.get(textOf(mandate.fields, 'person'))?.fields ?? {}, 'name') || input.titleOf(mandate.id)))
    const cell = (at: number): readonly string[] => (names[at] === undefined ? ['', '', '', '', ''] : [String(at + 1), names[at], '□', '□', '□'])
    const third = [['序号', 6], ['姓名', 11.3], ['满意', 5.3], ['基本', 5.4], ['不满', 5.3]] as const
    return [
      title('人大代表测评票'), note(`${input.titleOf(rec.id)}　　${day(textOf(rec.fields, 'start_on'))}`), note('满意、基本满意、不满意，每人在一个方框里画“○”；不画的为弃权，同一人画了几个的也算弃权。'),
      {
        kind: 'table', rowHeight: 8, columns: [...third, ...third, ...third].map(([label, width]) => ({ label, width, align: label === '姓名' ? 'left' : 'center' })),
        rows: Array.from({ length: Math.ceil(names.length / 3) }, (_, at) => ({ cells: [...cell(at * 3), ...cell(at * 3 + 1), ...cell(at * 3 + 2)] })),
      },
    ]
  },
}

/** The ratings of one round and day that are a list: the sheets once, a line for each name, and the sums held against each other. */
function listed(ratings: readonly Rec[]): readonly Block[] {
  const first = ratings[0]?.fields ?? {}
  const sheets = (key: string): string => (intOf(first, key) === null ? '' : `${String(intOf(first, key))}张`)
  const voices = ({ fields }: Rec): number => ratingCount(fields).opinions
  const most = Math.max(...ratings.map(voices))
  const invalid = intOf(first, 'invalid') ?? 0
  const [issued, collected] = [intOf(first, 'issued'), intOf(first, 'collected')]
  const pinyin = new Intl.Collator('zh-CN')
  return [
    fours(['发出', sheets('issued')], ['收回', sheets('collected')], ['有效', `${String(most)}张`], ['无效', `${String(invalid)}张`]),
    numbered([['姓名（项目）', 27], ['满意', 11, 'center'], ['基本满意', 13, 'center'], ['不满意', 12, 'center'], ['弃权', 11, 'center'], ['合计', 18, 'center']],
      ratings.toSorted((a, b) => pinyin.compare(textOf(a.fields, 'aspect'), textOf(b.fields, 'aspect')))
        .map((rec) => [textOf(rec.fields, 'aspect'), ...opinionKeys.map((key) => String(intOf(rec.fields, key) ?? 0)), `${String(voices(rec))}票`])),
    note(`核对：有效${String(most)}＋无效${String(invalid)}＝${String(most + invalid)}张${collected === null ? '' : `，收回${String(collected)}张${collected === most + invalid ? '，相符' : '，不符'}`}${issued === null || collected === null ? '' : `；发出${String(issued)}张${collected <= issued ? '，不少于收回' : '，少于收回'}`}；每人合计${ratings.every((rec) => voices(rec) === most) ? `都是${String(most)}票，与有效票相符` : '不都等于有效票，请核对'}。`),
  ]
}

const tally: Form = {
  code: 'DT', edition: 1, label: '测评计票单', note: '监票人签名', types: ['debrief', 'supervision'],
  back: { step: 'rate', asks: ['rated_on', 'issued', 'collected', 'satisfied', 'basically', 'dissatisfied', 'abstain', 'invalid'] },
  blocks: (input): readonly Block[] => {
    const ratings = input.facts.where('rating', 'about', input.rec.id)
    const keys = [['满意', 'satisfied'], ['基本满意', 'basically'], ['不满意', 'dissatisfied'], ['弃权', 'abstain'], ['无效', 'invalid']] as const
    const sheets = (count: number | null): string => (count === null ? '' : `${String(count)}张`)
    const table = (fields: Data): readonly Block[] => {
      const { read, issued, collected } = ratingCount(fields)
      const sum = `${keys.map(([label, key]) => `${label}${String(intOf(fields, key) ?? 0)}`).join('＋')}＝${String(read)}张`
      return [
        fours(['发出', sheets(issued)], ['收回', sheets(collected)]), { ...pairs(...keys.map(([label, key]) => [label, sheets(intOf(fields, key) ?? (read > 0 ? 0 : null))] as const)), rowHeight: 11 },
        ...(read === 0 ? [] : [note(`核对：${sum}${collected === null ? '' : `，收回${String(collected)}张${collected === read ? '，相符' : '，不符'}`}${issued === null || collected === null ? '' : `；发出${String(issued)}张${collected <= issued ? '，不少于收回' : '，少于收回'}`}。`)]),
      ]
    }
    const rounds = new Map<string, Rec[]>()
    for (const one of ratings) {
      const key = `${day(textOf(one.fields, 'rated_on'))}${(intOf(one.fields, 'round') ?? 1) > 1 ? `　第${String(intOf(one.fields, 'round'))}次` : ''}`
      rounds.set(key, [...rounds.get(key) ?? [], one])
    }
    const lists = [...rounds].filter(([, of]) => of.length > mostApart)
    const apart = ratings.filter((one) => !lists.some(([, of]) => of.includes(one)))
    return [title('测评计票单'), note(input.titleOf(input.rec.id)), ...lists.flatMap(([when, of]) => [note(when), ...listed(of)]),
      ...(ratings.length === 0 ? table({}) : apart.flatMap(({ fields }) => [note(`${textOf(fields, 'aspect')}　${day(textOf(fields, 'rated_on'))}${(intOf(fields, 'round') ?? 1) > 1 ? `　第${String(intOf(fields, 'round'))}次` : ''}`), ...table(fields)])),
      ...(apart.length === 0 && ratings.length > 0 ? [] : [note('满意＋基本满意＋不满意＋弃权＋无效 ＝ 收回；收回不能多于发出。')]), signs('计票人', '监票人'), signs('主持人', '日期')]
  },
}

const dutyCard: Form = {
  code: 'DC', edition: 1, label: '履职登记卡', note: '代表本人核对签字', types: ['mandate'],
  blocks: (input): readonly Block[] => {
    const file = dutyFile(input.facts, input.rec.id, null)
    if (file === null) return []
    const [basics, ...parts] = file.parts
    return [
      title('人大代表履职登记卡'), note(`${input.office}人民代表大会　　姓名：${file.name}　　折合履职${String(file.half_days / 2)}天（出席会议不计）`), pairs(...(basics?.rows ?? []).map((row) => [row.title, row.note] as const)),
      ...parts.flatMap((part): readonly Block[] => [note(`${part.label}（${String(part.rows.length)}次）`),
        ...(part.rows.length === 0 ? [] : [numbered([['日期', 21], ['内容', 45], ['情况', 26]], part.rows.map((row) => [dayOrNone(row.date), row.title, row.note]))])]),
      signs('代表签名', '日期'),
    ]
  },
}

const documentReceipt: Form = {
  code: 'RC', edition: 1, label: '文件签收回执', note: '收到文件的单位签收后交回', types: ['document'],
  blocks: (input) => [
    title('文件签收回执'), to(body(input)), text(`你处发来的“${word(input, 'title')}”${word(input, 'doc_no') === '' ? '' : `（${word(input, 'doc_no')}）`}已收到。`),
    pairs(['份数', room(1)], ['落实要求', room(3)]), signs('签收单位\n（盖章）', '签收人'), signs('签收日期', '电话'),
  ],
}

const opinionReceipt: Form = {
  code: 'FR', edition: 1, label: '审议意见回执', note: '单位报告落实情况', types: ['follow_up'],
  back: { step: 'answer', asks: ['reply_on', 'reply_text'] },
  blocks: (input) => [
    title('审议意见办理回执'), pairs(['审议意见', word(input, 'title')], ['内容', word(input, 'content')], ['承办单位', one(input, 'target')], ['办理期限', day(word(input, 'extended_due_on') || word(input, 'due_on'))], ['落实情况', room(10)]),
    signs('单位（盖章）', '日期'), pairs(['核查意见', `${coded(input, 'evaluation', 'evaluation')}${room(3)}`]), signs('核查人', '日期'),
  ],
}

export const peopleForms: readonly Form[] = [reception, visitorReceipt, rating, everybody, tally, dutyCard, documentReceipt, opinionReceipt]

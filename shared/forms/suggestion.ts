/** The papers of a suggestion (domain.md A.17): from the sheet a deputy signs to the opinion form that comes back. */
import { textOf } from '../facts'
import type { Block } from '../report/block'
import { timelineOf } from '../suggestions/timeline'
import { boxed, boxes, coded, day, dayOrNone, fours, many, note, numbered, one, pairs, room, signs, text, title, to, word, type Form, type FormInput } from './form'

const types = ['suggestion'] as const
const course = ({ rec, facts, rules, today }: FormInput) => timelineOf({ suggestion: rec, lookup: facts, rules, today })
const called = (input: FormInput): string => [word(input, 'no'), word(input, 'title')].filter((part) => part !== '').join('　')
const body = (input: FormInput): string => `${input.office}人大主席团`
const assigned = (input: FormInput): boolean => word(input, 'assigned_on') !== ''
const open = (input: FormInput): boolean => assigned(input) && course(input).next !== null
const host = (input: FormInput): string => one(input, 'host') || '承办单位'
const lastReply = (input: FormInput) => input.facts.where('reply', 'suggestion', input.rec.id).toSorted((a, b) => textOf(a.fields, 'reply_on').localeCompare(textOf(b.fields, 'reply_on'))).at(-1)
const publicity = ['全文公开', '摘要公开', '不宜公开'] as const
const rates = boxes(['满意', '基本满意', '不满意'])

const paper: Form = {
  code: 'SP', edition: 1, label: '代表建议专用纸', note: '代表签名用', types,
  back: { step: 'submit', asks: ['raised_on', 'period'] },
  blocks: (input) => [
    title(`${input.office}人民代表大会\n代表建议、批评和意见`),
    fours(['编号', word(input, 'no')], ['提出日期', day(word(input, 'raised_on'))], ['类别', coded(input, 'suggestion.kind', 'kind')], ['提出时段', coded(input, 'suggestion.period', 'period')]),
    pairs(
      ['领衔代表', one(input, 'lead')], ['联名代表', many(input, 'cosign')], ['标题', word(input, 'title')], ['内容', boxed(word(input, 'body'), 16)],
      ['是否可公开', coded(input, 'public_ok', 'public_ok') || boxes(publicity)],
    ),
    signs('领衔代表签名', '日期'), signs('联名代表签名', '日期'),
  ],
}

const assign: Form = {
  code: 'SA', edition: 1, label: '交办通知单', note: '承办单位签收', types, ready: assigned,
  blocks: (input) => {
    const due = word(input, 'due_on')
    const term = course(input).terms.find((moment) => moment.kind === 'reply' && moment.round === 1)?.term
    return [
      title('代表建议交办通知单'), note(`交办单位：${body(input)}　　交办日期：${day(word(input, 'assigned_on'))}`), to(host(input)),
      text(`现将代表建议“${called(input)}”交由你单位${many(input, 'cohosts') === '' ? '办理' : '主办'}。${due === '' ? '请按规定期限' : `请于${day(due)}前`}书面答复代表，答复前与代表当面沟通，并将答复抄送${body(input)}。`),
      ...(term ? [note(`期限依据：${term.source}。`)] : []),
      pairs(['领衔代表', one(input, 'lead')], ['联名代表', many(input, 'cosign')], ['主办单位', host(input)], ['协办单位', many(input, 'cohosts')], ['办理方式', coded(input, 'handling_mode', 'mode')], ['内容', boxed(word(input, 'body'), 8)]),
      signs('交办人', '签收人'), signs('签收单位', '签收日期'),
    ]
  },
}

const contact: Form = {
  code: 'SC', edition: 1, label: '沟通（面复）记录', note: '答复前和代表见面时填', types, ready: assigned,
  back: { step: 'communicate', asks: ['date', 'mode', 'signed'] },
  blocks: (input) => [
    title('代表建议办理沟通（面复）记录'),
    pairs(
      ['建议', called(input)], ['代表', one(input, 'lead')], ['承办单位', host(input)], ['日期、地点', room(2)], ['方式', boxes(['当面', '电话', '座谈', '现场', '其他'])],
      ['参加人', room(2)], ['代表意见', room(6)], ['单位答复', room(6)],
    ),
    signs('代表签名', '单位签名'), signs('记录人', '日期'),
  ],
}

const letter: Form = {
  code: 'SL', edition: 1, label: '答复函', note: '承办单位填好、签发、盖章', types, ready: assigned,
  back: { step: 'reply', asks: ['reply_on', 'result_class'] },
  blocks: (input) => {
    const reply = lastReply(input)
    const said = textOf(reply?.fields ?? {}, 'text')
    return [
      title(`关于${input.office}人大代表建议\n${word(input, 'no') === '' ? '' : `第${word(input, 'no')}号`}的答复`), note(`文号：${textOf(reply?.fields ?? {}, 'reply_no')}　　　　签发人：${textOf(reply?.fields ?? {}, 'signer')}`),
      to(`${one(input, 'lead')}代表`), text(`您提出的“${word(input, 'title')}”收悉，现答复如下：`), ...(said === '' ? [pairs(['答复内容', room(14)])] : [text(said)]),
      pairs(['办理结果', boxes(['A 已解决或采纳', 'B 列入计划逐步解决', 'C 留作参考'], textOf(reply?.fields ?? {}, 'result_class'))], ['联系人、电话', room(2)]), note(`抄送：${body(input)}`), signs('单位（盖章）', '日期'),
    ]
  },
}

const opinion: Form = {
  code: 'SF', edition: 1, label: '征询意见表', note: '代表填评价，一式两份', types, copies: 2, ready: assigned,
  back: { step: 'feedback', asks: ['feedback_on', 'rate_result', 'rate_process'] },
  blocks: (input) => {
    const reply = lastReply(input)
    const fields = reply?.fields ?? {}
    return [
      title('代表建议办理情况征询意见表'), note(`${body(input)}　　一式两份：代表、人大各存一份`),
      pairs(
        ['建议', called(input)], ['代表', one(input, 'lead')], ['承办单位', textOf(fields, 'unit') === '' ? host(input) : input.titleOf(textOf(fields, 'unit'))], ['答复日期', day(textOf(fields, 'reply_on'))],
        ['对办理过程', rates], ['对办理结果', rates], ['意见和要求', room(8)],
      ),
      signs('代表签名', '日期'),
    ]
  },
}

const urge: Form = {
  code: 'SU', edition: 1, label: '催办单', note: '送承办单位签收', types, ready: open,
  back: { step: 'urge', asks: ['date'], known: { mode: '1' } },
  blocks: (input) => {
    const { next, past } = course(input)
    const term = next?.term
    const state = term ? `应在${day(term.due_on)}前${next.label}，${term.days < 0 ? `已超过${String(-term.days)}天` : `还剩${String(term.days)}天`}（${term.source}）。` : ''
    return [
      title('代表建议催办单'), note(`${body(input)}　　催办日期：${day(input.today)}`), to(host(input)),
      text(`你单位承办的代表建议“${called(input)}”，${day(word(input, 'assigned_on'))}交办。${state}请抓紧办理，按时答复代表，并将情况告知${body(input)}。`),
      pairs(['领衔代表', one(input, 'lead')], ['已催办', `${String(past.filter((moment) => moment.kind === 'urge').length)}次`], ['承办单位说明', room(5)]), signs('催办人', '签收人'), signs('签收日期', '电话'),
    ]
  },
}

const sendBack: Form = {
  code: 'SR', edition: 1, label: '退办单', note: '单位认为不属于自己办的，写明理由退回', types, ready: assigned,
  back: { step: 'send_back', asks: ['date', 'reason'] },
  blocks: (input) => [
    title('代表建议退办单'), to(body(input)), text(`代表建议“${called(input)}”，${day(word(input, 'assigned_on'))}交由我单位办理。经研究，不属于我单位职责范围，现予退回。`),
    pairs(['退回理由', room(8)], ['建议改交单位', room(2)]), signs('单位（盖章）', '日期'), pairs(['主席团意见', room(4)]), signs('签收人', '签收日期'),
  ],
}

const handling: Form = {
  code: 'SH', edition: 1, label: '办理情况报告', note: '从提出到办结的经过', types,
  blocks: (input) => {
    const { past } = course(input)
    const state = (term: (typeof past)[number]['term']): string => (term === null ? '' : term.days < 0 ? `逾期${String(-term.days)}天` : '按期')
    const rows = past.map((moment) => [
      day(moment.on ?? ''), moment.label, [...moment.who.map(input.titleOf), moment.names].filter((part) => part !== '').join('、'), [moment.said, moment.text].filter((part) => part !== '').join('；'), state(moment.term),
    ])
    return [title('代表建议办理情况报告'), pairs(['建议', called(input)], ['代表', one(input, 'lead')], ['承办单位', one(input, 'host')], ['现在', input.rec.status ?? '']),
      numbered([['日期', 22], ['事项', 13], ['谁', 15], ['情况', 33], ['期限', 9]], rows), signs('核对人', '日期')]
  },
}

const promises: Form = {
  code: 'SM', edition: 1, label: '承诺事项台账', note: '答复时答应的事，落实一件签一件', types, ready: ({ rec, facts }) => facts.where('promise', 'suggestion', rec.id).length > 0,
  back: { step: 'fulfil', asks: ['done_on', 'promise'] },
  blocks: (input) => [
    title('代表建议承诺事项台账'), pairs(['建议', called(input)], ['承办单位', one(input, 'host')], ['代表', one(input, 'lead')]),
    numbered([['承诺事项', 29], ['期限', 15], ['单位', 14], ['落实日期', 21], ['代表签名', 13]], input.facts.where('promise', 'suggestion', input.rec.id).map(({ fields }) =>
      [textOf(fields, 'content'), dayOrNone(textOf(fields, 'due')), textOf(fields, 'unit') === '' ? '' : input.titleOf(textOf(fields, 'unit')), dayOrNone(textOf(fields, 'done_on')), '']), { rowHeight: 11 }),
    signs('核对人', '日期'),
  ],
}

const catalogue: Form = {
  code: 'SG', edition: 1, label: '代表建议目录', note: '这次会议的全部建议', types: ['session'], ready: ({ rec, facts }) => facts.where('suggestion', 'session', rec.id).length > 0,
  blocks: (input): readonly Block[] => {
    const rows = input.facts.where('suggestion', 'session', input.rec.id).toSorted((a, b) => textOf(a.fields, 'no').localeCompare(textOf(b.fields, 'no')))
    const name = (id: string): string => (id === '' ? '' : input.titleOf(id))
    return [title(`${input.titleOf(input.rec.id)}\n代表建议目录`), note(`${body(input)}　　共${String(rows.length)}件　　${day(input.today)}`),
      numbered([['编号', 18], ['标题', 40], ['领衔代表', 14], ['主办单位', 20]], rows.map(({ fields }) => [textOf(fields, 'no'), textOf(fields, 'title'), name(textOf(fields, 'lead')), name(textOf(fields, 'host'))]))]
  },
}

export const suggestionForms: readonly Form[] = [paper, assign, contact, letter, opinion, urge, sendBack, handling, promises, catalogue]

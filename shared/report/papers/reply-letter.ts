/** 答复函 in 信函格式 (GB/T 9704-2012, 10.1): the handling unit's answer to a suggestion, copied to the presidium. */
import { labelOf } from '../../codes'
import { intOf, textOf } from '../../facts'
import { chineseDay, handDay, type Block, type Composed } from '../block'
import { deputyName, nameOf } from '../names'
import { Missing, titleLines } from '../setting'
import { lineOf, phraseOf } from '../without-private'
import { presidium, stopped, typedParagraphs, type PaperInput } from './words'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

export function replyLetter({ facts, rec, office }: PaperInput): Composed {
  const missing = new Missing()
  const suggestion = facts.get(textOf(rec.fields, 'suggestion'))
  const unit = missing.want(nameOf(facts, textOf(rec.fields, 'unit')), '答复单位')
  const again = (intOf(rec.fields, 'round') ?? 1) > 1 ? '再次' : ''
  const no = lineOf(suggestion, 'no')
  const title = `${unit}关于${no === '' ? '' : `第${no}号`}代表建议的${again}答复`
  const lead = missing.want(suggestion === null ? '' : deputyName(facts, textOf(suggestion.fields, 'lead')), '领衔代表')
  const said = typedParagraphs(rec, 'text')
  const code = textOf(rec.fields, 'result_class')
  const promises = facts.where('promise', 'suggestion', suggestion?.id ?? '').filter((promise) => ['', rec.id].includes(facts.resolve(textOf(promise.fields, 'reply'))))
  const on = textOf(rec.fields, 'reply_on')
  const blocks: readonly Block[] = [
    { kind: 'redhead', style: 'letter', mark: unit, number: missing.want(lineOf(rec, 'reply_no'), '答复文号') },
    { kind: 'title', text: titleLines(title, ['关于', '代表建议', '的']) }, { kind: 'recipients', text: `${lead}代表：` },
    paragraph(`您提出的“${phraseOf(suggestion, 'title')}”收悉。${again === '' ? '经研究办理' : '根据您的意见重新办理'}，现答复如下：`),
    ...(said.length === 0 ? [paragraph(missing.want('', '答复内容（答复摘要）'))] : said.map((text) => paragraph(stopped(text)))),
    ...(code === '' ? [] : [paragraph(`办理结果：${lineOf(rec, 'class_label') || labelOf('result_class', code)}。`)]),
    ...promises.map((promise, index) => paragraph(`${index === 0 ? '我们承诺：' : ''}${promises.length === 1 ? '' : `${String(index + 1)}.`}${phraseOf(promise, 'content')}${textOf(promise.fields, 'due') === '' ? '' : `（${chineseDay(textOf(promise.fields, 'due'))}底前完成）`}。`)),
    paragraph('感谢您对我们工作的关心和支持。对以上答复有什么意见，请填写《征询意见表》反馈。'),
    { kind: 'signature', organ: unit, day: handDay(on) }, { kind: 'imprint', copies: `抄送：${presidium(office)}。` },
  ]
  return { title, missing: missing.words, blocks }
}

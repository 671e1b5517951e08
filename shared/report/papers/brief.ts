/** 简报: one activity or supervision told on a page or two, under the red mark 人大工作简报. */
import { textOf } from '../../facts'
import { wasPresent } from '../../measures/meetings-of'
import { participationOf } from '../../measures/supervision-of'
import { chineseDay, handDay, type Block, type Composed } from '../block'
import { Missing, titleLines } from '../setting'
import { supervisionParagraph } from '../supervision-text'
import { lineOf, phraseOf } from '../without-private'
import { nameOf } from '../names'
import { presidium, stopped, typedParagraphs, type PaperInput } from './words'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** How many came; what was found and met stands in the record's own words. */
function activityParagraphs({ facts, rec, office }: PaperInput, missing: Missing): readonly Block[] {
  const present = participationOf(facts, [rec]).filter(wasPresent).length
  const on = textOf(rec.fields, 'start_on')
  const place = lineOf(rec, 'place') || nameOf(facts, textOf(rec.fields, 'site'))
  const who = lineOf(rec, 'organizer') || presidium(office)
  const voters = rec.fields['voters_met']
  const first = `${missing.want(on === '' ? '' : chineseDay(on), '活动日期')}，${who}${place === '' ? '' : `在${place}`}组织开展“${phraseOf(rec, 'title')}”${present === 0 ? '' : `，${String(present)}名代表参加`}${typeof voters === 'number' && voters > 0 ? `，接待、走访群众${String(voters)}人` : ''}。`
  const content = typedParagraphs(rec, 'content')
  return [
    paragraph(first), ...(content.length === 0 ? [paragraph(missing.want('', '活动内容'))] : content.map((text) => paragraph(stopped(text)))),
    ...typedParagraphs(rec, 'outcome').map((text, at) => paragraph(`${at === 0 ? '活动取得的成效：' : ''}${stopped(text)}`)),
  ]
}

export function brief(input: PaperInput & { readonly asAt: string }): Composed {
  const { facts, rec, office, asAt } = input
  const missing = new Missing()
  const supervision = rec.type === 'supervision'
  const on = textOf(rec.fields, 'start_on')
  const subject = phraseOf(rec, supervision ? 'topic' : 'title')
  const title = `${office}人大${supervision ? `开展“${subject}”监督` : `开展“${subject}”`}`
  const body = supervision
    ? [paragraph(supervisionParagraph(facts, asAt, rec)), ...typedParagraphs(rec, 'process').map((text) => paragraph(stopped(text)))]
    : activityParagraphs(input, missing)
  return {
    title, missing: missing.words,
    blocks: [
      { kind: 'redhead', style: 'minutes', mark: '人大工作简报', number: `〔${on.slice(0, 4)}〕第　　期`, sides: [presidium(office), handDay('')] },
      { kind: 'title', text: titleLines(title, ['人大开展', '“']) }, ...body,
      { kind: 'imprint', copies: '报：县人大常委会，镇党委。'.replace('镇', office.endsWith('乡') ? '乡' : '镇'), printed: [presidium(office), handDay('')], anyPage: true },
    ],
  }
}

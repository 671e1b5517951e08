/** Bills of deputies at the yearly session, and questions at the one in summer. */
import { textOf } from '../facts'
import { voteOnBill, type Session } from './congress'
import { storyOf, type Scene } from './scene'
import type { Suggested } from './suggestions'

const signers = 5

/** One bill goes to the vote; another becomes a suggestion, which is handed back to be dealt with as one. */
export function bringBills(scene: Scene, session: Session): readonly Suggested[] {
  const { scribe, random } = scene
  const receive = (title: string): string => {
    const [lead, ...cosign] = random.some(session.present, signers)
    const id = scribe.add('bill', { title, grounds: '群众反映强烈，条件成熟。', proposal: '由镇政府组织实施，年底前报告。' })
    scribe.act('receive', id, { received_on: session.day, session: session.id, proposer_kind: '3', lead: lead?.mandate, cosign: cosign.map((one) => one.mandate) })
    return id
  }
  const title = '关于加强饮用水源地保护的议案'
  const voted = receive(title)
  scribe.act('decide', voted, { handled_on: session.day, handling: '1' })
  scribe.act('vote', voted, { voted_on: session.end, vote: voteOnBill(scene, session, title, voted) })
  storyOf(scene, voted, session.end).step('close', 200, (day) => ({ done_on: day, done_note: '保护区界桩已设立。' }))
  const turned = receive('关于发展村级物流的议案')
  scribe.act('decide', turned, { handled_on: session.day, handling: '3', handling_reason: '属于政府日常工作' })
  scribe.act('convert', turned, { event_on: session.day })
  const id = textOf(scribe.get(turned)?.fields ?? {}, 'suggestion')
  scribe.set(id, { field: '10' })
  return [{ id, raised: session.day, session: session.id }]
}

export function askQuestion(scene: Scene, session: Session): void {
  const { scribe, random, town, days } = scene
  const id = scribe.add('inquiry', { kind: '2', session: session.id, title: '关于集镇环境整治进展的询问' })
  scribe.act('raise', id, { raised_on: session.day, lead: random.pick(session.present).mandate, target: random.pick(town.units), question: '集镇环境整治进展如何，何时完成？' })
  scribe.act('answer', id, { date: session.day, text: '已完成八成，九月底前完成。', signer: '分管副镇长', satisfied: 1, dissatisfied: 0 })
  if (days.after(session.end, 0) !== null) scribe.act('close', id, { closed_on: session.end })
}

import { describe, expect, it } from 'vitest'
import type { Data } from '../../shared/fields'
import type { Block, Composed } from '../../shared/report/block'
import type { PaperKind } from '../../shared/report/papers/kinds'
import { paperName, paperOf, papersOf, recordsFor } from '../../shared/report/papers/paper'
import { ruleBook } from '../../shared/rules/presets'
import { town, type Town } from '../support/build'

const make = (t: Town, kind: PaperKind, id: string): Composed => {
  const facts = t.facts()
  const rec = facts.get(id)
  if (!rec) throw new Error(id)
  return paperOf(kind, { facts, rec, office: '青禾镇', asAt: '2025-12-31', rules: ruleBook(null) })
}
const words = (blocks: readonly Block[]): readonly string[] => blocks.flatMap((block) => (block.kind === 'named' ? [`${block.label}：${block.text}`] : 'text' in block ? [block.text] : []))
const headOf = ({ blocks }: Composed) => blocks.find((block) => block.kind === 'redhead')

function presidiumMeeting(): Town {
  const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
  const [bai, lin, shen] = ['白芷', '林莲', '沈云'].map((name) => t.deputy({ name }))
  const meeting = t.add('presidium_meeting', { term: t.term, no: 3, held_on: '2025-02-28', start_time: '09:30', place: '镇会议室', chair: '白芷', members_total: 3, nonvoting: [{ name: '王镇长', unit: '镇政府' }] }, ['筹备', '2025-02-01'], ['进行中', '2025-02-28'], ['已结束', '2025-02-28'])
  t.add('participation', { event: meeting, mandate: bai, state: '1' }); t.add('participation', { event: meeting, mandate: lin, state: '1' }); t.add('participation', { event: meeting, mandate: shen, state: '2' })
  t.add('decision', { meeting, no: 2, title: '研究培训安排' })
  t.add('decision', { meeting, no: 1, title: '听取建议办理情况汇报', reporter: '张干事', discussion: '办理有进展', text: '同意。', for_count: 2, against_count: 0, abstain_count: 0, owner: '张干事', due_on: '2025-03-31' })
  return t
}

describe('the minutes of a presidium meeting', () => {
  it('tell who met, what was decided topic by topic, who does it until when, and who was there', () => {
    const paper = make(presidiumMeeting(), 'minutes', 'presidium_meeting-1')
    expect([paper.title, paper.missing]).toEqual(['青禾镇第十九届人民代表大会主席团第三次会议纪要', []])
    expect(headOf(paper)).toMatchObject({ style: 'minutes', mark: '青禾镇人大会议纪要', number: '（第三次）', sides: ['青禾镇人民代表大会主席团', '2025年2月28日'] })
    expect(words(paper.blocks).slice(1)).toEqual([
      '2025年2月28日，白芷主持召开青禾镇第十九届人民代表大会主席团第三次会议（地点：镇会议室）。会议应到成员3人，实到2人。现将会议议定事项纪要如下：',
      '一、听取建议办理情况汇报', '会议听取了张干事的汇报。', '会议认为，办理有进展。', '会议决定：同意。', '表决结果：赞成2票，反对0票，弃权0票。', '由张干事负责落实，2025年3月31日前完成。',
      '二、研究培训安排', '会议对此进行了研究，未作决定。', '', '出席：白芷、林莲', '请假：沈云', '列席：王镇长（镇政府）',
    ])
  })

  it('carry the number of the registered 纪要', () => {
    const t = presidiumMeeting()
    t.add('document', { kind: '05', title: '纪要', doc_no: '〔2025〕3号', issued_on: '2025-03-03', meeting: 'presidium_meeting-1' })
    const paper = make(t, 'minutes', 'presidium_meeting-1')
    expect([headOf(paper)?.number, paper.blocks.at(-1)]).toEqual(['〔2025〕3号', { kind: 'imprint', copies: '送：主席团成员，列席单位。', printed: ['青禾镇人民代表大会主席团', '2025年3月3日'] }])
  })

  it('say what nobody has recorded', () => {
    const t = town({ term: { no: 19 } })
    t.add('presidium_meeting', { term: t.term, no: 1, held_on: '2025-02-28' }, ['进行中', '2025-02-28'])
    expect(make(t, 'minutes', 'presidium_meeting-1').missing).toEqual(['会议主持人', '应到成员数', '会议议题和决定事项'])
  })
})

describe('the minutes of a congress', () => {
  it('tell the agenda, the votes and what was passed', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
    const [a, b] = [t.deputy({ name: '白芷' }), t.deputy({ name: '林莲' })]
    const session = t.add('session', { term: t.term, no: 8, kind: '2', start_on: '2025-02-11', end_on: '2025-02-12', place: '镇政府', total_deputies: 2 }, ['筹备', '2025-01-01'], ['进行中', '2025-02-11'], ['已闭会', '2025-02-12'])
    t.add('attendance', { session, mandate: a, state: '1' }); t.add('attendance', { session, mandate: b, state: '3', approved: false })
    t.add('agenda_item', { session, no: 2, title: '票决民生实事项目', vote: 'vote-1' }); t.add('agenda_item', { session, no: 1, title: '听取和审议政府工作报告', reporter: '王镇长', vote: 'vote-2' })
    t.add('vote', { meeting: session, subject: '票决民生实事项目', kind: '1', method: '1' })
    t.add('vote', { meeting: session, subject: '关于政府工作报告的决议', kind: '1', method: '1', total: 2, for_count: 2, against_count: 0, abstain_count: 0 })
    t.add('vote', { meeting: session, subject: '选举镇长', kind: '2', method: '2', total: 2, seats: 1, candidates: [{ name: '王国强', post: '镇长', for_count: 2 }, { name: '李文', post: '镇长', for_count: 0 }] })
    t.add('vote', { meeting: session, subject: '选举副主席', kind: '2', method: '2', total: 2, seats: 1, candidates: [{ name: '白芷', for_count: 1 }] })
    t.add('document', { kind: '01', title: '《关于政府工作报告的决议》', session, issued_on: '2025-02-12' }, ['已印发', '2025-02-12'])
    expect(words(make(t, 'minutes', session).blocks).slice(1)).toEqual([
      '青禾镇第十九届人民代表大会第八次会议于2025年2月11日至2025年2月12日在镇政府举行，会期2天。应到代表2名，实到1名。现将会议情况纪要如下：',
      '一、会议议程', '1.听取和审议政府工作报告（王镇长）。', '2.票决民生实事项目。', '二、表决和选举', '1.关于政府工作报告的决议：采用举手，赞成2票，反对0票，弃权0票，通过。', '2.票决民生实事项目：采用举手。', '3.选举镇长：采用无记名投票，王国强赞成2票、李文赞成0票，王国强当选镇长。', '4.选举副主席：采用无记名投票，白芷赞成1票，未当选。', '三、通过的决议、决定', '1.《关于政府工作报告的决议》。', '', '缺席：林莲',
    ])
  })
})

describe('a notice', () => {
  it('of a congress tells when, where, what and who, under the red head of the presidium', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
    const session = t.add('session', { term: t.term, no: 8, decide_on: '2025-01-20', notice_on: '2025-02-01', start_on: '2025-02-11', start_time: '09:00', place: '镇政府三楼' }, ['筹备', '2025-01-20'])
    t.add('agenda_item', { session, no: 1, title: '听取政府工作报告' })
    t.add('document', { kind: '04', title: '通知', doc_no: '青禾人大〔2025〕1号', session, cc: '县人大常委会', issued_on: '2025-02-01' })
    const paper = make(t, 'notice', session)
    expect([headOf(paper)?.style, headOf(paper)?.mark, headOf(paper)?.number]).toEqual(['file', '青禾镇人民代表大会主席团文件', '青禾人大〔2025〕1号'])
    expect(words(paper.blocks)).toEqual([
      '关于召开青禾镇第十九届\n人民代表大会第八次会议的通知', '各位代表：', '经主席团2025年1月20日决定，青禾镇第十九届人民代表大会第八次会议定于2025年2月11日召开。现将有关事项通知如下：',
      '一、会议时间', '2025年2月11日（星期二）上午9:00开始。', '二、会议地点', '镇政府三楼。', '三、建议议程', '1.听取政府工作报告。', '四、参加人员', '全体镇人大代表。', '五、有关要求', '请安排好工作，准时参加。因故不能参加的，请事先书面请假。',
    ])
    expect(paper.blocks.slice(-2)).toEqual([{ kind: 'signature', organ: '青禾镇人民代表大会主席团', day: '2025年2月1日' }, { kind: 'imprint', copies: '抄送：县人大常委会', printed: ['青禾镇人民代表大会主席团', '2025年2月1日'] }])
  })

  it('of an activity has no number, and asks for the place that nobody entered', () => {
    const t = town()
    const group = t.add('group', { term: t.term, kind: '1', name: '第一代表小组', members: [] })
    const activity = t.add('activity', { kind: '07', title: '小组学习', start_on: '2025-05-06', group, content: '学习代表法。' }, ['计划', '2025-05-01'])
    const paper = make(t, 'notice', activity)
    expect([headOf(paper), paper.missing, words(paper.blocks).slice(0, 2)]).toEqual([undefined, ['地点'], ['关于开展小组学习活动的通知', '第一代表小组各位代表：']])
  })
})

describe('the announcement of an election', () => {
  function election(fields: Data): Town {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
    const session = t.add('session', { term: t.term, no: 3, kind: '2', start_on: '2025-02-11', end_on: '2025-02-12' }, ['筹备', '2025-01-01'], ['已闭会', '2025-02-12'])
    t.add('vote', { meeting: session, subject: '选举', kind: '2', method: '2', total: 60, ...fields })
    return t
  }

  it('names by post who has more than half of all deputies, and bears number, presidium and day', () => {
    const t = election({ seats: 3, announce_no: '第3号', candidates: [
      { name: '王国强', post: '镇长', for_count: 58 }, { name: '李文', post: '副镇长', for_count: 31 }, { name: '赵敏', post: '副镇长', for_count: 55 }, { name: '孙平', post: '副镇长', for_count: 30 },
    ] })
    const paper = make(t, 'announcement', 'vote-1')
    expect([headOf(paper), paper.missing]).toEqual([{ kind: 'redhead', style: 'file', mark: '青禾镇人民代表大会公告', number: '第3号' }, []])
    expect(words(paper.blocks)).toEqual([
      '青禾镇第十九届人民代表大会第三次会议于2025年2月11日至2025年2月12日举行，会议选举：', '王国强为青禾镇人民政府镇长；', '李文、赵敏为青禾镇人民政府副镇长。', '现予公告。',
    ])
    expect(paper.blocks.at(-1)).toEqual({ kind: 'signature', organ: '青禾镇第十九届人民代表大会第三次会议主席团', day: '2025年2月12日' })
    expect(recordsFor(t.facts(), 'announcement', 2025).map((rec) => [rec.id, paperName('announcement', t.facts(), rec)])).toEqual([['vote-1', '选举公告_2025-02-11_选举']])
  })

  it('of one post is one sentence, and asks for what nobody entered', () => {
    const paper = make(election({ seats: 1, candidates: [{ name: '白芷', post: '人大副主席', for_count: 59 }, { name: '李文', for_count: 1 }] }), 'announcement', 'vote-1')
    expect(words(paper.blocks)[0]).toBe('青禾镇第十九届人民代表大会第三次会议于2025年2月11日至2025年2月12日举行，会议选举白芷为青禾镇人民代表大会副主席。')
    expect(paper.missing).toEqual(['公告文号（在选举的登记里填）'])
  })

  it('is there only when the ballots were counted, and names nobody who was not elected', () => {
    const rec = (t: Town) => t.facts().get('vote-1')
    const before = rec(election({ seats: 1, candidates: [{ name: '白芷', post: '镇长' }] }))
    expect(before && papersOf(before)).toEqual([])
    const invalid = election({ seats: 1, issued: 50, collected: 52, candidates: [{ name: '白芷', post: '镇长', for_count: 52 }] })
    expect(words(make(invalid, 'announcement', 'vote-1').blocks).join('')).not.toContain('白芷')
    const resolution = rec(election({ kind: '1', for_count: 40 }))
    expect(resolution && papersOf(resolution)).toEqual([])
  })
})

describe('a letter of reply', () => {
  const answered = (fields = {}): Town => {
    const t = town()
    const lead = t.deputy({ name: '林莲' })
    const unit = t.add('organisation', { name: '镇财政所' })
    const suggestion = t.suggestion('2025-03-01', { no: '19-8-005', title: '关于修路的建议', lead, host: unit, accept: '1' }, ['待交办', '2025-03-02'], ['已交办', '2025-03-03'], ['待反馈', '2025-04-01'])
    t.add('reply', { suggestion, round: 1, unit, reply_no: '镇财函〔2025〕3号', reply_on: '2025-04-01', result_class: 'B', text: '已列入计划\n电话13800138000', ...fields })
    t.add('promise', { suggestion, content: '年内开工', due: '2025-12' })
    return t
  }

  it('is the unit’s, to the deputy, with what was answered and promised, copied to the presidium', () => {
    const paper = make(answered(), 'reply', 'reply-1')
    expect(headOf(paper)).toMatchObject({ style: 'letter', mark: '镇财政所', number: '镇财函〔2025〕3号' })
    expect(words(paper.blocks)).toEqual([
      '镇财政所关于第19-8-005号代表建议的答复', '林莲代表：', '您提出的“关于修路的建议”收悉。经研究办理，现答复如下：', '已列入计划。', '电话＊＊＊。', '办理结果：正在解决或已列计划。', '我们承诺：年内开工（2025年12月底前完成）。',
      '感谢您对我们工作的关心和支持。对以上答复有什么意见，请填写《征询意见表》反馈。',
    ])
    expect(paper.blocks.at(-1)).toEqual({ kind: 'imprint', copies: '抄送：青禾镇人民代表大会主席团。' })
  })

  it('of a second round says so', () => {
    const paper = make(answered({ round: 2, text: '' }), 'reply', 'reply-1')
    expect([paper.title, paper.missing]).toEqual(['镇财政所关于第19-8-005号代表建议的再次答复', ['答复内容（答复摘要）']])
  })
})

describe('a brief', () => {
  it('tells an activity: when, who, where, how many came, what came of it', () => {
    const t = town()
    const activity = t.add('activity', { kind: '07', title: '小组学习', start_on: '2025-05-06', place: '村部', organizer: '第一代表小组', content: '学习代表法。', outcome: '提出建议两件' }, ['计划', '2025-05-01'], ['已开展', '2025-05-06'])
    for (const mandate of t.deputies(3)) t.add('participation', { event: activity, mandate, state: '1' })
    const paper = make(t, 'brief', activity)
    expect(words(paper.blocks)).toEqual(['青禾镇人大开展“小组学习”', '2025年5月6日，第一代表小组在村部组织开展“小组学习”，3名代表参加。', '学习代表法。', '活动取得的成效：提出建议两件。'])
    expect(headOf(paper)).toMatchObject({ mark: '人大工作简报', number: '〔2025〕第　　期' })
  })
})

describe('which papers a record has', () => {
  it('follows what it is and how far it is', () => {
    const t = presidiumMeeting()
    const planned = t.add('activity', { kind: '07', title: '小组学习', start_on: '2025-05-06' }, ['计划', '2025-05-01'])
    const called = t.add('activity', { kind: '07', title: '视察', start_on: '2025-05-07' }, ['计划', '2025-05-01'], ['取消', '2025-05-02'])
    const facts = t.facts()
    expect(['presidium_meeting-1', planned, called, 'decision-1'].map((id) => { const rec = facts.get(id); return rec === null ? null : papersOf(rec) })).toEqual([['minutes', 'notice'], ['notice'], [], []])
    expect([recordsFor(facts, 'notice', 2025).map(({ id }) => id), recordsFor(facts, 'notice', 2024)]).toEqual([['presidium_meeting-1', planned], []])
  })

  it('names the file after its day and its record', () => {
    const t = presidiumMeeting()
    const rec = t.facts().get('presidium_meeting-1')
    expect(rec && paperName('minutes', t.facts(), rec)).toBe('会议纪要_2025-02-28_第十九届主席团第三次会议')
  })
})

/**
 * What stands behind a figure: keys of the rule book, and articles that name the duty without a number. Of every row only what the law's
 * text says; a figure without an entry is counted by the words of its table alone.
 */
export interface Basis {
  /** Keys of the rule book: their values are those in force at this office. */
  readonly rules?: readonly string[]
  /** Articles, with what they say in a few words. */
  readonly articles?: readonly (readonly [source: string, says: string])[]
}

const seats = ['选举法第12条', '代表名额由人口基数确定'] as const
const ends = ['代表法第62条', '代表资格终止的情形'] as const
const announced = ['代表法第63条', '终止由代表资格审查委员会报本级人大公告'] as const
const powers = ['地方组织法第12条', '乡镇人大的职权'] as const
const published = ['代表法第58条', '记录代表履职，公示代表基本信息和履职信息'] as const
const handling = ['代表法第51条', '建议交办、答复、与代表沟通，办理情况向大会报告并公开'] as const
const contact = ['代表法第28条', '定期组织代表联系群众'] as const
const betweenSessions = ['地方组织法第19条', '闭会期间听取专项报告、检查法律实施、视察调研，听取和反映意见'] as const
const handedOn = ['代表法第31条', '报告转交有关机关，处理情况及时反馈'] as const
const money = ['代表法第42条', '代表活动经费列入本级财政预算，专款专用'] as const
const reply = ['suggest.reply.normal', 'suggest.reply.complex'] as const

const one: Readonly<Record<string, Basis>> = {
  'B1.03': { articles: [['选举法第25条', '每个选区选一至三名代表']] }, 'B1.04': { articles: [seats] }, 'B1.05': { articles: [ends, announced] }, 'B1.06': { articles: [seats] },
  'B1.07': { articles: [['代表法第61条', '暂停执行代表职务的情形']] }, 'B1.09': { articles: [['地方组织法第18条', '设主席，可设副主席一至二人']] },
  'B1.10': { rules: ['presidium.size'], articles: [['地方组织法第19条', '主席团由大会选举产生']] }, 'B1.11': { articles: [['代表法第37条', '三名以上代表可以组成代表小组']] }, 'B1.12': { articles: [contact] },
  'B2.14': { articles: [['选举法第57条', '出缺由原选区选民补选']] },
  'B3.02': { articles: [['选举法第57条', '出缺由原选区选民补选'], ['选举法第47条', '代表资格审查后确认']] }, 'B3.04': { articles: [ends, ['选举法第55条', '向本级人大书面提出，全体代表过半数通过']] },
  'B3.07': { articles: [ends, ['选举法第53条', '原选区过半数选民通过']] }, 'B3.12': { articles: [['代表法第61条', '暂停执行代表职务的情形']] },
  'B3.14': { articles: [['选举法第47条', '代表资格审查后确认']] }, 'B3.15': { articles: [['选举法第47条', '代表资格审查后确认']] }, 'B3.16': { articles: [['地方组织法第9条', '每届任期五年']] },
  'B4.01': { rules: ['congress.min', 'congress.usual', 'congress.secondBy'] }, 'B4.02': { rules: ['congress.length'] }, 'B4.03': { rules: ['congress.quorum'] }, 'B4.04': { articles: [['代表法第62条', '未经批准两次不出席本级人大会议，资格终止']] },
  'B4.06': { articles: [powers] }, 'B4.07': { rules: ['congress.majority'], articles: [powers] }, 'B4.08': { rules: ['bill.min'] }, 'B4.09': { rules: ['congress.majority'] },
  'B4.10': { rules: ['congress.majority', 'candidate.min'] }, 'B4.11': { rules: ['resolution.file'] }, 'B4.12': { rules: ['budget.publish'] }, 'B4.13': { rules: ['presidium.min', 'presidium.interval'], articles: [betweenSessions] },
  'B4.14': { rules: ['presidium.quorum'] }, 'B4.15': { articles: [betweenSessions] }, 'B4.16': { rules: ['presidium.interval'] }, 'B4.17': { rules: ['inquiry.min'] },
  'B5.08': { rules: ['suggest.assign'], articles: [handling] }, 'B5.09': { rules: reply }, 'B5.10': { rules: reply }, 'B5.11': { rules: reply }, 'B5.12': { rules: reply },
  'B5.19': { rules: ['suggest.feedback'], articles: [handling] }, 'B5.25': { rules: ['suggest.redo'], articles: [handling] }, 'B5.33': { rules: ['suggest.close'] },
  'B6.09': { articles: [['预算法第21条', '乡镇人大审查批准预算，监督预算执行']] }, 'B6.14': { rules: ['followup.extend'], articles: [betweenSessions] }, 'B6.16': { rules: ['report.feedback'], articles: [handedOn] },
  'B6.17': { rules: ['report.feedback'], articles: [handedOn] }, 'B7.01': { articles: [powers] }, 'B7.02': { articles: [powers] },
  'B8.05': { rules: ['group.min'] }, 'B8.06': { rules: ['deputy.days'], articles: [published] }, 'B8.07': { articles: [contact] }, 'B8.08': { articles: [contact] }, 'B8.09': { rules: ['reception.min'], articles: [contact] },
  'B8.10': { articles: [contact] }, 'B8.16': { articles: [['地方组织法第18条', '主席、副主席联系代表']] }, 'B8.17': { rules: ['report2voters'] }, 'B8.18': { rules: ['report2voters'] },
  'B8.20': { articles: [ends, announced] }, 'B8.22': { rules: ['training.min', 'training.byElected'] }, 'B8.24': { articles: [published] },
  'B9.01': { articles: [money] }, 'B9.02': { articles: [money] }, 'B9.04': { articles: [['代表法第41条', '无固定工资收入的代表由本级财政适当补贴']] }, 'B9.05': { rules: ['petition.notify', 'petition.close'] },
}

/** For the whole group where a row has none of its own. */
const groups: Readonly<Record<string, Basis>> = { B2: { articles: [published] }, B3: { articles: [ends, announced] }, B5: { articles: [handling] }, B6: { articles: [betweenSessions] }, B8: { articles: [published] } }

const none: Basis = {}

/** The basis of an indicator. */
export const basisOf = (id: string): Basis => one[id] ?? groups[id.slice(0, id.indexOf('.'))] ?? none

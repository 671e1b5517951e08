/**
 * Provincial values that differ from the national default. Nearly all of these texts are older than the Deputies Law of 2025, which every
 * entry says; the year of the text stands in its source.
 */
import type { RuleEntry } from '../rule-book'
import { lawsReadOn, nationalRules } from './national'

/** Said with every provincial value. */
export const notCheckedAgainst2025 = '未按2025年代表法核对'

interface Change {
  readonly key: string
  readonly n: number
  /** Title and year of the text. */
  readonly source: string
  readonly unit?: RuleEntry['unit']
  readonly of?: number
  readonly max?: number
  readonly few?: RuleEntry['few']
  readonly from?: string
  readonly note?: string
}

function changed(change: Change): RuleEntry {
  const national = nationalRules.find((entry) => entry.key === change.key)
  if (!national) throw new Error(`no national rule ${change.key}`)
  const { note, ...values } = change
  const { note: _nationalNote, ...base } = national
  return {
    ...base, ...values, who: '省里', verified: false, checked_on: lawsReadOn,
    note: note === undefined ? notCheckedAgainst2025 : `${note}；${notCheckedAgainst2025}`,
  }
}

const zhejiang = '浙江省乡镇人民代表大会工作条例（2016）'
const zhejiangHandling = '浙江省关于代表建议办理的规定（2016）'
const chongqing = '重庆市乡镇人民代表大会工作条例（2016）'
const chongqingHandling = '重庆市关于代表建议办理的规定（2017）'
const shandong = '山东省乡镇人民代表大会工作若干规定（2015）'
const shandongHandling = '山东省关于代表建议办理的规定（2017）'
const henan = '河南省乡镇人民代表大会主席团工作条例（2016）'
const henanHandling = '河南省关于代表建议办理的规定（2017）'
const beijing = '北京市乡、民族乡、镇人民代表大会组织条例（2016）'
const beijingHandling = '北京市关于代表建议办理的规定（2014）'
const beijingDeputies = '北京市代表法实施办法（2014）'

const presets: Readonly<Record<string, readonly Change[]>> = {
  浙江: [
    { key: 'suggest.assign', n: 7, source: zhejiangHandling },
    { key: 'suggest.return', n: 10, source: zhejiangHandling },
    { key: 'suggest.coOpinion', n: 2, source: zhejiangHandling },
    { key: 'suggest.redo', n: 1, source: zhejiangHandling },
    { key: 'congress.min', n: 2, source: zhejiang },
    { key: 'congress.length', n: 1, source: zhejiang, note: '有选举任务的适当延长' },
    { key: 'congress.notice', n: 7, source: zhejiang, note: '会议文件至少提前1日送达' },
    { key: 'presidium.interval', n: 3, source: zhejiang },
    { key: 'presidium.quorum', n: 1, of: 2, source: zhejiang },
    { key: 'presidium.size', n: 7, max: 13, source: zhejiang, note: '最多不超过17人' },
    { key: 'budget.publish', n: 20, source: zhejiang },
    { key: 'report.feedback', n: 3, source: zhejiang },
    { key: 'group.min', n: 3, source: zhejiang, note: '代表中心组每年至少2次' },
    { key: 'deputy.days', n: 7, source: zhejiang, note: '乡镇代表一般每年不少于7日' },
    { key: 'election.roll', n: 12, source: '浙江省选举实施细则（2021）', note: '补选：选民名单公布到选举日' },
  ],
  重庆: [
    { key: 'suggest.reply.normal', n: 2, source: `${chongqing}第16条` },
    { key: 'suggest.reply.complex', n: 4, source: `${chongqing}第16条` },
    { key: 'suggest.assign', n: 10, unit: 'workday', source: chongqingHandling },
    { key: 'suggest.return', n: 10, unit: 'workday', source: chongqingHandling },
    { key: 'suggest.coOpinion', n: 30, unit: 'workday', source: chongqingHandling },
    { key: 'suggest.feedback', n: 20, source: chongqingHandling },
    { key: 'suggest.redo', n: 2, source: chongqingHandling },
    { key: 'congress.min', n: 2, source: chongqing },
    { key: 'congress.length', n: 1, source: chongqing, note: '有选举任务的适当延长' },
    { key: 'congress.notice', n: 10, source: chongqing },
    { key: 'presidium.interval', n: 3, source: chongqing, note: '每季度至少一次' },
    { key: 'presidium.quorum', n: 1, of: 2, source: chongqing },
    { key: 'presidium.size', n: 7, max: 11, source: chongqing, note: '最多不超过13人' },
    { key: 'inquiry.redoAnswer', n: 2, source: chongqing },
    { key: 'group.min', n: 4, source: chongqing, note: '每季度至少1次' },
  ],
  山东: [
    { key: 'suggest.reply.normal', n: 2, from: 'session.end_on', source: `${shandong}第15条`, note: '闭会期间的自交办之日起' },
    { key: 'suggest.reply.complex', n: 4, from: 'session.end_on', source: `${shandong}第15条`, note: '闭会期间的自交办之日起' },
    { key: 'suggest.assign', n: 5, source: shandongHandling },
    { key: 'suggest.return', n: 5, source: shandongHandling },
    { key: 'suggest.coOpinion', n: 1, source: shandongHandling },
    { key: 'suggest.redo', n: 1, source: shandongHandling },
    { key: 'congress.min', n: 1, source: shandong },
    { key: 'presidium.size', n: 7, max: 11, source: shandong, note: '最多不超过13人' },
    { key: 'resolution.file', n: 30, source: '山东省关于决议决定备案的规定（2017）第7条' },
    { key: 'report.feedback', n: 3, source: shandong },
    { key: 'group.min', n: 4, source: shandong },
  ],
  河南: [
    { key: 'suggest.return', n: 10, unit: 'workday', source: henanHandling },
    { key: 'suggest.coOpinion', n: 2, source: henanHandling },
    { key: 'suggest.feedback', n: 10, source: henanHandling },
    { key: 'suggest.redo', n: 1, source: henanHandling },
    { key: 'congress.min', n: 2, source: henan },
    { key: 'congress.length', n: 1, source: henan, note: '有选举任务的适当延长' },
    { key: 'presidium.interval', n: 3, source: henan, note: '三名以上成员可以提议召集' },
    { key: 'presidium.quorum', n: 1, of: 2, source: henan },
    { key: 'presidium.size', n: 7, max: 13, source: henan, note: '最多不超过15人' },
  ],
  北京: [
    { key: 'suggest.feedback', n: 15, source: beijingHandling },
    { key: 'suggest.redo', n: 2, source: beijingHandling },
    { key: 'congress.min', n: 2, source: beijing, note: '每半年至少一次，首次不晚于3月底' },
    { key: 'congress.firstBy', n: 3, source: beijing, note: '首次会议不晚于3月底' },
    { key: 'congress.special', n: 1, of: 5, source: beijing },
    { key: 'presidium.size', n: 5, max: 9, source: beijing },
    { key: 'inquiry.min', n: 10, few: { upTo: 40, n: 1, of: 5 }, source: beijing, note: '代表总数不超过40人的，为代表总数的五分之一' },
    { key: 'inquiry.redoAnswer', n: 3, source: beijing },
    { key: 'resolution.file', n: 30, source: '北京市关于决议决定备案的规定（2024）第11条' },
    { key: 'group.min', n: 2, source: beijingDeputies },
    { key: 'reception.min', n: 2, source: beijingDeputies, note: '选民接待日' },
  ],
}

/** Names of the provinces with a preset, without 省 or 市. */
export const presetProvinces: readonly string[] = Object.keys(presets)

const made = new Map<string, readonly RuleEntry[]>()

/** The entries by which a province differs; null where it has no preset. */
export function provinceRules(name: string): readonly RuleEntry[] | null {
  const changes = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (!changes) return null
  const known = made.get(name)
  if (known) return known
  const entries = changes.map(changed)
  made.set(name, entries)
  return entries
}

/** Made-up people and places. No name belongs to a known person; ID numbers use a region code that was never given out. */
import { idCheckCharacter } from '../parse/id-no'
import type { Random } from './random'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文']
const women = [...'秀兰英芳敏静丽娟霞红梅玲燕琴云萍凤菊莲珍蓉颖慧雪']
const men = [...'国建志明强军勇伟华林海波文斌刚平辉永福德山水根生贵有田长春立']

export const villageNames = ['石桥村', '上坪村', '青龙村', '白鹤村', '柳树湾村', '大塘村', '新建村', '双河村', '松林村', '高坪村', '梨园村', '茶山村', '清水村', '马鞍村', '红岩村', '竹溪村', '集镇社区', '河东社区'] as const
export const townNames = ['青禾镇', '白石渡镇', '松陂镇', '上杨乡', '大湾头镇', '云峰镇', '南塘口镇', '泉上镇', '竹坞乡', '石门里镇', '桐桥镇', '下洋坪乡', '柳溪镇', '金斗镇', '长滩镇', '双峰镇', '观音桥镇', '落雁镇', '红旗乡', '三江口镇'] as const
export const unitNames = ['镇村镇建设办', '镇农业农村办', '镇社会事务办', '镇综合执法队', '镇财政所', '镇卫生院', '镇自然资源所', '镇中心小学', '派出所', '供电所'] as const
export const suggestionTopics = [
  ['02', '修缮通村道路'], ['02', '增设公交站点'], ['03', '改造自来水管网'], ['04', '增设垃圾清运点'], ['05', '规范集镇停车'], ['06', '扩建中心小学操场'], ['07', '增加村卫生室药品种类'], ['08', '建设老年食堂'],
  ['09', '开放文化站周末时间'], ['10', '扶持茶叶加工'], ['11', '加强夜间巡逻'], ['12', '整治用电隐患'], ['13', '优化便民服务中心窗口'], ['01', '疏浚灌溉渠道'], ['04', '治理畜禽养殖污染'], ['01', '推广农机社会化服务'],
] as const
export const supervisionTopics = ['食品安全', '农村饮水安全', '河道治理', '安全生产', '乡村学校建设', '医保政策落实', '高标准农田建设', '垃圾分类', '养老服务', '预算执行'] as const
export const activityTopics = ['学习代表法', '走访困难群众', '接待选民', '调研产业发展', '环境整治义务劳动', '调解邻里纠纷', '座谈政府实事项目', '检查汛期准备'] as const
export const matterTopics = ['路灯不亮', '水渠堵塞', '垃圾清运不及时', '宅基地审批进度', '医保报销流程', '农田积水', '噪声扰民', '通信信号差', '孩子上学接送', '低保申请'] as const

export interface MadePerson {
  readonly name: string
  readonly sex: '1' | '2'
  readonly birth: string
  readonly idNo: string
  readonly phone: string
}

/** A person who does not exist; `taken` keeps names apart. */
export function person(random: Random, taken: Set<string>): MadePerson {
  const sex = random.chance(0.36) ? '2' : '1'
  const given = sex === '2' ? women : men
  let name = ''
  do name = random.pick(surnames) + random.pick(given) + (random.chance(0.8) ? random.pick(given) : '')
  while (taken.has(name))
  taken.add(name)
  const year = random.between(1955, 1998)
  const month = String(random.between(1, 12)).padStart(2, '0')
  const day = String(random.between(1, 28)).padStart(2, '0')
  const sequence = String(random.between(0, 49) * 20 + (sex === '1' ? 1 : 2)).padStart(3, '0')
  const body = `510099${String(year)}${month}${day}${sequence}`
  return { name, sex, birth: `${String(year)}-${month}`, idNo: body + idCheckCharacter(body), phone: `139${String(random.between(0, 99_999_999)).padStart(8, '0')}` }
}

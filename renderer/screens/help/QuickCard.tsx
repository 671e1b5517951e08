import { Sheet } from '../../print/Sheet'
import { keyWords } from '../../state/key-words'
import type { LevelWords } from '../../state/level'
import type { OfficeInfo } from '../../../shared/contract/office'

const townTasks: readonly (readonly [string, string])[] = [
  ['记活动', '首页“记活动” → 类型、标题、日期、地点 → 没来的去掉勾 → 保存'],
  ['记接待', '首页“记接待” → 照原话写 → 选怎么处理 → 保存'],
  ['记建议', '首页“记建议” → 照纸填 → 保存；以后打开它，看“下一步”'],
  ['登记答复', '打开那件建议 → 登记答复 → 再登记测评'],
  ['记会议', '首页“记会议” → 日期 → 保存 → 议程、点名、表决'],
  ['看数字', '统计报表 → 点数字，看是哪些记录'],
  ['年度报告', '统计报表 → 写年度报告 → 还缺什么 → 生成年度报告'],
  ['上报', '插 U 盘 → 上报 → 上报到 U 盘 → 安全移除 U 盘 → 看到“可以拔了”'],
  ['读回执', '插 U 盘 → 上报 → 读回执 → 去改'],
  ['备份', '每月一次：设置 → 备份和密码 → 备份到 U 盘，锁进柜子'],
  ['记错了', '刚保存的点“撤销”；删掉的在设置的回收站'],
  ['打不开', '看屏幕上那句话；不要删文件，不要重装'],
]

const tasksAbove = ({ each, theirs, own }: LevelWords): readonly (readonly [string, string])[] => [
  ['导入', `插上${theirs}的 U 盘 → 导入 → 看每个包 → 导入，写回执 → 安全移除 U 盘 → 带回${theirs}`],
  ['第一次来', `导入 → 核对后准许 → 打电话给${theirs}，核对号念得一样才准许`],
  [`看${each}`, `${each} → 点名字，看报了没有、缺什么；没报的“打印催报名单”`],
  ['请改', `打开那条记录 → 请${theirs}改 → 随回执带去`],
  ['两边都改过', '导入 → 逐项看 → 留哪一份由您定'],
  ['交办', `交办 → 新交办 → 选交给谁 → 随回执带去，${theirs}回告随下一包回来`],
  ['看数字', `统计报表 → 全${own}合计，或选一个 → 点数字，看是哪些记录`],
  ['备份', '每月一次：设置 → 备份和密码 → 备份到 U 盘，锁进柜子'],
  ['打不开', '看屏幕上那句话；不要删文件，不要重装'],
]

/** The tasks and the keys stand in one column. */
const first = { width: '34mm' } as const

/** One sheet to lay beside the keyboard: the day's tasks in a line each, and the keys. */
export function QuickCard({ role, level }: { readonly role: OfficeInfo['role']; readonly level: LevelWords }) {
  const tasks = role === 'town' ? townTasks : tasksAbove(level)
  return (
    <Sheet title="镇人大工作台速查卡" lines={['不连网，不用账号。密码写在纸上，锁进柜子。']}>
      <table><tbody>{tasks.map(([what, how]) => <tr key={what}><th scope="row" style={first}>{what}</th><td>{how}</td></tr>)}</tbody></table>
      <table><tbody>{keyWords(role, level.each).map(([key, what]) => <tr key={key}><th scope="row" style={first}>{key}</th><td>{what}</td></tr>)}</tbody></table>
    </Sheet>
  )
}

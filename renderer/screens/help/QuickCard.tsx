import { Sheet } from '../../print/Sheet'
import { keyWords } from '../../state/key-words'

const tasks: readonly (readonly [string, string])[] = [
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

/** One sheet to lay beside the keyboard: the day's tasks in a line each, and the keys. */
export function QuickCard() {
  return (
    <Sheet title="镇人大工作台速查卡" lines={['不连网，不用账号。密码写在纸上，锁进柜子。']}>
      <table><tbody>{tasks.map(([what, how]) => <tr key={what}><th scope="row">{what}</th><td>{how}</td></tr>)}</tbody></table>
      <table><tbody>{keyWords.map(([key, what]) => <tr key={key}><th scope="row">{key}</th><td>{what}</td></tr>)}</tbody></table>
    </Sheet>
  )
}

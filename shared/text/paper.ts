/** What is said about a page that came back and went no further by itself. */
import type { PaperWhy } from '../contract/paper'

export const paperWords: Readonly<Record<PaperWhy, string>> = {
  'no-code': '这一页上没有读到二维码：可能不是本软件打印的表，也可能折住、太暗、太小。请看着图片找到它属于哪条记录。',
  'not-ours': '这一页上的二维码不是本软件的表格。请看着图片找到它属于哪条记录。',
  'newer-code': '这张表是更新版本的软件打印的，这一版读不懂它的二维码。请升级，或看着图片归档。',
  'other-office': '这是别的乡镇的表，不能归到这里。请还给他们，或看着图片归档。',
  'record-gone': '二维码指的记录不在这台电脑上：可能已经删除，或在另一台电脑上。请看着图片归档。',
  'unknown-form': '已归到记录下；这一种表这一版软件不认识，请看着图片登记。',
  'old-edition': '已归到记录下；这是旧版的表，填的位置可能不同，请看着图片登记。',
  'not-now': '已归到记录下；这条记录现在不在这一步，不用登记，或请打开记录看看。',
  refused: '没有归档：这条记录的附件已经满了，或已经删除。请看着图片归到别的记录。',
}

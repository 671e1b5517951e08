/** What each error code says to a person. Every code of shared/result.ts is here; the compiler says which one is missing. */
import type { ErrorCode } from '../result'
import { exchangeErrorWords } from './errors-exchange'
import { storeErrorWords } from './errors-store'
import { ruleErrorWords } from './errors-rules'
import { labelIn, part, type Sentence, type Words } from './say'

const told = (say: string, next: string): Sentence => ({ say, next })

const inputErrorWords = {
  'bad-input': (d) => told(part(d, 'field') ? `“${labelIn(d, part(d, 'field'))}”填得不对。` : '填的内容不对。', '请看标红的地方，改好再保存。'),
  'unknown-command': told('这项操作本软件没有。', '请重新打开软件再试；还是这样，请看“详细情况”。'),
  'unknown-type': told('没有这一类记录。', '可能是新版软件的记录，请升级后再打开。'),
  'unknown-field': (d) => told(`没有“${part(d, 'label') || part(d, 'field') || '这一'}”这一栏。`, '请对照表头检查栏目名称。'),
  'unknown-code': (d) => told(`${labelIn(d)}里没有“${part(d, 'value') || '这个选项'}”。`, '请从列出的选项里选一个。'),
  'unknown-step': told('这类记录没有这一步。', '请返回这条记录，选列出的步骤。'),
  'unknown-indicator': told('没有这项指标。', '请返回统计报表重新选。'),
  required: (d) => told(`请填写${labelIn(d)}。`, '填好再保存。'),
  'too-long': (d) => part(d, 'rows') ? told(`条数太多了，超过 ${part(d, 'rows')} 条。`, '请先用条件缩小范围。') : told(`${labelIn(d)}太长了${part(d, 'max') ? `，最多 ${part(d, 'max')} 个字` : ''}。`, '请缩短，或把细节写进备注、附件。'),
  'bad-date': (d) => told(`${labelIn(d)}不是有效的日期。`, '请按 2025.3.8 或 20250308 的样子填。'),
  'date-future': (d) => told(`${labelIn(d)}晚于今天。`, '已经发生的事才能登记，请检查日期。'),
  'date-order': (d) => {
    const first = [part(d, 'firstLabel'), part(d, 'first')].filter(Boolean).join(' ')
    const second = [part(d, 'secondLabel'), part(d, 'second')].filter(Boolean).join(' ')
    return told(first && second ? `日期先后不对：${second} 早于 ${first}。` : `${labelIn(d)}的先后不对。`, '请核对这两个日期。')
  },
  'bad-number': (d) => told(`${labelIn(d)}应当填数字。`, '只填数字，例如 12。'),
  'out-of-range': (d) => {
    const range = [part(d, 'min') && `不小于 ${part(d, 'min')}`, part(d, 'max') && `不大于 ${part(d, 'max')}`].filter(Boolean).join('、')
    return told(`${labelIn(d)}超出范围${range ? `（应${range}）` : ''}。`, '请检查是不是多写或少写了一位。')
  },
  negative: (d) => told(`${labelIn(d)}不能是负数。`, '请填 0 或正数。'),
  'bad-text': (d) => told(`${labelIn(d)}里有不能用的字符${part(d, 'signs') === '' ? '' : ` ${part(d, 'signs')}`}。`, '请删掉看不见的符号，重新输入。'),
  'bad-ref': (d) => told(`${labelIn(d)}选的不是这一类记录。`, '请重新选择。'),
  'ref-ambiguous': (d) => told(`${labelIn(d)}有 ${part(d, 'count') || '几'} 条同名记录，分不清是哪一条。`, '请从列表里选定一条。'),
  'ref-not-found': (d) => told(`没有找到${labelIn(d)}${part(d, 'value') ? `“${part(d, 'value')}”` : ''}。`, '请换个写法再找，或先新建一条。'),
  'key-fixed': (d) => told(`${labelIn(d)}保存以后不能改。`, '填错了请删除这条，重新登记。'),
  'status-not-settable': told('办理状态不能直接改。', '请用记录上的步骤按钮，如“登记答复”。'),
  'derived-field': (d) => told(`${labelIn(d)}由软件算出，不用填。`, '请去掉这一栏。'),
  usage: told('命令写得不对。', '请查看帮助里的写法。'),
} satisfies Partial<Record<ErrorCode, Words>>

const recordErrorWords = {
  'not-found': told('这条记录找不到了，可能已经删除。', '请到回收站看看。'),
  'not-now': (d) => {
    const missing = part(d, 'missing')
    const why = part(d, 'why')
    return told(missing ? `现在还不能办这一步，还缺：${missing}。` : `现在还不能办这一步${why ? `：${why}` : ''}。`, missing ? '补齐以后再办。' : '请先办完前面的步骤。')
  },
  'changed-elsewhere': told('您打开以后，这条记录又被改过。', '您填的还在；请看一下新内容，再决定保存哪一份。'),
  'has-children': (d) => part(d, 'who') ? told(`${part(d, 'who')}还要用它，不能删除。`, d['type'] === 'village' ? '不再用的村，填上“停用日期”就行；登错了的，先改那些记录。' : '请先改那些记录。') : told(`下面还有${part(d, 'count') ? ` ${part(d, 'count')} 条` : ''}${part(d, 'children') || '相关记录'}，不能删除。`, '请先处理那些记录。'),
  'already-exists': (d) => part(d, 'file') !== '' ? told(`“${part(d, 'file')}”是别的文件，没有覆盖它。`, '请换一个文件名或文件夹。') : told(`已经有${part(d, 'title') ? `“${part(d, 'title')}”` : '同样的一条'}了。`, '请打开原来那条修改，不用再建。'),
  'already-deleted': told('这条已经删除了。', '要用请到回收站恢复。'),
  'reason-needed': told('请写一下原因。', '写一句话就可以，以后查得到。'),
  'different-person': told('证件号码不同，看来不是同一个人。', '确实是同一人，请先改正证件号码再合并。'),
  'same-record': told('选的是同一条记录。', '请选另一条。'),
  'secret-document': told('涉密文件不能存进本软件。', '请按保密规定用纸质或专用设备保管。'),
} satisfies Partial<Record<ErrorCode, Words>>

const fileErrorWords = {
  'file-not-found': told('找不到这个文件。', '请看 U 盘是否插好，或重新选择文件。'),
  'not-a-table': (d) => (part(d, 'as') === 'form' ? told('这份表坏了，或者不是表格，打不开；原来的表没有动。', '请在 WPS 或 Excel 里打开看看，另存为 .xlsx 再装进来，或者向县里再要一份。') : told('这个文件不是表格。', '请选 .xlsx、.xls 或 .csv 文件。')),
  'file-encrypted': (d) => (part(d, 'as') === 'form' ? told('这张表加了密码，打不开；原来的表没有动。', '请在 WPS 或 Excel 里去掉密码，另存一份再装进来。') : told('这个表格加了密码，打不开。', '请在 WPS 或 Excel 里去掉密码，另存一份再导入。')),
  'file-empty': told('表格里没有内容。', '请检查是不是选错了文件。'),
  'file-too-big': told('文件太大了。', '请压缩图片，或拆成几个文件。'),
  'no-header': told('没有认出表头。', '请让第一行写上“姓名”“性别”等栏目名称。'),
  'unknown-type-of-file': told('这种文件不能用。', '请换成 Word、Excel、PDF 或图片文件。'),
  'file-with-macros': told('这张表里带宏，不能用；原来的表没有动。', '请在 WPS 或 Excel 里另存为不带宏的 .xlsx，再装进来。'),
  'file-with-links': told('这张表的公式引用了别的文件，不能用；原来的表没有动。', '请断开外部链接（数据 → 编辑链接），另存一份再装进来。'),
  'old-table': told('这是旧格式的表（.xls），县里的表样要 .xlsx 的；原来的表没有动。', '请在 WPS 或 Excel 里打开它，另存为 .xlsx，再装进来。'),
  'cell-not-open': told('这一格不能填：它是文字或公式，或者在合并格里面。', '请点它旁边空着的格子。'),
  'no-printer': told('这台电脑上没有可用的打印机。', '请接上打印机、打开电源再试；也可以先存成 PDF，拷到别的电脑上打印。'),
  'print-failed': told('打印机没有打出来。', '请看看打印机是否开着、有没有纸、是否脱机，再打印一次；也可以先存成 PDF。'),
  'no-form': told('还没有装县里的表。', '请先点“装入表样”，选县里发的 .xlsx 文件。'),
} satisfies Partial<Record<ErrorCode, Words>>

const lastResort = {
  internal: told('软件出了问题，这一步没有办成。', '您填的内容都在。请再试一次；还是这样，请把“详细情况”抄给维护人员。'),
} satisfies Partial<Record<ErrorCode, Words>>

export const errorWords: Readonly<Record<ErrorCode, Words>> = {
  ...inputErrorWords, ...recordErrorWords, ...storeErrorWords, ...fileErrorWords, ...ruleErrorWords, ...exchangeErrorWords, ...lastResort,
}

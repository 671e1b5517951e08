/** What a file on the stick is, in a tag and one sentence. */
import type { ImportedFile } from '../../../shared/contract/exchange'
import { levelOf, type LevelWords } from '../../state/level'
import { assertNever, type ErrorCode } from '../../../shared/result'
import { say } from '../../../shared/text'
import { sayMoment } from '../../ui/say-date'
import type { Tone } from '../../ui/Status'

export interface PackageWords {
  readonly tone: Tone
  readonly tag: string
  /** '' where the counts say it all. */
  readonly sentence: string
}

const heldTags: Partial<Readonly<Record<ErrorCode, string>>> = {
  damaged: '文件损坏', truncated: '没有拷完', 'bad-seal': '印章不对', 'not-a-package': '不是上报包', 'wrong-county': '不是给本县的', 'wrong-realm': '不是给本县的', 'wrong-town': '登记对不上',
  'demo-data': '演示数据', 'needs-upgrade': '要先升级', 'unknown-device': '没有登记', 'awaiting-approval': '没有准许', 'device-closed': '电脑已停用', 'bad-key': '打不开', 'too-big': '太大', 'disk-full': '本机已满', 'stick-removed': 'U 盘拔早了', 'io-error': '读不出来', 'in-use': '被占用', 'invite-expired': '配对码过期', 'wrong-role': '是回执', cancelled: '已取消',
}

interface Told { readonly say: string; readonly next: string }

/** The general sentences speak of our own data and of writing; here a package is read, and nothing of it went in. */
const reading: Partial<Readonly<Record<ErrorCode, (level: LevelWords, from: string) => Told>>> = {
  damaged: (_level, from) => ({ say: '没有读入任何内容。', next: `请让${from}重新拷一份。` }),
  'stick-removed': () => ({ say: 'U 盘不在了，没有读完。', next: '没有导入任何内容。请插回 U 盘，再看一遍。' }),
  'io-error': (_level, from) => ({ say: '这个文件读不全，U 盘可能坏了。', next: `没有导入任何内容。请拔下重插，再看一遍；还不行，请${from}换一个 U 盘上报。` }),
  'disk-full': () => ({ say: '本机硬盘满了，没有导入。', next: '请删掉一些不用的文件，再导入；已有的记录都在。' }),
  'in-use': () => ({ say: '这个文件正被别的程序占用。', next: '没有导入。请关掉杀毒软件的扫描窗口或资源管理器，再看一遍。' }),
  'invite-expired': (level) => ({ say: '这台电脑用的配对码过期了。', next: `没有读入。请在“${level.each}”里点这个${level.one}，给它另做一份。` }),
}

/** The sentences of the exchange are those of a county; above it they speak of counties. Names within them stay. */
const phrases = (level: LevelWords): readonly (readonly [string, string])[] => [
  ['县里给镇里', `${level.own}里给${level.theirs}`], ['这个镇', `这个${level.one}`], ['各镇', level.each], ['镇里', level.theirs], ['别的县', `别的${level.own}`], ['本县', `本${level.own}`], ['配对的县', `配对的${level.own}`],
]
const atLevel = (text: string, level: LevelWords): string => phrases(level).reduce((words, [county, here]) => words.replaceAll(county, here), text)

export function packageWords(file: ImportedFile, today: string, level: LevelWords = levelOf('')): PackageWords {
  const conflicts = file.counts?.['conflict'] ?? 0
  switch (file.state) {
    case 'PREVIEWED':
      if (file.code === 'awaiting-approval') return { tone: 'soon', tag: '新电脑', sentence: `这个${level.one}第一次用这台电脑上报，核对后准许。` }
      return conflicts > 0
        ? { tone: 'soon', tag: `${String(conflicts)} 处冲突`, sentence: '两边都改过，可以先导入，再逐项看。' }
        : { tone: 'done', tag: '可以导入', sentence: '' }
    case 'COMMITTED':
      if (conflicts > 0) return { tone: 'soon', tag: `已导入，${String(conflicts)} 处冲突`, sentence: '' }
      return file.complete === false
        ? { tone: 'soon', tag: '已导入，缺一段', sentence: `还缺 ${String(file.missing ?? 0)} 条。回执会告诉${level.theirs}，下一包自动补上。` }
        : { tone: 'done', tag: '已导入', sentence: '' }
    case 'DUPLICATE': {
      const when = file.detail?.['done_at']
      return { tone: 'idle', tag: '已导入过', sentence: `${typeof when === 'string' ? `${sayMoment(when, today)}导入，` : ''}内容相同，这次跳过。` }
    }
    case 'HELD': {
      const code = file.code ?? 'internal'
      const words = reading[code]?.(level, file.from?.name ?? level.theirs) ?? say(code, file.detail ?? {})
      return { tone: 'late', tag: atLevel(heldTags[code] ?? '不能导入', level), sentence: atLevel(`${words.say}${words.next}`, level) }
    }
    default: return assertNever(file.state)
  }
}

/** Whether it may be ticked. */
export const canImport = (file: ImportedFile | null): boolean => file?.state === 'PREVIEWED'

/** 新增 48: the numbers that are worth saying, in order. */
export const countWords: readonly (readonly [key: string, word: string])[] = [['new', '新增'], ['changed', '修改'], ['deleted', '删除'], ['same', '未变'], ['conflict', '冲突'], ['error', '没有收']]

/** Counts to show: 新增 修改 未变 冲突 always, the others where there are any. */
export const shownCounts = (counts: Readonly<Record<string, number>>): readonly { readonly key: string; readonly word: string; readonly count: number }[] =>
  countWords.map(([key, word]) => ({ key, word, count: counts[key] ?? 0 })).filter(({ key, count }) => count > 0 || ['new', 'changed', 'same', 'conflict'].includes(key))

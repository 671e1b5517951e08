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
  'demo-data': '演示数据', 'needs-upgrade': '要先升级', 'unknown-device': '没有登记', 'awaiting-approval': '没有准许', 'device-closed': '电脑已停用', 'bad-key': '打不开', 'too-big': '太大', 'disk-full': '本机已满', 'stick-removed': 'U 盘拔早了',
}

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
      // The general sentence speaks of our own data; here the package is what is broken.
      const words = file.code === 'damaged'
        ? { say: '没有读入任何内容。', next: `请让${file.from?.name ?? level.theirs}重新拷一份。` }
        : say(file.code ?? 'internal', file.detail ?? {})
      return { tone: 'late', tag: heldTags[file.code ?? 'internal'] ?? '不能导入', sentence: `${words.say}${words.next}` }
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

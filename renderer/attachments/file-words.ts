/** How an attachment is named to a person: what kind, how large. Pure. */
import type { AttachedFile } from '../../shared/contract/files'

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^image\//u, '图片'], [/^video\//u, '视频'], [/^audio\//u, '录音'], [/pdf$/u, 'PDF'], [/ofd$/u, 'OFD'],
  [/word/u, 'Word 文档'], [/sheet|excel/u, '表格'], [/presentation|powerpoint/u, '幻灯片'],
]

export const kindWord = (mime: string): string => kinds.find(([pattern]) => pattern.test(mime))?.[1] ?? '文件'

/** 3.2 MB, 480 KB: one decimal from a megabyte on. */
export function sizeWord(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Whether the window itself can show it. */
export const isPicture = (file: AttachedFile): boolean => /^image\/(?:jpeg|png|gif|webp|bmp)$/u.test(file.mime)

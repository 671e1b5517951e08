/** Initials of the pinyin, as people type them to find a name: 王建国 is `wjg`. */
import { pinyin } from 'pinyin-pro'

const letters = (text: string, isPersonName: boolean): readonly string[] => {
  if (!/\p{Script=Han}/u.test(text)) return []
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', ...(isPersonName ? { surname: 'head' as const } : {}) })
}

/** First letters of the Han characters of a person's name, lower case; the surname is read as a surname (单 is `s`). */
export const initialsOf = (name: string): string => letters(name, true).join('')

/** The same for any text, one letter a word, as the search index takes them. */
export const spacedInitials = (text: string, isPersonName = false): string => letters(text, isPersonName).join(' ')

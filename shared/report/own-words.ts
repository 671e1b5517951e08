/** A 乡 has the same organs under its own word: 乡党委, 全乡. */
import type { Template } from './sentence'

/** 镇 or 乡, by the end of the office's name. */
export const wordOfTown = (name: string): '镇' | '乡' => (name.endsWith('乡') ? '乡' : '镇')

/** Our own words with the town's word in them; never run over what people typed. */
export const inOwnWords = (text: string, word: '镇' | '乡'): string => (word === '镇' ? text : text.replaceAll(/(?<=全)镇|镇(?=党委|人大|人民政府)/gu, word))

export const templatesIn = (templates: readonly Template[], word: '镇' | '乡'): readonly Template[] =>
  templates.map((template) => (typeof template === 'string' ? inOwnWords(template, word) : { ...template, say: inOwnWords(template.say, word) }))

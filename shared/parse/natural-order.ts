/**
 * The order in which people expect names and numbers: 1, 2, 10 and not 1, 10, 11; 第二选区 before 第十选区; Han characters by their pinyin.
 */
import { chineseValue } from './chinese-value'

/** Numerals that stand where a number is counted: 第十二选区, 二组. */
const ordinal = /第([〇零一二三四五六七八九十百]+)|([〇零一二三四五六七八九十百]+)(?=[组号队选次届村社]|$)/gu

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** The text with its Chinese ordinals as digits and full-width digits as plain ones: made once a value, compared often. */
export const orderKey = (text: string): string =>
  text.normalize('NFKC').replace(ordinal, (whole, after: string | undefined, before: string | undefined) => {
    const value = chineseValue(after ?? before ?? '')
    return value === null ? whole : `${after === undefined ? '' : '第'}${String(value)}`
  })

/** Compares two keys of `orderKey`. */
export const compareKeys = (a: string, b: string): number => collator.compare(a, b)

/** Compares two texts as people would put them in order. */
export const naturally = (a: string, b: string): number => compareKeys(orderKey(a), orderKey(b))

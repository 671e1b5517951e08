/** Units of parts that are counted in another unit than their indicator: a household beside visits, people beside money. */
const units: Readonly<Record<string, string>> = {
  'B1.09/专职': '名', 'B1.11/平均人数': '人', 'B1.13/专职人员': '人', 'B4.10/接受辞职': '人次', 'B5.29/受益': '人', 'B6.03/法律': '部', 'B6.07/单位': '个', 'B6.08/人数': '人',
  'B8.06/不足': '人', 'B8.07/户': '户', 'B8.07/次': '次', 'B8.09/人次': '人次', 'B8.13/村': '个', 'B8.13/户': '户', 'B8.13/项目': '个', 'B8.14/金额': '分', 'B8.14/受益': '人',
  'B8.17/测评满意': '票', 'B8.17/测评票': '票', 'B8.21/缺席': '人次', 'B8.22/人次': '人次', 'B8.22/系统': '人', 'B8.22/补选': '人', 'B9.04/半天': '个', 'B9.04/人': '人',
  'B9.08/列席': '次',
}

/** The unit of the part `key` of indicator `id`, whose own unit is `unit`. */
export const unitOfPart = (id: string, key: string, unit: string): string => (id === 'B5.30' ? '件' : units[`${id}/${key}`] ?? unit)

/** A part's name without the unit that some carry at their end: 金额(分) → 金额. */
export const nameOfPart = (name: string): string => name.replace(/\((?:分|人|部)\)$/u, '')

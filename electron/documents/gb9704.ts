/**
 * Measures of GB/T 9704-2012 in the units of Word (twips, half-points), and the runs made of them. A4, 37/28/26/35 mm: 22 lines of 28
 * characters. 28 full 16-point characters do not fit 156 mm by themselves, so every run is 5 twips tighter; lines are exactly 28 points; no
 * grid and no widow control, which both cost lines. Counted once in LibreOffice 7.4: 28 characters a line, 22 lines a page.
 */
import { BorderStyle, LineRuleType, TextRun } from 'docx'
import { size } from './page-measures'
import { xmlText } from './xml-text'

export type Face = '仿宋_GB2312' | '黑体' | '楷体_GB2312' | '方正小标宋简体' | '宋体'

/** What stands in where a computer lacks a face; Word reads it from the table of fonts. */
export const otherNames: Readonly<Record<Face, string>> = {
  '仿宋_GB2312': '仿宋,FangSong,华文仿宋,Noto Serif CJK SC', '黑体': 'SimHei,华文黑体,Noto Sans CJK SC', '楷体_GB2312': '楷体,KaiTi,华文楷体,Noto Serif CJK SC',
  '方正小标宋简体': '华文中宋,STZhongsong,思源宋体,Noto Serif CJK SC', '宋体': 'SimSun,华文宋体,Noto Serif CJK SC',
}

export const font = (eastAsia: Face) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' as const })

const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
/** Exactly 28 points; 35 for titles; 15 in tables; 23 and 18 in forms and their tables. */
export const spacing = { body: exact(560), title: exact(700), table: exact(300), gap: exact(200), form: exact(460), formTable: exact(360) } as const

/** Two characters. */
export const indent = { firstLineChars: 200, firstLine: 640 }

export const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** Twips between characters. */
export const tighter = -5

export const run = (text: string, face: Face, half: number = size.body, color?: string): TextRun => new TextRun({ text: xmlText(text), font: font(face), size: half, characterSpacing: tighter, ...(color === undefined ? {} : { color }) })

/** word/fontTable.xml: the faces with the names that may stand in. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${
  Object.entries(otherNames).map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`).join('')
}<w:font w:name="SimSun-ExtB"><w:altName w:val="宋体-ExtB,SimSun-ExtG,Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font><w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`

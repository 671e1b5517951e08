/** What a roster would do, in words. Pure. */
import type { RosterPreview, RosterResult, RosterRow } from '../../../shared/contract/figures'
import { showSigns } from '../../../shared/parse/text'
import type { Tone } from '../../ui/Status'

export type RowState = RosterRow['state']

export const stateWords: Readonly<Record<RowState, { readonly word: string; readonly tone: Tone }>> = {
  new: { word: '新增', tone: 'doing' }, changed: { word: '修改', tone: 'doing' }, doubtful: { word: '待核', tone: 'soon' }, wrong: { word: '有误', tone: 'late' }, same: { word: '相同', tone: 'idle' },
}

export const rowStates = Object.keys(stateWords) as readonly RowState[]

export const countState = (preview: RosterPreview, state: RowState): number => preview.lines.filter((line) => line.state === state).length

/** How many people 导入 writes. */
export const toImport = (result: RosterResult): number => result.new + result.changed

/** Rows that stay out. */
export const leftOut = (preview: RosterPreview): number => countState(preview, 'wrong')

/** 新增 50 人，修改 3 人，… */
export function sayResult(result: RosterResult): string {
  const parts = [
    result.new > 0 ? `新增 ${result.new} 人` : '', result.changed > 0 ? `修改 ${result.changed} 人` : '', result.same > 0 ? `${result.same} 人和原来一样` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '没有要写入的内容' : parts.join('，')
}

/** The name by which a choice is told to the importer: its heading where that is its own, else its letter. */
export function columnName(preview: RosterPreview, index: number): string {
  const heading = preview.columns.find((column) => column.index === index)?.heading.trim() ?? ''
  const shared = preview.columns.filter((column) => column.heading.trim() === heading).length > 1
  return heading === '' || shared ? letterOf(index) : heading
}

/** 0 → A, 26 → AA. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** What a person says for a column that is not to be taken. */
export const ignored = '忽略'

/** The last part of a path, to be read: signs that turn or hide its letters are seen as marks. */
export const fileNameOf = (path: string): string => showSigns(path.split(/[\\/]/u).at(-1) ?? path)

/** A column that only numbers the rows: leaving it out is nothing to look at. */
export const isSerial = (heading: string): boolean => /^(?:序\s*号|编\s*号|行号|no\.?)$/iu.test(heading.trim())

import { Segmented } from '../../ui/Segmented'
import { chooseSheetYear, sheetYears } from './years'

export function SheetYear({ year, today }: { readonly year: number; readonly today: string }) {
  return <Segmented label="年度" options={sheetYears(today).map((one) => ({ value: String(one), label: `${one}年` }))} value={String(year)} onChange={(value) => chooseSheetYear(Number(value))} />
}
